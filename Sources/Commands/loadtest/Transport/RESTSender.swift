import NIOCore

/// Sends REST requests; each worker has a connection of its own and keeps it alive.
struct RESTSender: Sender {
  private let connections: [HTTPConnection]

  init(
    host: String,
    port: Int,
    connections: Int,
    timeout: Duration,
    group: any EventLoopGroup
  ) {
    self.connections = (0..<connections).map { _ in
      HTTPConnection(host: host, port: port, timeout: timeout, group: group)
    }
  }

  func connect() async throws {
    for connection in connections { try await connection.connect() }
  }

  func send(_ request: Request, worker: Int) async -> Outcome {
    guard case .rest(let message, let bearer) = request else {
      preconditionFailure("a sender of REST requests gets REST requests")
    }
    do {
      let answer = try await connections[worker].send(message, bearer: bearer)
      guard !(200..<300).contains(answer.status) else { return .succeeded }
      return .failed(status: "HTTP \(answer.status)", example: answer.beginning)
    } catch let error as HTTPFailure {
      return .failed(status: error.kind.rawValue, example: error.description)
    } catch {
      return .failed(status: HTTPFailure.Kind.connection.rawValue, example: "\(error)")
    }
  }

  func close() async {
    for connection in connections { await connection.close() }
  }
}
