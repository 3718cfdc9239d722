import Contracts

/// What people call foods that belong to an allergen group or break a diet, where no food of the
/// master list has that name: the group as a whole, and members that nobody cooks with here.
enum GroupWords {
  private struct Entry {
    let words: [String]
    var allergens: Set<AllergenGroup> = []
    var diets: Set<Diet> = []
  }

  private static let entries = [
    Entry(words: ["meat", "thịt", "poultry", "gia cầm"], diets: [.vegetarian, .vegan]),
    Entry(
      words: [
        "crustacean", "scampi", "langoustine", "crayfish", "crawfish", "gambas", "ebi", "giáp xác",
      ],
      allergens: [.crustacean],
      diets: [.vegetarian, .vegan]
    ),
    Entry(
      words: ["mollusc", "mollusk", "escargot", "thân mềm"],
      allergens: [.mollusc],
      diets: [.vegetarian, .vegan]
    ),
    Entry(
      words: ["shellfish"],
      allergens: [.crustacean, .mollusc],
      diets: [.vegetarian, .vegan]
    ),
    Entry(
      words: ["seafood", "hải sản"],
      allergens: [.crustacean, .mollusc, .fish],
      diets: [.vegetarian, .vegan]
    ),
    Entry(words: ["fish", "cá", "roe"], allergens: [.fish], diets: [.vegetarian, .vegan]),
    Entry(words: ["egg", "trứng", "albumen", "meringue"], allergens: [.egg], diets: [.vegan]),
    Entry(
      words: ["dairy", "milk", "sữa", "bơ sữa", "casein", "whey", "lactose"],
      allergens: [.milk],
      diets: [.vegan]
    ),
    Entry(words: ["custard"], allergens: [.egg, .milk], diets: [.vegan]),
    Entry(words: ["peanut", "groundnut", "arachis", "lạc", "đậu phộng"], allergens: [.peanut]),
    Entry(
      words: ["nut", "tree nut", "praline", "marzipan", "nougat", "frangipane"],
      allergens: [.treeNut]
    ),
    Entry(words: ["soy", "soya", "lecithin"], allergens: [.soy]),
    Entry(
      words: ["gluten", "wheat", "spelt", "lúa mì", "lúa mạch"],
      allergens: [.gluten],
      diets: [.glutenFree]
    ),
    Entry(words: ["sesame", "mè", "vừng"], allergens: [.sesame]),
    Entry(words: ["mustard", "mù tạt"], allergens: [.mustard]),
    Entry(words: ["celery", "celeriac", "cần tây"], allergens: [.celery]),
    Entry(words: ["sulphite", "sulfite", "metabisulphite"], allergens: [.sulphite]),
    Entry(words: ["lupin", "lupine"], allergens: [.lupin]),
    Entry(words: ["alcohol", "liqueur", "whisky", "whiskey", "cognac"], diets: [.halal]),
  ]

  /// A food for each word, so that a text with the word is a text that names such a food.
  static let foods: [Food] = entries.enumerated().flatMap { number, entry in
    entry.words.map { word in
      Food(
        // Of no food: ids are slugs.
        id: "group \(number) \(word)",
        name: LocalizedText(vi: word, en: word),
        category: .unspecified,
        allergens: entry.allergens,
        excludedDiets: entry.diets,
        isStaple: false
      )
    }
  }
}
