import Contracts
import ServiceKit

/// What users read, in both languages.
struct Wording: Sendable {
  let language: Language

  func corrected(_ input: String, to name: String, confidence: Double) -> String {
    let percent = Int((confidence * 100).rounded())
    return language.pick(
      vi: "“\(input)” được hiểu là “\(name)” (giống \(percent)%).",
      en: "“\(input)” was taken for “\(name)” (\(percent)% alike)."
    )
  }

  func ambiguous(_ input: String, _ names: [String]) -> String {
    let list = names.joined(separator: ", ")
    return language.pick(
      vi: "“\(input)” chưa rõ là gì; có phải bạn muốn nói: \(list)?",
      en: "“\(input)” is not clear; did you mean: \(list)?"
    )
  }

  func unknown(_ input: String) -> String {
    language.pick(
      vi: "Không tìm thấy nguyên liệu nào tên “\(input)”.",
      en: "No ingredient is called “\(input)”."
    )
  }

  func malformed(_ fault: NameFormat.Fault) -> String {
    switch fault {
    case .tooShort:
      language.pick(
        vi: "Tên cần ít nhất \(NameFormat.charactersMin) ký tự.",
        en: "A name has at least \(NameFormat.charactersMin) characters."
      )
    case .tooLong:
      language.pick(
        vi: "Tên có nhiều nhất \(NameFormat.charactersMax) ký tự.",
        en: "A name has at most \(NameFormat.charactersMax) characters."
      )
    case .withoutLetter:
      language.pick(
        vi: "Tên không thể chỉ gồm chữ số hoặc ký hiệu.",
        en: "A name is not made of digits or symbols alone."
      )
    }
  }

  func category(_ category: IngredientCategory) -> String {
    switch category {
    case .meat: language.pick(vi: "Thịt và gia cầm", en: "Meat and poultry")
    case .seafood: language.pick(vi: "Cá và hải sản", en: "Fish and seafood")
    case .vegetable: language.pick(vi: "Rau củ và nấm", en: "Vegetables and mushrooms")
    case .fruit: language.pick(vi: "Trái cây", en: "Fruit")
    case .spice: language.pick(vi: "Gia vị, nước chấm và dầu", en: "Spices, sauces and oils")
    case .grain: language.pick(vi: "Gạo, mì và bột", en: "Rice, noodles and flour")
    case .legume: language.pick(vi: "Đậu và đậu phụ", en: "Beans and tofu")
    case .nut: language.pick(vi: "Hạt", en: "Nuts and seeds")
    case .dairy: language.pick(vi: "Sữa và trứng", en: "Dairy and eggs")
    case .processed: language.pick(vi: "Thực phẩm chế biến", en: "Processed foods")
    case .beverage: language.pick(vi: "Đồ uống", en: "Drinks")
    case .unspecified, .unrecognized: category.name
    }
  }
}
