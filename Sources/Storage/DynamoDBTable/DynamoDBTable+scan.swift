import AWS
import ItemJSON
package import SingleTable

extension DynamoDBTable: ScannableTable {
  package nonisolated(nonsending) func scan(
    after key: Key?
  ) async throws(TableError) -> ScanPage {
    let live = Condition.isLive(at: options.now())
    return try await ask(
      .scan,
      { json in
        var scope = ExpressionScope()
        json.member("FilterExpression", live.expression(in: &scope))
        json.member("ConsistentRead", bool: true)
        scope.write(to: &json)
        if let key {
          json.name("ExclusiveStartKey")
          key.write(to: &json)
        }
      },
      reading: { ScanPage($0) }
    )
  }
}

extension ScanPage {
  fileprivate init?(_ answer: JSON) {
    guard let elements = answer["Items"]?.elements else { return nil }
    self.init(items: [], lastKey: nil)
    for element in elements {
      guard let item = Item(element) else { return nil }
      items.append(item)
    }
    guard let last = answer["LastEvaluatedKey"] else { return }
    guard let key = Item(last)?.key else { return nil }
    lastKey = key
  }
}
