/// Where moto 5.2.5 is not DynamoDB, and what DynamoDB's documentation says instead.
///
/// Rules that meet one of these run on SQLite alone; a test holds that moto still differs. What moto
/// never does, though DynamoDB may at any time, is done to the table by `ScriptedHTTP`: throttling,
/// batches done in part, answers that are lost. Indexes of moto never lag behind; no rule counts on
/// it, as `IngredientStore` says of its own reading.
package enum MotoDeviation: String, Sendable {
  /// `size(path)` of an attribute that is missing, or has no size, is answered with an error;
  /// a condition on it does not hold, and the request is a sound one.
  case sizeOfMissing
  /// `size(path)` of a text counts characters; sizes of texts are bytes of UTF-8.
  case sizeInCharacters
  /// `path = NULL` holds where the attribute is missing; a missing one equals nothing.
  case missingIsNull
  /// `<` between two types is answered with an error; values of two types have no order, so the
  /// condition does not hold.
  case orderOfTypes
  /// `BETWEEN` with an operand that is missing is answered with an error; it does not hold.
  case rangeOfMissing
  /// An update in a transaction that meets an attribute of the wrong type fails the request with
  /// ValidationException; it cancels the transaction with the reason ValidationError.
  case transactionRules
  /// A transaction that comes again under its `ClientRequestToken` is done again; within ten
  /// minutes it is done once.
  case tokens
  /// A sum of more than 38 digits is rounded and stored; it is refused.
  case digits
  /// A page ends before the item that passes 1,000,000 bytes; it ends after 1 MB, with that item.
  case pages

  /// A condition is checked and its write done in two steps, between which another request may
  /// come; a write is atomic. `serve_moto.py` lets in one request at a time.
  case twoSteps

  /// An item may have 405,000 bytes; it may have 400 KB.
  case itemSizes

  package static let itemBytesMax = 405_000
  /// Pages of 25 items with 100,000 bytes of binary each.
  package static let pageCounts = [9, 9, 7]
}
