import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import AWS

@Suite("Credentials")
struct CredentialTests {
  private func credentials(_ id: String = "a", expiresAt: Int64? = nil) -> Credentials {
    Credentials(accessKeyID: id, secretAccessKey: "s", sessionToken: "t", expiresAt: expiresAt)
  }

  @Test("they are renewed ahead of their end by one caller, and waited for at it")
  func renewal() {
    var state = CredentialState()
    #expect(state.next(now: 0) == .load(fallback: nil))
    #expect(state.next(now: 0) == .wait)
    let first = credentials(expiresAt: 1000)
    state.loaded(first)
    #expect(state.next(now: 699) == .use(first))
    #expect(state.next(now: 700) == .load(fallback: first))
    // The others go on with the old ones, until those are too near to their end.
    #expect(state.next(now: 700) == .use(first))
    #expect(state.next(now: 985) == .wait)
    state.loadFailed(now: 985)
    #expect(state.next(now: 985) == .load(fallback: nil))
    let second = credentials("b")
    state.loaded(second)
    #expect(state.next(now: 1_000_000) == .use(second))
  }

  @Test("after a failed renewal there is a pause while the old ones hold")
  func pause() {
    var state = CredentialState()
    _ = state.next(now: 0)
    let first = credentials(expiresAt: 1000)
    state.loaded(first)
    #expect(state.next(now: 800) == .load(fallback: first))
    state.loadFailed(now: 800)
    #expect(state.next(now: 809) == .use(first))
    #expect(state.next(now: 810) == .load(fallback: first))
  }

  @Test("refused ones are not used again, unless they have been replaced already")
  func rejection() {
    var state = CredentialState()
    state.loaded(credentials("a"))
    state.reject(credentials("other"))
    #expect(state.next(now: 0) == .use(credentials("a")))
    state.reject(credentials("a"))
    #expect(state.next(now: 0) == .load(fallback: nil))
  }

  private final class Counted: CredentialSource {
    let count = Mutex(0)
    let isFailing: Bool
    let name = "counted"

    init(isFailing: Bool = false) { self.isFailing = isFailing }

    nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
      count.withLock { $0 += 1 }
      for _ in 0..<100 { await Task.yield() }
      if isFailing { throw CredentialError(source: name, reason: "no") }
      return Credentials(accessKeyID: "a", secretAccessKey: "s")
    }
  }

  @Test("a hundred callers at once load once")
  func stampede() async throws {
    let source = Counted()
    let cache = CredentialCache(source)
    try await withThrowingTaskGroup(of: Credentials.self) { group in
      for _ in 0..<100 { group.addTask { try await cache.current(deadline: .distantFuture) } }
      for try await found in group { #expect(found.accessKeyID == "a") }
    }
    #expect(source.count.withLock { $0 } == 1)
  }

  @Test("a failure reaches every caller that waits, and the next one asks anew")
  func failure() async throws {
    let source = Counted(isFailing: true)
    let cache = CredentialCache(source)
    for round in 1...2 {
      await #expect(throws: CredentialError(source: "counted", reason: "no")) {
        try await cache.current(deadline: .distantFuture)
      }
      #expect(source.count.withLock { $0 } == round)
    }
  }

  /// Answers once, and then hangs until it is cancelled.
  private final class Hanging: CredentialSource {
    let count = Mutex(0)
    let name = "hanging"
    private let first: Credentials
    private let isHanging = Mutex(false)

    init(first: Credentials) { self.first = first }

    nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
      let isFirst = count.withLock { count in
        count += 1
        return count == 1
      }
      if isFirst { return first }
      isHanging.withLock { $0 = true }
      while !Task.isCancelled { await Task.yield() }
      isHanging.withLock { $0 = false }
      throw CredentialError(source: name, reason: "cancelled")
    }

    /// Waits for a load that hangs.
    func wait() async {
      while !Task.isCancelled, !isHanging.withLock({ $0 }) { await Task.yield() }
    }
  }

  @Test("a renewal that hangs leaves the old ones, as long as they hold, and time for the call")
  func hangingRenewal() async throws {
    let old = credentials(expiresAt: 1000)
    let source = Hanging(first: old)
    let time = Mutex<Int64>(0)
    let waited = Mutex<[TimeAmount]>([])
    let start = NIODeadline.now()
    let clock = AWSClock(
      epochSeconds: { time.withLock { $0 } },
      now: { start },
      sleep: { limit in
        waited.withLock { $0.append(limit) }
        await source.wait()
      }
    )
    let cache = CredentialCache(source, clock: clock)
    let deadline = start + .seconds(10)
    #expect(try await cache.current(deadline: deadline) == old)
    time.withLock { $0 = 800 }
    #expect(try await cache.current(deadline: deadline) == old)
    #expect(waited.withLock { $0.last } == .seconds(5))
    // It is not asked again at once.
    #expect(try await cache.current(deadline: deadline) == old)
    #expect(source.count.withLock { $0 } == 2)
    time.withLock { $0 = 990 }
    await #expect(throws: CredentialError(source: "hanging", reason: "no answer in time")) {
      try await cache.current(deadline: deadline)
    }
    #expect(waited.withLock { $0.last } == .seconds(10))
  }

  @Test("a profile is read from either form of section")
  func profiles() {
    let file = ProfileFile(
      "# people\r\n[default]\r\naws_access_key_id = AKID\n aws_secret_access_key=se=cret\n"
        + "[profile staging]\nregion = ap-southeast-1\n[sso-session x]\nregion = no\n"
    )
    #expect(file["default"] == ["aws_access_key_id": "AKID", "aws_secret_access_key": "se=cret"])
    #expect(file["staging"] == ["region": "ap-southeast-1"])
    #expect(file["x"] == nil)
  }

  @Test("the environment stands before the profile, and a profile that cannot be had says why")
  func chain() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // Of no use to anyone after.
    let path = folder.appending(path: "credentials").path
    let text = "[a]\naws_access_key_id=ID\naws_secret_access_key=S\n[b]\nrole_arn=arn:x\n"
    try Data(text.utf8).write(to: URL(filePath: path))
    var values = ["AWS_SHARED_CREDENTIALS_FILE": path, "AWS_PROFILE": "a"]
    let pool = HTTPPool(group: MultiThreadedEventLoopGroup.singleton)
    func load() async throws -> Credentials? {
      let variables = AWSVariables { values[$0] }
      return try await CredentialChain.standard(variables, region: Region("r"), pool: pool).load()
    }
    #expect(try await load()?.accessKeyID == "ID")
    values["AWS_PROFILE"] = "b"
    await #expect(throws: CredentialError.self) { try await load() }
    values["AWS_ACCESS_KEY_ID"] = "E"
    values["AWS_SECRET_ACCESS_KEY"] = "S"
    #expect(try await load()?.accessKeyID == "E")
    try await pool.close()
  }

  @Test(
    "a container's endpoint is near or encrypted",
    arguments: [
      ("http://169.254.170.23/v1/credentials", true), ("http://127.0.0.1:80/x", true),
      ("http://[fd00:ec2::23]/x", true), ("https://example.com/x", true),
      ("http://example.com/x", false), ("http://169.254.170.2.example.com/x", false),
      ("http://127.example.com/x", false),
    ]
  )
  func containers(_ uri: String, _ isTaken: Bool) {
    let variables = AWSVariables {
      $0 == "AWS_CONTAINER_CREDENTIALS_FULL_URI" ? uri : nil
    }
    let place = try? ContainerCredentials.place(variables)
    #expect((place != nil) == isTaken)
  }

  @Test("a container's path that is none ends the search, and leads to no other host")
  func containerPath() {
    for path in [".example.com/x", "x", "/a b", "/a#b", "/ữ"] {
      let variables = AWSVariables {
        $0 == "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" ? path : nil
      }
      #expect(throws: CredentialError.self) { try ContainerCredentials.place(variables) }
    }
  }

  @Test("documents with credentials are read, and their errors told")
  func documents() throws {
    let text =
      #"{"AccessKeyId":"A","SecretAccessKey":"S","Token":"T","Expiration":"2015-08-30T12:36:00Z"}"#
    let read = try CredentialDocument.parse(Array(text.utf8), source: "x")
    let expected = Credentials(
      accessKeyID: "A",
      secretAccessKey: "S",
      sessionToken: "T",
      expiresAt: 1_440_938_160
    )
    #expect(read == expected)
    for wrong in ["", "{}", #"{"Code":"AssumeRoleUnauthorizedAccess"}"#] {
      #expect(throws: CredentialError.self) {
        try CredentialDocument.parse(Array(wrong.utf8), source: "x")
      }
    }
    let answer =
      "<R><Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey>"
      + "<SessionToken>T</SessionToken><Expiration>2015-08-30T12:36:00Z</Expiration></Credentials></R>"
    #expect(try WebIdentityCredentials.parse(Array(answer.utf8), source: "x") == expected)
    #expect("\(expected)".contains("S") == false)
  }
}
