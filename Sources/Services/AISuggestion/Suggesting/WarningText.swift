import Contracts
import ServiceKit

extension WarningRecord {
  /// The warning in the reader's language.
  func text(foods: Foods, language: Language) -> String {
    let food = foods[foodID].map { language.pick(vi: $0.name.vi, en: $0.name.en) } ?? foodID
    return switch code {
    case .ingredientCorrected:
      language.pick(vi: "“\(name)” được hiểu là \(food).", en: "\"\(name)\" was read as \(food).")
    case .ingredientSkipped:
      language.pick(
        vi: "Không rõ “\(name)” là gì nên bỏ qua.",
        en: "\"\(name)\" was not understood and is left out."
      )
    case .ingredientExcluded:
      language.pick(
        vi: "Không dùng \(food) vì dị ứng, chế độ ăn hoặc lựa chọn của bạn.",
        en: "\(food) is left out for an allergy, a diet or your choice."
      )
    case .fewerRecipes:
      language.pick(
        vi: "Tìm được ít công thức hơn số bạn muốn.",
        en: "There are fewer recipes than you asked for."
      )
    case .modelUnavailable:
      language.pick(
        vi: "Bộ soạn công thức đang gặp trục trặc; chỉ có công thức từ sổ tay chung.",
        en: "The model does not answer just now; recipes are from the cookbook alone."
      )
    case .modelAnswerDropped:
      language.pick(
        vi: "Một số công thức mới không đạt yêu cầu nên bị loại.",
        en: "Some new recipes were not fit and were dropped."
      )
    case .budgetExhausted:
      language.pick(
        vi: "Ngân sách tháng này cho bộ soạn đã hết; chỉ có công thức từ sổ tay chung.",
        en: "This month's budget for the model is used up; recipes are from the cookbook alone."
      )
    case .unspecified, .unrecognized: ""
    }
  }
}
