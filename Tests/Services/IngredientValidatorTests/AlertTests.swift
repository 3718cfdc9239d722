import Logging
import ServiceKit
import SingleTable
import Synchronization
import Testing

@testable import IngredientValidator

@Suite("Word to admins")
struct AlertTests {
  /// Admins who can be told, or not.
  private final class Admins: AdminAlerts {
    private let state = Mutex<(told: [AdminAlert], areAway: Bool)>(([], false))

    struct Away: Error {}

    var told: [AdminAlert] { state.withLock { $0.told } }

    func areAway(_ areAway: Bool) { state.withLock { $0.areAway = areAway } }

    func tell(_ alert: AdminAlert) async throws {
      try state.withLock { state in
        if state.areAway { throw Away() }
        state.told.append(alert)
      }
    }
  }

  private func sender(_ test: TestService, _ admins: Admins, at milliseconds: Int64 = 0)
    -> AlertSender
  {
    AlertSender(
      reports: test.service.reports,
      alerts: admins,
      clock: ServiceClock { 1_800_000_000_000 + milliseconds },
      logger: test.log.logger
    )
  }

  private func report(_ users: ClosedRange<Int>, _ test: TestService) async throws {
    for number in users { _ = try await test.validate(["Xyzzý Quux"], by: "user \(number)") }
  }

  @Test("the fifth user raises an alert, once, and then each doubling")
  func doublings() async throws {
    let test = try await TestService()
    let admins = Admins()
    for number in 1...21 {
      for _ in 1...2 { try await report(number...number, test) }
      await sender(test, admins).round()
    }
    #expect(
      admins.told.map(\.subject)
        == [5, 10, 20].map { "Smart Cooking: \($0) people miss an ingredient" }
    )
    let text = admins.told.first?.text ?? ""
    #expect(text.contains("“Xyzzý Quux” (xyzzy quux)"), "\(text)")
    #expect(
      admins.told.allSatisfy {
        $0.subject.utf8.count <= 100 && $0.subject.utf8.allSatisfy { $0 < 0x7F }
      }
    )
  }

  @Test("however many processes look, one tells")
  func together() async throws {
    let test = try await TestService()
    let admins = Admins()
    try await report(1...5, test)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<10 { group.addTask { await sender(test, admins).round() } }
    }
    #expect(admins.told.count == 1)
    #expect(try await test.service.reports.alerts(from: nil).items.isEmpty)
  }

  @Test("admins who cannot be told are told later, by whichever process is there then")
  func away() async throws {
    let test = try await TestService()
    let admins = Admins()
    admins.areAway(true)
    try await report(1...5, test)
    await sender(test, admins).round()
    #expect(test.log.warnings == ["admins were not told of an unknown name"])
    admins.areAway(false)
    // The first process may still be about to tell.
    await sender(test, admins, at: Limits.alertClaimMilliseconds - 1).round()
    #expect(admins.told.isEmpty)
    await sender(test, admins, at: Limits.alertClaimMilliseconds).round()
    await sender(test, admins, at: 2 * Limits.alertClaimMilliseconds).round()
    #expect(admins.told.count == 1)
  }

  @Test("where no topic is, the log tells")
  func logged() async throws {
    let log = TestLog()
    try await LoggedAlerts(log.logger).tell(AdminAlert(subject: "five", text: "people"))
    #expect(log.warnings == ["five"])
  }
}
