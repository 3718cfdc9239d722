import PageTokens
import Protobuf
import RPC
import ServiceKit
import SingleTable

/// Runs a call that must not happen twice.
///
/// The first call with a key claims it, works, and puts `completion` of its answer into the
/// transaction that does the work; every other call with it is told what became of the first.
struct IdempotentCalls: Sendable {
  let table: any Table
  let clock: ServiceClock

  /// Answers what `body` answers, or what it answered for the same key before.
  ///
  /// The caller's keys are kept in `partition`; `request` comes without its key; `body` is given
  /// nil when there is no key.
  func run<Answer: Message>(
    key: String?,
    partition: String,
    request: some Message,
    _ body: (IdempotencyRecord?) async throws -> Answer
  ) async throws -> Answer {
    guard let key else { return try await body(nil) }
    let digest = fingerprint(of: request.encoded())
    let record = IdempotencyRecord(
      partition: partition,
      idempotencyKey: key,
      fingerprint: digest,
      now: clock.seconds
    )
    do {
      _ = try await table.write(record.claim(at: clock.seconds), returning: .none)
    } catch TableError.conditionFailed(let old?) {
      switch try IdempotencyRecord.outcome(of: old, fingerprint: digest) {
      case .replay(let answer): return try Answer(decoding: answer)
      case .differentRequest:
        throw RPCError.alreadyExists("the idempotency key was used with another request")
      case .inProgress:
        throw RPCError.aborted("the first call with this idempotency key still runs")
      }
    }
    do { return try await body(record) } catch {
      // Losing this error is right: the first one says more, and the lease frees the key anyway.
      _ = try? await shielded { try await table.write(record.release(), returning: .none) }
      throw error
    }
  }
}
