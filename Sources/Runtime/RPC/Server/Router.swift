import HTTP2

/// A method as the server keeps it: one object, so that a call copies one reference.
final class RoutedMethod: Sendable {
  let descriptor: MethodDescriptor
  let path: [UInt8]
  let run: (@Sendable (ServerCall) async throws -> Void)?

  init(_ definition: MethodDefinition) {
    descriptor = definition.descriptor
    path = Array(definition.descriptor.path.utf8)
    run = definition.run
  }

  func isAt(_ other: UnsafeRawBufferPointer) -> Bool {
    guard path.count == other.count else { return false }
    for index in 0..<path.count where unsafe path[index] != other[index] { return false }
    return true
  }
}

/// Finds a method by the bytes of its path, without making a string of them.
///
/// An object, for a copy would count references to both lists.
final class Router: Sendable {
  private let methods: [RoutedMethod]
  /// Open addressing: place of a method plus one, 0 for empty; at most half full.
  private let slots: [Int]

  init(_ services: [ServiceDefinition]) {
    methods = services.flatMap(\.methods).map(RoutedMethod.init)
    var size = 8
    while size < methods.count * 2 { size *= 2 }
    var slots = [Int](repeating: 0, count: size)
    var known: Set<String> = []
    for (index, method) in methods.enumerated() {
      let path = method.descriptor.path
      precondition(known.insert(path).inserted, "two methods at \(path)")
      var slot = unsafe method.path.withUnsafeBytes { unsafe Self.hash($0) } & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = index + 1
    }
    self.slots = slots
  }

  func method(at path: UnsafeRawBufferPointer) -> RoutedMethod? {
    var slot = unsafe Self.hash(path) & (slots.count - 1)
    while slots[slot] != 0 {
      let method = methods[slots[slot] - 1]
      if unsafe method.isAt(path) { return method }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  // Holds our own paths only, so nobody can make it collide; the ends of paths differ most.
  private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
    var hash: UInt = 0xcbf2_9ce4_8422_2325
    for index in max(0, path.count - 16)..<path.count {
      unsafe hash = (hash ^ UInt(path[index])) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: (hash ^ UInt(path.count)) >> 3)
  }
}
