#pragma once
#include <stddef.h>

/// The embedded ingredient list: one proto3 JSON `IngredientRecord` a line.
extern const unsigned char smart_cooking_ingredients[];
extern const size_t smart_cooking_ingredients_size;

/// The embedded cookbook: one proto3 JSON `RecipeRecord` a line.
extern const unsigned char smart_cooking_recipes[];
extern const size_t smart_cooking_recipes_size;
