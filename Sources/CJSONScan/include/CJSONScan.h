#pragma once
/// Looks at many bytes of JSON at a time. Every function reads within the bytes it is given.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "JSONMembers.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#if defined(__SSE2__)
/// A bit for each of 16 bytes.
static inline uint32_t json_mask(__m128i bytes) { return (uint32_t)_mm_movemask_epi8(bytes); }
#elif defined(__ARM_NEON)
/// A bit for each of 16 bytes that are 0 or 0xFF.
static inline uint32_t json_mask(uint8x16_t bytes) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t bits = vandq_u8(bytes, vld1q_u8(weights));
  return (uint32_t)vaddv_u8(vget_low_u8(bits)) | (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
}
#endif

/// How many of the `count` bytes stand before the first quote or backslash; `count` without one.
/// `seen` becomes other than 0 when NUL or a byte from 0x80 on is among them.
static inline size_t json_string_run(const uint8_t *bytes, size_t count, uint32_t *seen) {
  size_t index = 0;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  for (; index + 16 <= count; index += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + index));
    uint32_t ends =
        json_mask(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)));
    __m128i nuls = _mm_cmpeq_epi8(block, _mm_setzero_si128());
    uint32_t odd = json_mask(_mm_or_si128(block, nuls));
#elif defined(__ARM_NEON)
  const uint8x16_t quote = vdupq_n_u8('"'), backslash = vdupq_n_u8('\\');
  for (; index + 16 <= count; index += 16) {
    uint8x16_t block = vld1q_u8(bytes + index);
    uint32_t ends = json_mask(vorrq_u8(vceqq_u8(block, quote), vceqq_u8(block, backslash)));
    uint8x16_t nuls = vceqq_u8(block, vdupq_n_u8(0));
    uint32_t odd = json_mask(vorrq_u8(vcgeq_u8(block, vdupq_n_u8(0x80)), nuls));
#endif
#if defined(__SSE2__) || defined(__ARM_NEON)
    if (ends != 0) {
      *seen |= odd & (uint32_t)((ends & -ends) - 1);
      return index + (size_t)__builtin_ctz(ends);
    }
    *seen |= odd;
  }
#endif
  for (; index < count && bytes[index] != '"' && bytes[index] != '\\'; index++)
    *seen |= bytes[index] >= 0x80 || bytes[index] == 0;
  return index;
}

/// True when the two have the same `count` bytes; `other` may be read for 16 bytes in any case, and so
/// may `bytes` when `room` says that it has as many.
static inline bool json_equal(const uint8_t *bytes, size_t room, const uint8_t *other, size_t count) {
  if (room < count) return false;
#if defined(__SSE2__)
  if (room >= count + 16) {
    size_t index = 0;
    while (true) {
      uint32_t same = json_mask(_mm_cmpeq_epi8(
          _mm_loadu_si128((const __m128i *)(bytes + index)),
          _mm_loadu_si128((const __m128i *)(other + index))));
      if (count - index <= 16) {
        uint32_t wanted = (uint32_t)((1u << (count - index)) - 1);
        return (same & wanted) == wanted;
      }
      if (same != 0xFFFF) return false;
      index += 16;
    }
  }
#endif
  return memcmp(bytes, other, count) == 0;
}

/// True when the two have the same `count` bytes.
static inline bool json_are_equal(const uint8_t *bytes, const uint8_t *other, size_t count) {
  if (count < 8) {
    for (size_t index = 0; index < count; index++)
      if (bytes[index] != other[index]) return false;
    return true;
  }
  return memcmp(bytes, other, count) == 0;
}

/// How many of the bytes are line feeds.
static inline size_t json_line_feeds(const uint8_t *bytes, size_t count) {
  size_t index = 0, lines = 0;
#if defined(__SSE2__)
  const __m128i feed = _mm_set1_epi8('\n');
  for (; index + 16 <= count; index += 16)
    lines += (size_t)__builtin_popcount(
        json_mask(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(bytes + index)), feed)));
#endif
  for (; index < count; index++) lines += bytes[index] == '\n';
  return lines;
}

/// The place of the first line feed; `count` without one.
static inline size_t json_first_line_feed(const uint8_t *bytes, size_t count) {
  const uint8_t *found = count > 0 ? memchr(bytes, '\n', count) : NULL;
  return found == NULL ? count : (size_t)(found - bytes);
}

/// True when no byte is from 0x80 on.
static inline bool json_is_ascii(const uint8_t *bytes, size_t count) {
  size_t index = 0;
#if defined(__SSE2__)
  __m128i all = _mm_setzero_si128();
  for (; index + 16 <= count; index += 16)
    all = _mm_or_si128(all, _mm_loadu_si128((const __m128i *)(bytes + index)));
  if (json_mask(all) != 0) return false;
#endif
  for (; index < count; index++)
    if (bytes[index] >= 0x80) return false;
  return true;
}

/// True when the bytes are valid UTF-8 (Unicode 15, table 3-7).
static inline bool json_is_utf8(const uint8_t *bytes, size_t count) {
  size_t index = 0;
  while (index < count) {
#if defined(__SSE2__)
    if (index + 16 <= count &&
        json_mask(_mm_loadu_si128((const __m128i *)(bytes + index))) == 0) {
      index += 16;
      continue;
    }
#endif
    uint8_t lead = bytes[index];
    if (lead < 0x80) {
      index++;
      continue;
    }
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || count - index < length) return false;
    uint8_t second = bytes[index + 1];
    uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) return false;
    for (size_t next = 2; next < length; next++)
      if ((bytes[index + next] & 0xC0) != 0x80) return false;
    index += length;
  }
  return true;
}
