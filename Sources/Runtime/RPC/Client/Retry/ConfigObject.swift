import Protobuf

/// A JSON object of a service config, and where it stands.
struct ConfigObject {
  private let fields: [String: Google_Protobuf_Value]
  private let path: String

  init(_ object: Google_Protobuf_Struct, path: String) {
    self.fields = object.fields
    self.path = path
  }

  func broken(_ field: String, _ rule: String) -> RPCError {
    .invalidArgument("service config: \(path)\(field): \(rule)")
  }

  func has(_ field: String) -> Bool { fields[field] != nil }

  func object(_ field: String) throws(RPCError) -> ConfigObject? {
    switch fields[field]?.kind {
    case nil: nil
    case .structValue(let value): ConfigObject(value, path: "\(path)\(field).")
    default: throw broken(field, "is an object")
    }
  }

  func objects(_ field: String) throws(RPCError) -> [ConfigObject] {
    guard let kind = fields[field]?.kind else { return [] }
    guard case .listValue(let list) = kind else { throw broken(field, "is a list of objects") }
    var objects: [ConfigObject] = []
    for (index, value) in list.values.enumerated() {
      guard case .structValue(let object) = value.kind else {
        throw broken(field, "is a list of objects")
      }
      objects.append(ConfigObject(object, path: "\(path)\(field)[\(index)]."))
    }
    return objects
  }

  func string(_ field: String) throws(RPCError) -> String? {
    switch fields[field]?.kind {
    case nil: nil
    case .stringValue(let value): value
    default: throw broken(field, "is a text")
    }
  }

  func bool(_ field: String) throws(RPCError) -> Bool? {
    switch fields[field]?.kind {
    case nil: nil
    case .boolValue(let value): value
    default: throw broken(field, "is true or false")
    }
  }

  func number(_ field: String, in range: ClosedRange<Double>) throws(RPCError) -> Double {
    guard case .numberValue(let value) = fields[field]?.kind, range.contains(value) else {
      throw broken(field, "is a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// `1.5s`, as protobuf's JSON writes a duration.
  func duration(_ field: String) throws(RPCError) -> Duration? {
    guard let text = try string(field) else { return nil }
    guard text.hasSuffix("s"), let seconds = Double(text.dropLast()), (0...315_576e6) ~= seconds
    else { throw broken(field, "is a duration in seconds, such as \"1.5s\"") }
    return .seconds(seconds)
  }

  func positiveDuration(_ field: String) throws(RPCError) -> Duration {
    guard let duration = try duration(field), duration > .zero else {
      throw broken(field, "is a duration above zero, such as \"1.5s\"")
    }
    return duration
  }

  /// Status codes by name or number.
  func codes(_ field: String) throws(RPCError) -> Set<StatusCode> {
    guard let kind = fields[field]?.kind else { return [] }
    guard case .listValue(let list) = kind else { throw broken(field, "is a list of codes") }
    var codes: Set<StatusCode> = []
    for value in list.values {
      let code: StatusCode? =
        switch value.kind {
        case .stringValue(let name): StatusCode.allCases.first { $0.name == name }
        case .numberValue(let number): UInt8(exactly: number).flatMap(StatusCode.init(rawValue:))
        default: nil
        }
      guard let code else { throw broken(field, "is a list of codes such as \"UNAVAILABLE\"") }
      codes.insert(code)
    }
    return codes
  }
}
