#include "ByteDictionary.h"

uint32_t byte_scan_hash(const uint8_t *text, size_t length) { return hash_of(text, length); }

size_t byte_scan_slot(
    const byte_scan_dictionary *dictionary, const uint8_t *key, size_t length, uint32_t hash) {
  return slot_of(dictionary, key, length, hash);
}

static inline differences differences_of(const uint8_t *text, size_t length) {
  const uint64_t tops = 0x8080808080808080ull;
  differences found = {0, 0};
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    uint64_t word = load_8(text + i);
    found.capitals |= capitals_of(word);
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

uint32_t byte_dictionary_intern(
    byte_scan_dictionary *d, const byte_scan_dictionary *base, const uint8_t *text, size_t length,
    uint32_t hash) {
  // A text that is there is a key, and needs no folding.
  uint32_t known = base == NULL ? 0 : code_of(base, text, length, hash);
  if (known != 0) return known;
  size_t slot = slot_of(d, text, length, hash);
  uint32_t own = (uint32_t)d->slots[slot];
  if (own == 0 && may_be_folded(d, length)) {
    differences found = differences_of(text, length);
    if ((found.capitals | found.high) != 0) return code_of_folded(d, base, text, length, found);
  }
  if (own == 0) {
    if (!has_room(d, length)) return 0;
    own = add(d, slot, hash, text, length);
  }
  return own + (base == NULL ? 0 : (uint32_t)base->count);
}
