#pragma once
/// Reads the members of records by what stood between the values of an earlier one.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// How many bytes of glue are compared at once.
enum { json_glue_reach = 32 };

/// What stands between a value (or the record's begin) and the next value, as it stood in an earlier record. Of each key,
/// and of the record's begin, two that may follow it stand next to each other.
typedef struct {
  /// Its first bytes.
  uint8_t text[json_glue_reach];
  /// The bit of its key, which is among the first 64; 0 where the key is not, the glue is longer than its text here, or
  /// nothing is known.
  uint64_t bit;
  /// A bit for each of its bytes, up to 32.
  uint32_t wanted;
  /// Its place among all texts, and how many bytes it has; 0: nothing is known.
  int32_t start, count;
  /// The number of the key in it, and where in it the key's opening quote stands.
  int32_t key, quote;
  /// How many places further those stand that may follow its value.
  int32_t step;
} json_glue;

/// Glue of `count` bytes that is not at its place yet.
static inline json_glue json_make_glue(
    const uint8_t *text, int32_t count, int32_t key, int32_t quote, int32_t start) {
  json_glue glue = {.start = start, .count = count, .key = key, .quote = quote};
  bool is_short = count <= json_glue_reach;
  memcpy(glue.text, text, is_short ? (size_t)count : json_glue_reach);
  glue.wanted = count < 32 ? ((uint32_t)1 << count) - 1 : UINT32_MAX;
  if (is_short && key < 64) glue.bit = (uint64_t)1 << key;
  return glue;
}

/// What sort of value a member has; the last is for all that is left to others.
enum { JSON_PLAIN, JSON_TEXT, JSON_ESCAPED, JSON_SCALAR, JSON_NULL, JSON_OTHER };

/// A member of a record. Its places are counted from the first byte.
typedef struct {
  int32_t key, key_place, first, last;
  uint8_t kind;
} json_member;

/// How far a record is read.
typedef struct {
  /// The next byte to read.
  size_t position;
  /// How many members were read.
  size_t count;
  /// The key of the last; -1 before the first.
  int32_t previous;
  /// A bit for each of the first 64 keys that was met.
  uint64_t met;
} json_progress;

/// Reads members as long as what stands between the values is known, the values are simple (no escapes, no exponents, no
/// arrays and objects), the keys, which are among the first 64, differ, and the end of the bytes is not near. True when
/// the record has ended; otherwise the next member is left to others, not read at all.
bool json_simple_members(
    const uint8_t *bytes, size_t end, const json_glue *glue, json_member *members, size_t limit,
    json_progress *progress);

/// The same as processors have it that are not known to have wider instructions; for tests.
bool json_simple_members_narrow(
    const uint8_t *bytes, size_t end, const json_glue *glue, json_member *members, size_t limit,
    json_progress *progress);
