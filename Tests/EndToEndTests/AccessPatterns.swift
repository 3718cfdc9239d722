import Foundation
import SingleTable

/// What the services' stores say of their keys, in the tables of their doc comments.
///
///     `RATING#<recipe>` / `USER#<user>`            items
///     GSI1 `RATING#USER#<user>`                    what an index lists
struct AccessPatterns {
  struct Pattern: Hashable, CustomStringConvertible {
    let place: Index
    let partition: String
    /// Nil where an index sorts by something that no reader asks for.
    let sort: String?

    var description: String { "\(place) \(partition)" + (sort.map { " / \($0)" } ?? "") }

    func fits(_ item: Item) -> Bool {
      guard let partition = item[place.partitionName]?.stringValue,
        let sort = item[place.sortName]?.stringValue
      else { return false }
      return Self.fits(partition, self.partition) && (self.sort.map { Self.fits(sort, $0) } ?? true)
    }

    /// `<name>` stands for anything without a separator.
    private static func fits(_ key: String, _ pattern: String) -> Bool {
      let keyParts = key.split(separator: "#", omittingEmptySubsequences: false)
      let parts = pattern.split(separator: "#", omittingEmptySubsequences: false)
      guard keyParts.count == parts.count else { return false }
      return zip(keyParts, parts).allSatisfy { key, part in
        part.hasPrefix("<") && part.hasSuffix(">") ? !key.isEmpty : key == part
      }
    }
  }

  let patterns: Set<Pattern>

  /// Reads every table of a store under `Sources/Services`.
  init() throws {
    let services = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Services")
    var patterns: Set<Pattern> = []
    let files = FileManager.default.enumerator(at: services, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where line.hasPrefix("///") && line.contains(" | ") {
        patterns.formUnion(Self.read(line))
      }
    }
    self.patterns = patterns
  }

  private static func read(_ line: Substring) -> [Pattern] {
    line.matches(of: /(?:GSI([123]) )?`([A-Z]+#[^`]*)`(?: \/ `([^`]+)`)?/).compactMap { match in
      let index = match.output.1.flatMap { number in
        Index.secondary.first { $0.partitionName == "GSI\(number)PK" }
      }
      let sort = match.output.3.map(String.init)
      // A partition alone is spoken of, where its keys stand in another line.
      guard index != nil || sort != nil else { return nil }
      return Pattern(place: index ?? .base, partition: String(match.output.2), sort: sort)
    }
  }

  /// The places of an item: its own key, and one for each index that lists it.
  static func places(of item: Item) -> [Index] {
    Index.allCases.filter { item[$0.partitionName] != nil }
  }

  /// Those that no pattern speaks of.
  func unknown(_ items: [Item]) -> Set<String> {
    var unknown: Set<String> = []
    for item in items {
      for place in Self.places(of: item)
      where !patterns.contains(where: { $0.place == place && $0.fits(item) }) {
        let partition = item[place.partitionName]?.stringValue ?? ""
        unknown.insert("\(place) \(partition) / \(item[place.sortName]?.stringValue ?? "")")
      }
    }
    return unknown
  }

  /// Those that no item has.
  func unused(_ items: [Item]) -> Set<Pattern> {
    patterns.filter { pattern in !items.contains(where: pattern.fits) }
  }
}
