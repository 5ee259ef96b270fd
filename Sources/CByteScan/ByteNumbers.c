#include "CByteScan.h"
#include <string.h>

/// As `byte_scan_recode`, of a width that the compiler knows.
static inline __attribute__((always_inline)) bool recode(
    uint8_t *packed, size_t count, int width, const uint32_t *map, size_t map_count, size_t first) {
  bool is_unknown = false;
  for (size_t i = 0; i < count; i++) {
    uint32_t code = 0;
    uint8_t *place = packed + i * (size_t)width;
    if (width == 1) code = *place;
    if (width == 2) {
      uint16_t half;
      memcpy(&half, place, 2);
      code = half;
    }
    if (width == 4) memcpy(&code, place, 4);
    if (code <= first) continue;
    if (code - first > map_count) {
      is_unknown = true;
      continue;
    }
    code = map[code - first - 1] + 1;
    if (width == 1) *place = (uint8_t)code;
    if (width == 2) {
      uint16_t half = (uint16_t)code;
      memcpy(place, &half, 2);
    }
    if (width == 4) memcpy(place, &code, 4);
  }
  return !is_unknown;
}

bool byte_scan_recode(
    uint8_t *packed, size_t count, int width, const uint32_t *map, size_t map_count, size_t first) {
  if (width == 1) return recode(packed, count, 1, map, map_count, first);
  if (width == 2) return recode(packed, count, 2, map, map_count, first);
  return recode(packed, count, width, map, map_count, first);
}

size_t byte_scan_choose(
    const uint32_t *numbers, size_t count, const bool *flags, size_t flag_count, uint32_t *places) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    places[found] = (uint32_t)i;
    found += numbers[i] < flag_count && flags[numbers[i]];
  }
  return found;
}

uint32_t byte_scan_maximum(const uint32_t *numbers, size_t count) {
  uint32_t maximum = 0;
  for (size_t i = 0; i < count; i++) maximum = numbers[i] > maximum ? numbers[i] : maximum;
  return maximum;
}

uint32_t byte_scan_largest_odd(const uint32_t *numbers, size_t count, uint32_t limit) {
  uint32_t largest = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t number = (numbers[i] & 1) != 0 && numbers[i] <= limit ? numbers[i] : 0;
    largest = number > largest ? number : largest;
  }
  return largest;
}

/// As `byte_scan_has_zero`, of a width that the compiler knows: block after block without a branch.
static inline __attribute__((always_inline)) bool has_zero(
    const uint8_t *packed, size_t count, size_t width) {
  enum { block = 4096 };
  for (size_t start = 0; start < count; start += block) {
    size_t end = count - start < block ? count : start + block;
    bool found = false;
    for (size_t i = start; i < end; i++) {
      uint64_t number = 0;
      memcpy(&number, packed + i * width, width);
      found |= number == 0;
    }
    if (found) return true;
  }
  return false;
}

bool byte_scan_has_zero(const uint8_t *packed, size_t count, int width) {
  if (width == 1) return has_zero(packed, count, 1);
  if (width == 2) return has_zero(packed, count, 2);
  return has_zero(packed, count, width == 4 ? 4 : 8);
}

void byte_scan_pack(const uint32_t *numbers, size_t count, int width, uint8_t *result) {
  if (width == 1) {
    for (size_t i = 0; i < count; i++) result[i] = (uint8_t)numbers[i];
  } else if (width == 2) {
    for (size_t i = 0; i < count; i++) {
      uint16_t half = (uint16_t)numbers[i];
      memcpy(result + 2 * i, &half, 2);
    }
  } else if (width == 4) {
    memcpy(result, numbers, count * 4);
  } else {
    for (size_t i = 0; i < count; i++) {
      uint64_t wide = numbers[i];
      memcpy(result + 8 * i, &wide, 8);
    }
  }
}

void byte_scan_pack_distances(
    const int64_t *numbers, size_t count, int64_t least, int width, uint8_t *result) {
  for (size_t i = 0; i < count; i++) {
    uint64_t distance = numbers[i] == INT64_MIN ? 0 : (uint64_t)numbers[i] - (uint64_t)least + 1;
    memcpy(result + i * (size_t)width, &distance, 8);
  }
  memset(result + count * (size_t)width, 0, 8);
}

void byte_scan_unpack(
    const uint8_t *restrict packed, size_t count, int width, uint32_t *restrict numbers) {
  if (width == 0) {
    memset(numbers, 0, count * 4);
  } else if (width == 1) {
    for (size_t i = 0; i < count; i++) numbers[i] = packed[i];
  } else if (width == 2) {
    for (size_t i = 0; i < count; i++) {
      uint16_t half;
      memcpy(&half, packed + 2 * i, 2);
      numbers[i] = half;
    }
  } else {
    memcpy(numbers, packed, count * 4);
  }
}

static inline uint64_t distance_at(const uint8_t *packed, size_t place, int width, uint64_t mask) {
  uint64_t word;
  memcpy(&word, packed + place * (size_t)width, 8);
  return word & mask;
}

static inline uint64_t mask_of(int width) { return width >= 8 ? ~0ull : (1ull << (8 * width)) - 1; }

void byte_scan_unpack_distances(
    const uint8_t *packed, size_t count, int64_t least, int width, int64_t *numbers) {
  uint64_t mask = mask_of(width);
  for (size_t i = 0; i < count; i++) {
    uint64_t distance = distance_at(packed, i, width, mask);
    numbers[i] = distance == 0 ? INT64_MIN : (int64_t)((uint64_t)least + distance - 1);
  }
}

void byte_scan_sum_by_key(
    const uint8_t *packed, size_t count, int width, const uint32_t *keys, uint64_t *sums,
    uint32_t *counts) {
  uint64_t mask = mask_of(width);
  for (size_t i = 0; i < count; i++) {
    uint64_t distance = distance_at(packed, i, width, mask);
    sums[keys[i]] += distance;
    counts[keys[i]] += distance != 0;
  }
}

void byte_scan_mark_products(
    const int64_t *left, const int64_t *right, const int64_t *products, size_t count,
    int64_t factor, uint8_t *marks) {
  for (size_t i = 0; i < count; i++) {
    bool is_given = left[i] != INT64_MIN && right[i] != INT64_MIN && products[i] != INT64_MIN;
    // Each product of two numbers of 64 bits is below 2^126.
    __int128 apart = (__int128)left[i] * right[i] - (__int128)products[i] * factor;
    bool is_near = (apart < 0 ? -apart : apart) <= (factor - 1) / 2;
    marks[i] = (uint8_t)(is_given * (is_near + (apart == 0)));
  }
}

void byte_scan_mark_sums(
    const int64_t *totals, const int64_t *first, const int64_t *less, const int64_t *plus,
    size_t count, bool *marks) {
  for (size_t i = 0; i < count; i++) {
    bool is_given = totals[i] != INT64_MIN && first[i] != INT64_MIN;
    __int128 sum = first[i];
    sum -= less[i] == INT64_MIN ? 0 : less[i];
    sum += plus[i] == INT64_MIN ? 0 : plus[i];
    marks[i] = is_given && sum == totals[i];
  }
}
