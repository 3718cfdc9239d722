#if DEBUG
  import NIOCore

  @testable import RPC

  /// A body is cut into the same messages however its bytes come.
  ///
  ///     input = encoding (1 byte) | bytes that come at once (1 byte) | body
  enum BodyRule {
    private static let messageBytesMax = 1024

    static func broken(by input: [UInt8]) -> String? {
      guard input.count >= 2 else { return nil }
      let compression = Compression.allCases[Int(input[0]) % Compression.allCases.count]
      let body = input[2...]
      do {
        let whole = try read(body, compression, piece: max(body.count, 1))
        for piece in [1, max(Int(input[1]), 1)]
        where try read(body, compression, piece: piece) != whole {
          return "in pieces of \(piece) it says the same as whole"
        }
        return nil
      } catch { return error.rule }
    }

    private struct Broken: Error {
      let rule: String
    }

    /// What a body says: its messages, and how it ends.
    private struct Said: Equatable {
      var messages: [ByteBuffer] = []
      var bytesLeft = 0
      var failure: String?
    }

    private static func read(
      _ body: ArraySlice<UInt8>,
      _ compression: Compression,
      piece: Int
    ) throws(Broken) -> Said {
      var deframer = MessageDeframer(messageBytesMax: messageBytesMax, compression: compression)
      var said = Said()
      for start in stride(from: body.startIndex, to: body.endIndex, by: piece) {
        deframer.append(ByteBuffer(bytes: body[start..<min(start + piece, body.endIndex)]))
        while true {
          let isForetold = deframer.hasNext
          let message: ByteBuffer?
          do throws(RPCError) {
            message = try deframer.next()
          } catch {
            guard isForetold else { throw Broken(rule: "a failure is foretold") }
            said.failure = "\(error)"
            return said
          }
          guard isForetold == (message != nil) else {
            throw Broken(rule: "a message is foretold, and what is foretold comes")
          }
          guard let message else { break }
          guard message.readableBytes <= messageBytesMax else {
            throw Broken(rule: "no message is longer than allowed")
          }
          said.messages.append(message)
        }
      }
      said.bytesLeft = deframer.bufferedBytes
      return said
    }
  }
#endif
