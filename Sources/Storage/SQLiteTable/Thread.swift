import Glibc

/// A POSIX semaphore.
///
/// SAFETY: the semaphore has its own allocation from `init` to `deinit`, and its functions may be
/// called from any thread.
@safe final class Semaphore: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    let code = unsafe sem_init(semaphore, 0, 0)
    precondition(code == 0, "a semaphore can be made")
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func signal() { unsafe sem_post(semaphore) }

  func wait() {
    // Interrupted by a signal handler: wait on.
    while unsafe sem_wait(semaphore) != 0 {}
  }
}

/// A thread of its own for work that blocks: waiting for the disk on a thread of the pool would
/// hold up every task.
///
/// SAFETY: `thread` is written in `init` and read by `join`, which is called once.
@safe final class WorkerThread: @unchecked Sendable {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var thread = pthread_t()

  init(_ run: @escaping @Sendable () -> Void) {
    // SAFETY: retained here, released by the thread that takes it over.
    let body = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
    let code = unsafe pthread_create(
      &thread,
      nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      },
      body
    )
    precondition(code == 0, "a thread can be made")
  }

  /// Waits until the work has ended.
  func join() { pthread_join(thread, nil) }
}
