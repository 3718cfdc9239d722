import Synchronization

/// Sends requests by a schedule and counts what comes back.
///
/// `concurrency` workers take one ticket after another, make its request, wait for its time and
/// send it. Latency counts from the intended start: what a stalled server keeps waiting is late by
/// the whole wait, not absent.
struct LoadRun: Sendable {
  struct Part: Sendable {
    let route: Route
    let weight: Int
  }

  let parts: [Part]
  /// They take turns, on each route by itself, so that each gets its share of every route.
  let callers: [Caller]
  let schedule: Schedule
  let concurrency: Int
  let sender: any Sender

  private final class Progress: Sendable {
    let state: Mutex<State>

    init(_ state: consuming sending State) {
      self.state = Mutex(state)
    }
  }

  private struct State {
    var schedule: Schedule
    var mix: Mix
    var sentOfRoute: [Int]
    var tally: Tally
  }

  /// A ticket with what is sent for it.
  private struct Turn {
    let ticket: Schedule.Ticket
    let route: Int
    let caller: Int
  }

  /// Ends by itself; a cancelled run tells what it has.
  func run(clock: any LoadClock, on executor: (any TaskExecutor)? = nil) async -> Measurement {
    precondition(!callers.isEmpty, "a run has a caller")
    let progress = Progress(
      State(
        schedule: schedule,
        mix: Mix(weights: parts.map(\.weight)),
        sentOfRoute: parts.map { _ in 0 },
        tally: Tally(routes: parts.map(\.route.name))
      )
    )
    await withTaskGroup { group in
      for worker in 0..<concurrency {
        group.addTask(executorPreference: executor) {
          await work(worker, progress, clock)
        }
      }
    }
    return conclude(progress, at: clock.now)
  }

  private func work(_ worker: Int, _ progress: Progress, _ clock: any LoadClock) async {
    var random = SystemRandomNumberGenerator()
    while !Task.isCancelled, let turn = take(progress, at: clock.now) {
      let caller = callers[turn.caller]
      let prepared = Result { () throws(UsageError) in
        try parts[turn.route].route.request(
          Template.Filling(user: caller.name, counter: turn.ticket.number),
          bearer: caller.bearer,
          using: &random
        )
      }
      if let start = turn.ticket.intendedStart {
        do { try await clock.sleep(until: start) } catch { return }  // Cancelled: never sent.
      }
      let sent = clock.now
      let outcome: Outcome
      switch prepared {
      case .success(let request): outcome = await sender.send(request, worker: worker)
      case .failure(let error): outcome = .failed(status: "TEMPLATE", example: error.description)
      }
      // The answer to a call that we cut short says nothing of the server.
      if Task.isCancelled { return }
      let intended = turn.ticket.intendedStart ?? sent
      let latency = clock.now - intended
      progress.state.withLock {
        $0.tally.record(turn.route, latency: latency, behind: sent - intended, outcome)
      }
    }
  }

  private func take(_ progress: Progress, at now: Duration) -> Turn? {
    progress.state.withLock { state in
      guard let ticket = state.schedule.next(at: now) else { return nil }
      let route = state.mix.next()
      defer { state.sentOfRoute[route] += 1 }
      return Turn(ticket: ticket, route: route, caller: state.sentOfRoute[route] % callers.count)
    }
  }

  private func conclude(_ progress: Progress, at end: Duration) -> Measurement {
    progress.state.withLock { state in
      for number in state.schedule.unsent(at: end) {
        guard let intended = state.schedule.intendedStart(of: number) else { continue }
        state.tally.record(
          state.mix.next(),
          latency: end - intended,
          behind: end - intended,
          .failed(
            status: Outcome.notSent,
            example: "every call in flight was still waiting"
          )
        )
      }
      return Measurement(tally: state.tally, schedule: state.schedule, end: end)
    }
  }
}

/// What a run has found.
struct Measurement: Sendable {
  let tally: Tally
  let schedule: Schedule
  /// Time since the start at which the last worker was done.
  let end: Duration
}
