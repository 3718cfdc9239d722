// Written by protoc-gen-smart-cooking from smartcooking/common/v1/approval.proto. Do not edit.
// swift-format-ignore-file

import Protobuf

/// Whether a recipe belongs to the shared cookbook.
///
///     pending --ratings, admin--> approved --ratings, admin--> rejected
///     pending --admin--> rejected --admin--> approved
///
/// Ratings approve a generated recipe once, when sum >= 4 x count over at least 3 distinct verified
/// raters other than its author; they reject it when the average over all ratings is below 3.5 and
/// there are at least 10. Recipes that came with the cookbook are approved whatever their ratings.
package enum ApprovalState: MessageEnum {
  /// Not said.
  case unspecified
  /// Waits for ratings: opened, cooked and rated by whoever has its id, found by nobody.
  case pending
  /// In the cookbook: found by search and suggested to everybody.
  case approved
  /// Taken out of the cookbook, or kept out of it.
  case rejected
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .pending
    case 2: self = .approved
    case 3: self = .rejected
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .pending: 1
    case .approved: 2
    case .rejected: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "APPROVAL_STATE_UNSPECIFIED"
    case .pending: "APPROVAL_STATE_PENDING"
    case .approved: "APPROVAL_STATE_APPROVED"
    case .rejected: "APPROVAL_STATE_REJECTED"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [ApprovalState] = [
    .unspecified,
    .pending,
    .approved,
    .rejected,
  ]
}
