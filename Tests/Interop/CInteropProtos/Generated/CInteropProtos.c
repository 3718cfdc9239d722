// Written by `dev generate`. Do not edit.
#include "CInteropProtos.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "descriptors.binpb" suffix(, )
    0};

const unsigned char *smart_cooking_cinteropprotos_descriptors(void) { return bytes; }
size_t smart_cooking_cinteropprotos_descriptors_size(void) { return sizeof bytes - 1; }
