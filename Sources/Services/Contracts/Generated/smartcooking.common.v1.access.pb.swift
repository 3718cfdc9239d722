// Written by protoc-gen-smart-cooking from smartcooking/common/v1/access.proto. Do not edit.
// swift-format-ignore-file

import Protobuf

/// Who may call an RPC. Checked before the handler runs: a missing, forged or expired token is
/// UNAUTHENTICATED, a valid token without the right is PERMISSION_DENIED.
package enum Access: MessageEnum {
  /// As ACCESS_USER: what says nothing is not open.
  case unspecified
  /// Anybody; a token is not looked at.
  case `public`
  /// A signed-in user. The caller is the user of the token, never one named in a request.
  case user
  /// A user with the role `admin`.
  case admin
  /// Another service, by its own token. Such RPCs have no REST route and may name users.
  case service
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .`public`
    case 2: self = .user
    case 3: self = .admin
    case 4: self = .service
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .`public`: 1
    case .user: 2
    case .admin: 3
    case .service: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "ACCESS_UNSPECIFIED"
    case .`public`: "ACCESS_PUBLIC"
    case .user: "ACCESS_USER"
    case .admin: "ACCESS_ADMIN"
    case .service: "ACCESS_SERVICE"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Access] = [
    .unspecified,
    .`public`,
    .user,
    .admin,
    .service,
  ]
}
