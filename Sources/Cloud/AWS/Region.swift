internal import AsyncHTTPClient

/// Where a service of AWS is asked, as in `ap-southeast-1`.
package struct Region: Sendable, Hashable {
  package let name: String

  package init(_ name: String) { self.name = name }
}
