import NIOPosix
import RPC

let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 7003
let echo = ServiceDefinition(
  name: "echo.Echo",
  methods: [
    .unaryBytes(MethodDescriptor(service: "echo.Echo", name: "Get")) { bytes, _ in bytes }
  ]
)
let server = RPCServer(services: [echo], group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
try await server.start(port: port)
print("ready")
while true { try await Task.sleep(for: .seconds(3_600)) }
