#if DEBUG
  import Foundation
  import RPC

  @testable import Identity

  /// Nobody is let in but those whom the issuer has signed a token for: two, whose tokens are seeds.
  enum BearerTokenRule {
    private static let keySet = """
      {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"fuzz",
        "x":"MFbzKYI7SbXRNLGolHxHgHGSMBvcnFzfGpziesOCHqA",
        "y":"hxPOulDiLhduGlffO7jkWJSMW60eWnyu8bnbPd9Z15w"}]}
      """
    private static let verifier = Task {
      // Within the time of both tokens.
      try await TokenVerifier(issuer: "fuzz", jwks: keySet) {
        Date(timeIntervalSince1970: 1_800_000_000)
      }
    }
    private static let known = [
      Principal(subject: "lan", kind: .user, roles: ["admin"]),
      Principal(subject: "rating-handler", kind: .service),
    ]

    static func broken(by input: [UInt8]) async -> String? {
      guard let token = String(validating: input, as: UTF8.self) else { return nil }
      do {
        let principal = try await verifier.value.verify(token)
        return known.contains(principal) ? nil : "only who was signed for is let in"
      } catch TokenError.invalid {
        return nil
      } catch { return "a token is invalid or holds, not \(error)" }
    }
  }
#endif
