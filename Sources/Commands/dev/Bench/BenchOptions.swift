import ArgumentParser

/// What comparisons have in common: those compared take turns.
struct BenchOptions: ParsableArguments {
  @Option(help: "Turns that each takes.")
  var rounds = 5

  @Option(help: "The core of the server; the load runs on the next one.")
  var core = 0

  /// Measures each in turn, so often as asked; the measurements by name.
  func alternate<Subject, Measurement>(
    _ label: String,
    _ subjects: [Subject],
    name: (Subject) -> String,
    _ measure: (Subject) throws -> Measurement
  ) throws -> [String: [Measurement]] {
    var measured: [String: [Measurement]] = [:]
    for round in 1...max(rounds, 1) {
      for subject in subjects {
        measured[name(subject), default: []].append(try measure(subject))
      }
      print("\(label), turn \(round) of \(rounds)")
    }
    return measured
  }
}
