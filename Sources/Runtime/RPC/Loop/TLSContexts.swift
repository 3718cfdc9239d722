package import NIOSSL
import Synchronization

/// What new connections of a listener or a channel shake hands with.
///
/// Replaced while it is in use, as certificates are renewed: connections that are open keep what they
/// began with.
package final class TLSContexts: Sendable {
  private struct State {
    var configuration: TLSConfiguration
    /// Made of the configuration when it is first needed, since files may be read for it.
    var context: NIOSSLContext?
  }

  private let state: Mutex<State>
  private let adapt: @Sendable (TLSConfiguration) -> TLSConfiguration

  /// `adapt` adds to any configuration what its protocol demands, such as ALPN.
  package init(
    _ configuration: TLSConfiguration,
    _ adapt: @escaping @Sendable (TLSConfiguration) -> TLSConfiguration
  ) {
    state = Mutex(State(configuration: configuration))
    self.adapt = adapt
  }

  package func current() throws -> NIOSSLContext {
    try state.withLock { state in
      if let context = state.context { return context }
      let context = try NIOSSLContext(configuration: adapt(state.configuration))
      state.context = context
      return context
    }
  }

  /// Takes the place of the configuration; throws when it is none, and leaves the old one.
  package func replace(_ configuration: TLSConfiguration) throws {
    let context = try NIOSSLContext(configuration: adapt(configuration))
    state.withLock { $0 = State(configuration: configuration, context: context) }
  }
}
