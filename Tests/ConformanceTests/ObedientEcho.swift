import Echo
import RPC
import Synchronization

/// An echo that does what the text of a request asks for, so that a client can bring about all that
/// a server may do.
///
///     fail CODE MESSAGE   ends with this status        size N     answers N bytes
///     fail-rich           ends with details            deadline   milliseconds left, or none
///     break               throws what is no status     peer       the caller's address
///     wait                until it is cancelled        name       which server this is
///     waiting, cancelled  how many do, and were        drain      stops the server gracefully
///     hold N              answers after N ms           else       answers the text
///
/// As gRPC's interop servers it sends `x-grpc-test-echo-initial` and `-trailing-bin` back.
final class ObedientEcho: EchoHandler {
  private static let initial = "x-grpc-test-echo-initial"
  private static let trailing = "x-grpc-test-echo-trailing-bin"

  private let name: String
  private let drain: @Sendable () -> Void
  private let waiting = Atomic(0)
  private let cancelled = Atomic(0)

  init(name: String, drain: @escaping @Sendable () -> Void) {
    self.name = name
    self.drain = drain
  }

  func get(_ request: EchoRequest, context: ServerContext) async throws -> EchoResponse {
    for value in context.metadata.values(Self.initial) {
      context.responseMetadata.append(Self.initial, value)
    }
    for value in context.metadata.values(binary: Self.trailing) {
      context.trailingMetadata.append(binary: Self.trailing, value)
    }
    return EchoResponse(text: try await answer(request.text, context))
  }

  private func answer(_ text: String, _ context: ServerContext) async throws -> String {
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let number = words.count > 1 ? Int(words[1]) : nil
    switch (words.first ?? "", number) {
    case ("fail", let number?): throw Self.failure(number, words.count > 2 ? words[2] : "")
    case ("fail-rich", _): throw Self.richFailure
    case ("break", _): throw Internals(secret: "secret")
    case ("size", let number?): return String(repeating: "x", count: number)
    case ("hold", let number?):
      try await Task.sleep(for: .milliseconds(number))
      return "held"
    case ("wait", _): return try await waitUntilCancelled()
    case ("waiting", _): return "\(waiting.load(ordering: .relaxed))"
    case ("cancelled", _): return "\(cancelled.load(ordering: .relaxed))"
    case ("deadline", _):
      return context.deadline.map { "\(Int($0.remaining() / .milliseconds(1)))" } ?? "none"
    case ("peer", _): return context.peer
    case ("name", _): return name
    case ("drain", _):
      drain()
      return "draining"
    default: return text
    }
  }

  private func waitUntilCancelled() async throws -> String {
    waiting.wrappingAdd(1, ordering: .relaxed)
    defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
    do {
      try await Task.sleep(for: .seconds(60))
      return "nobody cancelled"
    } catch {
      cancelled.wrappingAdd(1, ordering: .relaxed)
      throw error
    }
  }
}

// MARK: - What it fails with

extension ObedientEcho {
  private struct Internals: Error {
    let secret: String
  }

  private static func failure(_ number: Int, _ message: Substring) -> RPCError {
    RPCError(
      code: UInt8(exactly: number).flatMap(StatusCode.init) ?? .unknown,
      message: String(message)
    )
  }

  private static let richFailure = RPCError(
    code: .invalidArgument,
    message: "names[2]: ☺ 100%",
    details: [
      .badRequest([
        .init(field: "names[2]", description: "☺ 100%"),
        .init(field: "names[3]", description: "is empty"),
      ]),
      .errorInfo(reason: "NAME_TOO_LONG", domain: "smart-cooking", metadata: ["most": "100"]),
      .retryInfo(delay: .milliseconds(1_500)),
    ]
  )
}
