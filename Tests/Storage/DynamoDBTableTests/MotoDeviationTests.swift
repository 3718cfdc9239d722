import AWS
import DynamoDBTable
import SingleTable
import TestTables
import Testing

/// Holds that moto still differs where the tests go around it.
///
/// A peer that has learned better is worth a shorter list. Conditions and pages are held where they are tested.
@Suite("Where moto is not DynamoDB")
struct MotoDeviationTests {
  private static let key = Key("RECIPE#pho", "METADATA")

  @Test("tokens: a transaction that comes again is done again")
  func tokens() async throws {
    let moto = try await Moto.shared()
    let table = try await moto.makeTable(options: .init())
    let body = """
      {"ClientRequestToken": "same", "TransactItems": [{"Update": {"TableName": "\(table.name)",
       "Key": {"PK": {"S": "\(Self.key.partition)"}, "SK": {"S": "\(Self.key.sort)"}},
       "UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}}]}
      """
    let request = AWSRequest(
      headers: [
        .init("content-type", "application/x-amz-json-1.0"),
        .init("x-amz-target", "DynamoDB_20120810.TransactWriteItems"),
      ],
      body: Array(body.utf8)
    )
    for _ in 0..<2 { _ = try await moto.client().send(request, isRepeatable: false) }
    #expect(try await table.get(Self.key)?["n"] == 2)
  }

  @Test("transactionRules: a write of the wrong type fails the request, without reasons")
  func transactionRules() async throws {
    let test = try await TestTable(.dynamodb)
    try await test.table.put(Item(Self.key, ["n": "text"]))
    let error = await #expect(throws: TableError.self) {
      try await test.table.transactWrite([.update(Self.key, Update().add("n", 1))])
    }
    guard case .validation? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("digits: a sum of too many is rounded, not refused")
  func digits() async throws {
    let test = try await TestTable(.dynamodb)
    let large = try #require(Number("1E30"))
    try await test.table.put(Item(Self.key, ["n": .number(large)]))
    let small = try #require(Number("1E-30"))
    let sum = try await test.table.update(Self.key, Update().add("n", small))
    #expect(sum?["n"] == .number(large))
  }
}
