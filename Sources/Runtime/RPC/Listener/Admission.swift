import NIOCore
import Synchronization

/// Counts the open connections of a listener, all and by address.
final class Admission: Sendable {
  private struct State {
    var count = 0
    var byAddress: [AddressKey: Int] = [:]
  }

  private let limits: Listener.Limits
  private let state = Mutex(State())

  init(_ limits: Listener.Limits) {
    self.limits = limits
  }

  func take(_ address: SocketAddress?) -> Bool {
    let key = address.flatMap(AddressKey.init)
    return state.withLock { state in
      let ofAddress = key.map { state.byAddress[$0] ?? 0 } ?? 0
      guard state.count < limits.connectionsMax, ofAddress < limits.perAddressMax else {
        return false
      }
      state.count += 1
      if let key { state.byAddress[key] = ofAddress + 1 }
      return true
    }
  }

  func giveBack(_ address: SocketAddress?) {
    let key = address.flatMap(AddressKey.init)
    state.withLock { state in
      state.count -= 1
      guard let key, let ofAddress = state.byAddress[key] else { return }
      state.byAddress[key] = ofAddress > 1 ? ofAddress - 1 : nil
    }
  }
}

/// What counts as one address: an IPv4 address, or the /64 that one customer of IPv6 has.
struct AddressKey: Hashable {
  private let bits: UInt64
  private let isIPv6: Bool

  /// Nil for a socket in the file system, whose peers have no address.
  init?(_ address: SocketAddress) {
    // sockaddr_in: family, port, 4 bytes of address; sockaddr_in6: family, port, flow, 16 bytes.
    let raw = unsafe address.withSockAddr { socket, count in
      unsafe Array(UnsafeRawBufferPointer(start: socket, count: count))
    }
    let key: ArraySlice<UInt8>
    switch address {
    case .v4:
      key = raw[4..<8]
    case .v6:
      let bytes = raw[8..<24]
      // ::ffff:a.b.c.d is how a socket for both shows IPv4 (RFC 4291 §2.5.5.2).
      let isMapped = bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff])
      key = isMapped ? bytes.suffix(4) : bytes.prefix(8)
    case .unixDomainSocket:
      return nil
    }
    bits = key.reduce(0) { $0 << 8 | UInt64($1) }
    isIPv6 = key.count == 8
  }
}
