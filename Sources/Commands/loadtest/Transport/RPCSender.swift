import NIOCore
import RPC

/// Sends RPCs over a number of HTTP/2 connections.
struct RPCSender: Sender {
  private let target: Target
  private let channels: [ClientChannel]
  private let timeout: Duration

  /// Every connection lives on the one loop of `group`.
  init(target: Target, connections: Int, timeout: Duration, group: any EventLoopGroup) {
    self.target = target
    self.timeout = timeout
    channels = (0..<connections).map { _ in ClientChannel(target: target, group: group) }
  }

  /// Asks for the health of each connection's peer: any answer is one, and shows who is there.
  func connect() async throws {
    let check = MethodDescriptor(service: "grpc.health.v1.Health", name: "Check")
    for channel in channels {
      do {
        _ = try await channel.unary(check, bytes: [], options: CallOptions(timeout: timeout))
      } catch let error as RPCError where [.unavailable, .deadlineExceeded].contains(error.code) {
        throw UsageError("nobody answers at \(target): \(error.message)")
      } catch is RPCError {
        // A server without a health service answers so.
      }
    }
  }

  func send(_ request: Request, worker: Int) async -> Outcome {
    guard case .rpc(let method, let bytes, let bearer) = request else {
      preconditionFailure("a sender of RPCs gets RPCs")
    }
    var options = CallOptions(timeout: timeout)
    if let bearer { options.metadata.append("authorization", "Bearer \(bearer)") }
    do {
      _ = try await channels[worker % channels.count].unary(method, bytes: bytes, options: options)
      return .succeeded
    } catch {
      let error = RPCError(from: error)
      return .failed(status: error.code.name, example: error.message)
    }
  }

  func close() async {
    for channel in channels { await channel.close() }
  }
}
