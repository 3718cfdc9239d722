/// Where a service of AWS is asked, as in `ap-southeast-1`.
package struct Region: Sendable, Hashable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// What follows the region in the names of hosts; China has a domain of its own.
  var domain: String { name.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com" }
}
