import SingleTable
import Testing

@Suite("UUID version 7")
struct UUIDv7Tests {
  @Test("its form is that of RFC 9562")
  func form() throws {
    // The example of RFC 9562 appendix A.6.
    let example = UUIDv7(
      milliseconds: 0x017F_22E2_79B0,
      counter: 0xCC3,
      random: 0x18C4_DC0C_0C07_398F << 2
    )
    #expect(example.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    #expect(UUIDv7("017f22e2-79b0-7cc3-98c4-dc0c0c07398f") == example)
    #expect(example.milliseconds == 1_645_557_742_000)
  }

  @Test("only the canonical form of version 7 is read")
  func parsing() {
    let wrong = [
      "", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
      "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f",
      "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
      "017f22e2+79b0-7cc3-98c4-dc0c0c07398f",
    ]
    for text in wrong { #expect(UUIDv7(text) == nil, "\(text)") }
  }

  @Test("ids ascend, as text too, in one millisecond and when the clock steps back")
  func ascend() {
    let generator = UUIDv7Generator()
    let times: [Int64] = [1000, 1000, 1001, 900, 1002] + Array(repeating: 1002, count: 10_000)
    let ids = times.map { generator.next(at: $0).description }
    for (earlier, later) in zip(ids, ids.dropFirst()) { #expect(earlier < later) }
  }

  @Test("ids of many callers at once are all different")
  func distinct() async {
    let generator = UUIDv7Generator()
    let ids = await withTaskGroup(of: [UUIDv7].self) { group in
      for _ in 0..<8 { group.addTask { (0..<1000).map { _ in generator.next(at: 5) } } }
      return await group.reduce(into: Set<UUIDv7>()) { $0.formUnion($1) }
    }
    #expect(ids.count == 8000)
  }
}
