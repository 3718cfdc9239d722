import Protobuf

// google.rpc.Status and its details, field by field as google/rpc/*.proto numbers them. They stand
// between every error and its caller, so they depend on nothing that could itself fail.

extension StatusDetail {
  private static let typePrefix = "type.googleapis.com/google.rpc."

  /// The `google.rpc.Status` that carries an error's details.
  static func encode(_ error: RPCError) -> [UInt8] {
    var status: [UInt8] = []
    status.appendField(1, varint: UInt64(error.code.rawValue))
    if !error.message.isEmpty { status.appendField(2, error.message.utf8) }
    for detail in error.details { status.appendField(3, detail.any) }
    return status
  }

  /// The details inside a `google.rpc.Status`; none when the bytes are not one.
  static func decode(_ status: [UInt8]) -> [StatusDetail] {
    // A broken annex must not hide the status it belongs to.
    (try? Fields(status))?[3].map { StatusDetail(any: $0) } ?? []
  }

  /// As a `google.protobuf.Any`.
  private var any: [UInt8] {
    let (type, value) = typeAndValue
    var any: [UInt8] = []
    any.appendField(1, type.utf8)
    any.appendField(2, value)
    return any
  }

  private var typeAndValue: (String, [UInt8]) {
    let prefix = Self.typePrefix
    switch self {
    case .badRequest(let violations):
      return (prefix + "BadRequest", Self.list(violations) { [$0.field, $0.description] })
    case .errorInfo(let reason, let domain, let metadata):
      var value = Self.strings([reason, domain])
      for (key, text) in metadata.sorted(by: { $0.key < $1.key }) {
        value.appendField(3, Self.strings([key, text]))
      }
      return (prefix + "ErrorInfo", value)
    case .retryInfo(let delay):
      var value: [UInt8] = []
      value.appendField(1, Self.duration(delay))
      return (prefix + "RetryInfo", value)
    case .quotaFailure(let violations):
      return (prefix + "QuotaFailure", Self.list(violations) { [$0.subject, $0.description] })
    case .preconditionFailure(let violations):
      return (
        prefix + "PreconditionFailure",
        Self.list(violations) { [$0.type, $0.subject, $0.description] }
      )
    case .resourceInfo(let type, let name, let owner, let description):
      return (prefix + "ResourceInfo", Self.strings([type, name, owner, description]))
    case .other(let type, let value):
      return (type, value)
    }
  }

  /// A message of strings, numbered from 1.
  private static func strings(_ values: [String]) -> [UInt8] {
    var message: [UInt8] = []
    for (index, value) in values.enumerated() where !value.isEmpty {
      message.appendField(index + 1, value.utf8)
    }
    return message
  }

  /// A message whose field 1 is repeated.
  private static func list<Item>(_ items: [Item], _ strings: (Item) -> [String]) -> [UInt8] {
    var message: [UInt8] = []
    for item in items { message.appendField(1, Self.strings(strings(item))) }
    return message
  }

  private static func duration(_ duration: Duration) -> [UInt8] {
    let (seconds, attoseconds) = duration.components
    var message: [UInt8] = []
    message.appendField(1, varint: UInt64(bitPattern: seconds))
    message.appendField(2, varint: UInt64(bitPattern: attoseconds / 1_000_000_000))
    return message
  }
}

// MARK: - Reading

extension StatusDetail {
  private init(any: [UInt8]) {
    let fields = try? Fields(any)
    let type = fields?.string(1) ?? ""
    let value = fields?[2].first ?? []
    // A detail that does not parse is kept as it came.
    self = (try? Self.parse(type, value)) ?? .other(typeURL: type, value: value)
  }

  private static func parse(_ type: String, _ value: [UInt8]) throws -> StatusDetail? {
    guard type.hasPrefix(typePrefix) else { return nil }
    let fields = try Fields(value)
    switch type.dropFirst(typePrefix.count) {
    case "BadRequest":
      return .badRequest(
        try fields.messages(1) { FieldViolation(field: $0.string(1), description: $0.string(2)) }
      )
    case "ErrorInfo":
      let pairs = try fields.messages(3) { ($0.string(1), $0.string(2)) }
      return .errorInfo(
        reason: fields.string(1),
        domain: fields.string(2),
        metadata: Dictionary(pairs) { _, last in last }
      )
    case "RetryInfo":
      let delays = try fields.messages(1) {
        Duration.seconds($0.integer(1)) + .nanoseconds($0.integer(2))
      }
      return .retryInfo(delay: delays.last ?? .zero)
    case "QuotaFailure":
      return .quotaFailure(
        try fields.messages(1) { QuotaViolation(subject: $0.string(1), description: $0.string(2)) }
      )
    case "PreconditionFailure":
      return .preconditionFailure(
        try fields.messages(1) {
          PreconditionViolation(
            type: $0.string(1),
            subject: $0.string(2),
            description: $0.string(3)
          )
        }
      )
    case "ResourceInfo":
      return .resourceInfo(
        type: fields.string(1),
        name: fields.string(2),
        owner: fields.string(3),
        description: fields.string(4)
      )
    default:
      return nil
    }
  }

  /// The fields of a small message, by number.
  private struct Fields {
    private var contents: [Int: [[UInt8]]] = [:]
    private var numbers: [Int: UInt64] = [:]

    init(_ message: [UInt8]) throws(DecodeError.Rule) {
      var reader = WireReader(message)
      while let field = try reader.next() {
        if field.type == .lengthDelimited {
          contents[field.number, default: []].append(Array(reader.slice(field.content)))
        } else {
          numbers[field.number] = field.value
        }
      }
    }

    subscript(number: Int) -> [[UInt8]] { contents[number] ?? [] }

    func string(_ number: Int) -> String {
      String(decoding: self[number].last ?? [], as: UTF8.self)
    }

    func integer(_ number: Int) -> Int64 { Int64(bitPattern: numbers[number] ?? 0) }

    func messages<Item>(_ number: Int, _ make: (Fields) -> Item) throws -> [Item] {
      try self[number].map { make(try Fields($0)) }
    }
  }
}
