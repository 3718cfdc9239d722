import AWS
import Identity
import RPC
import TestTables
import Testing

@testable import TokenIssuer

@Suite("Tokens of Cognito")
struct CognitoTests {
  private func ask(_ moto: Moto, _ action: String, _ body: String) async throws -> JSON {
    let client = AWSClient(
      service: "cognito-idp",
      region: Moto.region,
      endpoint: moto.endpoint,
      credentials: CredentialCache(
        StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test"))
      ),
      pool: moto.pool
    )
    let response = try await client.send(
      AWSRequest(
        headers: [
          .init("content-type", "application/x-amz-json-1.1"),
          .init("x-amz-target", "AWSCognitoIdentityProviderService.\(action)"),
        ],
        body: Array(body.utf8)
      ),
      isRepeatable: true
    )
    return response.body.isEmpty ? .null : try JSON(parsing: response.body)
  }

  @Test("a person who signs in to a user pool is known by name and groups")
  func signIn() async throws {
    let moto = try await Moto.shared()
    let pool = try #require(
      try await ask(moto, "CreateUserPool", #"{"PoolName":"people"}"#)["UserPool"]?["Id"]?.string
    )
    let client = try #require(
      try await ask(moto, "CreateUserPoolClient", #"{"UserPoolId":"\#(pool)","ClientName":"app"}"#)[
        "UserPoolClient"
      ]?["ClientId"]?.string
    )
    let user = #""UserPoolId":"\#(pool)","Username":"lan""#
    _ = try await ask(moto, "AdminCreateUser", "{\(user)}")
    _ = try await ask(
      moto,
      "AdminSetUserPassword",
      #"{\#(user),"Password":"Ca-ro-99","Permanent":true}"#
    )
    _ = try await ask(moto, "CreateGroup", #"{"UserPoolId":"\#(pool)","GroupName":"admin"}"#)
    _ = try await ask(moto, "AdminAddUserToGroup", #"{\#(user),"GroupName":"admin"}"#)
    let answer = try await ask(
      moto,
      "AdminInitiateAuth",
      #"{"UserPoolId":"\#(pool)","ClientId":"\#(client)","AuthFlow":"ADMIN_NO_SRP_AUTH","#
        + #""AuthParameters":{"USERNAME":"lan","PASSWORD":"Ca-ro-99"}}"#
    )
    let result = answer["AuthenticationResult"]
    let access = try #require(result?["AccessToken"]?.string)
    let identity = try #require(result?["IdToken"]?.string)

    let address = try #require(
      ResourceAddress("\(moto.endpoint.url)/\(pool)/.well-known/jwks.json")
    )
    let verifier = try await TokenVerifier(
      issuer: "https://cognito-idp.\(Moto.region.name).amazonaws.com/\(pool)",
      published: PublishedKeySet(address, pool: moto.pool)
    )
    let principal = try await verifier.verify(access)
    #expect(principal.kind == .user)
    #expect(!principal.subject.isEmpty)
    #expect(principal.roles == ["admin"])
    await #expect(throws: TokenError.invalid) { try await verifier.verify(identity) }
  }
}
