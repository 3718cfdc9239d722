package import AWS
import NIOCore
package import ServiceKit

/// A topic of Amazon SNS that admins subscribe to.
package struct AlertTopic: AdminAlerts {
  private let client: AWSClient
  private let arn: TopicARN

  /// What a caller waits for at most; the alert is kept and told again.
  private static let timeout = TimeAmount.seconds(10)

  /// `endpoint` is nil for the region's own.
  package init(
    _ arn: TopicARN,
    endpoint: AWS.Endpoint? = nil,
    credentials: CredentialCache,
    pool: HTTPPool
  ) {
    self.arn = arn
    client = AWSClient(
      service: "sns",
      region: arn.region,
      endpoint: endpoint,
      credentials: credentials,
      pool: pool
    )
  }

  package func tell(_ alert: AdminAlert) async throws {
    // Once too often is better than not at all.
    _ = try await client.send(request(alert), isRepeatable: true, deadline: .now() + Self.timeout)
  }

  /// SNS speaks AWS's query protocol: a form.
  private func request(_ alert: AdminAlert) -> AWSRequest {
    let form = [
      ("Action", "Publish"), ("Version", "2010-03-31"), ("TopicArn", arn.text),
      ("Subject", alert.subject), ("Message", alert.text),
    ]
    let body = form.map { "\(URIEncoding.encode($0))=\(URIEncoding.encode($1))" }
    return AWSRequest(
      headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
      body: Array(body.joined(separator: "&").utf8)
    )
  }
}
