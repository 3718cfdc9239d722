import Foundation

/// What is told of repeated measurements.
enum Figures {
  static func median(_ values: [Double]) -> Double { quantile(0.5, values) }

  /// The value below which this share lies, between the two nearest.
  static func quantile(_ share: Double, _ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return .nan }
    let place = share * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// The median of what each turn of one gives over the same turn of another.
  static func ratio(_ own: [Double], to reference: [Double]) -> String {
    String(format: "%.2f", median(zip(own, reference).map { $0 / $1 }))
  }

  /// A line of a table; names stand at the left, numbers at the right.
  static func row(_ cells: [String]) -> String {
    let first = (cells.first ?? "").padding(toLength: 16, withPad: " ", startingAt: 0)
    let rest = cells.dropFirst().map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }
    return first + rest.joined()
  }
}
