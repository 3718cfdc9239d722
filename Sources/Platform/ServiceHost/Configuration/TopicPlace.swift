package import AWS
package import AlertTopic

/// Where admins are told what they should know.
package struct TopicPlace: Sendable, Equatable {
  package let arn: TopicARN
  /// Nil for the region's own.
  package let endpoint: Endpoint?

  init(parsing text: String, aws: AWSVariables) throws(ConfigurationRule) {
    guard let arn = TopicARN(text) else { throw "must be arn:aws:sns:REGION:ACCOUNT:NAME" }
    self.arn = arn
    endpoint = try aws.snsEndpoint.map { url throws(ConfigurationRule) in
      guard let endpoint = Endpoint(url) else {
        throw "AWS_ENDPOINT_URL_SNS must be http(s)://host:port"
      }
      return endpoint
    }
  }
}
