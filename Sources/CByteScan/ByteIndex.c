#include "CByteScan.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

/// One bit for each of 64 bytes.
typedef struct {
  uint64_t quote, delimiter, line, carriage, nul, high;
} block_masks;

/// How the bytes of a block are compared.
typedef struct {
  block_masks (*masks_of)(const uint8_t *block, uint8_t delimiter);
  /// Each bit is the parity of the bits up to it: set from an opening quote to before the closing one.
  uint64_t (*parity_up_to)(uint64_t bits);
  /// Those of some bits at which others are set, moved together.
  uint64_t (*ranks_of)(uint64_t bits, uint64_t among);
  /// Writes the places of bits, counted from a base. There is room for 64.
  void (*write_places)(uint64_t bits, uint32_t base, uint32_t *places);
} comparison;

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/// Each bit is the parity of the bits up to it: set from an opening quote to before the closing one.
ALWAYS_INLINE uint64_t parity_up_to(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

ALWAYS_INLINE uint64_t ranks_of(uint64_t bits, uint64_t among) {
  uint64_t ranks = 0;
  for (bits &= among; bits != 0; bits &= bits - 1) {
    ranks |= 1ull << __builtin_popcountll(among & ((bits & -bits) - 1));
  }
  return ranks;
}

/// The place of the lowest bit; anything when there is none.
ALWAYS_INLINE uint32_t lowest_bit(uint64_t bits) {
  return bits == 0 ? 64 : (uint32_t)__builtin_ctzll(bits);
}

/// Eight at once, whether there are as many or not.
ALWAYS_INLINE void write_places(uint64_t bits, uint32_t base, uint32_t *places) {
  for (; bits != 0; places += 8) {
    for (int i = 0; i < 8; i++) {
      places[i] = base + lowest_bit(bits);
      bits &= bits - 1;
    }
  }
}

/// What a block leaves to the next.
typedef struct {
  uint64_t inside;           // all ones while a quoted field is open
  uint64_t after_structure;  // 1 when a quote may open a field at the next byte
  uint64_t after_close;      // 1 when the byte before closed a quoted field
  uint64_t after_return;     // 1 when CR follows such a quote
} carry;

ALWAYS_INLINE uint64_t misplaced_quotes(
    const block_masks *m, uint64_t inside, uint64_t structural, carry *state) {
  uint64_t opening = m->quote & inside, closing = m->quote & ~inside;
  uint64_t odd = opening & ~((structural | m->quote) << 1 | state->after_structure);
  uint64_t follows = closing << 1 | state->after_close;
  odd |= follows & ~(m->delimiter | m->line | m->carriage | m->quote);
  uint64_t returns = follows & m->carriage;
  odd |= (returns << 1 | state->after_return) & ~m->line;
  state->after_structure = (structural | m->quote) >> 63;
  state->after_close = closing >> 63;
  state->after_return = returns >> 63;
  return odd;
}

ALWAYS_INLINE byte_scan_index_result index_blocks(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t high_is_odd,
    uint32_t *positions, uint32_t *ends, comparison compare) {
  byte_scan_index_result result = {.end = count};
  carry state = {.after_structure = 1};
  uint64_t high = 0;
  uint8_t rest[64];
  for (size_t base = 0; base < count; base += 64) {
    uint64_t valid = ~0ull;
    const uint8_t *block = bytes + base;
    if (base + 64 > count) {
      memset(rest, ' ', sizeof rest);
      memcpy(rest, block, count - base);
      block = rest;
      valid = (1ull << (count - base)) - 1;
    }
    block_masks m = compare.masks_of(block, delimiter);
    // Without a branch for blocks that have no quotes: in many files every second one has.
    uint64_t inside = compare.parity_up_to(m.quote) ^ state.inside;
    state.inside = (uint64_t)((int64_t)inside >> 63);
    uint64_t structural = (m.delimiter | m.line) & ~inside & valid;
    uint64_t odd = m.nul | (m.high & high_is_odd);
    odd |= misplaced_quotes(&m, inside, structural, &state);
    odd &= valid;
    if (__builtin_expect(odd != 0, 0)) {
      int bit = __builtin_ctzll(odd);
      result.end = base + (size_t)bit;
      structural &= (1ull << bit) - 1;
    }
    high |= m.high;
    if (__builtin_expect((m.line & inside & valid) != 0, 0)) {
      if (result.inner_end == 0) result.inner_start = base;
      result.inner_end = base + 64;
    }
    // Entries past the last are written over by the next block.
    uint64_t lines = compare.ranks_of(m.line, structural);
    compare.write_places(lines, (uint32_t)result.positions, ends + result.records);
    result.records += (size_t)__builtin_popcountll(lines);
    compare.write_places(structural, (uint32_t)base, positions + result.positions);
    result.positions += (size_t)__builtin_popcountll(structural);
    if (odd) break;
  }
  result.has_high_bytes = high != 0;
  return result;
}

ALWAYS_INLINE block_masks masks_plain(const uint8_t *block, uint8_t delimiter) {
  block_masks m = {0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = 1ull << i;
    uint8_t byte = block[i];
    if (byte == '"') m.quote |= bit;
    if (byte == delimiter) m.delimiter |= bit;
    if (byte == '\n') m.line |= bit;
    if (byte == '\r') m.carriage |= bit;
    if (byte == 0) m.nul |= bit;
    if (byte >= 0x80) m.high |= bit;
  }
  return m;
}

#if defined(__x86_64__)

#define WIDE __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

ALWAYS_INLINE uint64_t equal_16(const __m128i *v, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++) {
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[i], wanted)) << (16 * i);
  }
  return bits;
}

ALWAYS_INLINE block_masks masks_vector(const uint8_t *block, uint8_t delimiter) {
  __m128i v[4];
  block_masks m = {0};
  for (int i = 0; i < 4; i++) {
    v[i] = _mm_loadu_si128((const __m128i *)(block + 16 * i));
    m.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(v[i]) << (16 * i);
  }
  m.quote = equal_16(v, '"');
  m.delimiter = equal_16(v, delimiter);
  m.line = equal_16(v, '\n');
  m.carriage = equal_16(v, '\r');
  m.nul = equal_16(v, 0);
  return m;
}

WIDE static inline uint64_t equal_32(__m256i low, __m256i high, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  uint64_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
  uint64_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
  return first | second << 32;
}

WIDE static inline block_masks masks_wide(const uint8_t *block, uint8_t delimiter) {
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  uint64_t first = (uint32_t)_mm256_movemask_epi8(low);
  uint64_t second = (uint32_t)_mm256_movemask_epi8(high);
  __m256i zeros = _mm256_cmpeq_epi8(_mm256_min_epu8(low, high), _mm256_setzero_si256());
  uint64_t has_nul = (uint32_t)_mm256_movemask_epi8(zeros);
  return (block_masks){
      .quote = equal_32(low, high, '"'),
      .delimiter = equal_32(low, high, delimiter),
      .line = equal_32(low, high, '\n'),
      .carriage = equal_32(low, high, '\r'),
      .nul = __builtin_expect(has_nul != 0, 0) ? equal_32(low, high, 0) : 0,
      .high = first | second << 32,
  };
}

WIDE static inline uint64_t parity_wide(uint64_t bits) {
  __m128i ones = _mm_set1_epi8((char)0xFF);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), ones, 0));
}

WIDE static inline uint64_t ranks_wide(uint64_t bits, uint64_t among) {
  return _pext_u64(bits, among);
}

WIDE static byte_scan_index_result index_wide(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t high_is_odd,
    uint32_t *positions, uint32_t *ends) {
  return index_blocks(bytes, count, delimiter, high_is_odd, positions, ends, (comparison){masks_wide, parity_wide, ranks_wide, write_places});
}

#define WIDEST __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,popcnt,pclmul")))

WIDEST static inline block_masks masks_widest(const uint8_t *block, uint8_t delimiter) {
  __m512i bytes = _mm512_loadu_si512(block);
  return (block_masks){
      .quote = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"')),
      .delimiter = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)delimiter)),
      .line = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')),
      .carriage = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r')),
      .nul = _mm512_testn_epi8_mask(bytes, bytes),
      .high = _mm512_movepi8_mask(bytes),
  };
}

WIDEST static inline void write_places_widest(uint64_t bits, uint32_t base, uint32_t *places) {
  const __m512i all = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40,
      39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
      15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  __m512i left = _mm512_maskz_compress_epi8(bits, all);
  const __m512i bases = _mm512_set1_epi32((int)base);
  int count = __builtin_popcountll(bits);
  _mm512_storeu_si512(
      places, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(left))));
  for (int done = 16; __builtin_expect(done < count, 0); done += 16) {
    left = _mm512_alignr_epi64(left, left, 2);
    _mm512_storeu_si512(
        places + done, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(left))));
  }
}

WIDEST static byte_scan_index_result index_widest(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t high_is_odd,
    uint32_t *positions, uint32_t *ends) {
  return index_blocks(bytes, count, delimiter, high_is_odd, positions, ends,
      (comparison){masks_widest, parity_wide, ranks_wide, write_places_widest});
}

byte_scan_variant byte_scan_best_variant(void) {
  bool is_widest = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi2");
  bool is_wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
      __builtin_cpu_supports("pclmul");
  if (!is_wide) return byte_scan_vector;
  return is_widest ? byte_scan_widest : byte_scan_wide;
}

#elif defined(__aarch64__)

ALWAYS_INLINE uint64_t gathered(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(a, weights), vandq_u8(b, weights));
  uint8x16_t high = vpaddq_u8(vandq_u8(c, weights), vandq_u8(d, weights));
  uint8x16_t all = vpaddq_u8(low, high);
  all = vpaddq_u8(all, all);
  return vgetq_lane_u64(vreinterpretq_u64_u8(all), 0);
}

ALWAYS_INLINE uint64_t equal_16(const uint8x16_t *v, uint8_t byte) {
  uint8x16_t wanted = vdupq_n_u8(byte);
  return gathered(
      vceqq_u8(v[0], wanted), vceqq_u8(v[1], wanted), vceqq_u8(v[2], wanted),
      vceqq_u8(v[3], wanted));
}

ALWAYS_INLINE block_masks masks_vector(const uint8_t *block, uint8_t delimiter) {
  uint8x16_t v[4];
  for (int i = 0; i < 4; i++) v[i] = vld1q_u8(block + 16 * i);
  uint8x16_t limit = vdupq_n_u8(0x80);
  return (block_masks){
      .quote = equal_16(v, '"'),
      .delimiter = equal_16(v, delimiter),
      .line = equal_16(v, '\n'),
      .carriage = equal_16(v, '\r'),
      .nul = equal_16(v, 0),
      .high = gathered(
          vcgeq_u8(v[0], limit), vcgeq_u8(v[1], limit), vcgeq_u8(v[2], limit),
          vcgeq_u8(v[3], limit)),
  };
}

byte_scan_variant byte_scan_best_variant(void) { return byte_scan_vector; }

#else

byte_scan_variant byte_scan_best_variant(void) { return byte_scan_plain; }

#endif

byte_scan_index_result byte_scan_index(
    byte_scan_variant variant, const uint8_t *bytes, size_t count, uint8_t delimiter, bool is_ascii,
    uint32_t *positions, uint32_t *ends) {
  uint64_t high_is_odd = is_ascii ? ~0ull : 0;
#if defined(__x86_64__)
  byte_scan_variant best = byte_scan_best_variant();
  if (variant == byte_scan_widest && best == byte_scan_widest) {
    return index_widest(bytes, count, delimiter, high_is_odd, positions, ends);
  }
  if (variant >= byte_scan_wide && best >= byte_scan_wide) {
    return index_wide(bytes, count, delimiter, high_is_odd, positions, ends);
  }
#endif
#if defined(__x86_64__) || defined(__aarch64__)
  if (variant != byte_scan_plain) {
    return index_blocks(bytes, count, delimiter, high_is_odd, positions, ends,
        (comparison){masks_vector, parity_up_to, ranks_of, write_places});
  }
#endif
  return index_blocks(bytes, count, delimiter, high_is_odd, positions, ends,
      (comparison){masks_plain, parity_up_to, ranks_of, write_places});
}

size_t byte_scan_regular_records(
    const uint32_t *ends, size_t count, size_t stride, size_t before) {
  size_t wanted = before + stride - 1;
  for (size_t record = 0; record < count; record++, wanted += stride) {
    if (ends[record] != wanted) return record;
  }
  return count;
}
