/// A map of attributes, ordered by name; with `PK` and `SK` in it, one row of the table.
///
/// A sorted array rather than a dictionary: rows have a dozen attributes, and names compare by
/// bytes.
package struct Item: Sendable, Equatable {
  package struct Attribute: Sendable, Equatable {
    package var name: String
    package var value: AttributeValue

    package init(name: String, value: AttributeValue) {
      self.name = name
      self.value = value
    }

    package static func == (left: Attribute, right: Attribute) -> Bool {
      String.areSame(left.name, right.name) && left.value == right.value
    }
  }

  package private(set) var attributes: [Attribute]

  package init() { attributes = [] }

  package init(_ key: Key) {
    attributes = [
      Attribute(name: AttributeName.partition, value: .string(key.partition)),
      Attribute(name: AttributeName.sort, value: .string(key.sort)),
    ]
  }

  /// `Item(Key("RATING#pho", "STATS"), ["sum": 9, "count": 2])`.
  package init(_ key: Key, _ attributes: KeyValuePairs<String, AttributeValue>) {
    self.init(key)
    for (name, value) in attributes { self[name] = value }
  }

  package init(_ attributes: KeyValuePairs<String, AttributeValue>) {
    self.init()
    for (name, value) in attributes { self[name] = value }
  }

  /// Takes attributes that are already in ascending order of their names' bytes.
  package init(ascending attributes: [Attribute]) { self.attributes = attributes }

  package var isEmpty: Bool { attributes.isEmpty }
  package var count: Int { attributes.count }

  /// Setting nil removes the attribute.
  package subscript(name: String) -> AttributeValue? {
    get {
      let index = position(of: name)
      return holds(name, at: index) ? attributes[index].value : nil
    }
    set {
      let index = position(of: name)
      switch (holds(name, at: index), newValue) {
      case (true, let value?): attributes[index].value = value
      case (true, nil): attributes.remove(at: index)
      case (false, let value?):
        attributes.insert(Attribute(name: name, value: value), at: index)
      case (false, nil): break
      }
    }
  }

  /// The primary key, when both halves are there as strings.
  package var key: Key? {
    guard let partition = self[AttributeName.partition]?.stringValue,
      let sort = self[AttributeName.sort]?.stringValue
    else { return nil }
    return Key(partition, sort)
  }

  /// Names and values in bytes, by DynamoDB's published rule.
  package var storedBytes: Int {
    attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.storedBytes }
  }

  /// Sets the keys under which `index` lists this item.
  package mutating func setIndex(_ index: Index, partition: String, sort: String) {
    self[index.partitionName] = .string(partition)
    self[index.sortName] = .string(sort)
  }

  /// Takes this item out of `index`.
  package mutating func clearIndex(_ index: Index) {
    self[index.partitionName] = nil
    self[index.sortName] = nil
  }

  /// Keeps only these attributes and the key.
  package func projected(to names: [String]) -> Item {
    Item(
      ascending: attributes.filter { attribute in
        names.contains { String.areSame($0, attribute.name) }
          || attribute.name == AttributeName.partition || attribute.name == AttributeName.sort
      }
    )
  }

  private func holds(_ name: String, at index: Int) -> Bool {
    index < attributes.count && String.areSame(attributes[index].name, name)
  }

  /// Where `name` is or would be inserted.
  private func position(of name: String) -> Int {
    var (low, high) = (0, attributes.count)
    while low < high {
      let middle = (low + high) / 2
      if String.areAscending(attributes[middle].name, name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension Item {
  /// Epoch seconds from which on this item no longer exists; nil for an item that stays.
  package var ttl: Int64? {
    self[AttributeName.ttl]?.numberValue?.int.map(Int64.init)
  }

  /// Whether readers must act as if this item were not there.
  package func isExpired(at epochSeconds: Int64) -> Bool {
    ttl.map { $0 <= epochSeconds } ?? false
  }

  package var version: Int? { self[AttributeName.version]?.intValue }
}

extension Item: Sequence {
  package func makeIterator() -> IndexingIterator<[Attribute]> { attributes.makeIterator() }
}
