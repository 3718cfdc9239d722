// Written by `dev generate`. Do not edit.
#pragma once

#include <stddef.h>
#include "test/everything.pb-c.h"

// The serialized FileDescriptorSet of this module's contracts and their imports.
const unsigned char *smart_cooking_ctestprotos_descriptors(void);
size_t smart_cooking_ctestprotos_descriptors_size(void);

// Addresses of the descriptors; Swift cannot take them itself.
static inline const ProtobufCMessageDescriptor *test__everything__type(void) {
  return &test__everything__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__string_by_string_entry__type(void) {
  return &test__everything__string_by_string_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__part_by_int32_entry__type(void) {
  return &test__everything__part_by_int32_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__bytes_by_bool_entry__type(void) {
  return &test__everything__bytes_by_bool_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__mood_by_uint64_entry__type(void) {
  return &test__everything__mood_by_uint64_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__double_by_sint64_entry__type(void) {
  return &test__everything__double_by_sint64_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__bool_by_fixed32_entry__type(void) {
  return &test__everything__bool_by_fixed32_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__everything__value_by_string_entry__type(void) {
  return &test__everything__value_by_string_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__part__type(void) {
  return &test__part__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__part__named_entry__type(void) {
  return &test__part__named_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__part__kind__type(void) {
  return &test__part__kind__descriptor;
}
static inline const ProtobufCMessageDescriptor *test__newer_part__type(void) {
  return &test__newer_part__descriptor;
}
