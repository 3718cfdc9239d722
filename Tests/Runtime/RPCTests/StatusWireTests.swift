@testable import HTTP2
import Testing

@testable import RPC

@Suite("A status on the wire")
struct StatusWireTests {
  @Test(
    "a status comes back as it was sent",
    arguments: [
      RPCError.notFound("id: không có công thức này %"),
      RPCError.invalidArgument(field: "stars", "must be from 1 to 5"),
      RPCError(code: .internal, message: ""),
    ]
  )
  func roundTrip(sent: RPCError) throws {
    let received = try #require(try RPCError(trailers: self.received(sent.trailers())))
    #expect(received.code == sent.code)
    #expect(received.message == sent.message)
    #expect(received.details == sent.details)
  }

  static let details: [StatusDetail] = [
    .badRequest([
      .init(field: "stars", description: "must be from 1 to 5"), .init(field: "", description: "x"),
    ]),
    .errorInfo(reason: "NO_STOCK", domain: "kitchen", metadata: ["a": "1", "b": ""]),
    .retryInfo(seconds: 1.5),
    .retryInfo(delay: .zero),
    .quotaFailure(subject: "user:lan", description: "10 a day"),
    .preconditionFailure(type: "TOS", subject: "x", description: "y"),
    .resourceInfo(type: "recipe", name: "pho", owner: "lan", description: ""),
    .other(typeURL: "type.googleapis.com/google.rpc.Help", value: [0x0A, 0x00]),
    .other(typeURL: "type.googleapis.com/google.rpc.BadRequest", value: [0x0A, 0x05]),
    .other(typeURL: "elsewhere/google.rpc.RetryInfo", value: []),
  ]

  @Test("each kind of detail comes back as it was sent", arguments: details)
  func detail(_ detail: StatusDetail) {
    let sent = RPCError(code: .aborted, message: "x", details: [detail, detail])
    #expect(StatusDetail.decode(StatusDetail.encode(sent)) == [detail, detail])
  }

  @Test("bytes that are no status have no details")
  func noStatus() {
    #expect(StatusDetail.decode([0x1A, 0x05]).isEmpty)
  }

  @Test("what clients would not take is cut, and the status arrives all the same")
  func bounded() throws {
    let long = String(repeating: "ồ", count: 100_000)
    let sent = RPCError(
      code: .notFound,
      message: long,
      details: [.badRequest([.init(field: long, description: long)])]
    )
    let received = try #require(try RPCError(trailers: self.received(sent.trailers())))
    #expect(received.code == .notFound)
    #expect(received.message.hasPrefix("ồồồ"))
    #expect(received.message.hasSuffix("…"))
    #expect(received.message.utf8.count <= RPCError.messageBytesMax + 3)
    #expect(received.details.isEmpty)
  }

  /// The fields as a session gives them, with their tokens.
  private func received(_ fields: HeaderFields) -> HeaderFields {
    var block = HeaderFields()
    for field in fields.fields {
      let name = unsafe fields.bytes(field.name)
      unsafe block.append(
        token: WireFields.names.token(name),
        name: name,
        value: fields.bytes(field.value)
      )
    }
    return block
  }
}
