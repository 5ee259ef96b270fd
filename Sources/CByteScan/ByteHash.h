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

/// A hash whose bits depend on all bytes. The pieces of a long text are multiplied side by side, none
/// waits for the one before it.
static inline uint32_t hash_of(const uint8_t *text, size_t length) {
  const uint64_t first = 0x9E3779B97F4A7C15ull, second = 0xD6E8FEB86659FD93ull;
  uint64_t hash = (uint64_t)length * 0xA0761D6478BD642Full, head, tail;
  if (length > 16) {
    for (size_t i = 0; i + 16 < length; i += 16) {
      hash ^= folded_product(load_8(text + i) ^ (first + i * second), load_8(text + i + 8) ^ second);
    }
    head = load_8(text + length - 16);
    tail = load_8(text + length - 8);
  } else if (length >= 8) {
    head = load_8(text);
    tail = load_8(text + length - 8);
  } else if (length >= 4) {
    head = load_4(text);
    tail = load_4(text + length - 4);
  } else {
    head = length == 0 ? 0 : (uint64_t)text[0] << 16 | (uint64_t)text[length / 2] << 8 | text[length - 1];
    tail = 0;
  }
  hash ^= folded_product(head ^ second, tail ^ first);
  return (uint32_t)((hash ^ hash >> 32) * second >> 32);
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
