package import AWS
import Foundation
package import NIOCore

extension DynamoDBConnection {
  /// The table of that name where the services would find it, in the region and at the endpoint
  /// that the environment tells.
  package init(
    named name: String,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    group: any EventLoopGroup,
    policy: RetryPolicy
  ) throws(ConfigurationError) {
    let aws = AWSVariables { environment[$0] }
    let text = "dynamodb:\(name)"
    let place: TablePlace
    do throws(ConfigurationRule) {
      place = try TablePlace(parsing: text, aws: aws)
    } catch { throw ConfigurationError(variable: text, rule: error.text) }
    guard case .dynamodb(_, let region, let endpoint) = place else {
      preconditionFailure("\(text) is a table of DynamoDB")
    }
    self.init(
      name: name,
      region: region,
      endpoint: endpoint,
      aws: aws,
      group: group,
      policy: policy
    )
  }
}
