import AWS
import DynamoDBTable
import SingleTable
import Synchronization
import TestTables
import Testing

@Suite("DynamoDB: calls")
struct CallsTests {
  @Test("what every request costs is told, reads and writes apart")
  func consumedCapacity() async throws {
    let consumed = Mutex<[ConsumedCapacity]>([])
    let moto = try await Moto.shared()
    let table = try await moto.makeTable(
      options: .init(consumed: { one in consumed.withLock { $0.append(one) } })
    )
    let key = Key("RECIPE#pho", "METADATA")
    try await table.put(Item(key, ["title": "phở"]))
    _ = try await table.get(key, consistency: .strong)
    _ = try await table.query(Query(partition: "RECIPE#pho"))
    let told = consumed.withLock { $0 }
    #expect(told.map(\.operation) == ["PutItem", "GetItem", "Query"])
    #expect(told.map(\.isWrite) == [true, false, false])
    #expect(told.allSatisfy { $0.units > 0 })
  }
}
