/// What a decode may cost; bytes from a peer never buy more.
@usableFromInline
package struct DecodeLimits: Sendable {
  /// Nested messages and groups; the other implementations stop at 100 as well.
  package var depthMax: Int
  /// Fields and elements of packed arrays, in all.
  ///
  /// Two wire bytes can make an element of several hundred bytes, so bytes alone are no limit.
  package var elementsMax: Int
  /// Memory under one decode: eight times the largest message the runtime takes in.
  @usableFromInline package var arenaBytesMax: Int

  package init(
    depthMax: Int = 100,
    elementsMax: Int = 1 << 20,
    arenaBytesMax: Int = 32 << 20
  ) {
    self.depthMax = depthMax
    self.elementsMax = elementsMax
    self.arenaBytesMax = arenaBytesMax
  }

  @usableFromInline package static let standard = DecodeLimits()
}
