#include "CSeedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char ingredients[] = {
#embed "ingredients.jsonl" suffix(, )
    0};

static const unsigned char recipes[] = {
#embed "recipes.jsonl" suffix(, )
    0};

// The last byte is the 0 that stands behind the data.
const unsigned char *smart_cooking_ingredients_data(void) { return ingredients; }
size_t smart_cooking_ingredients_size(void) { return sizeof ingredients - 1; }

const unsigned char *smart_cooking_recipes_data(void) { return recipes; }
size_t smart_cooking_recipes_size(void) { return sizeof recipes - 1; }
