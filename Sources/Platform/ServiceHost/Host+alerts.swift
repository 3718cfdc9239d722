import AWS
import AlertTopic
import ServiceKit

extension Host {
  /// The topic that the configuration names; nil where admins read the log.
  func makeAlerts() -> (any AdminAlerts)? {
    guard let topic = configuration.alertTopic else { return nil }
    let pool = HTTPPool(group: group)
    closeAtEnd { try await pool.close() }
    let credentials = CredentialChain.standard(
      configuration.aws,
      region: topic.arn.region,
      pool: pool
    )
    return AlertTopic(
      topic.arn,
      endpoint: topic.endpoint,
      credentials: CredentialCache(credentials),
      pool: pool
    )
  }
}
