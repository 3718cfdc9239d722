import Testing

@testable import AWS

/// The requests of AWS's published test suite for Signature Version 4 that a service of ours can
/// meet: `AKIDEXAMPLE`, 2015-08-30T12:36:00Z, `us-east-1`, `service`.
@Suite("Signature Version 4")
struct SignatureTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    var request: AWSRequest
    let signedHeaders: String
    let signature: String
    var token: String?
    var testDescription: String { name }
  }

  private static func sign(_ vector: Vector) -> String? {
    let credentials = Credentials(
      accessKeyID: "AKIDEXAMPLE",
      secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
      sessionToken: vector.token
    )
    return SignatureV4(service: "service", region: Region("us-east-1"))
      .headers(
        for: vector.request,
        host: "example.amazonaws.com",
        credentials: credentials,
        epochSeconds: 1_440_938_160
      )
      .first { $0.name == "authorization" }?.value
  }

  static let vectors: [Vector] = [
    Vector(
      name: "get-vanilla",
      request: AWSRequest(method: "GET"),
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    Vector(
      name: "get-vanilla-query-order-key",
      request: AWSRequest(
        method: "GET",
        query: [.init("Param2", "value2"), .init("Param1", "value1")]
      ),
      signedHeaders: "host;x-amz-date",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
    ),
    Vector(
      name: "get-vanilla-query-unreserved",
      request: AWSRequest(
        method: "GET",
        query: [
          .init(
            "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
          )
        ]
      ),
      signedHeaders: "host;x-amz-date",
      signature: "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"
    ),
    Vector(
      name: "get-vanilla-utf8-query",
      request: AWSRequest(method: "GET", query: [.init("ሴ", "bar")]),
      signedHeaders: "host;x-amz-date",
      signature: "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"
    ),
    Vector(
      name: "get-header-key-duplicate",
      request: AWSRequest(
        method: "GET",
        headers: [
          .init("My-Header1", "value2"), .init("My-Header1", "value2"),
          .init("My-Header1", "value1"),
        ]
      ),
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
    ),
    Vector(
      name: "get-header-value-trim",
      request: AWSRequest(
        method: "GET",
        headers: [.init("My-Header1", " value1"), .init("My-Header2", " \"a   b   c\"")]
      ),
      signedHeaders: "host;my-header1;my-header2;x-amz-date",
      signature: "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
    ),
    Vector(
      name: "get-utf8",
      request: AWSRequest(method: "GET", path: "/ሴ"),
      signedHeaders: "host;x-amz-date",
      signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"
    ),
    Vector(
      name: "get-space",
      request: AWSRequest(method: "GET", path: "/example space/"),
      signedHeaders: "host;x-amz-date",
      signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"
    ),
    Vector(
      name: "get-relative",
      request: AWSRequest(method: "GET", path: "/example/.."),
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    Vector(
      name: "get-relative-relative",
      request: AWSRequest(method: "GET", path: "/example1/example2/../.."),
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    Vector(
      name: "get-slash",
      request: AWSRequest(method: "GET", path: "//"),
      signedHeaders: "host;x-amz-date",
      signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    ),
    Vector(
      name: "get-slash-pointless-dot",
      request: AWSRequest(method: "GET", path: "/./example"),
      signedHeaders: "host;x-amz-date",
      signature: "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"
    ),
    Vector(
      name: "get-slashes",
      request: AWSRequest(method: "GET", path: "//example//"),
      signedHeaders: "host;x-amz-date",
      signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"
    ),
    Vector(
      name: "post-vanilla",
      request: AWSRequest(method: "POST"),
      signedHeaders: "host;x-amz-date",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    Vector(
      name: "post-vanilla-query",
      request: AWSRequest(method: "POST", query: [.init("Param1", "value1")]),
      signedHeaders: "host;x-amz-date",
      signature: "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"
    ),
    Vector(
      name: "post-header-key-case",
      request: AWSRequest(method: "POST"),
      signedHeaders: "host;x-amz-date",
      signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    ),
    Vector(
      name: "post-header-value-case",
      request: AWSRequest(method: "POST", headers: [.init("My-Header1", "VALUE1")]),
      signedHeaders: "host;my-header1;x-amz-date",
      signature: "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d"
    ),
    Vector(
      name: "post-x-www-form-urlencoded",
      request: AWSRequest(
        method: "POST",
        headers: [.init("Content-Type", "application/x-www-form-urlencoded")],
        body: Array("Param1=value1".utf8)
      ),
      signedHeaders: "content-type;host;x-amz-date",
      signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
    ),
    Vector(
      name: "post-sts-header-before",
      request: AWSRequest(method: "POST"),
      signedHeaders: "host;x-amz-date;x-amz-security-token",
      signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
      token:
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="
    ),
  ]

  @Test("the published requests have the published signatures", arguments: vectors)
  func published(_ vector: Vector) {
    #expect(
      Self.sign(vector)
        == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
        + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)"
    )
  }

  @Test("whatever is signed is part of the signature")
  func everythingCounts() {
    let base = Vector(
      name: "",
      request: AWSRequest(
        path: "/a",
        query: [.init("b", "c")],
        headers: [.init("d", "e")],
        body: Array("f".utf8)
      ),
      signedHeaders: "",
      signature: ""
    )
    var changed = [base, base, base, base, base]
    changed[0].request.method = "GET"
    changed[1].request.path = "/A"
    changed[2].request.query = [.init("b", "C")]
    changed[3].request.headers = [.init("d", "E")]
    changed[4].request.body = Array("F".utf8)
    #expect(Set((changed + [base]).map { Self.sign($0) }).count == 6)
  }

  @Test(
    "moments are written as the calendar has them",
    arguments: [
      (0, "19700101T000000Z"), (1_440_938_160, "20150830T123600Z"),
      (951_782_400, "20000229T000000Z"), (4_107_542_399, "21000228T235959Z"),
      (4_107_542_400, "21000301T000000Z"), (-1, "19691231T235959Z"),
    ] as [(Int64, String)]
  )
  func moments(_ seconds: Int64, _ text: String) {
    #expect(SigningTime(epochSeconds: seconds).text == text)
    let date = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6).prefix(2))"
    let time =
      "\(text.dropFirst(9).prefix(2)):\(text.dropFirst(11).prefix(2)):\(text.dropFirst(13).prefix(2))"
    #expect(ISODate.epochSeconds("\(date)T\(time)Z") == seconds)
  }

  @Test("dates of answers are read")
  func answerDates() {
    #expect(HTTPDate.epochSeconds("Sun, 30 Aug 2015 12:36:00 GMT") == 1_440_938_160)
    #expect(HTTPDate.epochSeconds("yesterday") == nil)
  }
}
