/// A DynamoDB set: distinct elements of one type, kept in byte order (numbers by value).
package struct ValueSet<Element: ByteOrdered>: Sendable {
  package private(set) var elements: [Element]

  package init(_ elements: some Sequence<Element>) {
    self.elements = []
    for element in elements.sorted(by: Element.areAscending) {
      if let last = self.elements.last, Element.areSame(last, element) { continue }
      self.elements.append(element)
    }
  }

  package var isEmpty: Bool { elements.isEmpty }
  package var count: Int { elements.count }

  package func contains(_ element: Element) -> Bool {
    elements.contains { Element.areSame($0, element) }
  }

  package func union(_ other: Self) -> Self { Self(elements + other.elements) }

  package func subtracting(_ other: Self) -> Self {
    Self(elements.filter { !other.contains($0) })
  }
}

extension ValueSet: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.elements.elementsEqual(right.elements, by: Element.areSame)
  }
}

extension ValueSet: Sequence {
  package func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
}

extension ValueSet: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Element...) { self.init(elements) }
}
