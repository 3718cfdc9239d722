/// A file to be written, its path relative to the folder of its target.
package struct GeneratedFile: Sendable {
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
