import AWS
import ServiceKit

/// The bodies of InvokeModel for Anthropic's models: the Messages API in its Bedrock form.
///
///     {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 3000, "system": "…",
///      "messages": [{"role": "user", "content": [{"type": "text", "text": "…"}]}]}
///
///     {"type": "message", "role": "assistant", "content": [{"type": "text", "text": "…"}],
///      "stop_reason": "end_turn", "usage": {"input_tokens": 412, "output_tokens": 871}}
enum MessagesBody {
  private static let version = "bedrock-2023-05-31"

  static func request(_ prompt: TextPrompt) -> [UInt8] {
    var json = JSONWriter(capacity: prompt.system.utf8.count + prompt.user.utf8.count + 256)
    json.object { json in
      json.member("anthropic_version", version)
      json.member("max_tokens", number: prompt.outputTokensMax)
      json.member("system", prompt.system)
      json.name("messages")
      json.array { json in
        json.object { json in
          json.member("role", "user")
          json.name("content")
          json.array { json in
            json.object { json in
              json.member("type", "text")
              json.member("text", prompt.user)
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// Throws `malformed` for everything that is not one message of text with its tokens counted.
  static func completion(_ body: [UInt8]) throws(TextModelError) -> TextCompletion {
    guard body.count <= Limits.answerBytesMax else {
      throw .malformed(reason: "an answer of \(body.count) bytes")
    }
    let json: JSON
    do throws(JSONSyntaxError) { json = try JSON(parsing: body) } catch {
      throw .malformed(reason: "an answer that is no JSON")
    }
    guard json["type"]?.string == "message", json["role"]?.string == "assistant",
      let parts = json["content"]?.elements,
      let stopReason = json["stop_reason"]?.string,
      let input = json["usage"]?["input_tokens"]?.int,
      let output = json["usage"]?["output_tokens"]?.int,
      (0...Limits.tokensMax).contains(input), (0...Limits.tokensMax).contains(output)
    else { throw .malformed(reason: "an answer that is no message") }
    var text = ""
    for part in parts {
      guard part["type"]?.string == "text", let words = part["text"]?.string else {
        throw .malformed(reason: "a message that is not text alone")
      }
      text += words
    }
    return TextCompletion(
      text: text,
      isComplete: stopReason == "end_turn",
      inputTokens: input,
      outputTokens: output
    )
  }
}
