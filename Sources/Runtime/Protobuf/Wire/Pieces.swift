/// Where the content of one message lies: one range of the bytes, or several that merge.
///
/// Concatenation is what merging means, so pieces are read one after another and never copied
/// together.
struct Pieces: RandomAccessCollection {
  private let first: Range<Int>
  private var rest: [Range<Int>] = []

  init(_ first: Range<Int>) { self.first = first }

  mutating func append(_ piece: Range<Int>) { rest.append(piece) }

  var startIndex: Int { 0 }
  var endIndex: Int { rest.count + 1 }
  subscript(index: Int) -> Range<Int> { index == 0 ? first : rest[index - 1] }
}
