#pragma once
/// Copies text, 16 bytes at a time.
///
/// Of the bytes at `from` the first `room` may be read; `to` has room for `count` bytes and 16 more, which may be
/// written too.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// True for a byte that HTML text may not have as it is, or may not have before certain others: `" & ' < >`, a control
/// character other than tab, line feed and carriage return, and 0xC2, the first of a control character from U+0080 on.
static inline bool text_is_harmful(uint8_t byte) {
  const uint64_t harmful = 0x500000C4FFFFD9FFu;
  return byte < 64 ? harmful >> byte & 1 : byte == 0x7F || byte == 0xC2;
}

#if defined(__SSE2__)
/// A bit for each byte of the block that is harmful.
static inline uint32_t text_harm(__m128i block) {
  __m128i both_quotes = _mm_or_si128(block, _mm_set1_epi8(1)), angles = _mm_or_si128(block, _mm_set1_epi8(2));
  __m128i harm = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(both_quotes, _mm_set1_epi8('\'')));
  harm = _mm_or_si128(harm, _mm_cmpeq_epi8(angles, _mm_set1_epi8('>')));
  harm = _mm_or_si128(harm, _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F)));
  harm = _mm_or_si128(harm, _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xC2)));
  __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(31)), block);
  __m128i spaces = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
  spaces = _mm_or_si128(spaces, _mm_cmpeq_epi8(block, _mm_set1_epi8('\r')));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(harm, _mm_andnot_si128(spaces, controls)));
}

/// The same for up to 16 bytes, which are read as two parts that may overlap: the first half of the bits is for the
/// first bytes, the other for the last.
static inline uint32_t text_harm_of_parts(uint64_t first, uint64_t last) {
  return text_harm(_mm_set_epi64x((long long)last, (long long)first));
}
#elif defined(__ARM_NEON)
static inline uint32_t text_harm(uint8x16_t block) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t harm = vorrq_u8(vceqq_u8(block, vdupq_n_u8('"')), vceqq_u8(vorrq_u8(block, vdupq_n_u8(1)), vdupq_n_u8('\'')));
  harm = vorrq_u8(harm, vceqq_u8(vorrq_u8(block, vdupq_n_u8(2)), vdupq_n_u8('>')));
  harm = vorrq_u8(harm, vorrq_u8(vceqq_u8(block, vdupq_n_u8(0x7F)), vceqq_u8(block, vdupq_n_u8(0xC2))));
  uint8x16_t spaces = vorrq_u8(vceqq_u8(block, vdupq_n_u8('\t')), vceqq_u8(block, vdupq_n_u8('\n')));
  spaces = vorrq_u8(spaces, vceqq_u8(block, vdupq_n_u8('\r')));
  harm = vorrq_u8(harm, vbicq_u8(vcltq_u8(block, vdupq_n_u8(32)), spaces));
  uint8x16_t bits = vandq_u8(harm, vld1q_u8(weights));
  return (uint32_t)vaddv_u8(vget_low_u8(bits)) | (uint32_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

static inline uint32_t text_harm_of_parts(uint64_t first, uint64_t last) {
  return text_harm(vcombine_u8(vcreate_u8(first), vcreate_u8(last)));
}
#endif

/// The same as `text_copy_harmless`, for text of any length, and where few bytes may be read.
__attribute__((noinline)) static size_t text_copy_harmless_blocks(
    const uint8_t *from, size_t count, size_t room, uint8_t *to) {
  size_t index = 0;
#if defined(__SSE2__) || defined(__ARM_NEON)
  for (; index < count && room - index >= 16; index += 16) {
#if defined(__SSE2__)
    __m128i block = _mm_loadu_si128((const __m128i *)(from + index));
    _mm_storeu_si128((__m128i *)(to + index), block);
#else
    uint8x16_t block = vld1q_u8(from + index);
    vst1q_u8(to + index, block);
#endif
    uint32_t harm = text_harm(block);
    if (count - index < 16) harm &= (1u << (count - index)) - 1;
    if (harm != 0) return index + (size_t)__builtin_ctz(harm);
  }
  if (index >= count) return count;
  // Fewer than 16 bytes, behind which nothing may be read.
  size_t rest = count - index;
  if (rest >= 8) {
    uint64_t first, last;
    memcpy(&first, from + index, 8);
    memcpy(&last, from + count - 8, 8);
    memcpy(to + index, &first, 8);
    memcpy(to + count - 8, &last, 8);
    uint32_t harm = text_harm_of_parts(first, last);
    if (harm == 0) return count;
    return harm & 0xFF ? index + (size_t)__builtin_ctz(harm) : count - 16 + (size_t)__builtin_ctz(harm);
  }
  if (rest >= 4) {
    uint32_t first, last;
    memcpy(&first, from + index, 4);
    memcpy(&last, from + count - 4, 4);
    memcpy(to + index, &first, 4);
    memcpy(to + count - 4, &last, 4);
    uint32_t harm = text_harm_of_parts((uint64_t)last << 32 | first, 0x2020202020202020u);
    if (harm == 0) return count;
    return harm & 0xF ? index + (size_t)__builtin_ctz(harm) : count - 8 + (size_t)__builtin_ctz(harm);
  }
#endif
  for (; index < count; index++) {
    if (text_is_harmful(from[index])) return index;
    to[index] = from[index];
  }
  return count;
}

/// Copies up to the first harmful byte, and says how many bytes that were.
static inline size_t text_copy_harmless(const uint8_t *from, size_t count, size_t room, uint8_t *to) {
#if defined(__SSE2__)
  if (count <= 16 && room >= 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)from);
    _mm_storeu_si128((__m128i *)to, block);
    uint32_t harm = text_harm(block) | 1u << count;
    return (size_t)__builtin_ctz(harm);
  }
#endif
  return text_copy_harmless_blocks(from, count, room, to);
}

/// True when none of the `count` bytes is harmful.
static inline bool text_is_harmless(const uint8_t *from, size_t count) {
  size_t index = 0;
#if defined(__SSE2__) || defined(__ARM_NEON)
  for (; count - index >= 16; index += 16) {
#if defined(__SSE2__)
    if (text_harm(_mm_loadu_si128((const __m128i *)(from + index))) != 0) return false;
#else
    if (text_harm(vld1q_u8(from + index)) != 0) return false;
#endif
  }
#endif
  for (; index < count; index++)
    if (text_is_harmful(from[index])) return false;
  return true;
}

/// Copies all bytes.
static inline void text_copy(const uint8_t *from, size_t count, size_t room, uint8_t *to) {
  size_t blocks = (count + 15) & ~(size_t)15;
  if (blocks > 64 || blocks > room) {
    memcpy(to, from, count);
    return;
  }
  for (size_t index = 0; index < blocks; index += 16) {
    uint64_t first, last;
    memcpy(&first, from + index, 8);
    memcpy(&last, from + index + 8, 8);
    memcpy(to + index, &first, 8);
    memcpy(to + index + 8, &last, 8);
  }
}
