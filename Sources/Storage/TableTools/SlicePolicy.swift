import SingleTable

/// The IAM policy that confines a service's role to its slice.
///
/// `ForAllValues` holds for a request without keys too, so `Null` demands that there are some. For a
/// query of an index `dynamodb:LeadingKeys` is the partition key of that index.
package struct SlicePolicy: Sendable {
  /// What a store does to an item.
  ///
  /// Transactions are granted by these item by item; no Scan and no PartiQL: neither names a
  /// partition key.
  package static let itemActions = [
    "GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem",
    "ConditionCheckItem",
  ].map { "dynamodb:" + $0 }

  private let prefixes: [String]
  private let table: String

  /// `tableARN` as in `arn:aws:dynamodb:ap-southeast-1:123456789012:table/smart-cooking-dev-data`.
  package init(prefixes: [String], tableARN: String) {
    self.prefixes = prefixes
    table = tableARN
  }

  /// The policy as a JSON document.
  package var json: String {
    """
    {
      "Version": "2012-10-17",
      "Statement": [
    \(statement("OwnItems", Self.itemActions, table)),
    \(statement("OwnIndexKeys", ["dynamodb:Query"], table + "/index/*"))
      ]
    }
    """
  }

  private func statement(_ name: String, _ actions: [String], _ resource: String) -> String {
    """
        {
          "Sid": "\(name)",
          "Effect": "Allow",
          "Action": \(Self.list(actions)),
          "Resource": "\(resource)",
          "Condition": {
            "ForAllValues:StringLike": { "dynamodb:LeadingKeys": \(Self.list(leadingKeys)) },
            "Null": { "dynamodb:LeadingKeys": "false" }
          }
        }
    """
  }

  private var leadingKeys: [String] { TableSlice.leadingKeys(of: prefixes) }

  /// Prefixes and actions need no escapes.
  private static func list(_ texts: [String]) -> String {
    "[" + texts.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
