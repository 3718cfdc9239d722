import AWS
import ServiceKit
import TestTables
import Testing

@testable import AlertTopic

@Suite("A topic of SNS")
struct AlertTopicTests {
  private static let credentials = CredentialCache(
    StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test"))
  )

  private func client(_ service: String, _ moto: Moto) -> AWSClient {
    AWSClient(
      service: service,
      region: Moto.region,
      endpoint: moto.endpoint,
      credentials: Self.credentials,
      pool: moto.pool
    )
  }

  private func ask(_ moto: Moto, sns action: String, _ form: [(String, String)]) async throws {
    let fields = [("Action", action), ("Version", "2010-03-31")] + form
    let body = fields.map { "\($0)=\(URIEncoding.encode($1))" }.joined(separator: "&")
    _ = try await client("sns", moto).send(
      AWSRequest(
        headers: [.init("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
        body: Array(body.utf8)
      ),
      isRepeatable: true
    )
  }

  private func ask(_ moto: Moto, sqs action: String, _ body: String) async throws -> JSON {
    let response = try await client("sqs", moto).send(
      AWSRequest(
        headers: [
          .init("content-type", "application/x-amz-json-1.0"),
          .init("x-amz-target", "AmazonSQS.\(action)"),
        ],
        body: Array(body.utf8)
      ),
      isRepeatable: true
    )
    return try JSON(parsing: response.body)
  }

  @Test("who subscribes reads subject and text, whatever is in them")
  func delivery() async throws {
    let moto = try await Moto.shared()
    let arn = try #require(TopicARN("arn:aws:sns:\(Moto.region.name):123456789012:alarms"))
    try await ask(moto, sns: "CreateTopic", [("Name", "alarms")])
    let queue = try await ask(moto, sqs: "CreateQueue", #"{"QueueName":"admin"}"#)
    let url = try #require(queue["QueueUrl"]?.string)
    try await ask(
      moto,
      sns: "Subscribe",
      [
        ("TopicArn", arn.text), ("Protocol", "sqs"),
        ("Endpoint", "arn:aws:sqs:\(Moto.region.name):123456789012:admin"),
      ]
    )
    let topic = AlertTopic(
      arn,
      endpoint: moto.endpoint,
      credentials: Self.credentials,
      pool: moto.pool
    )
    let alert = AdminAlert(subject: "5 people & more + =", text: "“cá rô” 100%\nđi chợ?")
    try await topic.tell(alert)
    let got = try await ask(moto, sqs: "ReceiveMessage", #"{"QueueUrl":"\#(url)"}"#)
    let body = try #require(got["Messages"]?.elements?.first?["Body"]?.string)
    let message = try JSON(parsing: Array(body.utf8))
    #expect(message["Subject"]?.string == alert.subject)
    #expect(message["Message"]?.string == alert.text)
  }

  @Test("a topic that is not there is an error, so that the alert is kept")
  func missing() async throws {
    let moto = try await Moto.shared()
    let arn = try #require(TopicARN("arn:aws:sns:\(Moto.region.name):123456789012:nowhere"))
    let topic = AlertTopic(
      arn,
      endpoint: moto.endpoint,
      credentials: Self.credentials,
      pool: moto.pool
    )
    await #expect(throws: AWSError.self) {
      try await topic.tell(AdminAlert(subject: "a", text: "b"))
    }
  }

  @Test(
    "a name that is no topic's is refused",
    arguments: [
      "", "alarms", "arn:aws:sqs:eu-west-1:123456789012:alarms", "arn:aws:sns::1:alarms",
      "arn:aws:sns:eu-west-1:1:al arms", "arn:aws:sns:eu-west-1:1:alarms:more",
    ]
  )
  func names(text: String) {
    #expect(TopicARN(text) == nil)
  }
}
