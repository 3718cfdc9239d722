#if DEBUG
  @testable import Gateway
  import Protobuf

  /// A path finds a template exactly when one matches it.
  ///
  ///     input = lines: templates, and the path last
  enum PathRule {
    private static let templatesMax = 16

    static func broken(by input: [UInt8]) -> String? {
      let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      guard let last = lines.last, lines.count <= templatesMax + 1 else { return nil }
      var trie = RouteTrie()
      var templates: [PathTemplate] = []
      for line in lines.dropLast() {
        guard let text = String(validating: line, as: UTF8.self),
          let template = try? PathTemplate(parsing: text)
        else { continue }
        guard !template.segments.dropLast().contains(.rest) else { return "** stands last" }
        if let other = trie.insert(template, method: "GET", route: templates.count) {
          guard templates[other].shape == template.shape else {
            return "templates that claim the same have one shape"
          }
        } else {
          templates.append(template)
        }
      }
      guard let path = RequestPath(last) else { return nil }
      switch trie.match(method: "GET", path: path) {
      case .found(let index, let verb):
        guard matches(templates[index], path) else { return "what is found matches" }
        let variables = templates[index].variables
        return variables.allSatisfy { path.value(of: $0, verb: verb) != nil }
          ? nil : "each variable of what is found has a value"
      case .none:
        return templates.contains { matches($0, path) } ? "what matches is found" : nil
      case .wrongMethod: return "the only method is not wrong"
      }
    }

    private static func matches(_ template: PathTemplate, _ path: RequestPath) -> Bool {
      let segments = template.segments[...]
      guard let verb = template.verb else { return matches(segments, path.segments[...]) }
      guard let (stem, said) = path.splitVerb else { return false }
      return said.isExactly(verb) && matches(segments, stem[...])
    }

    private static func matches(
      _ segments: ArraySlice<PathTemplate.Segment>,
      _ parts: ArraySlice<String>
    ) -> Bool {
      switch (segments.first, parts.first) {
      case (.rest, _), (nil, nil): true
      case (.one, let part?):
        !part.isEmpty && matches(segments.dropFirst(), parts.dropFirst())
      case (.literal(let text), let part?):
        text.isExactly(part) && matches(segments.dropFirst(), parts.dropFirst())
      default: false
      }
    }
  }
#endif
