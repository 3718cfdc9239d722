package import AWS
package import Foundation
import Identity
import NIOCore
import RPC
import Synchronization

/// The token by which a process calls others in its own name, kept fresh beside the calls.
///
/// No call waits for the issuer: it takes the token at hand, or fails where there is none yet.
package final class ClientCredentialTokens: ServiceTokenSource {
  private enum State {
    case none(IssuerError?)
    case held(token: String, expiresAt: Int64)
  }

  private let credentials: ClientCredentials
  private let fetch: HTTPFetch
  private let clock: AWSClock
  private let state = Mutex(State.none(nil))

  package init(_ credentials: ClientCredentials, pool: HTTPPool, clock: AWSClock = AWSClock()) {
    self.credentials = credentials
    self.clock = clock
    fetch = HTTPFetch(pool: pool, clock: clock)
  }

  package func token() async throws -> (token: String, expiresAt: Date) {
    let now = clock.epochSeconds()
    switch state.withLock({ $0 }) {
    case .held(let token, let expiresAt) where expiresAt > now:
      return (token, Date(timeIntervalSince1970: TimeInterval(expiresAt)))
    case .held: throw Self.unavailable("the token of this process has expired", nil)
    case .none(let error):
      throw Self.unavailable("this process has no token to call other services with", error)
    }
  }

  private static func unavailable(_ message: String, _ cause: IssuerError?) -> RPCError {
    RPCError(code: .unavailable, message: message, cause: cause)
  }

  /// Asks for a new token; answers the seconds until the next time.
  ///
  /// What is held stays in use where that fails.
  package func renew() async throws(IssuerError) -> Int64 {
    do throws(IssuerError) {
      let askedAt = clock.epochSeconds()
      let document = try await ask()
      let expiresAt = askedAt + document.lifetimeSeconds
      state.withLock { $0 = .held(token: document.token, expiresAt: expiresAt) }
      return Self.pauseSeconds(lifetimeSeconds: document.lifetimeSeconds)
    } catch {
      state.withLock { if case .none = $0 { $0 = .none(error) } }
      throw error
    }
  }

  /// Renews until the task is cancelled; tells `failed` of what fails.
  package func run(after seconds: Int64?, failed: @Sendable (IssuerError) -> Void) async {
    var seconds = seconds ?? Limits.retrySeconds
    while true {
      do {
        try await clock.sleep(.seconds(seconds))
      } catch { return }
      do throws(IssuerError) {
        seconds = try await renew()
      } catch {
        if Task.isCancelled { return }
        failed(error)
        seconds = Limits.retrySeconds
      }
    }
  }

  private func ask() async throws(IssuerError) -> TokenDocument {
    let url = credentials.tokenAddress.url
    do throws(HTTPFetch.Failure) {
      let answer = try await fetch.send(
        credentials.request,
        to: credentials.tokenAddress.endpoint
      )
      if let document = TokenDocument(answer) { return document }
    } catch {
      let code = TokenDocument.error(error.document).map { " " + $0 } ?? ""
      throw IssuerError(asked: url, reason: error.reason + code)
    }
    throw IssuerError(asked: url, reason: "answered no bearer token with its expires_in")
  }

  /// Well before the end, and not at once again where lifetimes are short.
  static func pauseSeconds(lifetimeSeconds: Int64) -> Int64 {
    max(lifetimeSeconds - Limits.renewAheadSeconds, (lifetimeSeconds + 1) / 2)
  }
}
