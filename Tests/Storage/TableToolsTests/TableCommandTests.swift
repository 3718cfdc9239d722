import Foundation
import SQLiteTable
import SingleTable
import Testing

@Suite("The table command", .timeLimit(.minutes(3)))
struct TableCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String) -> String { folder.path(name) }
  private func sqlite(_ name: String) -> String { "sqlite:\(folder.path(name))" }

  private func makeTable(_ name: String, items: Int) async throws {
    let table = try SQLiteTable(path: file(name), options: .init(synchronous: .normal))
    defer { table.close() }
    try await table.batchWrite(
      (0..<items).map { .put(Item(Key("RECIPE#\($0)", "METADATA"), ["n": .int($0)])) }
    )
  }

  @Test("makes a table, and leaves one that is there as it is")
  func create() async throws {
    #expect(try await Tool.run("create", sqlite("a")).output == "made \(sqlite("a"))\n")
    try await makeTable("a", items: 3)
    let before = try Data(contentsOf: URL(filePath: file("a")))
    #expect(try await Tool.run("create", sqlite("a")).output == "\(sqlite("a")) is there already\n")
    #expect(try Data(contentsOf: URL(filePath: file("a"))) == before)
  }

  @Test("does not touch a file that is no table")
  func createElsewhere() async throws {
    let text = Data(String(repeating: "not a table\n", count: 100).utf8)
    try text.write(to: URL(filePath: file("text")))
    for command in ["create", "verify", "seed", "compact"] {
      let run = try await Tool.run(command, sqlite("text"))
      #expect(run.status != 0)
      #expect(run.errors.contains("not a table of ours"), "\(command): \(run.errors)")
    }
    #expect(try Data(contentsOf: URL(filePath: file("text"))) == text)
  }

  @Test("makes no table of a mistyped name")
  func missing() async throws {
    try await makeTable("a", items: 1)
    let commands = [
      ["verify", sqlite("b")], ["seed", sqlite("b")], ["compact", sqlite("b")],
      ["copy", sqlite("a"), sqlite("b")], ["backup", sqlite("b"), file("c")],
    ]
    for command in commands {
      let run = try await Tool.run(command)
      #expect(run.status != 0)
      #expect(run.errors.contains("there is no table at \(file("b"))"), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: file("b")))
  }

  @Test("copies every item, into an empty table unless told otherwise")
  func copy() async throws {
    try await makeTable("a", items: 2500)
    try await makeTable("b", items: 0)
    let first = try await Tool.run("copy", sqlite("a"), sqlite("b"))
    #expect(first.output == "copied 2500 items from \(sqlite("a")) to \(sqlite("b"))\n")
    let again = try await Tool.run("copy", sqlite("a"), sqlite("b"))
    #expect(again.status != 0)
    #expect(again.errors.contains("has items already"))
    #expect(try await Tool.run("copy", "--merge", sqlite("a"), sqlite("b")).status == 0)
    let verified = try await Tool.run("verify", sqlite("b"))
    #expect(verified.output.contains("RECIPE#\t2500 items"))
    #expect(verified.output.hasSuffix("\nok\n"))
  }

  @Test("writes to no table of production without the flag")
  func production() async throws {
    let prod = sqlite("smart-cooking-prod-data")
    #expect(try await Tool.run("create", prod).status == 0)
    try await makeTable("a", items: 1)
    for command in [
      ["seed", prod], ["import", prod, "/dev/null"], ["compact", prod],
      ["copy", sqlite("a"), prod],
    ] {
      let run = try await Tool.run(command)
      #expect(run.status != 0)
      #expect(run.errors.contains("--allow-prod"), "\(run.errors)")
      let allowed = try await Tool.run(command + ["--allow-prod"])
      #expect(allowed.status == 0, "\(allowed.errors)")
      if command[0] == "seed" { try await empty("smart-cooking-prod-data") }
    }
    let other = try await Tool.run("compact", sqlite("a"))
    #expect(other.status == 0)
  }

  private func empty(_ name: String) async throws {
    let table = try SQLiteTable(path: file(name), options: .init(synchronous: .normal))
    defer { table.close() }
    try await table.forEachScanPage { items in
      try await table.batchWrite(items.compactMap(\.key).map { .delete($0) })
    }
  }

  @Test("seeds what comes with the product, once")
  func seed() async throws {
    #expect(try await Tool.run("create", sqlite("a")).status == 0)
    let first = try await Tool.run("seed", sqlite("a"))
    #expect(
      first.output == "seeded ingredient-validator\nseeded ai-suggestion\n",
      "\(first.errors)"
    )
    let counted = try await Tool.run("verify", sqlite("a")).output
    #expect(counted.hasSuffix("\nok\n"), "\(counted)")
    #expect(try await Tool.run("seed", sqlite("a")).status == 0)
    #expect(try await Tool.run("verify", sqlite("a")).output == counted)
  }

  @Test("backs up a table that is being written, as it is at one moment")
  func backup() async throws {
    let table = try SQLiteTable(path: file("a"), options: .init(synchronous: .normal))
    defer { table.close() }
    let sides = ["LEFT", "RIGHT"].map { Key("COOKING#lan", $0) }
    // Large enough that writes fall into the middle of the copying.
    let filler = AttributeValue.binary([UInt8](repeating: 7, count: 100_000))
    try await table.batchWrite(
      (0..<100).map { .put(Item(Key("RECIPE#\($0)", "METADATA"), ["filler": filler])) }
    )
    let backups = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while !Task.isCancelled {
          try await table.transactWrite(sides.map { .update($0, Update().add("n", 1)) })
        }
      }
      let backups = ["b", "c", "d"].map(file)
      for backup in backups {
        let run = try await Tool.run("backup", sqlite("a"), backup)
        #expect(run.status == 0, "\(run.errors)")
      }
      group.cancelAll()
      try await group.waitForAll()
      return backups
    }
    var counts: [Int] = []
    for backup in backups {
      let copy = try SQLiteTable(path: backup)
      defer { copy.close() }
      let items = try await copy.transactGet(sides)
      #expect(items[0]?["n"] == items[1]?["n"])
      counts.append(items[0]?["n"]?.intValue ?? -1)
    }
    #expect(counts == counts.sorted())
    let occupied = try await Tool.run("backup", sqlite("a"), file("b"))
    #expect(occupied.errors.contains("is there already"))
  }

  @Test("exports lines in DynamoDB's shape, and imports them byte for byte")
  func lines() async throws {
    let table = try SQLiteTable(path: file("a"), options: .init(synchronous: .normal))
    let item = Item(
      Key("RECIPE#phở", "METADATA"),
      [
        "text": "\"a\\\n\u{1}é", "number": .number(try #require(Number("-1.5E-40"))),
        "bytes": .binary([0, 255]), "yes": true, "none": .null, "list": [1, ["deep": "x"], []],
        "texts": .stringSet(["b", "a"]), "numbers": .numberSet([2, 1]),
        "blobs": .binarySet([[1], []]), "empty": "", "é": 1, "e\u{301}": 2,
      ]
    )
    try await table.put(item)
    try await table.batchWrite((0..<700).map { .put(Item(Key("COOKING#lan", "\($0)"))) })
    table.close()
    let exported = try await Tool.run("export", sqlite("a"))
    let lines = exported.output.split(separator: "\n")
    #expect(lines.count == 701, "\(exported.errors)")
    #expect(lines.first == #"{"Item":{"PK":{"S":"COOKING#lan"},"SK":{"S":"0"}}}"#)
    #expect(try await Tool.run("export", sqlite("a"), file("lines")).status == 0)
    let written = try String(contentsOf: URL(filePath: file("lines")), encoding: .utf8)
    #expect(written == exported.output)
    #expect(try await Tool.run("export", sqlite("a"), file("lines")).status != 0, "it is there")

    #expect(try await Tool.run("create", sqlite("b")).status == 0)
    let imported = try await Tool.run("import", sqlite("b"), file("lines"))
    #expect(imported.output == "imported 701 items into \(sqlite("b"))\n", "\(imported.errors)")
    #expect(try await Tool.run("export", sqlite("b")).output == exported.output)
    let copy = try SQLiteTable(path: file("b"))
    defer { copy.close() }
    #expect(try await copy.get(Key("RECIPE#phở", "METADATA")) == item)
  }

  @Test("names the line that is no item")
  func badLines() async throws {
    #expect(try await Tool.run("create", sqlite("a")).status == 0)
    let good = #"{"Item":{"PK":{"S":"RECIPE#a"},"SK":{"S":"METADATA"}}}"#
    let bad = [
      "{", "[]", #"{"Item":{"PK":{"S":"RECIPE#a"}}}"#,
      #"{"Item":{"PK":{"X":"RECIPE#a"},"SK":{"S":"b"}}}"#,
      #"{"Item":{"PK":{"S":"RECIPE#a"},"SK":{"S":"b"},"n":{"N":"many"}}}"#,
    ]
    for line in bad {
      try Data("\(good)\n\n\(line)\n".utf8).write(to: URL(filePath: file("lines")))
      let run = try await Tool.run("import", sqlite("a"), file("lines"))
      #expect(run.status != 0)
      #expect(run.errors.contains("line 3: "), "\(run.errors)")
    }
  }

  @Test("gives space back")
  func compact() async throws {
    try await makeTable("a", items: 3000)
    try await empty("a")
    let before = SQLiteFile(path: file("a")).bytes
    #expect(try await Tool.run("compact", sqlite("a")).status == 0)
    #expect(SQLiteFile(path: file("a")).bytes < before / 4)
  }

  @Test("prints the slices as the deployment has them, and the policy that confines a role")
  func policy() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let deployed = try String(
      contentsOf: root.appending(path: "deploy/slices.json"),
      encoding: .utf8
    )
    #expect(try await Tool.run("slices").output == deployed)
    let slices = try JSONDecoder().decode([String: [String]].self, from: Data(deployed.utf8))
    for (service, prefixes) in slices {
      let run = try await Tool.run("policy", service, "--table-arn", "arn:aws:dynamodb:x:1:table/t")
      let policy = try JSONDecoder().decode(PolicyDocument.self, from: Data(run.output.utf8))
      let table = "arn:aws:dynamodb:x:1:table/t"
      #expect(policy.Statement.map(\.Resource) == [table, table + "/index/*"])
      for statement in policy.Statement {
        #expect(statement.Effect == "Allow")
        #expect(!statement.Action.contains { $0.contains("Scan") || $0.contains("*") })
        let keys = statement.Condition["ForAllValues:StringLike"]?["dynamodb:LeadingKeys"]
        #expect(keys == .many(prefixes.map { $0 + "*" }))
        #expect(statement.Condition["Null"]?["dynamodb:LeadingKeys"] == .one("false"))
      }
    }
  }
}

/// The parts of an IAM policy; the names are those of the document.
private struct PolicyDocument: Decodable {
  enum Value: Decodable, Equatable {
    case one(String)
    case many([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {  // Else it is a list, or nothing we know.
        self = .one(text)
      } else {
        self = .many(try container.decode([String].self))
      }
    }
  }

  struct Rule: Decodable {
    let Effect: String
    let Action: [String]
    let Resource: String
    let Condition: [String: [String: Value]]
  }

  let Statement: [Rule]
}
