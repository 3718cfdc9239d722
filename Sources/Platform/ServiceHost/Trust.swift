import AWS
import Foundation
import Identity
import Logging
import NIOCore
import TokenIssuer

/// Whose tokens a process believes, and what it shows when it calls others itself.
struct Trust: Sendable {
  let verifier: TokenVerifier
  private let origin: Origin

  private enum Origin: Sendable {
    case desk(LocalIssuer)
    case issuer(HTTPPool?, ClientCredentialTokens?, renewAfterSeconds: Int64?)
  }

  /// Asks the issuer for its keys, and for a token where the process has credentials.
  ///
  /// Without keys no call could be served, so that is an error; without a token only some fail.
  init(_ configuration: Configuration, group: any EventLoopGroup, logger: Logger) async throws {
    switch configuration.tokens {
    case .local:
      let issuer = try LocalIssuer(folder: configuration.keys)
      verifier = await TokenVerifier(trusting: issuer)
      origin = .desk(issuer)
    case .issuer(let issuer):
      let pool = issuer.isAsked ? HTTPPool(group: group) : nil
      do {
        verifier = try await Self.verifier(issuer, pool: pool)
      } catch {
        // Of interest is what came before.
        try? await pool?.close()
        throw ConfigurationError(variable: "SMART_COOKING_JWKS", rule: "\(error)")
      }
      guard let pool, let client = issuer.client else {
        origin = .issuer(pool, nil, renewAfterSeconds: nil)
        return
      }
      let tokens = ClientCredentialTokens(client, pool: pool)
      var renewAfter: Int64?
      do throws(IssuerError) {
        renewAfter = try await tokens.renew()
      } catch { Self.tell(logger, error) }
      origin = .issuer(pool, tokens, renewAfterSeconds: renewAfter)
    }
  }

  /// What the service of that name shows.
  func serviceTokens(of service: String) -> any ServiceTokenSource {
    switch origin {
    case .desk(let issuer): LocalServiceTokens(issuer: issuer, service: service)
    case .issuer(_, let tokens?, _): tokens
    case .issuer: NoServiceTokens()
    }
  }

  /// Follows the issuer's keys and renews the token, until the task is cancelled.
  func run(_ logger: Logger) async {
    await withTaskGroup { group in
      group.addTask {
        await verifier.run { error in
          logger.error("the issuer's keys were not renewed", error: error)
        }
      }
      if case .issuer(_, let tokens?, let seconds) = origin {
        group.addTask { await tokens.run(after: seconds) { Self.tell(logger, $0) } }
      }
    }
  }

  func close() async throws {
    if case .issuer(let pool?, _, _) = origin { try await pool.close() }
  }

  private static func verifier(
    _ issuer: TokenConfiguration.Issuer,
    pool: HTTPPool?
  ) async throws -> TokenVerifier {
    switch issuer.keys {
    case .fixed(let set): return try await TokenVerifier(issuer: issuer.name, jwks: set)
    case .published(let address):
      guard let pool else { preconditionFailure("an issuer that publishes its keys is asked") }
      return try await TokenVerifier(
        issuer: issuer.name,
        published: PublishedKeySet(address, pool: pool)
      )
    }
  }

  private static func tell(_ logger: Logger, _ error: IssuerError) {
    logger.error("the token to call other services with was not renewed", error: error)
  }
}

extension TokenConfiguration.Issuer {
  /// Whether anything is asked over the network.
  fileprivate var isAsked: Bool {
    if case .published = keys { return true }
    return client != nil
  }
}
