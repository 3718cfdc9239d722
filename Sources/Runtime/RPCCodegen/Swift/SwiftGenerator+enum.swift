import Protobuf

extension SwiftGenerator {
  func write(_ enumeration: EnumSchema, _ out: inout SourceWriter) {
    let name = names.declared(enumeration.path, enumeration.file)
    let cases = SwiftNames.cases(enumeration)
    var seen: Set<Int32> = []
    let distinct = enumeration.values.filter { seen.insert($0.number).inserted }
    let aliases = enumeration.values.filter { value in
      !distinct.contains { $0.name == value.name }
    }
    func caseName(_ value: EnumSchema.Value) -> String { cases[value.name] ?? value.name }

    out.line()
    out.documentation(enumeration.comment)
    out.block("package enum \(name): MessageEnum {") { out in
      for value in distinct {
        out.documentation(value.comment)
        out.line("case \(caseName(value))")
      }
      out.line("/// A number this contract has no name for.")
      out.line("case unrecognized(Int32)")
      for alias in aliases {
        let target = distinct.first { $0.number == alias.number }.map(caseName) ?? ""
        out.line()
        out.documentation(alias.comment)
        out.line("package static var \(caseName(alias)): \(name) { .\(target) }")
      }
      out.line()
      let zero = distinct.first { $0.number == 0 }.map { ".\(caseName($0))" } ?? ".unrecognized(0)"
      out.line("package init() { self = \(zero) }")
      out.line()
      out.block("package init(rawValue: Int32) {") { out in
        out.line("switch rawValue {")
        for value in distinct { out.line("case \(value.number): self = .\(caseName(value))") }
        out.line("default: self = .unrecognized(rawValue)")
        out.line("}")
      }
      out.line()
      out.block("package var rawValue: Int32 {") { out in
        out.line("switch self {")
        for value in distinct { out.line("case .\(caseName(value)): \(value.number)") }
        out.line("case .unrecognized(let number): number")
        out.line("}")
      }
      out.line()
      out.block("package var name: String {") { out in
        out.line("switch self {")
        for value in distinct { out.line("case .\(caseName(value)): \"\(value.name)\"") }
        out.line("case .unrecognized(let number): String(number)")
        out.line("}")
      }
      out.line()
      out.line("/// Every value that has a name.")
      out.block("package static let allCases: [\(name)] = [", closing: "]") { out in
        for value in distinct { out.line(".\(caseName(value)),") }
      }
    }
  }
}
