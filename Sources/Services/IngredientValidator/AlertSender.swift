import Logging
import ServiceKit
import SingleTable

/// Tells admins what names many people miss.
///
/// Each alert once, however many processes look: one claims it first. A process that dies between
/// telling and noting that it told makes another one tell it again.
struct AlertSender: Sendable {
  let reports: UnknownReportStore
  let alerts: any AdminAlerts
  let clock: ServiceClock
  let logger: Logger

  /// Looks until it is cancelled, at times that `pause` decides; it throws when cancelled.
  func run(pause: () async throws -> Void) async {
    while true {
      await round()
      do { try await pause() } catch { return }
    }
  }

  /// Tells every alert that waits once.
  func round() async {
    do {
      var startKey: StartKey?
      repeat {
        let page = try await reports.alerts(from: startKey)
        for alert in try page.records(UnknownAlert.self) { try await tell(alert) }
        startKey = page.lastKey
      } while startKey != nil && !Task.isCancelled
    } catch {
      // It stays, and is told by whoever looks when its claim has ended.
      logger.warning("admins were not told of an unknown name", metadata: ["error": "\(error)"])
    }
  }

  private func tell(_ alert: UnknownAlert) async throws {
    guard try await reports.claim(alert, at: clock.milliseconds) else { return }
    try await alerts.tell(alert.alert)
    try await reports.settle(alert)
  }
}
