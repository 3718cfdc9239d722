import PageTokens
import Protobuf
import RPC
import ServiceKit
import SingleTable

/// Runs a call that must not happen twice.
///
/// The first call with a key claims it, works, and puts `completion` of its answer into the
/// transaction that does the work; every other call with it is told what became of the first. One
/// that failed frees its key; if it was paid for, the key stays with its request, which may be
/// repeated at no cost.
struct IdempotentCalls: Sendable {
  let table: any Table
  let clock: ServiceClock

  fileprivate static let isPaid = "isPaid"

  /// Answers what `body` answers, or what it answered for the same key before.
  ///
  /// The caller's keys are kept in `partition`; `request` comes without its key; `body` is given
  /// nil when there is no key, and whether the call is paid for already.
  func run<Answer: Message>(
    key: String?,
    partition: String,
    request: some Message,
    _ body: (IdempotencyRecord?, _ isPaid: Bool) async throws -> Answer
  ) async throws -> Answer {
    guard let key else {
      do { return try await body(nil, false) } catch let error as PaidCallFailure {
        throw error.cause
      }
    }
    let digest = fingerprint(of: request.encoded())
    let record = IdempotencyRecord(
      partition: partition,
      idempotencyKey: key,
      fingerprint: digest,
      now: clock.seconds
    )
    let left: Item?
    do throws(TableError) {
      left = try await table.write(record.claim(at: clock.seconds), returning: .old)
    } catch {
      guard case .conditionFailed(let old?) = error else { throw error }
      switch try IdempotencyRecord.outcome(of: old, fingerprint: digest) {
      case .replay(let answer): return try Answer(decoding: answer)
      case .differentRequest:
        throw RPCError.alreadyExists("the idempotency key was used with another request")
      case .inProgress:
        throw RPCError.aborted("the first call with this idempotency key still runs")
      }
    }
    do { return try await body(record, left?[Self.isPaid] != nil) } catch {
      let failure = error as? PaidCallFailure
      let release = failure == nil ? record.release() : record.releaseOfPaidCall()
      // Losing this error is right: the first one says more, and the lease frees the key anyway.
      _ = try? await shielded { try await table.write(release, returning: .none) }
      throw failure?.cause ?? error
    }
  }
}

/// What ends a call that is paid for and has not given all that it should.
struct PaidCallFailure: Error {
  let cause: any Error
}

extension IdempotencyRecord {
  /// Frees the key for the same request alone, at once, and keeps that it is paid for.
  fileprivate func releaseOfPaidCall() -> Write {
    .update(
      key,
      Update().set(AttributePath(IdempotentCalls.isPaid), .bool(true)).set("leaseEnd", .int(0)),
      if: .notExists("response") && .equal("leaseEnd", .int(leaseEnd))
    )
  }
}
