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
