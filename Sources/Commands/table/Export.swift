import ArgumentParser
import Foundation
import Glibc
import TableTools

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes every item as a line of JSON, in the shape of DynamoDB's export."
  )

  @Argument(help: "The table: sqlite:PATH or dynamodb:NAME.")
  var table: TableLocation

  @Argument(help: "The path of the new file; standard output when it is left out.")
  var file: String?

  func run() async throws {
    let handle = try file.map { try NewFile.open($0) } ?? .standardOutput
    let count = try await table.withTable { table in
      try await TableLines.export(table, to: handle) { count in
        Progress.say("exported \(count) items")
      }
    }
    // An export that is told to be done lasts; a pipe cannot be waited for.
    if file != nil { try handle.synchronize() }
    Progress.say("exported \(count) items from \(table)")
  }
}

/// A file that is made here and was not there before.
enum NewFile {
  static func open(_ path: String) throws -> FileHandle {
    let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw ValidationError("\(path): \(unsafe String(cString: strerror(errno)))")
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
