#include "CSeedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char smart_cooking_ingredients[] = {
#embed "ingredients.jsonl" suffix(, )
    0};
const size_t smart_cooking_ingredients_size = sizeof smart_cooking_ingredients - 1;

const unsigned char smart_cooking_recipes[] = {
#embed "recipes.jsonl" suffix(, )
    0};
const size_t smart_cooking_recipes_size = sizeof smart_cooking_recipes - 1;
