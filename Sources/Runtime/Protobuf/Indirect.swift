/// Holds a field whose type contains itself, which a struct cannot.
package indirect enum Indirect<Value: Sendable & Equatable>: Sendable, Equatable {
  case holding(Value)

  package init(_ value: Value) { self = .holding(value) }

  package var value: Value {
    switch self {
    case .holding(let value): value
    }
  }
}
