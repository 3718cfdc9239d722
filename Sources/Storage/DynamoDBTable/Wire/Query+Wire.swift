import AWS
import ItemJSON
import SingleTable

extension Query {
  /// The members of a Query request.
  func write(
    to json: inout JSONWriter,
    consistency: Consistency,
    now: Int64
  ) {
    var scope = ExpressionScope()
    let partitionName = scope.name(index.partitionName)
    var keys = "\(partitionName) = \(scope.value(.string(partition)))"
    if case .condition(let sort)? = sort?.reduced {
      keys += " AND " + sort.expression(scope.name(index.sortName), in: &scope)
    }
    let live = Condition.isLive(at: now)
    let kept = filter.map { .and([$0, live]) } ?? live
    json.member("KeyConditionExpression", keys)
    json.member("FilterExpression", kept.expression(in: &scope))
    if let projection {
      let names = [AttributeName.partition, AttributeName.sort] + projection
      var aliases: [String] = []
      for alias in names.map({ scope.name($0) }) where !aliases.contains(alias) {
        aliases.append(alias)
      }
      json.member("ProjectionExpression", aliases.joined(separator: ", "))
    }
    if index != .base { json.member("IndexName", index.wireName) }
    if isReversed { json.member("ScanIndexForward", bool: false) }
    if let limit { json.member("Limit", number: limit) }
    json.member("ConsistentRead", bool: consistency == .strong)
    scope.write(to: &json)
    if let startKey {
      json.name("ExclusiveStartKey")
      startKey.item(index: index, partition: partition).write(to: &json)
    }
  }
}

extension StartKey {
  /// The keys of table and index, as DynamoDB names a place.
  fileprivate func item(index: Index, partition: String) -> Item {
    var item = Item(key)
    if index != .base, let indexSort {
      item.setIndex(index, partition: partition, sort: indexSort)
    }
    return item
  }
}

extension Index {
  /// The name of the index in the table, as in `GSI1`.
  var wireName: String { String(partitionName.dropLast(2)) }
}

extension Page {
  init?(_ answer: JSON, index: Index) {
    guard let elements = answer["Items"]?.elements else { return nil }
    self.init(items: [], lastKey: nil, scannedCount: answer["ScannedCount"]?.int ?? 0)
    for element in elements {
      guard let item = Item(element) else { return nil }
      items.append(item)
    }
    guard let last = answer["LastEvaluatedKey"] else { return }
    guard let place = Item(last).flatMap({ StartKey(of: $0, in: index) }) else { return nil }
    lastKey = place
  }
}
