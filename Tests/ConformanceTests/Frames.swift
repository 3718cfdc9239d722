import Echo
import Foundation
import Protobuf
import TestPrograms

/// The frames of one call's stream, as nghttp saw them.
///
///     [  0.001] recv (stream_id=13) grpc-status: 0
///     [  0.001] recv HEADERS frame <length=15, flags=0x05, stream_id=13>
struct Frames {
  struct Frame {
    let kind: String
    let endsStream: Bool
    /// Of a HEADERS frame alone.
    let fields: [String: String]
  }

  private(set) var received: [Frame] = []

  /// Calls `echo.Echo/Get` with nghttp.
  static func answering(
    _ text: String,
    at target: String,
    headers: [String] = []
  ) async throws -> Frames {
    let message = EchoRequest(text: text).encoded()
    let prefix: [UInt8] = [0] + (0..<4).reversed().map { UInt8(message.count >> ($0 * 8) & 0xff) }
    let body = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(prefix + message).write(to: body)
    defer {
      // What is left in the folder of temporary files does no harm.
      try? FileManager.default.removeItem(at: body)
    }
    let lines = (["content-type: application/grpc", "te: trailers"] + headers).flatMap {
      ["-H", $0]
    }
    let output = try await Program.output(
      "/usr/bin/nghttp",
      ["--verbose", "--null-out", "--timeout", "10", "--data", body.path()] + lines
        + ["-H", ":method: POST", "http://\(target)/echo.Echo/Get"]
    )
    return Frames(log: output)
  }

  private init(log: String) {
    var fields: [String: String] = [:]
    for line in log.split(separator: "\n") {
      if let match = line.firstMatch(of: #/recv \(stream_id=\d+\) (:?[^:]+): (.*)$/#) {
        fields[String(match.output.1)] = String(match.output.2)
      } else if let match = line.firstMatch(
        of: #/recv (HEADERS|DATA) frame <length=\d+, flags=0x(\w+),/#
      ) {
        let flags = Int(match.output.2, radix: 16) ?? 0
        received.append(
          Frame(kind: String(match.output.1), endsStream: flags & 1 == 1, fields: fields)
        )
        fields = [:]
      }
    }
  }
}
