import Contracts
import Echo
import Protobuf

/// Nanoseconds per message, decode and encode, of a small and a large one.
///
/// Run in release: `swift run -c release protobuf-bench`.
@main
struct ProtobufBench {
  static func main() throws {
    // Names of what to measure may be given; everything otherwise.
    let chosen = Set(CommandLine.arguments.dropFirst())
    func isChosen(_ name: String) -> Bool { chosen.isEmpty || chosen.contains(name) }
    let recipe = recipe()
    if isChosen("echo") { measure("echo", EchoRequest(text: String(repeating: "a", count: 30))) }
    if isChosen("recipe") { measure("recipe", recipe) }
    if isChosen("long") {
      measure("long", EchoRequest(text: String(repeating: "a", count: 1 << 20)), rounds: 200)
    }
    if isChosen("json") { try measureJSON(recipe) }
    if isChosen("deep") { for depth in [1, 49] { try measureDeep(depth) } }
  }

  private static func measure<M: Message>(_ name: String, _ message: M, rounds: Int = 200_000) {
    let wire = message.encoded()
    var buffer = [UInt8](repeating: 0, count: wire.count)
    let decode = best(rounds) { (try? M(decoding: wire)) == nil ? 1 : 0 }
    let encode = unsafe buffer.withUnsafeMutableBytes { target in
      best(rounds) {
        unsafe message.encode { _ in unsafe target }
        return 0
      }
    }
    print("\(name): \(wire.count) bytes, decode \(decode) ns, encode \(encode) ns")
  }

  private static func measureJSON(_ recipe: RecipeRecord) throws {
    let json = try recipe.json()
    let wire = recipe.encoded()
    let transcoder = JSONTranscoder(ContractsSchema.registry)
    let read = best(5000) {
      (try? transcoder.wire(from: json, as: RecipeRecord.schema)) == nil ? 1 : 0
    }
    let write = best(5000) {
      (try? transcoder.json(from: wire, as: RecipeRecord.schema)) == nil ? 1 : 0
    }
    print("recipe as JSON: \(json.count) bytes, to wire \(read) ns, from wire \(write) ns")
  }

  /// A long text inside lists in lists, with a field twice at every depth.
  ///
  /// A peer may send it to make each byte cost as often as it is nested; both depths should cost
  /// the same.
  private static func measureDeep(_ depth: Int) throws {
    let text = String(repeating: "a", count: 1 << 20)
    var value: [UInt8] = []
    value.appendField(3, text.utf8)
    for _ in 0..<depth {
      var list: [UInt8] = []
      list.appendField(1, value)
      value = [0x20, 1]  // bool_value, which the list replaces
      value.appendField(6, list)
    }
    let wire = value
    let json = [UInt8](
      (String(repeating: "[", count: depth) + "\"\(text)\"" + String(repeating: "]", count: depth))
        .utf8
    )
    let transcoder = JSONTranscoder(ContractsSchema.registry)
    let schema = Google_Protobuf_Value.schema
    let decode = best(20) { (try? Google_Protobuf_Value(decoding: wire)) == nil ? 1 : 0 }
    let read = best(20) { (try? transcoder.wire(from: json, as: schema)) == nil ? 1 : 0 }
    let write = best(20) { (try? transcoder.json(from: wire, as: schema)) == nil ? 1 : 0 }
    print("1 MiB in \(depth) lists: decode \(decode) ns, to wire \(read) ns, from wire \(write) ns")
  }

  /// The best of five runs, in nanoseconds a round; the work answers how many rounds failed.
  private static func best(_ rounds: Int, _ work: () -> Int) -> Int64 {
    var best = Duration.seconds(3600)
    for _ in 0..<5 {
      var failed = 0
      let elapsed = ContinuousClock().measure {
        for _ in 0..<rounds { failed += work() }
      }
      precondition(failed == 0, "a round failed")
      best = min(best, elapsed)
    }
    let (seconds, attoseconds) = best.components
    return (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / Int64(rounds)
  }

  /// About 1.6 KB with 15 submessages and more, in the two languages of the cookbook.
  private static func recipe() -> RecipeRecord {
    var recipe = RecipeRecord()
    recipe.id = "thit-kho-trung"
    recipe.title = LocalizedText(vi: "Thịt kho trứng", en: "Caramelised pork and eggs")
    recipe.method = .braise
    recipe.cuisine = "vietnamese"
    recipe.servings = 4
    recipe.ingredients = (0..<6).map { index in
      RecipeRecord.Ingredient(ingredientId: "pork_belly_\(index)", quantity: 500, unit: "g")
    }
    recipe.steps = (0..<4).map { _ in
      RecipeRecord.Step(
        text: LocalizedText(
          vi: "Ướp thịt với nước mắm, đường, hành tím băm và tiêu trong ba mươi phút cho thấm đều, "
            + "rồi kho nhỏ lửa với nước dừa cho tới khi thịt mềm.",
          en:
            "Marinate the pork in fish sauce, sugar, shallots and pepper for thirty minutes, then "
            + "simmer it gently in coconut water until it is tender."
        ),
        minutes: 10
      )
    }
    recipe.tags = ["tet", "family"]
    return recipe
  }
}
