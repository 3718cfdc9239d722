import Testing

/// What runs over real sockets: one after another, so that a slow machine does not starve the event
/// loops that all of them share, and never without end.
@Suite("Over sockets", .serialized, .timeLimit(.minutes(1)))
struct SocketTests {}
