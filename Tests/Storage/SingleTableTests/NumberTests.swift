import SingleTable
import Testing

@Suite("Numbers")
struct NumberTests {
  private static let nines = String(repeating: "9", count: 38)

  @Test("text is read and written in the shortest plain form")
  func text() {
    let cases = [
      ("0", "0"), ("-0", "0"), ("00012", "12"), ("1.50", "1.5"), ("-.5", "-0.5"), ("5.", "5"),
      ("1e3", "1000"), ("1E-3", "0.001"), ("+7", "7"), ("12300", "12300"), ("-12.5e1", "-125"),
      ("0.000", "0"), ("100000000000000000000000000000000000000000", "1E+41"),
      ("1.0000000000000000000000000000000000000000000000", "1"), (nines, nines),
      ("-0.\(nines)", "-0.\(nines)"), ("1E125", "1E+125"), ("1E-130", "1E-130"),
      ("10.01", "10.01"), ("9007199254740993", "9007199254740993"),
    ]
    for (input, output) in cases {
      #expect(Number(input)?.description == output, "\(input)")
      #expect(Number(output) == Number(input))
    }
  }

  private var nines: String { Self.nines }

  @Test("what is no number, or too long, or out of range, is refused")
  func refused() {
    let cases = [
      "", "-", ".", "1.2.3", "1e", "abc", "1 ", " 1", "--1", "NaN", "inf", "1e5.5", "0x1",
      nines + "9", "1.\(nines)", "1E126", "1E-131", "1e99999999999999999999", "１",
    ]
    for input in cases { #expect(Number(input) == nil, "\(input)") }
  }

  @Test("numbers compare by value")
  func comparison() throws {
    let ascending = [
      "-1E125", "-\(nines)", "-10", "-9.99", "-1", "-0.1", "-1E-130", "0", "1E-130", "0.09",
      "0.1", "0.10000000000000000000000000000000000001", "0.2", "1", "1.5", "2", "9", "10", "11",
      "99.5", "100", nines, "1E38", "1E125",
    ]
    let numbers = try ascending.map { try #require(Number($0)) }
    for (i, left) in numbers.enumerated() {
      for (j, right) in numbers.enumerated() {
        #expect((left < right) == (i < j), "\(left) < \(right)")
        #expect((left == right) == (i == j))
      }
    }
    #expect(Number("1.0") == Number("1"))
    #expect(Number("100") == Number("1e2"))
  }

  @Test("sums are exact or refused")
  func sums() throws {
    let cases: [(String, String, String?)] = [
      ("0.1", "0.2", "0.3"), ("5", "-5", "0"), ("0", "7", "7"),
      ("1E20", "1", "100000000000000000001"),
      (nines, "1", "1E38"), (nines, nines, nil), (nines, "-1", String(nines.dropLast()) + "8"),
      ("1E37", "0.1", nil), ("1E36", "0.1", "1\(String(repeating: "0", count: 36)).1"),
      ("1E125", "1E-130", nil), ("9E125", "9E125", nil), ("-0.5", "0.25", "-0.25"),
    ]
    for (left, right, sum) in cases {
      let result = try #require(Number(left)).adding(try #require(Number(right)))
      #expect(result == sum.flatMap { Number($0) }, "\(left) + \(right)")
    }
  }

  @Test("whole numbers and doubles come back")
  func conversions() {
    for value in [0, 1, -1, 10, 1000, Int.max, Int.min] { #expect(Number(value).int == value) }
    #expect(Number("1.5")?.int == nil)
    #expect(Number("9223372036854775808")?.int == nil)
    #expect(Number("1E30")?.int == nil)
    for value in [0.0, 4.5, -0.1, 1e-7, 1e21, 3.14159] { #expect(Number(value)?.double == value) }
    #expect(Number(Double.infinity) == nil)
    #expect(Number(Double.nan) == nil)
  }

  @Test("comparison and sums agree with integer arithmetic")
  func random() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("NumberTests.random: seed \(seed)")
    var source = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let left = Int64.random(in: -1_000_000...1_000_000, using: &source)
      let right = Int64.random(in: -1_000_000...1_000_000, using: &source) / 1000 * 100
      #expect((Number(left) < Number(right)) == (left < right))
      #expect(Number(left).adding(Number(right)) == Number(left + right))
    }
  }
}
