import TestPrograms
import Testing

/// The calls of PyPI's grpcio to the whole product.
@Suite("A Python client of the product")
struct ProductTests {
  @Test("every method answers as its contract says, to those whom it lets")
  func everyMethod() async throws {
    let status = try await Product.run { product in
      let holders = [
        "lan": ["--user", "lan"], "minh": ["--user", "minh"], "chef": ["--user", "chef"],
        "admin": ["--user", "root", "--role", "admin"], "service": ["--service", "rating-handler"],
      ]
      var options = product.addresses
      for (name, flags) in holders { options[name] = try await product.token(flags) }
      let passed = try await Python.checks("product_client.py", options)
      #expect(passed >= 490)
    }
    #expect(status == 0)
  }
}
