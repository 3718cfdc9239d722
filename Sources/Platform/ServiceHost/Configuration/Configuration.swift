package import AWS
package import Foundation
package import Logging
package import RPC
import ServiceKit

/// Everything a process of ours is told from outside, read once at its start.
///
/// | variable | meaning | on a desk |
/// |---|---|---|
/// | `SMART_COOKING_DATA` | folder of everything that is written | `.smart-cooking` |
/// | `SMART_COOKING_TABLE` | `sqlite:PATH` or `dynamodb:NAME` | `sqlite:<data>/table.sqlite` |
/// | `SMART_COOKING_LISTEN` | `host:port` of the service or gateway | see `Desk` |
/// | `SMART_COOKING_ADMIN_LISTEN` | `host:port` of `/health` and `/metrics` | none |
/// | `SMART_COOKING_TLS_CERTIFICATE`, `SMART_COOKING_TLS_KEY` | PEM files, by which the gateway speaks TLS; read again when they change | none: in clear |
/// | `SMART_COOKING_CONNECTION_AGE` | seconds after which a service asks a connected client to connect anew, so that it finds new instances | none |
/// | `SMART_COOKING_<SERVICE>` | target of a peer, as in `SMART_COOKING_AI_SUGGESTION` | see `Desk` |
/// | `SMART_COOKING_JWT_ISSUER`, `SMART_COOKING_JWKS` | whose tokens are trusted: the issuer and its key set, by URL, by path or the JSON itself; by URL it is asked again for keys that it has replaced | the local issuer |
/// | `SMART_COOKING_TOKEN_URL`, `_TOKEN_SCOPE`, `SMART_COOKING_CLIENT_ID`, `_SECRET` | where and by what a service gets the token with which it calls others in its own name (OAuth 2, client credentials) | the local issuer |
/// | `SMART_COOKING_MODEL` | `local` or `bedrock`: who writes new recipes | `local` |
/// | `SMART_COOKING_MODEL_ID`, `_REGION`, `_ENDPOINT` | which model of Bedrock, and where | Claude 3 Haiku, `AWS_REGION`, the region's own |
/// | `SMART_COOKING_MODEL_PRICES` | `IN/OUT`: US dollars for a million tokens; needed with another `MODEL_ID` | `0.25/1.25` |
/// | `SMART_COOKING_MODEL_BUDGET_USD` | what the model may cost in a month | 50 |
/// | `SMART_COOKING_ALERT_TOPIC` | ARN of the SNS topic by which admins are told of names that many miss | none: the log |
/// | `SMART_COOKING_PAGE_TOKEN_KEY` | secret of page tokens, 32 bytes or more | made in `<data>/keys` |
/// | `SMART_COOKING_REFLECTION` | `on` or `off`: whether services tell anyone their contracts | on with the local issuer, else off |
/// | `SMART_COOKING_LOG_LEVEL` | `trace` … `critical` | `info` |
/// | `SMART_COOKING_LOG_FORMAT` | `json` or `text` | text on a terminal |
///
/// A table in DynamoDB is asked in the region that `AWS_REGION` or the profile names, at
/// `AWS_ENDPOINT_URL_DYNAMODB` where that is set; its credentials come from where every client of
/// AWS looks for them (`AWSVariables`). So for the topic, at `AWS_ENDPOINT_URL_SNS`.
///
/// Any other `SMART_COOKING_NAME` reaches the services as the setting `name`.
package struct Configuration: Sendable {
  package enum LogFormat: String, Sendable {
    case json, text
  }

  package var data: URL
  package var table: TablePlace
  /// What the environment says of AWS.
  package var aws: AWSVariables
  package var listen: Address?
  package var adminListen: Address?
  package var tls: TLSFiles?
  package var connectionAgeSecondsMax: Int?
  package var peers: [String: Target]
  package var tokens: TokenConfiguration
  package var model: ModelConfiguration
  package var alertTopic: TopicPlace?
  package var pageTokenKey: [UInt8]?
  package var isReflecting: Bool
  package var logLevel: Logger.Level
  package var logFormat: LogFormat?
  package var settings: [String: String]

  /// The folder of keys, which only the owner reads.
  package var keys: URL { data.appending(path: "keys") }

  /// `data` is the flag `--data`, which stands before the variable.
  package init(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    data: String? = nil
  ) throws(ConfigurationError) {
    var variables = Variables(environment)
    let configured = variables.take("DATA")
    let folder = data ?? configured ?? ".smart-cooking"
    self.data = URL(filePath: folder, directoryHint: .isDirectory)
    let aws = AWSVariables { environment[$0] }
    self.aws = aws
    table =
      try variables.take("TABLE") { text throws(ConfigurationRule) in
        try TablePlace(parsing: text, aws: aws)
      } ?? .sqlite(path: self.data.appending(path: "table.sqlite").path(percentEncoded: false))
    listen = try variables.take("LISTEN", Address.init(parsing:))
    adminListen = try variables.take("ADMIN_LISTEN", Address.init(parsing:))
    tls = try Self.tls(
      certificate: variables.take("TLS_CERTIFICATE"),
      key: variables.take("TLS_KEY")
    )
    connectionAgeSecondsMax = try variables.take("CONNECTION_AGE") {
      text throws(ConfigurationRule) in
      guard let seconds = Int(text), (1...86_400).contains(seconds) else {
        throw "must be from 1 to 86400 seconds"
      }
      return seconds
    }
    peers = [:]
    for (service, port) in Desk.ports {
      peers[service] =
        try variables.take(Variables.name(of: service), Self.target)
        ?? Target(host: Desk.host, port: port)
    }
    tokens = try TokenConfiguration(&variables)
    model = try ModelConfiguration(&variables, aws: aws)
    alertTopic = try variables.take("ALERT_TOPIC") { text throws(ConfigurationRule) in
      try TopicPlace(parsing: text, aws: aws)
    }
    pageTokenKey = try variables.take("PAGE_TOKEN_KEY") { text throws(ConfigurationRule) in
      guard text.utf8.count >= 32 else { throw "must be at least 32 bytes" }
      return Array(text.utf8)
    }
    isReflecting =
      try variables.take("REFLECTION") { text throws(ConfigurationRule) in
        guard text == "on" || text == "off" else { throw "must be on or off" }
        return text == "on"
      } ?? (tokens == .local)
    logLevel =
      try variables.take("LOG_LEVEL") { text throws(ConfigurationRule) in
        guard let level = Logger.Level(rawValue: text) else {
          throw "must be trace, debug, info, notice, warning, error or critical"
        }
        return level
      } ?? .info
    logFormat = try variables.take("LOG_FORMAT") { text throws(ConfigurationRule) in
      guard let format = LogFormat(rawValue: text) else { throw "must be json or text" }
      return format
    }
    settings = variables.rest
  }

  /// The port at which a service is reached, for a process that serves it there itself.
  package func port(of service: String) throws(ConfigurationError) -> Int {
    guard case .host(_, let port)? = peers[service]?.address else {
      throw ConfigurationError(
        variable: "SMART_COOKING_" + Variables.name(of: service),
        rule: "must be host:port"
      )
    }
    return port
  }

  private static func target(_ text: String) throws(ConfigurationRule) -> Target {
    do throws(RPCError) {
      return try Target(parsing: text)
    } catch {
      throw ConfigurationRule(stringLiteral: error.message)
    }
  }

  private static func tls(
    certificate: String?,
    key: String?
  ) throws(ConfigurationError) -> TLSFiles? {
    switch (certificate, key) {
    case (nil, nil): return nil
    case (let certificate?, let key?): return TLSFiles(certificate: certificate, key: key)
    case (nil, _):
      throw ConfigurationError(
        variable: "SMART_COOKING_TLS_CERTIFICATE",
        rule: "must be set with SMART_COOKING_TLS_KEY"
      )
    case (_, nil):
      throw ConfigurationError(
        variable: "SMART_COOKING_TLS_KEY",
        rule: "must be set with SMART_COOKING_TLS_CERTIFICATE"
      )
    }
  }
}
