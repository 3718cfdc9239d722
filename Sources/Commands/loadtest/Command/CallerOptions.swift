import ArgumentParser

/// In whose name the requests are sent.
struct CallerOptions: ParsableArguments {
  @Option(help: "A token to send as it is.")
  var token: String?

  @Option(help: "A user to sign a token for, with the key in --data.")
  var user: String?

  @Option(help: "So many users, each with a token of its own, who take turns.")
  var users: Int?

  @Option(help: "A service to sign a token for, to call what is meant for services alone.")
  var service: String?

  @Option(help: "A role of the users, as in admin.")
  var role: [String] = []

  @Option(help: "The data folder of the services, where the local issuer's key is.")
  var data = ".smart-cooking"

  func validate() throws {
    let given = [token != nil, user != nil, users != nil, service != nil].filter { $0 }.count
    if given > 1 {
      throw ValidationError("--token, --user, --users and --service exclude each other")
    }
    if let users, !(1...Limits.usersMax).contains(users) {
      throw ValidationError("--users is from 1 to \(Limits.usersMax)")
    }
  }

  /// The callers asked for; when nothing is said, that many fresh users, or a stranger for 0.
  func callers(defaultUsers: Int) async throws -> [Caller] {
    if let token { return [Caller(name: "bearer", bearer: token)] }
    if let service { return [try await Caller.service(service, data: data)] }
    if let user { return try await Caller.users([user], roles: role, data: data) }
    let count = users ?? defaultUsers
    guard count > 0 else { return [.anonymous] }
    return try await Caller.users(Caller.freshNames(count), roles: role, data: data)
  }
}
