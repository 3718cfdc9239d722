import HTTP2

/// How the messages of one direction of a call may be compressed: the value of `grpc-encoding`.
///
/// The header announces, the flag in front of each message decides: under an announced encoding any
/// message may still go as it is.
package enum Compression: UInt8, Sendable, CaseIterable {
  case identity
  /// RFC 1952.
  case gzip
  /// RFC 1950, the zlib format, as HTTP means the word; not the bare format of RFC 1951.
  case deflate

  package var name: String {
    switch self {
    case .identity: "identity"
    case .gzip: "gzip"
    case .deflate: "deflate"
    }
  }

  /// The value of a received `grpc-encoding`: nil when we do not know it, identity when it is absent
  /// (an empty range).
  init?(_ fields: borrowing HeaderFields, _ value: Range<Int>) {
    if value.isEmpty || fields.matches(value, "identity") {
      self = .identity
    } else if fields.matches(value, "gzip") {
      self = .gzip
    } else if fields.matches(value, "deflate") {
      self = .deflate
    } else {
      return nil
    }
  }
}

// MARK: - What a peer takes

extension Compression {
  /// The encodings that a peer takes: the value of `grpc-accept-encoding`.
  ///
  /// Identity is always among them.
  package struct Accepted: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package init(_ compression: Compression) {
      self.init(rawValue: compression == .identity ? 0 : 1 << compression.rawValue)
    }

    package static let gzip = Accepted(.gzip)
    package static let deflate = Accepted(.deflate)

    /// What this runtime reads, as the header's value.
    package static let ours = "identity,deflate,gzip"

    /// A received list; names that we do not know are passed over.
    ///
    ///     grpc-accept-encoding = name *( "," OWS name )
    init(_ fields: borrowing HeaderFields, _ value: Range<Int>) {
      self.init()
      // Most clients send this with every call: no text is made of it.
      let bytes = unsafe fields.bytes(value)
      var start = 0
      for index in 0...bytes.count where unsafe index == bytes.count || bytes[index] == comma {
        var name = start..<index
        while let first = name.first, unsafe bytes[first] == space { name.removeFirst() }
        while let last = name.last, unsafe bytes[last] == space { name.removeLast() }
        let range = value.lowerBound + name.lowerBound..<value.lowerBound + name.upperBound
        if let known = Compression(fields, range) { insert(Accepted(known)) }
        start = index + 1
      }
    }

    private var comma: UInt8 { UInt8(ascii: ",") }
    private var space: UInt8 { UInt8(ascii: " ") }

    package func takes(_ compression: Compression) -> Bool {
      contains(Accepted(compression))
    }
  }
}
