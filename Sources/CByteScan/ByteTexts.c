#include "ByteHash.h"
#include "CByteScan.h"

uint32_t byte_scan_hash(const uint8_t *text, size_t length) { return hash_of(text, length); }

static inline const uint8_t *text_at(byte_scan_source source, uint32_t start) {
  return start >> 31 ? source.room + (start & ~(1u << 31)) : source.bytes + start;
}

bool byte_scan_hashes(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count,
    uint32_t *hashes, uint8_t *repeats) {
  const uint8_t *last = NULL;
  for (size_t i = 0; i < count; i++) {
    uint64_t end = (uint64_t)(starts[i] & ~(1u << 31)) + lengths[i];
    if (end > (starts[i] >> 31 ? source.room_count : source.byte_count)) return false;
    const uint8_t *text = text_at(source, starts[i]);
    repeats[i] = i > 0 && lengths[i] == lengths[i - 1] && is_same(last, text, lengths[i]);
    hashes[i] = repeats[i] ? hashes[i - 1] : hash_of(text, lengths[i]);
    last = text;
  }
  return true;
}

/// What may make a text's key differ from it: `capitals` and `high` are not 0 when it has ASCII capitals
/// and bytes from 0x80.
typedef struct {
  uint64_t capitals, high;
} differences;

static inline differences differences_of(const uint8_t *text, size_t length) {
  const uint64_t tops = 0x8080808080808080ull;
  differences found = {0, 0};
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word = load_8(text + i), ascii = word & ~tops;
    uint64_t from_a = ascii + 0x3F3F3F3F3F3F3F3Full, after_z = ascii + 0x2525252525252525ull;
    found.capitals |= from_a & ~after_z & ~word & tops;
    found.high |= word & tops;
  }
  for (; i < length; i++) {
    found.capitals |= (uint8_t)(text[i] - 'A') < 26;
    found.high |= text[i] & 0x80;
  }
  return found;
}

/// The longest text whose capitals are made small here.
enum { longest_folded = 256 };

static inline bool may_be_folded(const byte_scan_dictionary *d, size_t length) {
  return d->folding == byte_scan_caseless || (d->folding == byte_scan_guid && length == 36);
}

static inline void fold(const uint8_t *text, size_t length, uint8_t *key) {
  for (size_t i = 0; i < length; i++) {
    key[i] = (uint8_t)(text[i] - 'A') < 26 ? text[i] | 0x20 : text[i];
  }
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

size_t byte_scan_slot(
    const byte_scan_dictionary *dictionary, const uint8_t *key, size_t length, uint32_t hash) {
  return slot_of(dictionary, key, length, hash);
}

/// Asks for the memory that a text further on will need: the slot, then the end of the key that the
/// slot names, then the key.
static inline void look_ahead(
    const byte_scan_dictionary *d, const uint32_t *hashes, const uint8_t *repeats, size_t place,
    size_t count) {
  if (place + 24 < count) __builtin_prefetch(&d->slots[hashes[place + 24] & d->mask]);
  if (place + 12 < count && !repeats[place + 12]) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 12] & d->mask];
    if (code > 1) __builtin_prefetch(&d->ends[code - 2]);
  }
  if (place + 6 < count && !repeats[place + 6]) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 6] & d->mask];
    if (code > 1) __builtin_prefetch(d->keys + d->ends[code - 2]);
  }
}

static inline bool has_room(const byte_scan_dictionary *d, size_t length) {
  return d->count < d->most && d->key_bytes + length <= d->key_room;
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

/// The code plus 1 of a key; 0 when it is not there.
static inline uint32_t code_of(
    const byte_scan_dictionary *d, const uint8_t *key, size_t length, uint32_t hash) {
  return (uint32_t)d->slots[slot_of(d, key, length, hash)];
}

/// The code plus 1 of a text with ASCII capitals in a dictionary without regard to case; 0 when it is
/// not there, or has to be folded in another way.
static uint32_t code_of_folded(
    const byte_scan_dictionary *d, const byte_scan_dictionary *base, const uint8_t *text, size_t length,
    differences found) {
  uint8_t key[longest_folded];
  if (d->folding != byte_scan_caseless || found.high != 0 || length > longest_folded) return 0;
  fold(text, length, key);
  uint32_t hash = hash_of(key, length);
  uint32_t known = base == NULL ? 0 : code_of(base, key, length, hash);
  if (known != 0) return known;
  known = code_of(d, key, length, hash);
  return known == 0 || base == NULL ? known : known + (uint32_t)base->count;
}

size_t byte_scan_intern(
    byte_scan_dictionary *dictionary, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, const uint32_t *hashes, const uint8_t *repeats,
    size_t from, size_t count, uint32_t *codes) {
  byte_scan_dictionary d = *dictionary;
  // A dictionary that fits the cache is not asked for.
  const byte_scan_dictionary *first = base == NULL ? &d : base;
  bool is_large = first->mask >= 1 << 13;
  uint32_t base_count = base == NULL ? 0 : (uint32_t)base->count;
  size_t i = from;
  for (; i < count; i++) {
    if (is_large) look_ahead(first, hashes, repeats, i, count);
    if (repeats[i]) {
      codes[i] = codes[i - 1];
      continue;
    }
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    const uint8_t *text = text_at(source, starts[i]);
    // A text that is there is a key, and needs no folding.
    codes[i] = base == NULL ? 0 : code_of(base, text, length, hashes[i]);
    if (codes[i] != 0) continue;
    size_t slot = slot_of(&d, text, length, hashes[i]);
    uint32_t own = (uint32_t)d.slots[slot];
    if (own == 0 && may_be_folded(&d, length)) {
      differences found = differences_of(text, length);
      if ((found.capitals | found.high) != 0) {
        codes[i] = code_of_folded(&d, base, text, length, found);
        if (codes[i] != 0) continue;
        break;
      }
    }
    if (own == 0) {
      if (!has_room(&d, length)) break;
      own = add(&d, slot, hashes[i], text, length);
    }
    codes[i] = own + base_count;
  }
  *dictionary = d;
  return i;
}
