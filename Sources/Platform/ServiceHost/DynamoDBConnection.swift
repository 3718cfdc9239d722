package import AWS
package import DynamoDBTable
package import NIOCore

/// A table of DynamoDB and the connections by which it is asked, which whoever makes it closes.
package struct DynamoDBConnection: Sendable {
  package let table: DynamoDBTable
  private let pool: HTTPPool

  /// Sends nothing yet; credentials come from where `aws` says.
  package init(
    name: String,
    region: Region,
    endpoint: Endpoint?,
    aws: AWSVariables,
    group: any EventLoopGroup,
    policy: RetryPolicy = RetryPolicy(),
    options: DynamoDBTable.Options = DynamoDBTable.Options()
  ) {
    pool = HTTPPool(group: group)
    let client = AWSClient(
      service: DynamoDBTable.service,
      region: region,
      endpoint: endpoint,
      credentials: CredentialCache(CredentialChain.standard(aws, region: region, pool: pool)),
      pool: pool,
      policy: policy
    )
    table = DynamoDBTable(name: name, client: client, options: options)
  }

  package func close() async throws { try await pool.close() }
}
