import AWS
import AlertTopic
import Foundation
import Logging
import RPC
import Testing
import TokenIssuer

@testable import ServiceHost

@Suite("Configuration")
struct ConfigurationTests {
  @Test("on a desk nothing has to be set")
  func desk() throws {
    let configuration = try Configuration(environment: [:])
    #expect(configuration.data.lastPathComponent == ".smart-cooking")
    guard case .sqlite(let path) = configuration.table else {
      Issue.record("\(configuration.table)")
      return
    }
    #expect(path.hasSuffix(".smart-cooking/table.sqlite"))
    #expect(configuration.tokens == .local)
    #expect(configuration.listen == nil)
    #expect(configuration.adminListen == nil)
    let target = configuration.peers["rating-handler"]
    #expect(target == Target(host: "127.0.0.1", port: 50053))
  }

  @Test("every variable is taken, a flag stands before it, and the rest are settings")
  func variables() throws {
    let configuration = try Configuration(
      environment: [
        "SMART_COOKING_DATA": "/ignored", "SMART_COOKING_TABLE": "sqlite:/tmp/other.sqlite",
        "SMART_COOKING_LISTEN": "0.0.0.0:7000", "SMART_COOKING_ADMIN_LISTEN": "[::1]:9",
        "SMART_COOKING_AI_SUGGESTION": "suggest.internal:1", "SMART_COOKING_LOG_LEVEL": "debug",
        "SMART_COOKING_LOG_FORMAT": "json", "SMART_COOKING_JWT_ISSUER": "https://pool",
        "SMART_COOKING_TLS_CERTIFICATE": "/tls/chain.pem", "SMART_COOKING_TLS_KEY": "/tls/key.pem",
        "SMART_COOKING_CONNECTION_AGE": "600",
        "SMART_COOKING_JWKS": "{\"keys\":[]}", "SMART_COOKING_FREE_SUGGESTIONS": "9",
        "SMART_COOKING_ALERT_TOPIC": "arn:aws:sns:eu-west-1:123456789012:alarms",
        "AWS_ENDPOINT_URL_SNS": "http://127.0.0.1:5000",
        "HOME": "/root",
        "SMART_COOKING_PAGE_TOKEN_KEY": String(repeating: "k", count: 32),
      ],
      data: "/tmp/data"
    )
    #expect(configuration.data.path() == "/tmp/data/")
    #expect(configuration.table == .sqlite(path: "/tmp/other.sqlite"))
    #expect(configuration.listen == Address(host: "0.0.0.0", port: 7000))
    #expect(configuration.adminListen == Address(host: "::1", port: 9))
    let target = configuration.peers["ai-suggestion"]
    #expect(target == Target(host: "suggest.internal", port: 1))
    #expect(configuration.alertTopic?.arn.region == Region("eu-west-1"))
    #expect(configuration.alertTopic?.endpoint == Endpoint("http://127.0.0.1:5000"))
    #expect(configuration.logLevel == .debug)
    #expect(configuration.logFormat == .json)
    #expect(
      configuration.tokens
        == .issuer(.init(name: "https://pool", keys: .fixed("{\"keys\":[]}"), client: nil))
    )
    #expect(configuration.tls == TLSFiles(certificate: "/tls/chain.pem", key: "/tls/key.pem"))
    #expect(configuration.connectionAgeSecondsMax == 600)
    #expect(configuration.settings == ["free-suggestions": "9"])
  }

  @Test("an issuer elsewhere is asked for its keys, and for a token by a client's credentials")
  func issuer() throws {
    let pool = "https://cognito-idp.eu-west-1.amazonaws.com/p"
    let tokens = "https://kitchen.auth.eu-west-1.amazoncognito.com/oauth2/token"
    let keys = pool + "/.well-known/jwks.json"
    var environment = [
      "SMART_COOKING_JWT_ISSUER": pool, "SMART_COOKING_JWKS": keys,
      "SMART_COOKING_TOKEN_URL": tokens, "SMART_COOKING_TOKEN_SCOPE": "smart-cooking/service",
      "SMART_COOKING_CLIENT_ID": "id", "SMART_COOKING_CLIENT_SECRET": "secret",
    ]
    let configuration = try Configuration(environment: environment)
    let client = ClientCredentials(
      tokenAddress: try #require(ResourceAddress(tokens)),
      id: "id",
      secret: "secret",
      scope: "smart-cooking/service"
    )
    let published = try #require(ResourceAddress(keys))
    #expect(
      configuration.tokens
        == .issuer(.init(name: pool, keys: .published(published), client: client))
    )
    #expect(configuration.settings.isEmpty)
    // Each without the others is refused by the name of one that is missing.
    for (name, missing) in [
      ("JWT_ISSUER", "JWT_ISSUER"), ("JWKS", "JWKS"), ("TOKEN_URL", "TOKEN_URL"),
      ("CLIENT_ID", "CLIENT_ID"), ("CLIENT_SECRET", "CLIENT_SECRET"),
    ] {
      let kept = environment.removeValue(forKey: "SMART_COOKING_" + name)
      let error = #expect(throws: ConfigurationError.self) {
        try Configuration(environment: environment)
      }
      #expect(error?.variable == "SMART_COOKING_" + missing)
      environment["SMART_COOKING_" + name] = kept
    }
  }

  @Test(
    "keys and tokens come by an encrypted way, or from this machine",
    arguments: [
      ("https://pool/keys", true), ("http://127.0.0.1:9/keys", true),
      ("http://[::1]:9/keys", true), ("http://localhost/keys", true),
      ("http://pool/keys", false), ("http://127.pool/keys", false), ("ftp://pool/keys", false),
      ("https:///keys", false), ("https://user@pool/keys", false), ("https://pool/a b", false),
    ]
  )
  func issuerURL(url: String, isTaken: Bool) {
    for name in ["JWKS", "TOKEN_URL"] {
      let environment = [
        "SMART_COOKING_JWT_ISSUER": "https://pool", "SMART_COOKING_JWKS": "https://pool/keys",
        "SMART_COOKING_TOKEN_URL": "https://pool/token",
        "SMART_COOKING_CLIENT_ID": "id", "SMART_COOKING_CLIENT_SECRET": "secret",
      ].merging(["SMART_COOKING_" + name: url]) { $1 }
      do throws(ConfigurationError) {
        _ = try Configuration(environment: environment)
        #expect(isTaken, "\(name)=\(url)")
      } catch {
        #expect(!isTaken, "\(error)")
        #expect(error.variable == "SMART_COOKING_" + name)
      }
    }
  }

  @Test("a table in DynamoDB has a name and a region, and may have an endpoint")
  func dynamoDB() throws {
    var environment = [
      "SMART_COOKING_TABLE": "dynamodb:smart-cooking-dev-data", "AWS_REGION": "ap-southeast-1",
    ]
    let region = Region("ap-southeast-1")
    #expect(
      try Configuration(environment: environment).table
        == .dynamodb(name: "smart-cooking-dev-data", region: region, endpoint: nil)
    )
    environment["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:5000"
    #expect(
      try Configuration(environment: environment).table
        == .dynamodb(
          name: "smart-cooking-dev-data",
          region: region,
          endpoint: Endpoint("http://127.0.0.1:5000")
        )
    )
    for (table, aws) in [
      ("dynamodb:x", ["AWS_REGION": "r"]), ("dynamodb:name", [:]), ("mysql:x", [:]),
    ] {
      #expect(throws: ConfigurationError.self) {
        try Configuration(environment: ["SMART_COOKING_TABLE": table].merging(aws) { $1 })
      }
    }
  }

  @Test(
    "services describe themselves on a desk, and elsewhere where they are told to",
    arguments: [
      (nil, false, true), ("off", false, false), (nil, true, false), ("on", true, true),
    ] as [(String?, Bool, Bool)]
  )
  func reflection(told: String?, isElsewhere: Bool, isReflecting: Bool) throws {
    var environment: [String: String] = [:]
    environment["SMART_COOKING_REFLECTION"] = told
    if isElsewhere {
      environment["SMART_COOKING_JWT_ISSUER"] = "https://pool"
      environment["SMART_COOKING_JWKS"] = "{\"keys\":[]}"
    }
    #expect(try Configuration(environment: environment).isReflecting == isReflecting)
  }

  @Test(
    "a value that breaks a rule is refused by its variable's name",
    arguments: [
      ("TABLE", "dynamodb:name"), ("TABLE", "sqlite:"), ("LISTEN", "7000"),
      ("LISTEN", "host:70000"), ("LISTEN", ":1"), ("ADMIN_LISTEN", "x"),
      ("RATING_HANDLER", "nowhere"), ("LOG_LEVEL", "loud"), ("LOG_FORMAT", "xml"),
      ("PAGE_TOKEN_KEY", "short"), ("JWKS", "{}"), ("REFLECTION", "yes"),
      ("TLS_CERTIFICATE", "/chain.pem"), ("TLS_KEY", "/key.pem"), ("CONNECTION_AGE", "0"),
      ("CONNECTION_AGE", "an hour"),
    ]
  )
  func broken(name: String, value: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(environment: ["SMART_COOKING_" + name: value])
    }
    // Of what goes together, the one that is missing.
    let culprits = [
      "JWKS": "JWT_ISSUER", "TLS_CERTIFICATE": "TLS_KEY", "TLS_KEY": "TLS_CERTIFICATE",
    ]
    let culprit = culprits[name] ?? name
    #expect(error.variable == "SMART_COOKING_" + culprit)
    #expect(!error.rule.isEmpty)
  }
}
