/// A generated enum: open, as proto3 enums are; a number without a name is `.unrecognized`.
@usableFromInline
package protocol MessageEnum: Sendable, Hashable, CaseIterable {
  /// The value 0.
  init()
  init(rawValue: Int32)
  var rawValue: Int32 { get }
  /// The value's name in the contract: `DIFFICULTY_EASY`; the number where it has none.
  var name: String { get }
}

extension MessageEnum {
  /// The value with this name in the contract.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
