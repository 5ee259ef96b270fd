#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t load_8(const uint8_t *place) {
  uint64_t word;
  memcpy(&word, place, 8);
  return word;
}

static inline uint32_t load_4(const uint8_t *place) {
  uint32_t word;
  memcpy(&word, place, 4);
  return word;
}

static inline uint64_t folded_product(uint64_t left, uint64_t right) {
  __uint128_t product = (__uint128_t)left * right;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/// The bytes of a short text, those after its end zero. What is done with it takes no branch on its
/// length, which differs from cell to cell and cannot be foreseen.
typedef struct {
  uint64_t words[4];
} short_text;

/// The most bytes of a short text, and how many can be read at each.
enum { short_length = 32 };

/// Ones for the bytes of a short text, zeros for those after its end.
static inline short_text short_mask(size_t length) {
  static const uint8_t ones_and_zeros[2 * short_length] = {
      0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
      0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
  };
  short_text mask;
  memcpy(&mask, ones_and_zeros + short_length - length, sizeof mask);
  return mask;
}

/// The short text at a place from which 32 bytes can be read.
static inline short_text short_text_at(const uint8_t *place, size_t length) {
  short_text text, mask = short_mask(length);
  memcpy(&text, place, sizeof text);
  for (int i = 0; i < 4; i++) text.words[i] &= mask.words[i];
  return text;
}

/// The short text at a place from which no more than its own bytes may be readable.
static inline short_text short_text_copied(const uint8_t *place, size_t length) {
  short_text text = {{0}};
  memcpy(&text, place, length);
  return text;
}

static inline int is_equal(short_text left, short_text right) {
  uint64_t others = 0;
  for (int i = 0; i < 4; i++) others |= left.words[i] ^ right.words[i];
  return others == 0;
}

/// Whether the short text stands at a place from which 32 bytes can be read.
static inline int is_short_text(short_text text, const uint8_t *place, size_t length) {
  return is_equal(text, short_text_at(place, length));
}

static const uint64_t hash_factors[4] = {
    0x9E3779B97F4A7C15ull, 0xD6E8FEB86659FD93ull, 0xA0761D6478BD642Full, 0xE7037ED1A0B428DBull};

static inline uint32_t mixed_down(uint64_t hash) {
  return (uint32_t)((hash ^ hash >> 32) * hash_factors[1] >> 32);
}

static inline uint32_t hash_of_short(short_text text, size_t length) {
  const uint64_t *w = text.words, *f = hash_factors;
  uint64_t hash = folded_product(w[0] ^ f[0], w[1] ^ f[1] ^ (uint64_t)length << 56);
  return mixed_down(hash ^ folded_product(w[2] ^ f[2], w[3] ^ f[3]));
}

/// The hash of a text of more than 32 bytes. Its pieces are multiplied side by side, none waits for the
/// one before it.
static inline uint32_t hash_of_long(const uint8_t *text, size_t length) {
  const uint64_t *f = hash_factors;
  uint64_t hash = (uint64_t)length * f[2];
  for (size_t i = 0; i + 16 < length; i += 16) {
    hash ^= folded_product(load_8(text + i) ^ (f[0] + i * f[1]), load_8(text + i + 8) ^ f[1]);
  }
  hash ^= folded_product(load_8(text + length - 16) ^ f[1], load_8(text + length - 8) ^ f[0]);
  return mixed_down(hash);
}

/// A hash whose bits depend on all bytes of a text.
static inline uint32_t hash_of(const uint8_t *text, size_t length) {
  if (length > short_length) return hash_of_long(text, length);
  return hash_of_short(short_text_copied(text, length), length);
}

static inline int is_same(const uint8_t *left, const uint8_t *right, size_t length) {
  if (length >= 8) {
    uint64_t others = load_8(left + length - 8) ^ load_8(right + length - 8);
    for (size_t i = 0; i + 8 < length; i += 8) others |= load_8(left + i) ^ load_8(right + i);
    return others == 0;
  }
  if (length >= 4) {
    return load_4(left) == load_4(right) && load_4(left + length - 4) == load_4(right + length - 4);
  }
  for (size_t i = 0; i < length; i++) {
    if (left[i] != right[i]) return 0;
  }
  return 1;
}
