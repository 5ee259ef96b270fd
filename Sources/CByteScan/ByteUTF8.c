#include "CByteScan.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The length of the valid sequence at `bytes`, of which `left` bytes are at hand; 0 when it is none.
static inline size_t sequence_length(const uint8_t *bytes, size_t left) {
  uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (left < length) return 0;
  uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (bytes[1] < lowest || bytes[1] > highest) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// The place in memory order of the first byte with its top bit set.
static inline size_t first_byte_of(uint64_t high) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  return (size_t)__builtin_ctzll(high) / 8;
#else
  return (size_t)__builtin_clzll(high) / 8;
#endif
}

/// The first byte from `index` on that is not part of valid UTF-8; a sequence begins at `index`.
static size_t first_invalid(const uint8_t *bytes, size_t index, size_t count) {
  while (index < count) {
    if (index + 8 <= count) {
      uint64_t word;
      memcpy(&word, bytes + index, 8);
      uint64_t high = word & 0x8080808080808080ull;
      if (high == 0) {
        index += 8;
        continue;
      }
      index += first_byte_of(high);
    }
    size_t length = sequence_length(bytes + index, count - index);
    if (length == 0) return index;
    index += length;
  }
  return count;
}

#if defined(__x86_64__)

#define WIDE __attribute__((target("avx2")))

/// What may be wrong with two bytes that follow each other: one bit for each kind of mistake, by the
/// first byte's halves and the upper half of the second. The last bit says that the second byte goes on
/// a sequence whose first byte asks for no more than two.
enum {
  too_short = 1 << 0,
  too_long = 1 << 1,
  overlong_3 = 1 << 2,
  too_large = 1 << 3,
  surrogate = 1 << 4,
  overlong_2 = 1 << 5,
  too_large_1000 = 1 << 6,
  overlong_4 = 1 << 6,
  two_more = 1 << 7,
  carried = too_short | too_long | two_more,
};

WIDE static inline __m256i looked_up(__m256i table, __m256i halves) {
  return _mm256_shuffle_epi8(table, halves);
}

WIDE static inline __m256i upper_half(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/// The mistakes in the 32 bytes at a place; three bytes before it can be read.
WIDE static inline __m256i mistakes_at(const uint8_t *place) {
  __m256i input = _mm256_loadu_si256((const __m256i *)place);
  __m256i three_back = _mm256_loadu_si256((const __m256i *)(place - 3));
  if (_mm256_movemask_epi8(_mm256_or_si256(input, three_back)) == 0) return _mm256_setzero_si256();
  __m256i one_back = _mm256_loadu_si256((const __m256i *)(place - 1));
  __m256i two_back = _mm256_loadu_si256((const __m256i *)(place - 2));
  const __m256i by_first_upper = TABLE(
      too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long,
      (char)two_more, (char)two_more, (char)two_more, (char)two_more, too_short | overlong_2,
      too_short, too_short | overlong_3 | surrogate,
      too_short | too_large | too_large_1000 | overlong_4);
  const char large = (char)(carried | too_large | too_large_1000);
  const __m256i by_first_lower = TABLE(
      (char)(carried | overlong_3 | overlong_2 | overlong_4), (char)(carried | overlong_2),
      (char)carried, (char)carried, (char)(carried | too_large), large, large, large, large, large,
      large, large, large, (char)(large | surrogate), large, large);
  const char any = (char)(too_long | overlong_2 | two_more);
  const __m256i by_second_upper = TABLE(
      too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
      (char)(any | overlong_3 | too_large_1000 | overlong_4), (char)(any | overlong_3 | too_large),
      (char)(any | surrogate | too_large), (char)(any | surrogate | too_large), too_short,
      too_short, too_short, too_short);
  __m256i lower = _mm256_and_si256(one_back, _mm256_set1_epi8(0x0F));
  __m256i special = _mm256_and_si256(
      _mm256_and_si256(
          looked_up(by_first_upper, upper_half(one_back)), looked_up(by_first_lower, lower)),
      looked_up(by_second_upper, upper_half(input)));
  __m256i third = _mm256_subs_epu8(two_back, _mm256_set1_epi8((char)(0xE0 - 0x80)));
  __m256i fourth = _mm256_subs_epu8(three_back, _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i must_go_on = _mm256_and_si256(
      _mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(must_go_on, special);
}

/// How many bytes, a multiple of 32, are valid but for a sequence that their end may cut.
WIDE static size_t valid_blocks(const uint8_t *bytes, size_t count) {
  uint8_t first[64] = {0};
  if (count < 32) return 0;
  memcpy(first + 32, bytes, 32);
  __m256i wrong = mistakes_at(first + 32);
  size_t valid = 0;
  while (_mm256_testz_si256(wrong, wrong)) {
    valid += 32;
    if (valid + 32 > count) break;
    wrong = mistakes_at(bytes + valid);
  }
  return valid;
}

#endif

/// Where the sequence begins that the byte before a place belongs to.
static size_t last_sequence(const uint8_t *bytes, size_t place) {
  size_t start = place - 1;
  for (int steps = 0; steps < 3 && start > 0 && (bytes[start] & 0xC0) == 0x80; steps++) start--;
  return start;
}

size_t byte_scan_invalid_utf8(byte_scan_variant variant, const uint8_t *bytes, size_t count) {
  size_t valid = 0;
#if defined(__x86_64__)
  if (variant >= byte_scan_wide && byte_scan_best_variant() >= byte_scan_wide) {
    valid = valid_blocks(bytes, count);
  }
#endif
  (void)variant;
  return first_invalid(bytes, valid == 0 ? 0 : last_sequence(bytes, valid), count);
}

bool byte_scan_has_high(const uint8_t *bytes, size_t count) {
  for (size_t start = 0; start < count; start += 256) {
    size_t end = start + 256 < count ? start + 256 : count;
    uint8_t seen = 0;
    for (size_t i = start; i < end; i++) seen |= bytes[i];
    if (seen >= 0x80) return true;
  }
  return false;
}
