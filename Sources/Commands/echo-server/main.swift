import Echo
import Foundation
import Logging
import NIOPosix
import Observability
import RPC
import RPCServices

/// The server that benchmarks and probes call: `echo.Echo` and `echo.Words` behind the whole chain.
struct EchoService: EchoHandler {
  func get(_ request: EchoRequest, context: ServerContext) async throws -> EchoResponse {
    EchoResponse(text: request.text)
  }
}

guard let port = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) else {
  print("usage: echo-server PORT [THREADS]")
  exit(2)
}
let threads = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1
let logger = {
  var logger = Logger(label: "echo-server")
  logger.logLevel = .warning
  return logger
}()
let echo = EchoService().definition
let words = WordsService().definition
let reflection = ReflectionService(
  serving: [echo.name, words.name],
  declaredIn: EchoSchema.registry
)
let services = [echo, words] + reflection.definitions
let methods = services.flatMap(\.methods).map(\.descriptor)
let observer = CallObserver(
  logger: logger,
  metrics: CallMetrics(paths: methods.map(\.path)),
  methods: methods
)
let server = RPCServer(
  services: services,
  observer: observer,
  group: MultiThreadedEventLoopGroup(numberOfThreads: threads)
)
try await server.start(port: port)
// Not `print`: what it writes stays in a buffer when the output is a pipe.
FileHandle.standardOutput.write(Data("ready\n".utf8))
while true { try await Task.sleep(for: .seconds(3_600)) }
