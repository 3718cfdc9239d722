#if DEBUG  // What is internal can be seen of debug builds alone.
  import PeerBytes
  import ProtobufConformance

  /// What strangers send us, by where it is read: for a fuzzer, and for the seeds that one has left.
  package enum FuzzTarget: String, CaseIterable, Sendable {
    case messages
    case frames
    case bodies
    case paths
    case queries
    case bearerTokens = "bearer-tokens"
    case pageTokens = "page-tokens"
    case signatures

    /// The rule that `input` breaks; nil when all of them hold.
    package func broken(by input: [UInt8]) async -> String? {
      switch self {
      case .messages: RoundTrip.broken(by: input)
      case .frames: PeerBytes.broken(by: input)
      case .bodies: BodyRule.broken(by: input)
      case .paths: PathRule.broken(by: input)
      case .queries: QueryRule.broken(by: input)
      case .bearerTokens: await BearerTokenRule.broken(by: input)
      case .pageTokens: PageTokenRule.broken(by: input)
      case .signatures: SignatureRule.broken(by: input)
      }
    }
  }
#endif
