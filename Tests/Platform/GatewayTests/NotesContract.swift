import NIOPosix
import Protobuf
import RPC

@testable import Gateway

/// A contract with one of everything a rule can say; each RPC answers its own request.
enum NotesContract {
  typealias Write = DescriptorWriter

  static let service = "kitchen.v1.Notes"
  private static let note = "kitchen.v1.Note"

  static let methods: [[UInt8]] = [
    Write.method("Get", note, note, http: Write.rule("GET", "/v1/notes/{text}")),
    Write.method("List", note, note, http: Write.rule("GET", "/v1/notes")),
    Write.method("Create", note, note, http: Write.rule("POST", "/v1/notes", body: "*")),
    Write.method(
      "Update",
      note,
      note,
      http: Write.rule("PATCH", "/v1/notes/{text}", body: "inner")
    ),
    Write.method("Tag", note, note, http: Write.rule("PUT", "/v1/notes/{text}/tags", body: "tags")),
    Write.method(
      "Finish",
      note,
      note,
      http: Write.rule(
        "POST",
        "/v1/notes/{text}:finish",
        body: "*",
        also: [Write.rule("POST", "/v1/finished/{inner.text}", body: "*")]
      )
    ),
    Write.method(
      "Watch",
      note,
      note,
      http: Write.rule("GET", "/v1/notes:watch"),
      answersStream: true
    ),
    Write.method("Open", note, note, http: Write.rule("GET", "/v1/{text=files/**}")),
    Write.method(
      "Inner",
      note,
      note,
      http: Write.rule("GET", "/v1/inner/{inner.text}", responseBody: "inner")
    ),
    Write.method("Rate", note, note, http: Write.rule("GET", "/v1/stars/{stars}")),
    Write.method("Hello", note, note, http: Write.rule("GET", "/v1/hello"), access: 1),
    Write.method("Say", note, note, http: Write.rule("POST", "/v1/hello", body: "*"), access: 1),
    Write.method(
      "Rule",
      note,
      note,
      http: Write.rule("POST", "/v1/admin/notes", body: "*"),
      access: 3
    ),
    Write.method("Internal", note, note, access: 4),
  ]

  static let messages: [[UInt8]] = [
    Write.message(
      "Note",
      [
        Write.field("text", 1, .string),
        Write.field("stars", 2, .int32),
        Write.field("tags", 3, .string, isRepeated: true),
        Write.field("color", 4, .enum, of: "kitchen.v1.Color"),
        Write.field("inner", 5, .message, of: "kitchen.v1.Inner"),
        Write.field("weight", 6, .double),
        Write.field("is_done", 7, .bool),
        Write.field("big", 8, .int64),
        Write.field("blob", 9, .bytes),
        Write.field("left", 10, .string, oneof: 0),
        Write.field("right", 11, .string, oneof: 0),
        Write.field("update_mask", 12, .message, of: "google.protobuf.FieldMask"),
        Write.field("at", 13, .message, of: "google.protobuf.Timestamp"),
        Write.field("labels", 14, .message, of: "kitchen.v1.Note.LabelsEntry", isRepeated: true),
        Write.field("inners", 15, .message, of: "kitchen.v1.Inner", isRepeated: true),
        Write.field("colors", 16, .enum, of: "kitchen.v1.Color", isRepeated: true),
        Write.field("small", 17, .sint32),
        Write.field("plain", 18, .uint64),
      ],
      nested: [
        Write.message(
          "LabelsEntry",
          [Write.field("key", 1, .string), Write.field("value", 2, .string)],
          isMapEntry: true
        )
      ],
      oneofs: ["side"]
    ),
    Write.message(
      "Inner",
      [
        Write.field("text", 1, .string), Write.field("count", 2, .uint32),
        Write.field("deeper", 3, .message, of: "kitchen.v1.Inner"),
      ]
    ),
  ]

  static func registry(_ methods: [[UInt8]] = methods) throws -> SchemaRegistry {
    try SchemaRegistry(
      Write.set([
        Write.file(
          "google/protobuf/field_mask.proto",
          package: "google.protobuf",
          messages: [
            Write.message("FieldMask", [Write.field("paths", 1, .string, isRepeated: true)]),
            Write.message(
              "Timestamp",
              [Write.field("seconds", 1, .int64), Write.field("nanos", 2, .int32)]
            ),
          ]
        ),
        Write.file(
          "kitchen.proto",
          package: "kitchen.v1",
          messages: messages,
          enums: [Write.enumeration("Color", ["COLOR_UNSPECIFIED", "COLOR_RED", "COLOR_BLUE"])],
          services: [Write.service("Notes", methods)]
        ),
      ])
    )
  }

  /// The routes, with a channel that leads nowhere.
  static func table(_ methods: [[UInt8]] = methods) throws -> RouteTable {
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: 1),
      group: MultiThreadedEventLoopGroup.singleton
    )
    return try RouteTable(registry: registry(methods), upstreams: [service: channel])
  }
}
