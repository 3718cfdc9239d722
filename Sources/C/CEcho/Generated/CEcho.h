// Written by `dev generate`. Do not edit.
#pragma once

#include <stddef.h>
#include "echo/echo.pb-c.h"

// The serialized FileDescriptorSet of this module's contracts and their imports.
const unsigned char *smart_cooking_cecho_descriptors(void);
size_t smart_cooking_cecho_descriptors_size(void);

// Addresses of the descriptors; Swift cannot take them itself.
static inline const ProtobufCMessageDescriptor *echo__echo_request__type(void) {
  return &echo__echo_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *echo__echo_response__type(void) {
  return &echo__echo_response__descriptor;
}
