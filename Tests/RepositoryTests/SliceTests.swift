import AISuggestion
import CookingHistory
import Foundation
import IngredientValidator
import RatingHandler
import ServiceKit
import Testing

@Suite("Slices of the table")
struct SliceTests {
  private let wirings = [
    AISuggestionService.wiring(seed: { [] }), CookingHistoryService.wiring(),
    RatingHandlerService.wiring(), IngredientValidatorService.wiring(seed: { [] }),
  ]

  @Test("roles are cut by the same prefixes that the services declare")
  func deployed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try Data(contentsOf: root.appending(path: "deploy/slices.json"))
    let deployed = try JSONDecoder().decode([String: Set<String>].self, from: file)
    let declared = Dictionary(uniqueKeysWithValues: wirings.map { ($0.name, Set($0.slice)) })
    #expect(deployed == declared)
  }

  @Test("no key is in the slice of two services")
  func apart() {
    let owned = wirings.flatMap { wiring in wiring.slice.map { (wiring.name, $0) } }
    for (owner, prefix) in owned {
      for (other, otherPrefix) in owned where other != owner {
        #expect(!otherPrefix.hasPrefix(prefix), "\(owner) and \(other)")
      }
    }
  }
}
