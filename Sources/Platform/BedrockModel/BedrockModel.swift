package import AWS
import NIOCore
package import RPC
package import ServiceKit

/// A language model on Amazon Bedrock, asked by InvokeModel.
///
/// Asked again only where nothing was done: a second answer would be paid as well.
package struct BedrockModel: TextModel {
  /// Answers well and fast for its price.
  package static let standardModelID = "anthropic.claude-3-haiku-20240307-v1:0"

  private let client: AWSClient
  private let path: String

  /// `endpoint` is nil for the region's own.
  package init(
    modelID: String = Self.standardModelID,
    region: Region,
    endpoint: AWS.Endpoint? = nil,
    credentials: CredentialCache,
    pool: HTTPPool
  ) {
    client = AWSClient(
      service: "bedrock",
      region: region,
      endpoint: endpoint ?? AWS.Endpoint(service: "bedrock-runtime", region: region),
      credentials: credentials,
      pool: pool,
      policy: RetryPolicy(
        attemptsMax: Limits.attemptsMax,
        firstPause: Limits.firstPause,
        pauseMax: Limits.pauseMax,
        attemptTimeout: Limits.attemptTimeout
      ),
      responseBytesMax: Limits.answerBytesMax
    )
    path = "/model/\(URIEncoding.encode(modelID))/invoke"
  }

  package func complete(
    _ prompt: TextPrompt,
    until deadline: Deadline
  ) async throws(TextModelError) -> TextCompletion {
    let request = AWSRequest(
      path: path,
      headers: [.init("content-type", "application/json"), .init("accept", "application/json")],
      body: MessagesBody.request(prompt)
    )
    let response: AWSResponse
    do throws(AWSError) {
      response = try await client.send(
        request,
        isRepeatable: false,
        deadline: .uptimeNanoseconds(deadline.uptimeNanoseconds)
      )
    } catch {
      throw Task.isCancelled ? .cancelled : TextModelError(error)
    }
    return try MessagesBody.completion(response.body)
  }
}

extension TextModelError {
  init(_ error: AWSError) {
    switch error {
    case .refused(let error): self = .refused(reason: "\(error)")
    case .throttled(let error): self = .unavailable(reason: "\(error)")
    case .unavailable(let reason): self = .unavailable(reason: reason)
    case .unknownOutcome(let reason): self = .unknownOutcome(reason: reason)
    case .deadlineExceeded(let mayHaveTakenEffect):
      self =
        mayHaveTakenEffect
        ? .unknownOutcome(reason: "no answer in time") : .unavailable(reason: "no time left")
    }
  }
}
