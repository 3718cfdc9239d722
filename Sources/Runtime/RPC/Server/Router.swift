import HTTP2

/// A method as the server keeps it: one object, so that a call copies one reference.
final class RoutedMethod: Sendable {
  let descriptor: MethodDescriptor
  let run: (@Sendable (ServerCall) async throws -> Void)?

  init(_ definition: MethodDefinition) {
    descriptor = definition.descriptor
    run = definition.run
  }
}

/// Finds a method by the bytes of its path, without making a string of them.
struct Router: Sendable {
  private let methods: [RoutedMethod]
  private let paths: [[UInt8]]
  /// Open addressing: place of a method plus one, 0 for empty; at most half full.
  private let slots: [Int]

  init(_ services: [ServiceDefinition]) {
    methods = services.flatMap(\.methods).map(RoutedMethod.init)
    paths = methods.map { Array($0.descriptor.path.utf8) }
    var size = 8
    while size < methods.count * 2 { size *= 2 }
    var slots = [Int](repeating: 0, count: size)
    for (index, path) in paths.enumerated() {
      var slot = Self.hash(path[...]) & (size - 1)
      while slots[slot] != 0 {
        precondition(
          paths[slots[slot] - 1] != path,
          "two methods at \(methods[index].descriptor.path)"
        )
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = index + 1
    }
    self.slots = slots
  }

  subscript(path: ArraySlice<UInt8>) -> RoutedMethod? {
    var slot = Self.hash(path) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = slots[slot] - 1
      if paths[index].count == path.count, paths[index].elementsEqual(path) {
        return methods[index]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  // The table holds our own paths only, so nobody can make it collide; the ends of paths differ most.
  private static func hash(_ path: ArraySlice<UInt8>) -> Int {
    var hash: UInt = 0xcbf2_9ce4_8422_2325
    for byte in path.suffix(16) { hash = (hash ^ UInt(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ UInt(path.count)) >> 3)
  }
}
