import Protobuf

/// Finds the route of a method and path.
///
/// Each level is one segment: a literal is tried before `*`, and that before `**`. `**` stands last, so
/// a search visits each node at most once for a path, whatever the path is.
///
///     /v1/recipes            GET            -> 3
///       |-- *                GET            -> 7      verb "" and verbs share a node:
///       |    |-- rating      GET PUT DELETE           :overrideApproval POST -> 9
struct RouteTrie: Sendable {
  private struct Leaf: Sendable {
    let verb: String
    let method: String
    let route: Int
  }

  private struct Node: Sendable {
    var literals: [ExactText: Int] = [:]
    var one: Int?
    var rest: Int?
    var leaves: [Leaf] = []
  }

  enum Match: Sendable, Equatable {
    case found(Int, verb: String)
    /// The path exists, under these methods.
    case wrongMethod(allowed: [String])
    case none
  }

  private var nodes = [Node()]

  /// Adds a route, or answers the one that claims the same method (`*` for all) and shape already.
  mutating func insert(_ template: PathTemplate, method: String, route: Int) -> Int? {
    var index = 0
    for segment in template.segments { index = child(of: index, segment) }
    let verb = template.verb ?? ""
    if let taken = nodes[index].leaves.first(where: { $0.verb == verb && $0.method == method }) {
      return taken.route
    }
    nodes[index].leaves.append(Leaf(verb: verb, method: method, route: route))
    return nil
  }

  private mutating func child(of index: Int, _ segment: PathTemplate.Segment) -> Int {
    let next = nodes.count
    switch segment {
    case .literal(let text):
      if let known = nodes[index].literals[ExactText(text)] { return known }
      nodes[index].literals[ExactText(text)] = next
    case .one:
      if let known = nodes[index].one { return known }
      nodes[index].one = next
    case .rest:
      if let known = nodes[index].rest { return known }
      nodes[index].rest = next
    }
    nodes.append(Node())
    return next
  }

  /// Looks a request up.
  ///
  /// A path whose last segment ends in a verb that is known there is that verb's, even under another
  /// method; any other colon belongs to the segment.
  func match(method: String, path: RequestPath) -> Match {
    if let (stem, verb) = path.splitVerb {
      let match = match(method: method, segments: stem, verb: verb)
      if match != .none { return match }
    }
    return match(method: method, segments: path.segments, verb: "")
  }

  /// Every method that some route has, for `OPTIONS *`.
  var allMethods: [String] { Set(nodes.flatMap { $0.leaves.map(\.method) }).sorted() }

  private func match(method: String, segments: [String], verb: String) -> Match {
    var search = Search(method: method, segments: segments, verb: verb)
    if let route = visit(0, depth: 0, &search) { return .found(route, verb: verb) }
    return search.allowed.isEmpty ? .none : .wrongMethod(allowed: search.allowed.sorted())
  }

  private struct Search {
    let method: String
    let segments: [String]
    let verb: String
    var allowed: Set<String> = []
  }

  private func visit(_ index: Int, depth: Int, _ search: inout Search) -> Int? {
    let node = nodes[index]
    if depth == search.segments.count {
      if let route = leaf(of: node, &search) { return route }
    } else {
      let segment = search.segments[depth]
      if let next = node.literals[ExactText(segment)],
        let route = visit(next, depth: depth + 1, &search)
      {
        return route
      }
      if let next = node.one, !segment.isEmpty,
        let route = visit(next, depth: depth + 1, &search)
      {
        return route
      }
    }
    return node.rest.flatMap { leaf(of: nodes[$0], &search) }
  }

  private func leaf(of node: Node, _ search: inout Search) -> Int? {
    var wildcard: Int?
    for leaf in node.leaves where leaf.verb.isExactly(search.verb) {
      if leaf.method == search.method { return leaf.route }
      if leaf.method == "*" { wildcard = leaf.route }
      search.allowed.insert(leaf.method)
    }
    return wildcard
  }
}
