import Contracts

extension CookingMethod {
  /// The ten methods.
  static let known = allCases.filter { $0 != .unspecified }

  var isKnown: Bool { Self.known.contains(self) }

  /// As in keys of the table: `stir_fry`.
  var slug: String { name.dropFirst("COOKING_METHOD_".count).lowercased() }

  /// Minutes before the heat is on and after it, of an everyday dish.
  var everydayMinutes: (prep: Int32, cook: Int32) {
    switch self {
    case .stirFry: (15, 10)
    case .soup: (10, 20)
    case .steam: (10, 20)
    case .grill: (20, 20)
    case .bake: (15, 35)
    case .fry: (15, 15)
    case .boil: (5, 15)
    case .braise: (15, 40)
    case .mix: (15, 5)
    case .hotpot: (25, 30)
    case .unspecified, .unrecognized: (15, 30)
    }
  }
}
