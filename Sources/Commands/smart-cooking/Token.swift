import ArgumentParser
import Foundation
import Identity
import ServiceHost

/// Prints a token of the local issuer, and nothing else.
struct Token: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a user's token, signed by the local issuer."
  )

  @Option(help: "The user whose token it is.")
  var user: String?

  @Option(help: "The service whose token it is, instead of a user.")
  var service: String?

  @Option(help: "A role of the user, such as admin; may be given several times.")
  var role: [String] = []

  @Option(help: "How many hours the token is valid.")
  var hours = 24

  @Option(help: "The folder of the issuer's key: that of the running services.")
  var data: String?

  func validate() throws {
    guard (user == nil) != (service == nil) else {
      throw ValidationError("either --user or --service must be given")
    }
    guard let subject = user ?? service, (1...128).contains(subject.utf8.count) else {
      throw ValidationError("--user: must be 1 to 128 bytes")
    }
    guard (1...8_760).contains(hours) else {
      throw ValidationError("--hours: must be from 1 to 8760")
    }
  }

  func run() async throws {
    let configuration = try Configuration(data: data)
    let issuer = try LocalIssuer(folder: configuration.keys)
    let seconds = TimeInterval(hours) * 3_600
    let token =
      if let service {
        try await issuer.serviceToken(service: service, validFor: seconds)
      } else {
        try await issuer.userToken(subject: user ?? "", roles: role, validFor: seconds)
      }
    StandardOutput.write(token + "\n")
  }
}
