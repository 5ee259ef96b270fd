#include "CByteScan.h"
#include <string.h>

static inline uint64_t mixed(uint64_t hash, uint64_t word) {
  __uint128_t product = (__uint128_t)(hash ^ word) * 0xD6E8FEB86659FD93ull;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

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

static inline uint32_t hash_of(const uint8_t *text, size_t length) {
  uint64_t hash = 0x9E3779B97F4A7C15ull ^ length;
  if (length >= 8) {
    for (size_t i = 0; i + 8 < length; i += 8) hash = mixed(hash, load_8(text + i));
    hash = mixed(hash, load_8(text + length - 8));
  } else if (length >= 4) {
    hash = mixed(hash, (uint64_t)load_4(text) << 32 | load_4(text + length - 4));
  } else {
    uint64_t rest = 0;
    for (size_t i = 0; i < length; i++) rest = rest << 8 | text[i];
    hash = mixed(hash, rest);
  }
  return (uint32_t)(hash ^ hash >> 32);
}

uint32_t byte_scan_hash(const uint8_t *text, size_t length) { return hash_of(text, length); }

static inline const uint8_t *text_at(byte_scan_source source, uint32_t start) {
  return start >> 31 ? source.room + (start & ~(1u << 31)) : source.bytes + start;
}

bool byte_scan_take_texts(
    const uint32_t *starts, const uint32_t *lengths, size_t count, size_t byte_count,
    size_t room_count, uint32_t *own_starts, uint32_t *own_lengths) {
  bool is_outside = false;
  for (size_t i = 0; i < count; i++) {
    uint64_t end = (uint64_t)(starts[i] & ~(1u << 31)) + lengths[i];
    is_outside |= end > (starts[i] >> 31 ? room_count : byte_count);
    own_starts[i] = starts[i];
    own_lengths[i] = lengths[i];
  }
  return !is_outside;
}

void byte_scan_hashes(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count,
    uint32_t *hashes) {
  for (size_t i = 0; i < count; i++) hashes[i] = hash_of(text_at(source, starts[i]), lengths[i]);
}

static inline bool is_same(const uint8_t *left, const uint8_t *right, size_t length) {
  if (length >= 8) {
    for (size_t i = 0; i + 8 < length; i += 8) {
      if (load_8(left + i) != load_8(right + i)) return false;
    }
    return load_8(left + length - 8) == load_8(right + length - 8);
  }
  for (size_t i = 0; i < length; i++) {
    if (left[i] != right[i]) return false;
  }
  return true;
}

static inline bool has_capital_or_high(const uint8_t *text, size_t length) {
  const uint64_t tops = 0x8080808080808080ull;
  uint64_t found = 0;
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word = load_8(text + i), ascii = word & ~tops;
    uint64_t from_a = ascii + 0x3F3F3F3F3F3F3F3Full, after_z = ascii + 0x2525252525252525ull;
    found |= (from_a & ~after_z & tops) | (word & tops);
  }
  for (; i < length; i++) found |= text[i] >= 0x80 || (uint8_t)(text[i] - 'A') < 26;
  return found != 0;
}

static inline size_t slot_of(
    const byte_scan_dictionary *d, const uint8_t *key, size_t length, uint32_t hash) {
  size_t slot = hash & d->mask;
  while (true) {
    uint64_t entry = d->slots[slot];
    if (entry == 0) return slot;
    if ((uint32_t)(entry >> 32) == hash) {
      size_t code = (uint32_t)entry - 1;
      size_t start = code == 0 ? 0 : d->ends[code - 1];
      if (d->ends[code] - start == length && is_same(d->keys + start, key, length)) return slot;
    }
    slot = (slot + 1) & d->mask;
  }
}

size_t byte_scan_slot(
    const byte_scan_dictionary *dictionary, const uint8_t *key, size_t length, uint32_t hash) {
  return slot_of(dictionary, key, length, hash);
}

/// Asks for the memory that a text further on will need: the slot, then the end of the key that the
/// slot names, then the key. A dictionary that fits the cache is not asked for.
static inline void look_ahead(
    const byte_scan_dictionary *d, const uint32_t *hashes, size_t place, size_t count) {
  if (d->mask < 1 << 10) return;
  if (place + 12 < count) __builtin_prefetch(&d->slots[hashes[place + 12] & d->mask]);
  if (place + 8 < count) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 8] & d->mask];
    if (code > 1) __builtin_prefetch(&d->ends[code - 2]);
  }
  if (place + 4 < count) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 4] & d->mask];
    if (code > 1) __builtin_prefetch(d->keys + d->ends[code - 2]);
  }
}

size_t byte_scan_look_up(
    const byte_scan_dictionary *dictionary, byte_scan_source source, const uint32_t *starts,
    const uint32_t *lengths, const uint32_t *hashes, size_t from, size_t count, uint32_t *codes,
    size_t *slot) {
  const byte_scan_dictionary d = *dictionary;
  for (size_t i = from; i < count; i++) {
    look_ahead(&d, hashes, i, count);
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    const uint8_t *text = text_at(source, starts[i]);
    if (i > from && hashes[i] == hashes[i - 1] && length == lengths[i - 1] &&
        is_same(text, text_at(source, starts[i - 1]), length)) {
      codes[i] = codes[i - 1];
      continue;
    }
    bool may_fold = d.folding == byte_scan_caseless || (d.folding == byte_scan_guid && length == 36);
    if (may_fold && has_capital_or_high(text, length)) {
      *slot = SIZE_MAX;
      return i;
    }
    size_t place = slot_of(&d, text, length, hashes[i]);
    codes[i] = (uint32_t)d.slots[place];
    if (codes[i] == 0) {
      *slot = place;
      return i;
    }
  }
  return count;
}

void byte_scan_recode(uint32_t *codes, size_t count, const uint32_t *map) {
  for (size_t i = 0; i < count; i++) codes[i] = codes[i] == 0 ? 0 : map[codes[i] - 1];
}

uint32_t byte_scan_maximum(const uint32_t *numbers, size_t count) {
  uint32_t maximum = 0;
  for (size_t i = 0; i < count; i++) maximum = numbers[i] > maximum ? numbers[i] : maximum;
  return maximum;
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
}

void byte_scan_unpack(const uint8_t *packed, size_t count, int width, uint32_t *numbers) {
  for (size_t i = 0; i < count; i++) {
    if (width == 0) numbers[i] = 0;
    if (width == 1) numbers[i] = packed[i];
    if (width == 4) memcpy(numbers + i, packed + 4 * i, 4);
    if (width == 2) {
      uint16_t half;
      memcpy(&half, packed + 2 * i, 2);
      numbers[i] = half;
    }
  }
}

void byte_scan_mix(uint32_t *hashes, const uint32_t *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t word = (uint64_t)hashes[i] << 32 | numbers[i];
    hashes[i] = (uint32_t)((word ^ word >> 29) * 0xD6E8FEB86659FD93ull >> 32);
  }
}
