import Foundation
import SQLiteTable
import ScriptedHTTP
import SingleTable
import Synchronization
import TestTables
import Testing

@Suite("The table command on DynamoDB", .timeLimit(.minutes(5)))
struct DynamoDBCommandTests {
  private let folder: TemporaryFolder
  private let dynamoDB: DynamoDB

  init() async throws {
    folder = try TemporaryFolder()
    dynamoDB = try await DynamoDB()
  }

  private func file(_ name: String) -> String { folder.path(name) }
  private func sqlite(_ name: String) -> String { "sqlite:\(folder.path(name))" }

  /// Items with every type of attribute, some of a size that makes pages, and many small ones.
  private func fill(_ name: String) async throws {
    let table = try SQLiteTable(path: file(name), options: .init(synchronous: .normal))
    defer { table.close() }
    try await table.put(
      Item(
        Key("RECIPE#phở", "METADATA"),
        [
          "text": "\"a\\\n\u{1}é", "number": .number(try #require(Number("-1.5E-40"))),
          "bytes": .binary([0, 255]), "yes": true, "none": .null, "list": [1, ["deep": "x"], []],
          "texts": .stringSet(["b", "a"]), "numbers": .numberSet([2, 1]),
          "blobs": .binarySet([[1], [2, 3]]), "empty": "", "é": 1, "e\u{301}": 2,
          "GSI1PK": "RECIPE#METHOD#soup", "GSI1SK": "SCORE#00000#phở",
        ]
      )
    )
    let filler = AttributeValue.binary([UInt8](repeating: 7, count: 100_000))
    try await table.batchWrite(
      (0..<12).map { .put(Item(Key("RECIPE#\($0)", "METADATA"), ["filler": filler])) }
        + (0..<300).map { .put(Item(Key("COOKING#lan", "\($0)"), ["n": .int($0)])) }
    )
  }

  @Test("makes the table as it is deployed, once")
  func create() async throws {
    let name = DynamoDB.name("create")
    let missing = try await dynamoDB.table("verify", "dynamodb:\(name)")
    #expect(missing.status != 0)
    #expect(missing.errors.contains("there is no such table"), "\(missing.errors)")
    let made = try await dynamoDB.table("create", "dynamodb:\(name)")
    #expect(made.output == "made dynamodb:\(name)\n", "\(made.errors)")
    let again = try await dynamoDB.table("create", "dynamodb:\(name)")
    #expect(again.output == "dynamodb:\(name) is there already\n", "\(again.errors)")

    // The same values stand in `deploy/cdk/test/table.test.ts`.
    let described = try await dynamoDB.ask("describe", name)
    let found = try JSONDecoder().decode(Described.self, from: Data(described.utf8))
    #expect(found.keys == [["PK", "HASH"], ["SK", "RANGE"]])
    let indexes = ["GSI1", "GSI2", "GSI3"]
    #expect(found.indexes.keys.sorted() == indexes)
    for index in indexes {
      #expect(
        found.indexes[index]
          == .init(keys: [["\(index)PK", "HASH"], ["\(index)SK", "RANGE"]], projection: "ALL")
      )
    }
    let names = ["PK", "SK"] + indexes.flatMap { ["\($0)PK", "\($0)SK"] }
    #expect(found.types == Dictionary(uniqueKeysWithValues: names.map { ($0, "S") }))
    #expect(found.ttl == "ttl")
    #expect(found.billing == "PAY_PER_REQUEST")
    #expect(found.encryption == "ENABLED")
  }

  @Test("refuses a table of other keys or indexes, and leaves it as it is")
  func another() async throws {
    let (keys, indexes) = (DynamoDB.name("keys"), DynamoDB.name("indexes"))
    _ = try await dynamoDB.ask("make", keys, "id", "SK", "GSI1", "GSI2", "GSI3")
    _ = try await dynamoDB.ask("make", indexes, "PK", "SK", "GSI1", "GSI2", "GSI9")
    let differences = [
      keys: ["keys: is id S, SK S, must be PK S, SK S"],
      indexes: [
        "GSI3: is not there, must be GSI3PK S, GSI3SK S, projection ALL",
        "GSI9: is GSI9PK S, GSI9SK S, projection ALL, must be not there",
      ],
    ]
    for (name, problems) in differences {
      let before = try await dynamoDB.ask("describe", name)
      for command in ["create", "verify", "seed", "export"] {
        let run = try await dynamoDB.table(command, "dynamodb:\(name)")
        #expect(run.status != 0, "\(command)")
        for problem in problems {
          #expect((run.output + run.errors).contains(problem), "\(command): \(run.errors)")
        }
      }
      #expect(try await dynamoDB.ask("describe", name) == before)
    }
  }

  @Test("goes on where the making of a table was broken off")
  func brokenOff() async throws {
    let name = DynamoDB.name("half")
    _ = try await dynamoDB.ask("make", name, "PK", "SK", "GSI1", "GSI2", "GSI3")
    let half = try await dynamoDB.table("verify", "dynamodb:\(name)")
    #expect(half.output.contains("problem: ttl: is not there, must be ttl"), "\(half.errors)")
    let made = try await dynamoDB.table("create", "dynamodb:\(name)")
    #expect(made.output == "made dynamodb:\(name)\n", "\(made.errors)")
    #expect(try await dynamoDB.table("verify", "dynamodb:\(name)").output.hasSuffix("\nok\n"))
  }

  @Test("copies there and back, line by line the same, as another client finds it too")
  func copy() async throws {
    let name = DynamoDB.name("copy")
    let table = "dynamodb:\(name)"
    try await fill("a")
    #expect(try await dynamoDB.table("create", table).status == 0)
    let there = try await dynamoDB.table("copy", sqlite("a"), table)
    #expect(there.output == "copied 313 items from \(sqlite("a")) to \(table)\n", "\(there.errors)")
    let again = try await dynamoDB.table("copy", sqlite("a"), table)
    #expect(again.errors.contains("has items already"), "\(again.errors)")

    #expect(try await Tool.run("export", sqlite("a"), file("a.jsonl")).status == 0)
    #expect(try await dynamoDB.ask("compare", name, file("a.jsonl")) == "the same")
    let exported = try await dynamoDB.table("export", table)
    let lines = try String(contentsOf: URL(filePath: file("a.jsonl")), encoding: .utf8)
    // DynamoDB has no order of partitions.
    #expect(
      exported.output.split(separator: "\n").sorted() == lines.split(separator: "\n").sorted()
    )

    #expect(try await Tool.run("create", sqlite("b")).status == 0)
    let back = try await dynamoDB.table("copy", table, sqlite("b"))
    #expect(back.output == "copied 313 items from \(table) to \(sqlite("b"))\n", "\(back.errors)")
    #expect(try await Tool.run("export", sqlite("b")).output == lines)
    let imported = try await dynamoDB.table("import", table, file("a.jsonl"))
    #expect(imported.output == "imported 313 items into \(table)\n", "\(imported.errors)")
  }

  @Test("copies all the same when answers are lost on the way")
  func lostAnswers() async throws {
    let name = DynamoDB.name("lost")
    try await fill("a")
    #expect(try await dynamoDB.table("create", "dynamodb:\(name)").status == 0)
    // No batch is tried a fifth time.
    let writes = Mutex(0)
    try await FaultyService.run(upstream: dynamoDB.endpoint) { number, request in
      guard request.operation == "BatchWriteItem" else {
        return number.isMultiple(of: 3) ? .cutOff : .none
      }
      let count = writes.withLock { count in
        count += 1
        return count
      }
      return count < 4 ? .dropped(isDone: true) : .none
    } _: { service in
      let faulty = try await DynamoDB(endpoint: service.url)
      let there = try await faulty.table("copy", sqlite("a"), "dynamodb:\(name)")
      #expect(there.status == 0, "\(there.errors)")
      #expect(try await Tool.run("create", sqlite("b")).status == 0)
      let back = try await faulty.table("copy", "dynamodb:\(name)", sqlite("b"))
      #expect(back.status == 0, "\(back.errors)")
    }
    let lines = try await Tool.run("export", sqlite("a")).output
    #expect(try await Tool.run("export", sqlite("b")).output == lines)
  }

  @Test("seeds what it seeds into a file")
  func seed() async throws {
    let table = "dynamodb:\(DynamoDB.name("seed"))"
    for place in [table, sqlite("a")] {
      #expect(try await dynamoDB.table("create", place).status == 0)
      let run = try await dynamoDB.table("seed", place)
      #expect(
        run.output == "seeded ingredient-validator\nseeded ai-suggestion\n",
        "\(run.errors)"
      )
    }
    let counted = try await dynamoDB.table("verify", table)
    #expect(counted.output.hasSuffix("\nok\n"), "\(counted.output)\(counted.errors)")
    // Not the bytes: the times of the two may end in zeros, which numbers do not store.
    func counts(_ output: String) -> [[Substring]] {
      output.split(separator: "\n").map { Array($0.split(separator: "\t").prefix(2)) }
    }
    let inFile = try await Tool.run("verify", sqlite("a"))
    #expect(counts(inFile.output) == counts(counted.output), "\(inFile.errors)")
  }

  @Test("writes to no table of production without the flag")
  func production() async throws {
    let prod = "dynamodb:\(DynamoDB.name("smart-cooking-prod-data"))"
    #expect(try await dynamoDB.table("create", prod).status == 0)
    try await fill("a")
    for command in [["seed", prod], ["import", prod, "/dev/null"], ["copy", sqlite("a"), prod]] {
      let run = try await dynamoDB.table(command)
      #expect(run.status != 0)
      #expect(run.errors.contains("--allow-prod"), "\(run.errors)")
    }
    #expect(try await dynamoDB.table("verify", prod).output.contains("total\t0 items"))
    let allowed = try await dynamoDB.table("copy", sqlite("a"), prod, "--allow-prod")
    #expect(allowed.status == 0, "\(allowed.errors)")
  }

  @Test("says what it is not told")
  func configuration() async throws {
    let run = try await Tool.run(
      ["verify", "dynamodb:any"],
      environment: ["AWS_REGION": "", "AWS_DEFAULT_REGION": "", "AWS_CONFIG_FILE": "/dev/null"]
    )
    #expect(run.status != 0)
    #expect(run.errors.contains("dynamodb:any: needs a region: set AWS_REGION"), "\(run.errors)")
    let file = try await Tool.run("backup", "dynamodb:any", file("copy"))
    #expect(file.errors.contains("only a table of sqlite has a file"), "\(file.errors)")
  }
}

/// What `dynamodb.py` tells of a table.
private struct Described: Decodable {
  struct Index: Decodable, Equatable {
    let keys: [[String]]
    let projection: String

    init(keys: [[String]], projection: String) {
      self.keys = keys
      self.projection = projection
    }

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      keys = try parts.decode([[String]].self)
      projection = try parts.decode(String.self)
    }
  }

  let keys: [[String]]
  let types: [String: String]
  let indexes: [String: Index]
  let ttl: String?
  let billing: String
  let encryption: String?
}
