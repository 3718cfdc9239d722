import Foundation

/// JSON text with places that each request fills anew.
///
///     {"recipe_id":"{{pick:pho-bo|canh-chua}}","idempotency_key":"{{uuid}}"}
///
/// | place | filled with |
/// |---|---|
/// | `{{user}}` | the user in whose name the request is sent |
/// | `{{counter}}` | number of the request in this run, from 0 |
/// | `{{uuid}}` | a random UUID |
/// | `{{pick:a\|b\|c}}` | one of the choices |
struct Template: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case text(String)
    case user
    case counter
    case uuid
    case pick([String])
  }

  /// What a request is filled with.
  struct Filling: Sendable {
    var user: String
    var counter: Int
  }

  let parts: [Part]

  init(parsing text: String) throws(UsageError) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.range(of: "{{") {
      if open.lowerBound > rest.startIndex {
        parts.append(.text(String(rest[..<open.lowerBound])))
      }
      rest = rest[open.upperBound...]
      guard let close = rest.range(of: "}}") else {
        throw UsageError("--template: a {{ is not closed by }}")
      }
      parts.append(try Self.place(String(rest[..<close.lowerBound])))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  private static func place(_ name: String) throws(UsageError) -> Part {
    switch name {
    case "user": return .user
    case "counter": return .counter
    case "uuid": return .uuid
    default:
      guard name.hasPrefix("pick:"), name.count > 5 else {
        throw UsageError(
          "--template: {{\(name)}} is none of {{user}} {{counter}} {{uuid}} {{pick:a|b}}"
        )
      }
      let choices = name.dropFirst(5).split(separator: "|", omittingEmptySubsequences: false)
      return .pick(choices.map(String.init))
    }
  }

  func filled(_ filling: Filling, using random: inout some RandomNumberGenerator) -> String {
    filled(filling) { choices in choices[Int.random(in: choices.indices, using: &random)] }
  }

  /// Texts in which each choice stands at least once, to check before the start.
  var samples: [String] {
    let choicesMax =
      parts.map { part in
        if case .pick(let choices) = part { choices.count } else { 1 }
      }.max() ?? 1
    return (0..<choicesMax).map { turn in
      filled(Filling(user: "somebody", counter: turn)) { $0[turn % $0.count] }
    }
  }

  private func filled(_ filling: Filling, pick: ([String]) -> String) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .user: text += filling.user
      case .counter: text += String(filling.counter)
      case .uuid: text += UUID().uuidString.lowercased()
      case .pick(let choices): text += pick(choices)
      }
    }
    return text
  }
}
