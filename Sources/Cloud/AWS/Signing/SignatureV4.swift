import Crypto

/// AWS Signature Version 4 in the `Authorization` header; a pure function of its inputs.
///
///     AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/dynamodb/aws4_request,
///       SignedHeaders=host;x-amz-date, Signature=5fa0…
package struct SignatureV4: Sendable {
  /// The name that signatures have for the service, as in `dynamodb`.
  package let service: String
  package let region: Region

  package init(service: String, region: Region) {
    self.service = service
    self.region = region
  }

  /// The headers that make `request` a signed one, `host` left out: the connection writes it.
  ///
  /// `host` is the value of the `Host` header as it is sent, `epochSeconds` the service's time: it
  /// refuses what differs by more than five minutes.
  package func headers(
    for request: AWSRequest,
    host: String,
    credentials: Credentials,
    epochSeconds: Int64
  ) -> [AWSRequest.Field] {
    let time = SigningTime(epochSeconds: epochSeconds)
    var headers = request.headers
    headers.append(.init("x-amz-date", time.text))
    if let token = credentials.sessionToken {
      headers.append(.init("x-amz-security-token", token))
    }
    let canonical = CanonicalRequest(request, headers: headers + [.init("host", host)])
    let scope = "\(time.date)/\(region.name)/\(service)/aws4_request"
    let signature = Hexadecimal.encode(
      HMAC<SHA256>.authenticationCode(
        for: Array(stringToSign(canonical, time: time, scope: scope).utf8),
        using: key(credentials.secretAccessKey, date: time.date)
      )
    )
    headers.append(
      .init(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
          + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
      )
    )
    return headers
  }

  private func stringToSign(
    _ canonical: CanonicalRequest,
    time: SigningTime,
    scope: String
  ) -> String {
    let hash = Hexadecimal.encode(SHA256.hash(data: Array(canonical.text.utf8)))
    return "AWS4-HMAC-SHA256\n\(time.text)\n\(scope)\n\(hash)"
  }

  /// The secret narrowed to one day, region and service.
  private func key(_ secret: String, date: String) -> SymmetricKey {
    var key = SymmetricKey(data: Array("AWS4\(secret)".utf8))
    for part in [date, region.name, service, "aws4_request"] {
      key = SymmetricKey(
        data: Array(HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
      )
    }
    return key
  }
}
