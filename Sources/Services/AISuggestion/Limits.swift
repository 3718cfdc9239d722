/// Every bound of the service, with its reason.
enum Limits {
  /// Names of one request; more is not a kitchen but a list.
  static let namesMax = 20
  /// A name that is only too long to be a food is kept with the suggestion; this one is no name.
  static let nameBytesMax = 2000
  /// Different foods that recipes are looked for with.
  static let foods = 2...10
  /// Recipes of one suggestion.
  static let recipes = 1...5
  static let minutes = 1...1440
  static let cuisineCharactersMax = 50
  /// Best rated recipes read of each ingredient: ten ingredients stay within 2,000 small rows.
  static let usesPerIngredientMax = 200
  /// Candidates that are looked at whole, those with most of the named foods first.
  static let candidatesMax = 300
  /// Time of one model call, the caller's deadline permitting.
  static let modelSecondsMax = 30
  /// With less time left a model is not asked: it would be paid, and hardly be done.
  static let modelTimeMin = Duration.seconds(3)
  /// A recipe takes some ten seconds to write; a model that had so long and gave no answer hangs.
  static let modelPatience = Duration.seconds(20)
  /// Model calls of all suggestions that run at once; more are answered from the cookbook.
  static let modelCallsInProcessMax = 64
  /// Failures in a row after which the model is left alone, and for how long.
  static let breakerFailuresMax = 5
  static let breakerOpenTime = Duration.seconds(30)
  /// A recipe in two languages has some 1,200 tokens.
  static let modelTokensMax = 3000
  /// Tokens that a model's own frame may add to the text of a prompt.
  static let promptFrameTokens = 64
  /// Text of one answer: what so many tokens can hold.
  static let modelTextBytesMax = 32 << 10
  /// Foods are read a hundred at a time; a hundred pages are far beyond any list.
  static let foodPagesMax = 100
  /// Recipes of an import that are looked up together, and then written.
  static let importBatchMax = 25
  /// Left of the caller's deadline to store and answer after the model.
  static let answerReserve = Duration.seconds(1)
  static let batchRecipesMax = 100
  /// An author's recipes read at once to be told or forgotten, some 2 KB each.
  static let recipesOfAuthorAtOnce = 25
  static let queryCharactersMax = 100
  static let commentCharactersMax = 500
  static let suggestionLifeSeconds: Int64 = 90 * 24 * 3600
  /// How long another process's change of the cookbook may stay unseen by a search.
  static let cookbookRefreshSeconds = 1
  /// An index of the table follows within a second, nearly always.
  static let indexLagSeconds: Int64 = 5
  /// Recipes whose latest written version is remembered, some 100 bytes each.
  static let writtenVersionsMax = 10_000
  static let foodsRefreshSeconds = 60
  /// Recipes that an import writes in one transaction: of 64 KiB each, within its 4 MB.
  static let importedPerTransactionMax = 50
  /// Transactions at once while the cookbook is brought in.
  static let seedWritesAtOnceMax = 4
}
