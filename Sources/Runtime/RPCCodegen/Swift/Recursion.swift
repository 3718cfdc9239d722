import Protobuf

/// Tells which messages contain themselves through single fields, which a struct cannot.
struct Recursion {
  private let reachable: [[Bool]]
  private let indexOfName: [String: Int]

  init(_ registry: SchemaRegistry) {
    var indexOfName: [String: Int] = [:]
    for (index, message) in registry.messages.enumerated() { indexOfName[message.fullName] = index }
    let edges = registry.messages.map { message in
      message.fields.filter { !$0.isRepeated }
        .compactMap { $0.message.flatMap { indexOfName[$0.fullName] } }
    }
    reachable = edges.indices.map { start in
      var seen = Array(repeating: false, count: edges.count)
      var todo = edges[start]
      while let next = todo.popLast() {
        if seen[next] { continue }
        seen[next] = true
        todo += edges[next]
      }
      return seen
    }
    self.indexOfName = indexOfName
  }

  /// Whether `field` of `message` leads back to `message`.
  func isRecursive(_ field: FieldSchema, of message: MessageSchema) -> Bool {
    guard !field.isRepeated, let type = field.message, let from = indexOfName[type.fullName],
      let to = indexOfName[message.fullName]
    else { return false }
    return from == to || reachable[from][to]
  }
}
