import Foundation
import Testing
import VietnameseText

@testable import IngredientValidator

@Suite("Folding names")
struct FoldedNameTests {
  @Test(
    "names that read the same fold to the same text",
    arguments: [
      ("Cà  Chua ", "ca chua"),
      ("ĐẬU đũa", "dau dua"),
      ("thịt\u{3000}gà", "thit ga"),
      ("ｃａ\u{3000}ｃｈｕａ", "ca chua"),
      ("ca\u{200B}\u{FEFF} chua\u{AD}", "ca chua"),
      ("\u{A0}nước\tmắm\n", "nuoc mam"),
      ("half-and-half", "half and half"),
      ("cow’s milk", "cows milk"),
      ("cow's milk", "cows milk"),
      ("Crème fraîche", "creme fraiche"),
      ("Æble, Œuf, Groß", "aeble oeuf gross"),
      ("7 Up", "7 up"),
      ("鸡 肉", "鸡 肉"),
      ("  ", ""),
      ("!?", ""),
    ]
  )
  func folds(_ typed: String, _ folded: String) {
    #expect(FoldedName(typed).text == folded)
    #expect(FoldedName(typed.decomposedStringWithCanonicalMapping).text == folded)
    #expect(FoldedName(typed.precomposedStringWithCanonicalMapping).text == folded)
  }

  @Test("every Latin letter with marks is taken apart as Unicode decomposes it")
  func agreesWithUnicode() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x17F, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x218...0x21B, 0x1EA0...0x1EF9,
    ]
    var checked = 0
    for value in ranges.joined() {
      let letter = String(try #require(Unicode.Scalar(value)))
      let parts = letter.lowercased().decomposedStringWithCanonicalMapping
      guard parts.unicodeScalars.count > 1 else { continue }
      let whole = FoldedName(letter)
      let taken = FoldedName(parts)
      #expect(whole.units == taken.units && whole.marks == taken.marks, "\(letter)")
      #expect(whole.hasMarks && whole.units.first.map { $0 < 128 } == true, "\(letter)")
      checked += 1
    }
    #expect(checked > 200)
  }

  @Test("marks tell names apart, wherever a tone is written in its word")
  func exact() {
    #expect(FoldedName("dừa").exact != FoldedName("dứa").exact)
    #expect(FoldedName("dưa").exact != FoldedName("dừa").exact)
    #expect(FoldedName("đu").exact != FoldedName("du").exact)
    #expect(FoldedName("hòa").exact == FoldedName("hoà").exact)
    #expect(FoldedName("hòa bi").exact != FoldedName("hoa bì").exact)
    #expect(FoldedName("ab c").exact != FoldedName("a bc").exact)
  }

  @Test(
    "what cannot be a name is told apart from what can",
    arguments: [
      ("x", NameFormat.Fault.tooShort),
      ("", .tooShort),
      ("   ", .tooShort),
      (" x ", .tooShort),
      ("e\u{301}", .tooShort),
      ("\u{200B}\u{200B}\u{200B}", .tooShort),
      ("123", .withoutLetter),
      ("!!", .withoutLetter),
      ("🍅🍅", .withoutLetter),
      ("1 2", .withoutLetter),
      (String(repeating: "a", count: 101), .tooLong),
      ("a" + String(repeating: "\u{301}", count: 5000), .tooLong),
      (String(repeating: " ", count: 100_000) + "xy", .tooLong),
    ]
  )
  func malformed(_ text: String, _ fault: NameFormat.Fault) {
    #expect(throws: fault) { try NameFormat.check(text) }
  }

  @Test(
    "2 to 100 characters with a letter are a name",
    arguments: [
      "xy", "bò", "7u", "a1", "a!", " ăn ", String(repeating: "ế", count: 100),
      String(repeating: "e\u{302}\u{301}", count: 100),
    ]
  )
  func wellFormed(_ text: String) throws {
    _ = try NameFormat.check(text)
  }
}
