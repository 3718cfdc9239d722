#if os(Linux)
  import NIOCore

  /// A classic BPF program for a listening socket that drops requests to connect, and passes the rest.
  ///
  ///     ldb [13]       the flags of the TCP header
  ///     jset #2        SYN?
  ///     ret #0         yes: drop
  ///     ret #-1        no: the last step of a connection that has begun, or its data
  enum SYNFilter {
    /// `struct sock_filter` of linux/filter.h.
    struct Instruction {
      let code: UInt16
      var ifTrue: UInt8 = 0
      var ifFalse: UInt8 = 0
      let operand: UInt32
    }

    /// `struct sock_fprog`.
    @safe struct Program: @unchecked Sendable {
      // SAFETY: the kernel copies the program while it is being set, on the loop of the socket.
      let count: UInt16
      let first: UnsafePointer<Instruction>?
    }

    static let instructions = [
      Instruction(code: 0x30, operand: 13), Instruction(code: 0x45, ifFalse: 1, operand: 2),
      Instruction(code: 0x06, operand: 0), Instruction(code: 0x06, operand: .max),
    ]

    /// `SO_ATTACH_FILTER` of Linux.
    static let attach = NIOBSDSocket.Option(rawValue: 26)
  }
#endif
