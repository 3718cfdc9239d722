import AWS
import ItemJSON
package import SingleTable

/// An item as a line of DynamoDB's export: `{"Item":{"PK":{"S":"RECIPE#pho"},…}}`.
package enum ItemLine {
  /// Why a line is no item.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    package let line: Int
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
  }

  /// Without the line's end.
  package static func encode(_ item: Item) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.name("Item")
      item.write(to: &json)
    }
    return json.bytes
  }

  package static func decode(_ bytes: [UInt8], line: Int) throws(Failure) -> Item {
    let document: JSON
    do throws(JSONSyntaxError) {
      document = try JSON(parsing: bytes)
    } catch { throw Failure(line: line, reason: "no JSON at byte \(error.offset)") }
    guard let members = document["Item"], let item = Item(members) else {
      throw Failure(line: line, reason: "not {\"Item\": {…}} of attributes with their types")
    }
    do throws(TableError) { try item.validate() } catch {
      throw Failure(line: line, reason: "\(error)")
    }
    return item
  }
}
