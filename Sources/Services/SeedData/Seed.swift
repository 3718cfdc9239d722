import CSeedData

/// The foods and recipes that come with the product, embedded in the executable.
///
/// Each is proto3 JSON, one record a line: `IngredientRecord` and `RecipeRecord` of the contracts.
package enum Seed {
  package static var ingredients: [UInt8] {
    // SAFETY: a constant of the executable, of the size that stands beside it.
    unsafe Array(
      UnsafeBufferPointer(
        start: smart_cooking_ingredients_data(),
        count: smart_cooking_ingredients_size()
      )
    )
  }

  package static var recipes: [UInt8] {
    // SAFETY: as above.
    unsafe Array(
      UnsafeBufferPointer(
        start: smart_cooking_recipes_data(),
        count: smart_cooking_recipes_size()
      )
    )
  }
}
