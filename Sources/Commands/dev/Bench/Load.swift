import Foundation

/// What one server did in one turn.
struct Turn {
  let microsecondsPerCall: Double
  let callsPerSecond: Double
}

/// One burst of calls against one server, each on its own core.
struct Load {
  let connections: Int
  let streams: Int
  let calls: Int
  let body: String
  let core: Int

  /// Starts the server, warms it, loads it, and prints its core time before and after.
  ///
  /// The server is killed outright: a child may have been started with SIGTERM blocked. The name in
  /// /proc/PID/stat has no spaces here, so fields 14 and 15 are user and system time.
  private static let script = """
    set -eu
    out=$(mktemp)
    taskset -c "$CORE" "$SERVER" "$PORT" > "$out" 2>&1 &
    server=$!
    trap 'kill -9 $server 2>/dev/null || true; rm -f "$out"' EXIT
    for i in $(seq 100); do grep -qx ready "$out" && break; sleep 0.1; done
    grep -qx ready "$out" || { cat "$out"; echo "$SERVER does not get ready"; exit 1; }
    load() {
      taskset -c $((CORE + 1)) timeout 300 h2load -n "$1" -c "$CONNECTIONS" -m "$STREAMS" -t 1 \\
        -d "$BODY" -H 'content-type: application/grpc' -H 'te: trailers' \\
        "http://127.0.0.1:$PORT/echo.Echo/Get"
    }
    load $((CALLS / 20)) > /dev/null
    echo "before $(cut -d' ' -f14,15 /proc/$server/stat)"
    load "$CALLS"
    echo "after $(cut -d' ' -f14,15 /proc/$server/stat)"
    """

  func run(_ server: BenchServer) throws -> Turn {
    let variables = [
      "CORE=\(core)", "SERVER=\(server.executable)", "PORT=47113", "CALLS=\(calls)",
      "CONNECTIONS=\(connections)", "STREAMS=\(streams)", "BODY=\(body)",
    ]
    let output = try Shell.require(["env"] + variables + ["bash", "-c", Self.script])
    guard output.contains("\(calls) succeeded"),
      let rate = output.firstMatch(of: /, ([0-9.]+) req\/s/), let callsPerSecond = Double(rate.1),
      let before = Self.ticks("before", output), let after = Self.ticks("after", output)
    else { throw Shell.Failure(description: "\(server.name):\n\(output)") }
    let seconds = Double(after - before) / Double(sysconf(Int32(_SC_CLK_TCK)))
    return Turn(
      microsecondsPerCall: seconds * 1_000_000 / Double(calls),
      callsPerSecond: callsPerSecond
    )
  }

  private static func ticks(_ label: String, _ output: String) -> Int? {
    let line = output.split(separator: "\n").first { $0.hasPrefix(label + " ") }
    let numbers = line?.split(separator: " ").dropFirst().compactMap { Int($0) }
    return numbers?.count == 2 ? numbers?.reduce(0, +) : nil
  }
}
