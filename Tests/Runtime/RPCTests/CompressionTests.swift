import NIOCore
import Testing

@testable import HTTP2
@testable import RPC

@Suite struct CompressionTests {
  private static let noise = SeededNoise.bytes(10_000)
  /// By name, so that a test says which it was and not all its bytes.
  static let payloads: [String: [UInt8]] = [
    "zeros": [UInt8](repeating: 0, count: 2_000), "words": Array("tomato, egg, ".utf8),
    "noise": noise, "long": [UInt8](repeating: 7, count: 300_000),
    "steps": (0..<5_000).map { UInt8(truncatingIfNeeded: $0 / 3) },
  ]
  static let gzip = zeros(.gzip)
  static let deflate = zeros(.deflate)

  private static func zeros(_ compression: Compression) -> [UInt8] {
    let message = OutgoingMessage([UInt8](repeating: 0, count: 100)).compressed(compression)
    return Array(message.body.dropFirst(MessagePrefix.bytes))
  }

  @Test(
    "what goes compressed comes out as it was",
    arguments: payloads.keys.sorted(),
    [Compression.gzip, .deflate]
  )
  func roundTrip(name: String, compression: Compression) throws {
    let payload = try #require(Self.payloads[name])
    let message = OutgoingMessage(payload).compressed(compression)
    #expect(try message.received(compression) == payload)
    // Noise does not get shorter and goes as it is.
    #expect(message.isCompressed == (message.body.count < payload.count + MessagePrefix.bytes))
  }

  @Test("only what gets shorter is marked as compressed")
  func onlyShorter() {
    #expect(OutgoingMessage([UInt8](repeating: 0, count: 100)).compressed(.gzip).isCompressed)
    #expect(!OutgoingMessage(Self.noise).compressed(.gzip).isCompressed)
    #expect(!OutgoingMessage([]).compressed(.deflate).isCompressed)
    #expect(!OutgoingMessage([1]).compressed(.deflate).isCompressed)
    #expect(
      !OutgoingMessage([UInt8](repeating: 0, count: 100)).compressed(.identity).isCompressed
    )
  }

  @Test("each encoding is in the format of its RFC", arguments: [Compression.gzip, .deflate])
  func formats(compression: Compression) {
    let message = OutgoingMessage([UInt8](repeating: 0, count: 1_000)).compressed(compression)
    let start = Array(message.body.dropFirst(MessagePrefix.bytes).prefix(2))
    #expect(start == (compression == .gzip ? [0x1f, 0x8b] : [0x78, 0x9c]))
  }

  @Test(
    "a body of compressed and plain messages gives the same, split at any byte",
    arguments: [Compression.gzip, .deflate]
  )
  func splits(compression: Compression) throws {
    let messages: [[UInt8]] = [
      [UInt8](repeating: 1, count: 90), [9], [], [UInt8](repeating: 2, count: 99),
    ]
    let flags = [true, false, false, true]
    let body = messages.flatMap { OutgoingMessage($0).compressed(compression).body }
    for cut in 0...body.count {
      var deframer = MessageDeframer(messageBytesMax: 100, compression: compression)
      var found: [[UInt8]] = []
      var compressed: [Bool] = []
      for part in [body[..<cut], body[cut...]] {
        deframer.append(ByteBuffer(bytes: part))
        while let next = try deframer.next() {
          found.append(Array(next.readableBytesView))
          compressed.append(deframer.wasCompressed)
        }
      }
      #expect(found == messages)
      #expect(compressed == flags)
      #expect(deframer.bufferedBytes == 0)
    }
  }

  @Test("a message may expand to the limit, and not by one byte more")
  func limit() throws {
    for compression in [Compression.gzip, .deflate] {
      for count in [100, 5_000, 100_000] {
        let message = OutgoingMessage([UInt8](repeating: 3, count: count)).compressed(compression)
        #expect(try message.received(compression, messageBytesMax: count).count == count)
        #expect(throws: RPCError.self) {
          try message.received(compression, messageBytesMax: count - 1)
        }
      }
    }
  }

  @Test("a bomb ends the call as soon as it is longer than the limit")
  func bomb() throws {
    let bomb = OutgoingMessage([UInt8](repeating: 0, count: 64 << 20)).compressed(.gzip)
    #expect(bomb.body.count < 70_000)
    #expect(bomb.refusal(.gzip, messageBytesMax: 70_000) == .resourceExhausted)
  }

  @Test("every beginning of a compressed message is refused, never taken for the whole")
  func truncated() {
    for compression in [Compression.gzip, .deflate] {
      let whole = OutgoingMessage([UInt8](repeating: 5, count: 400)).compressed(compression)
        .body.dropFirst(MessagePrefix.bytes)
      for count in 0..<whole.count {
        #expect(Array(whole.prefix(count)).refusal(compression) == .internal)
      }
    }
  }

  @Test(
    "bytes in another format are INTERNAL",
    arguments: [
      ([1, 2, 3, 4], .gzip), ([0x1f, 0x8b, 0xff, 0], .gzip),
      // RFC 1950's stream asks for a dictionary.
      ([0x78, 0xbb, 0, 0, 0, 1, 3, 0], .deflate),
      // RFC 1951's bare format.
      ([0x4b, 0x04, 0x00], .deflate),
      (gzip, .deflate), (deflate, .gzip), (deflate + [0], .deflate), (gzip + [0], .gzip),
    ] as [([UInt8], Compression)]
  )
  func foreign(bytes: [UInt8], compression: Compression) {
    #expect(bytes.refusal(compression) == .internal)
  }

  @Test("a flipped bit is found by the checksum or breaks the format")
  func flipped() {
    for compression in [Compression.gzip, .deflate] {
      let whole = Array(
        OutgoingMessage(Array("thịt kho trứng, thịt kho tàu".utf8)).compressed(compression)
          .body.dropFirst(MessagePrefix.bytes)
      )
      // What comes before are gzip's own fields: time, operating system.
      for index in 10..<whole.count {
        var broken = whole
        broken[index] ^= 1
        #expect(broken.refusal(compression) == .internal)
      }
    }
  }

  @Test("the members of a gzip message belong together")
  func members() throws {
    let one = OutgoingMessage([UInt8](repeating: 1, count: 60)).compressed(.gzip).body.dropFirst(5)
    let two = OutgoingMessage([UInt8](repeating: 2, count: 60)).compressed(.gzip).body.dropFirst(5)
    #expect(
      try Array(one + two).expanded(.gzip)
        == [UInt8](repeating: 1, count: 60) + [UInt8](repeating: 2, count: 60)
    )
    #expect(Array(one + two).refusal(.gzip, messageBytesMax: 119) == .resourceExhausted)
  }

  @Test("a stream that failed serves the next message as if nothing had been")
  func reuse() throws {
    for _ in 0..<40 {
      #expect([1, 2, 3].refusal(.gzip) == .internal)
      #expect(try Self.deflate.expanded(.deflate) == [UInt8](repeating: 0, count: 100))
    }
  }

  @Test(
    "the encodings a peer takes are read from its list",
    arguments: [
      ("identity,deflate,gzip", [.gzip, .deflate]), ("identity, deflate, gzip", [.gzip, .deflate]),
      ("gzip", .gzip), ("identity", []), ("", []), (",", []), ("br,snappy", []),
      ("zstd , deflate ", .deflate), ("gzipp", []), ("GZIP", []),
    ] as [(String, Compression.Accepted)]
  )
  func accepted(text: String, expected: Compression.Accepted) throws {
    var fields = HeaderFields()
    fields.append("x", "gzip,deflate")
    fields.append("grpc-accept-encoding", text)
    let range = try #require(fields.first("grpc-accept-encoding")).value
    let accepted = Compression.Accepted(fields, range)
    #expect(accepted == expected)
    #expect(accepted.takes(.identity))
    #expect(accepted.takes(.gzip) == expected.contains(.gzip))
  }
}

// MARK: - Heads

extension CompressionTests {
  @Test(
    "a request says how it is compressed and what may answer it",
    arguments: [
      ([:], .identity, []), (["grpc-encoding": "gzip"], .gzip, []),
      (["grpc-encoding": "deflate", "grpc-accept-encoding": "gzip"], .deflate, .gzip),
      (["grpc-encoding": "identity", "grpc-accept-encoding": "identity"], .identity, []),
    ] as [([String: String], Compression, Compression.Accepted)]
  )
  func heads(
    headers: [String: String],
    compression: Compression,
    accepted: Compression.Accepted
  ) throws {
    let head = try RequestHead(received(headers))
    #expect(head.compression == compression)
    #expect(head.acceptedCompressions == accepted)
  }

  @Test(
    "an encoding that is not known is UNIMPLEMENTED, and the answer says which are",
    arguments: ["br", "snappy", "GZIP", "gzip,deflate", "stream/gzip"]
  )
  func unknown(encoding: String) throws {
    do throws(RequestHead.Rejection) {
      _ = try RequestHead(received(["grpc-encoding": encoding]))
      Issue.record("not refused")
    } catch .status(let error) {
      #expect(error.code == .unimplemented)
      #expect(error.message.contains(encoding))
      #expect(error.metadata["grpc-accept-encoding"] == "identity,deflate,gzip")
    } catch {
      Issue.record("not a status: \(error)")
    }
  }

  /// A head as a session gives it, its names known by token.
  private func received(_ headers: [String: String]) -> HeaderFields {
    let all = headers.merging([
      ":method": "POST", ":path": "/a/b", "content-type": "application/grpc",
    ]) { $1 }
    var block = HeaderFields()
    for (name, value) in all {
      unsafe Array(name.utf8).withUnsafeBytes { name in
        unsafe Array(value.utf8).withUnsafeBytes { value in
          unsafe block.append(token: WireFields.names.token(name), name: name, value: value)
        }
      }
    }
    return block
  }
}

// MARK: - Messages as they travel

extension OutgoingMessage {
  fileprivate init(_ bytes: [UInt8]) {
    self.init(count: bytes.count)
    unsafe payload.copyBytes(from: bytes)
  }

  fileprivate var body: [UInt8] { unsafe Array(chunk.bytes) }

  fileprivate func received(
    _ compression: Compression,
    messageBytesMax: Int = 1 << 20
  ) throws(RPCError) -> [UInt8] {
    var deframer = MessageDeframer(messageBytesMax: messageBytesMax, compression: compression)
    deframer.append(ByteBuffer(bytes: body))
    return try deframer.next().map { Array($0.readableBytesView) } ?? []
  }

  fileprivate func refusal(_ compression: Compression, messageBytesMax: Int) -> StatusCode? {
    do throws(RPCError) {
      _ = try received(compression, messageBytesMax: messageBytesMax)
      return nil
    } catch {
      return error.code
    }
  }
}

extension [UInt8] {
  /// These bytes as the content of a message that is marked as compressed.
  fileprivate func expanded(
    _ compression: Compression,
    messageBytesMax: Int = 1 << 20
  ) throws(RPCError) -> [UInt8] {
    var deframer = MessageDeframer(messageBytesMax: messageBytesMax, compression: compression)
    var body = ByteBuffer(bytes: [1])
    body.writeInteger(UInt32(count))
    body.writeBytes(self)
    deframer.append(body)
    return try deframer.next().map { Array($0.readableBytesView) } ?? []
  }

  fileprivate func refusal(
    _ compression: Compression,
    messageBytesMax: Int = 1 << 20
  ) -> StatusCode? {
    do throws(RPCError) {
      _ = try expanded(compression, messageBytesMax: messageBytesMax)
      return nil
    } catch {
      return error.code
    }
  }
}

/// Bytes that no encoding makes shorter, the same in every run.
enum SeededNoise {
  static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 32)
    }
  }
}
