import ArgumentParser

/// The flag without which nothing is written to a table of production.
struct ProductionGuard: ParsableArguments {
  @Flag(help: "Goes on although the table is one of production.")
  var allowProd = false

  func check(_ location: TableLocation) throws {
    guard location.isProduction, !allowProd else { return }
    throw ValidationError("\(location) is a table of production: say --allow-prod if you mean it")
  }
}
