import AWS
import Foundation
import NIOCore
import RPC
import ServiceKit
import Testing

@testable import BedrockModel

/// Against a server over HTTPS that computes each signature with botocore, and compares path and
/// headers with what botocore itself would send.
@Suite(.serialized)
struct BedrockModelTests {
  private static func completion(_ text: String) -> TextCompletion {
    TextCompletion(text: text, isComplete: true, inputTokens: 412, outputTokens: 871)
  }

  @Test("a request is the one that botocore sends, signed as botocore signs it")
  func wire() async throws {
    try await BedrockServer.run { server in
      let text = "good cá rô phi, gừng & hành \u{1F35A} \"quoted\"\n"
      let answer = try await server.ask(text)
      #expect(answer == .success(Self.completion("heard: \(text.dropFirst(5))")))
      guard case .failure(.refused(let reason)) = try await server.ask("good", secret: "another")
      else {
        Issue.record("a wrong secret was taken")
        return
      }
      #expect(reason.contains("InvalidSignature"))
    }
  }

  @Test("what was not done is asked again, what may have been is not")
  func retries() async throws {
    try await BedrockServer.run { server in
      #expect(try await server.ask("throttled") == .success(Self.completion("after 3")))
      #expect(try await server.ask("busy") == .success(Self.completion("after 2")))
      for scenario in ["broken", "reset"] {
        guard case .failure(.unknownOutcome) = try await server.ask(scenario) else {
          Issue.record("\(scenario) was asked again")
          continue
        }
      }
      guard case .failure(.refused(let reason)) = try await server.ask("refused") else {
        Issue.record("a refusal is one")
        return
      }
      #expect(reason.contains("AccessDenied"))
    }
  }

  @Test("no call outlives its deadline, silent or slow", arguments: ["silent", "slow"])
  func deadline(scenario: String) async throws {
    try await BedrockServer.run { server in
      let start = ContinuousClock.now
      let answer = try await server.ask(scenario, within: .milliseconds(500))
      guard case .failure(.unknownOutcome) = answer else {
        Issue.record("\(answer)")
        return
      }
      #expect(start.duration(to: .now) < .seconds(10))
      guard case .failure(.unavailable) = try await server.ask("good", within: .zero) else {
        Issue.record("asked without time")
        return
      }
    }
  }

  @Test("a cancelled task ends its call at once")
  func cancellation() async throws {
    try await BedrockServer.run { server in
      let taken = try await withThrowingTaskGroup(
        of: Result<TextCompletion, TextModelError>.self,
        returning: Duration.self
      ) { group in
        group.addTask { try await server.ask("silent") }
        _ = try await server.ask("asked 1")
        let left = ContinuousClock.now
        group.cancelAll()
        #expect(try await group.next() == .failure(.cancelled))
        return left.duration(to: .now)
      }
      print("a call of Bedrock ended within \(taken) of its cancellation")
      #expect(taken < .seconds(5))
    }
  }

  @Test("an answer of ten megabytes is not taken in")
  func huge() async throws {
    try await BedrockServer.run { server in
      guard case .failure(let error) = try await server.ask("huge") else {
        Issue.record("it was taken in")
        return
      }
      switch error {
      case .unknownOutcome, .malformed: break
      default: Issue.record("\(error)")
      }
      // The next call has nothing of it.
      #expect(try await server.ask("good x") == .success(Self.completion("heard: x")))
    }
  }

  @Test("what is no message is no answer")
  func malformed() async throws {
    let good = #"{"type":"message","role":"assistant","content":[{"type":"text","text":"a"}],"#
    let usage = #""stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":1}}"#
    let cases = [
      "", "{", "[]", "null", "<html>busy</html>", #"{"message":"ok"}"#,
      good + #""stop_reason":"end_turn"}"#,
      good + #""stop_reason":"end_turn","usage":{"input_tokens":-1,"output_tokens":1}}"#,
      good + #""stop_reason":"end_turn","usage":{"input_tokens":1e99,"output_tokens":1}}"#,
      good + #""stop_reason":null,"usage":{"input_tokens":1,"output_tokens":1}}"#,
      #"{"type":"error","role":"assistant","content":[],"# + usage,
      #"{"type":"message","role":"user","content":[],"# + usage,
      #"{"type":"message","role":"assistant","content":"a","# + usage,
      #"{"type":"message","role":"assistant","content":[{"type":"tool_use"}],"# + usage,
      String(repeating: "[", count: 100_000),
    ]
    try await BedrockServer.run { server in
      for body in cases {
        let text = "answer " + Data(body.utf8).base64EncodedString()
        guard case .failure(.malformed) = try await server.ask(text) else {
          Issue.record("taken: \(body.prefix(100))")
          continue
        }
      }
      let cut = good + usage.replacing("end_turn", with: "max_tokens")
      let answer = try await server.ask("answer " + Data(cut.utf8).base64EncodedString())
      #expect(try answer.get().isComplete == false)
    }
  }
}
