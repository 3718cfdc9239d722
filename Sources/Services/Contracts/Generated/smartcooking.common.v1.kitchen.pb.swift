// Written by protoc-gen-smart-cooking from smartcooking/common/v1/kitchen.proto. Do not edit.
// swift-format-ignore-file

import Protobuf

/// How a dish is cooked. Suggestions differ from each other in it.
package enum CookingMethod: MessageEnum {
  /// Not said.
  case unspecified
  /// Xào: in a hot pan, moving.
  case stirFry
  /// Canh, súp, cháo: eaten with its broth.
  case soup
  /// Hấp: over steam.
  case steam
  /// Nướng: over fire or under a grill.
  case grill
  /// Nướng lò: in an oven.
  case bake
  /// Chiên, rán: in oil.
  case fry
  /// Luộc: in water that is poured off.
  case boil
  /// Kho, rim, om: slowly in little liquid.
  case braise
  /// Trộn, gỏi: mixed, mostly cold.
  case mix
  /// Lẩu: in a pot on the table.
  case hotpot
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .stirFry
    case 2: self = .soup
    case 3: self = .steam
    case 4: self = .grill
    case 5: self = .bake
    case 6: self = .fry
    case 7: self = .boil
    case 8: self = .braise
    case 9: self = .mix
    case 10: self = .hotpot
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .stirFry: 1
    case .soup: 2
    case .steam: 3
    case .grill: 4
    case .bake: 5
    case .fry: 6
    case .boil: 7
    case .braise: 8
    case .mix: 9
    case .hotpot: 10
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "COOKING_METHOD_UNSPECIFIED"
    case .stirFry: "COOKING_METHOD_STIR_FRY"
    case .soup: "COOKING_METHOD_SOUP"
    case .steam: "COOKING_METHOD_STEAM"
    case .grill: "COOKING_METHOD_GRILL"
    case .bake: "COOKING_METHOD_BAKE"
    case .fry: "COOKING_METHOD_FRY"
    case .boil: "COOKING_METHOD_BOIL"
    case .braise: "COOKING_METHOD_BRAISE"
    case .mix: "COOKING_METHOD_MIX"
    case .hotpot: "COOKING_METHOD_HOTPOT"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [CookingMethod] = [
    .unspecified,
    .stirFry,
    .soup,
    .steam,
    .grill,
    .bake,
    .fry,
    .boil,
    .braise,
    .mix,
    .hotpot,
  ]
}

/// How much skill a recipe asks for.
package enum Difficulty: MessageEnum {
  /// Not said.
  case unspecified
  /// For a first try.
  case easy
  /// For somebody who cooks.
  case medium
  /// For somebody who cooks well.
  case hard
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .easy
    case 2: self = .medium
    case 3: self = .hard
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .easy: 1
    case .medium: 2
    case .hard: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DIFFICULTY_UNSPECIFIED"
    case .easy: "DIFFICULTY_EASY"
    case .medium: "DIFFICULTY_MEDIUM"
    case .hard: "DIFFICULTY_HARD"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Difficulty] = [
    .unspecified,
    .easy,
    .medium,
    .hard,
  ]
}

/// A way of eating that excludes foods. On an ingredient: a diet that it is not fit for.
package enum Diet: MessageEnum {
  /// Not said.
  case unspecified
  /// No meat, no seafood, nothing made from them (fish sauce).
  case vegetarian
  /// Nothing from animals.
  case vegan
  /// Nothing that Islamic law forbids (pork, alcohol).
  case halal
  /// No wheat, rye, barley or what is made from them.
  case glutenFree
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .vegetarian
    case 2: self = .vegan
    case 3: self = .halal
    case 4: self = .glutenFree
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .vegetarian: 1
    case .vegan: 2
    case .halal: 3
    case .glutenFree: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "DIET_UNSPECIFIED"
    case .vegetarian: "DIET_VEGETARIAN"
    case .vegan: "DIET_VEGAN"
    case .halal: "DIET_HALAL"
    case .glutenFree: "DIET_GLUTEN_FREE"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Diet] = [
    .unspecified,
    .vegetarian,
    .vegan,
    .halal,
    .glutenFree,
  ]
}

/// A group of foods that one allergy covers. Shrimp, its Vietnamese name and a sauce made from it
/// are one group: safety is decided on groups, never on words.
package enum AllergenGroup: MessageEnum {
  /// Not said.
  case unspecified
  /// Shrimp, crab, lobster.
  case crustacean
  /// Squid, clams, oysters, snails.
  case mollusc
  /// Fish, fish sauce.
  case fish
  /// Eggs of birds.
  case egg
  /// Milk, butter, cheese.
  case milk
  /// Peanuts.
  case peanut
  /// Almonds, cashews, walnuts and other tree nuts.
  case treeNut
  /// Soybeans, tofu, soy sauce.
  case soy
  /// Wheat, rye, barley.
  case gluten
  /// Sesame seeds and oil.
  case sesame
  /// Mustard.
  case mustard
  /// Celery, celeriac.
  case celery
  /// Sulphur dioxide and sulphites (wine, dried fruit).
  case sulphite
  /// Lupin seeds and flour.
  case lupin
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .crustacean
    case 2: self = .mollusc
    case 3: self = .fish
    case 4: self = .egg
    case 5: self = .milk
    case 6: self = .peanut
    case 7: self = .treeNut
    case 8: self = .soy
    case 9: self = .gluten
    case 10: self = .sesame
    case 11: self = .mustard
    case 12: self = .celery
    case 13: self = .sulphite
    case 14: self = .lupin
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .crustacean: 1
    case .mollusc: 2
    case .fish: 3
    case .egg: 4
    case .milk: 5
    case .peanut: 6
    case .treeNut: 7
    case .soy: 8
    case .gluten: 9
    case .sesame: 10
    case .mustard: 11
    case .celery: 12
    case .sulphite: 13
    case .lupin: 14
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "ALLERGEN_GROUP_UNSPECIFIED"
    case .crustacean: "ALLERGEN_GROUP_CRUSTACEAN"
    case .mollusc: "ALLERGEN_GROUP_MOLLUSC"
    case .fish: "ALLERGEN_GROUP_FISH"
    case .egg: "ALLERGEN_GROUP_EGG"
    case .milk: "ALLERGEN_GROUP_MILK"
    case .peanut: "ALLERGEN_GROUP_PEANUT"
    case .treeNut: "ALLERGEN_GROUP_TREE_NUT"
    case .soy: "ALLERGEN_GROUP_SOY"
    case .gluten: "ALLERGEN_GROUP_GLUTEN"
    case .sesame: "ALLERGEN_GROUP_SESAME"
    case .mustard: "ALLERGEN_GROUP_MUSTARD"
    case .celery: "ALLERGEN_GROUP_CELERY"
    case .sulphite: "ALLERGEN_GROUP_SULPHITE"
    case .lupin: "ALLERGEN_GROUP_LUPIN"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [AllergenGroup] = [
    .unspecified,
    .crustacean,
    .mollusc,
    .fish,
    .egg,
    .milk,
    .peanut,
    .treeNut,
    .soy,
    .gluten,
    .sesame,
    .mustard,
    .celery,
    .sulphite,
    .lupin,
  ]
}
