import AWS
import BedrockModel
import ServiceKit

extension Host {
  /// The model that the configuration chooses; nil for the built-in one.
  func makePaidModel() -> PaidModel? {
    guard case .bedrock(let chosen) = configuration.model else { return nil }
    let pool = HTTPPool(group: group)
    closeAtEnd { try await pool.close() }
    let credentials = CredentialChain.standard(
      configuration.aws,
      region: chosen.region,
      pool: pool
    )
    return PaidModel(
      model: BedrockModel(
        modelID: chosen.modelID,
        region: chosen.region,
        endpoint: chosen.endpoint,
        credentials: CredentialCache(credentials),
        pool: pool
      ),
      prices: chosen.prices,
      monthBudgetMicroUSD: chosen.monthBudgetMicroUSD
    )
  }
}
