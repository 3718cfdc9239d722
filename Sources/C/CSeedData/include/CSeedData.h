#pragma once
#include <stddef.h>

/// The embedded ingredient list: one proto3 JSON `IngredientRecord` a line.
const unsigned char *smart_cooking_ingredients_data(void);
size_t smart_cooking_ingredients_size(void);

/// The embedded cookbook: one proto3 JSON `RecipeRecord` a line.
const unsigned char *smart_cooking_recipes_data(void);
size_t smart_cooking_recipes_size(void);
