#pragma once
#include "ByteHash.h"
#include "CByteScan.h"

// What looking texts up in a dictionary is made of.

static inline const uint8_t *text_at(byte_scan_source source, uint32_t start) {
  return start >> 31 ? source.room + (start & ~(1u << 31)) : source.bytes + start;
}

/// How many bytes can be read from the start of a text.
static inline uint64_t readable_at(byte_scan_source source, uint32_t start) {
  return (start >> 31 ? source.room_count : source.byte_count) - (uint64_t)(start & ~(1u << 31));
}

static inline short_text short_text_in(byte_scan_source source, uint32_t start, size_t length) {
  const uint8_t *text = text_at(source, start);
  if (readable_at(source, start) < short_length) return short_text_copied(text, length);
  return short_text_at(text, length);
}

static inline uint32_t hash_at(byte_scan_source source, uint32_t start, size_t length) {
  if (length > short_length) return hash_of_long(text_at(source, start), length);
  return hash_of_short(short_text_in(source, start, length), length);
}

/// What may make a text's key differ from it: `capitals` and `high` are not 0 when it has ASCII capitals
/// and bytes from 0x80.
typedef struct {
  uint64_t capitals, high;
} differences;

/// The top bit of each byte that is an ASCII capital.
static inline uint64_t capitals_of(uint64_t word) {
  const uint64_t tops = 0x8080808080808080ull;
  uint64_t ascii = word & ~tops;
  uint64_t from_a = ascii + 0x3F3F3F3F3F3F3F3Full, after_z = ascii + 0x2525252525252525ull;
  return from_a & ~after_z & ~word & tops;
}

/// A short text whose ASCII capitals are made small.
static inline short_text short_text_small(short_text text) {
  for (int i = 0; i < 4; i++) text.words[i] |= capitals_of(text.words[i]) >> 2;
  return text;
}

/// Whether a short text's key may differ from it.
static inline bool is_short_folded(const byte_scan_dictionary *d, short_text text) {
  if (d->folding != byte_scan_caseless) return false;
  uint64_t found = 0;
  for (int i = 0; i < 4; i++) {
    found |= capitals_of(text.words[i]) | (text.words[i] & 0x8080808080808080ull);
  }
  return found != 0;
}

static inline const uint8_t *key_of(const byte_scan_dictionary *d, uint32_t code) {
  return d->keys + (code == 0 ? 0 : d->ends[code - 1]);
}

static inline size_t slot_of(
    const byte_scan_dictionary *d, const uint8_t *key, size_t length, uint32_t hash) {
  size_t slot = hash & d->mask;
  while (true) {
    uint64_t entry = d->slots[slot];
    if (entry == 0) return slot;
    if ((uint32_t)(entry >> 32) == hash) {
      uint32_t code = (uint32_t)entry - 1;
      const uint8_t *own = key_of(d, code);
      if (d->keys + d->ends[code] - own == (ptrdiff_t)length && is_same(own, key, length)) return slot;
    }
    slot = (slot + 1) & d->mask;
  }
}

/// Whether a short text is the key of a code.
static inline bool is_key(
    const byte_scan_dictionary *d, uint32_t code, short_text text, size_t length) {
  const uint8_t *key = key_of(d, code);
  return d->keys + d->ends[code] - key == (ptrdiff_t)length && is_short_text(text, key, length);
}

/// Whether a text of more than 32 bytes is the key of a code.
static inline bool is_long_key(
    const byte_scan_dictionary *d, uint32_t code, const uint8_t *text, size_t length) {
  const uint8_t *key = key_of(d, code);
  return d->keys + d->ends[code] - key == (ptrdiff_t)length && is_same(text, key, length);
}

static inline bool has_room(const byte_scan_dictionary *d, size_t length) {
  return d->count < d->most && d->key_bytes + length + short_length <= d->key_room;
}

/// Adds a key at the slot where it belongs. Returns its code plus 1.
static inline uint32_t add(
    byte_scan_dictionary *d, size_t slot, uint32_t hash, const uint8_t *key, size_t length) {
  memcpy(d->keys + d->key_bytes, key, length);
  d->key_bytes += length;
  d->ends[d->count++] = (uint32_t)d->key_bytes;
  d->slots[slot] = (uint64_t)hash << 32 | (uint64_t)d->count;
  return (uint32_t)d->count;
}

/// The first slot from that of a hash on that has the hash or is free.
static inline size_t slot_of_hash(const byte_scan_dictionary *d, uint32_t hash) {
  size_t slot = hash & d->mask;
  while (d->slots[slot] != 0 && d->slots[slot] >> 32 != hash) slot = (slot + 1) & d->mask;
  return slot;
}

/// Adds a short text at the slot where it belongs. Its code plus 1; 0 when it may have to be folded or there
/// is no room for it.
static inline uint32_t add_short(
    byte_scan_dictionary *d, size_t slot, short_text text, size_t length, uint32_t hash) {
  if (is_short_folded(d, text) || !has_room(d, length)) return 0;
  // The bytes after the end of the text are zeros in the room behind the last key.
  memcpy(d->keys + d->key_bytes, &text, sizeof text);
  d->key_bytes += length;
  d->ends[d->count++] = (uint32_t)d->key_bytes;
  d->slots[slot] = (uint64_t)hash << 32 | (uint64_t)d->count;
  return (uint32_t)d->count;
}

/// Looks a text up, and adds it when it is new. Its code plus 1, or 0
/// when it has to be folded first or there is no room for it.
uint32_t byte_dictionary_intern(
    byte_scan_dictionary *d, const byte_scan_dictionary *base, const uint8_t *text, size_t length,
    uint32_t hash);
