/// The parameters of a query: `q=c%C3%A0&page_size=20`.
enum QueryString {
  struct Parameter: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// Why a query was not read.
  enum Failure: Error, Equatable {
    case tooMany(limit: Int)
    /// The part that is not percent-encoded UTF-8, as received.
    case badEncoding(String)
    case noName
  }

  static func parameters(
    _ bytes: ArraySlice<UInt8>,
    limit: Int
  ) throws(Failure) -> [Parameter] {
    var parameters: [Parameter] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard parameters.count < limit else { throw .tooMany(limit: limit) }
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let value = part[min(equals + 1, part.endIndex)...]
      guard let name = PercentCoding.decode(part[..<equals], plusIsSpace: true),
        let value = PercentCoding.decode(value, plusIsSpace: true)
      else { throw .badEncoding(String(decoding: part, as: UTF8.self)) }
      guard !name.isEmpty else { throw .noName }
      parameters.append(Parameter(name: name, value: value))
    }
    return parameters
  }
}
