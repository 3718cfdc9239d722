import Contracts

/// The sentences of the built-in generator.
///
/// `%m` is the main food, `%o` what goes with it, `%a` the aromatics, `%s` the seasonings.
enum LocalRecipePhrases {
  static let descriptions = [
    LocalizedText(
      vi: "Bộ soạn công thức có sẵn ghép món này từ %m và những gì bạn có; nêm lại cho vừa miệng.",
      en: "Put together by the built-in generator from %m and what you have; season to taste."
    ),
    LocalizedText(
      vi: "Món nhà làm do bộ soạn có sẵn gợi ý, dùng hết những gì đang có trong bếp.",
      en: "A home dish composed by the built-in generator to use up what is in the kitchen."
    ),
  ]

  static let preparations = [
    LocalizedText(
      vi: "Sơ chế %m cho sạch, để ráo rồi cắt miếng vừa ăn.",
      en: "Clean the %m, drain well and cut into bite-sized pieces."
    ),
    LocalizedText(
      vi: "Rửa %m, thấm khô, thái miếng đều nhau để chín cùng lúc.",
      en: "Rinse the %m, pat dry and cut into even pieces so that they cook alike."
    ),
  ]

  static let companions = LocalizedText(
    vi: "Chuẩn bị %o, cắt vừa ăn.",
    en: "Prepare the %o and cut to size."
  )

  static let aromatics = LocalizedText(
    vi: "Rửa sạch %a, thái nhỏ.",
    en: "Wash the %a and chop finely."
  )

  static let seasoning = LocalizedText(
    vi: "Nêm bằng %s cho vừa miệng.",
    en: "Season with %s to taste."
  )

  static func title(_ method: CookingMethod, isAlone: Bool) -> LocalizedText {
    let texts: (vi: String, viAlone: String, en: String, enAlone: String) =
      switch method {
      case .stirFry: ("%m xào %o", "%m xào", "stir-fried %m with %o", "stir-fried %m")
      case .soup: ("canh %m nấu %o", "canh %m", "%m soup with %o", "%m soup")
      case .steam: ("%m hấp %o", "%m hấp", "steamed %m with %o", "steamed %m")
      case .grill: ("%m nướng %o", "%m nướng", "grilled %m with %o", "grilled %m")
      case .bake: ("%m đút lò với %o", "%m đút lò", "oven-baked %m with %o", "oven-baked %m")
      case .fry: ("%m chiên %o", "%m chiên giòn", "crisp-fried %m with %o", "crisp-fried %m")
      case .boil: ("%m luộc ăn kèm %o", "%m luộc", "boiled %m with %o", "boiled %m")
      case .braise: ("%m kho %o", "%m kho", "braised %m with %o", "braised %m")
      case .mix: ("gỏi %m trộn %o", "gỏi %m", "%m salad with %o", "%m salad")
      case .hotpot: ("lẩu %m với %o", "lẩu %m", "%m hotpot with %o", "%m hotpot")
      case .unspecified, .unrecognized: ("%m với %o", "%m", "%m with %o", "%m")
      }
    return isAlone
      ? LocalizedText(vi: texts.viAlone, en: texts.enAlone)
      : LocalizedText(vi: texts.vi, en: texts.en)
  }

  static func cooking(_ method: CookingMethod) -> [LocalizedText] {
    switch method {
    case .stirFry:
      [
        .init(
          vi: "Làm nóng chảo trên lửa lớn, cho %m vào đảo nhanh tới khi gần chín.",
          en: "Heat a pan over high heat, add the %m and toss until nearly done."
        ),
        .init(
          vi: "Cho %o vào, đảo đều tay thêm vài phút cho vừa chín tới.",
          en: "Add the %o and keep tossing for a few minutes until just cooked."
        ),
      ]
    case .soup:
      [
        .init(
          vi: "Đun sôi nồi nước, cho %m vào nấu nhỏ lửa, vớt bọt.",
          en: "Bring a pot of water to the boil, simmer the %m and skim."
        ),
        .init(
          vi: "Cho %o vào nấu tới khi mềm.",
          en: "Add the %o and cook until tender."
        ),
      ]
    case .steam:
      [
        .init(
          vi: "Xếp %m ra đĩa sâu lòng, đặt %o lên trên.",
          en: "Lay the %m in a deep dish and put the %o on top."
        ),
        .init(
          vi: "Hấp trên nước sôi mạnh tới khi %m chín hẳn.",
          en: "Steam over fast boiling water until the %m is cooked through."
        ),
      ]
    case .grill:
      [
        .init(
          vi: "Ướp %m với gia vị trong lúc nhóm bếp than hoặc làm nóng vỉ.",
          en: "Let the %m take the seasoning while the grill gets hot."
        ),
        .init(
          vi: "Nướng %m cùng %o, trở đều các mặt tới khi vàng thơm.",
          en: "Grill the %m with the %o, turning, until golden on all sides."
        ),
      ]
    case .bake:
      [
        .init(
          vi: "Làm nóng lò 200 °C, trải %m và %o ra khay.",
          en: "Heat the oven to 200 °C and spread the %m and the %o on a tray."
        ),
        .init(
          vi: "Nướng tới khi %m chín và mặt vàng, giữa chừng trở một lần.",
          en: "Bake until the %m is done and golden, turning once half-way."
        ),
      ]
    case .fry:
      [
        .init(
          vi: "Đun nóng dầu, chiên %m vàng giòn từng mặt, vớt ra để ráo.",
          en: "Heat the oil, fry the %m crisp and golden on each side and drain."
        ),
        .init(
          vi: "Cho %o vào chảo đảo nhanh cho thơm rồi rưới lên.",
          en: "Toss the %o in the pan until fragrant and spoon over."
        ),
      ]
    case .boil:
      [
        .init(
          vi: "Đun sôi nước với chút muối, luộc %m chín tới.",
          en: "Boil the %m in lightly salted water until just done."
        ),
        .init(
          vi: "Chần hoặc luộc %o trong cùng nồi, vớt ra để ráo.",
          en: "Blanch the %o in the same pot and drain."
        ),
      ]
    case .braise:
      [
        .init(
          vi: "Cho %m vào nồi với gia vị, đảo cho săn lại.",
          en: "Turn the %m in the pot with the seasoning until firm."
        ),
        .init(
          vi: "Thêm %o và nước xâm xấp, kho liu riu tới khi nước sánh lại.",
          en: "Add the %o and water to cover, and braise gently until the sauce is thick."
        ),
      ]
    case .mix:
      [
        .init(
          vi: "Làm chín %m nếu cần (luộc hoặc áp chảo), để nguội.",
          en: "Cook the %m if it needs to be (boiled or seared) and let it cool."
        ),
        .init(
          vi: "Trộn đều %m với %o và nước trộn, để 5 phút cho thấm.",
          en: "Mix the %m with the %o and the dressing and leave for 5 minutes."
        ),
      ]
    case .hotpot:
      [
        .init(
          vi: "Đun nồi nước dùng với gia vị cho sôi.",
          en: "Bring the seasoned broth to the boil."
        ),
        .init(
          vi: "Dọn nồi lên bếp giữa bàn, nhúng %m và %o tới đâu ăn tới đó.",
          en: "Set the pot on a burner at the table and dip the %m and the %o as you eat."
        ),
      ]
    case .unspecified, .unrecognized:
      [.init(vi: "Nấu %m với %o tới khi chín.", en: "Cook the %m with the %o until done.")]
    }
  }

  static func servings(_ method: CookingMethod) -> [LocalizedText] {
    switch method {
    case .soup, .hotpot:
      [
        .init(vi: "Múc ra tô, dùng nóng.", en: "Ladle into bowls and serve hot."),
        .init(vi: "Dọn ra khi còn nóng.", en: "Bring it to the table hot."),
      ]
    case .mix:
      [.init(vi: "Bày ra đĩa, dùng ngay.", en: "Arrange on a plate and serve at once.")]
    default:
      [
        .init(vi: "Bày ra đĩa, dùng nóng.", en: "Plate and serve hot."),
        .init(vi: "Dọn ra đĩa, dùng ngay khi còn nóng.", en: "Plate and eat while it is hot."),
      ]
    }
  }
}
