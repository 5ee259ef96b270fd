#include "ByteHash.h"
#include "CByteScan.h"

uint32_t byte_scan_hash(const uint8_t *text, size_t length) { return hash_of(text, length); }

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

bool byte_scan_hashes(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count,
    uint32_t *hashes) {
  for (size_t i = 0; i < count; i++) {
    uint64_t place = starts[i] & ~(1u << 31);
    if (place + lengths[i] > (starts[i] >> 31 ? source.room_count : source.byte_count)) return false;
    hashes[i] = lengths[i] <= short_length
        ? hash_of_short(short_text_in(source, starts[i], lengths[i]), lengths[i])
        : hash_of_long(text_at(source, starts[i]), lengths[i]);
  }
  return true;
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

/// The last slots of the largest tables that are thought to be in the processor's first and second cache.
enum { largest_near = (1 << 12) - 1, largest_cached = (1 << 16) - 1 };

/// Asks for the memory that a text further on will need: the slot, then the end of the key that the
/// slot names, then the key.
static inline void look_ahead(
    const byte_scan_dictionary *d, const uint32_t *hashes, size_t place, size_t count) {
  if (place + 24 < count) __builtin_prefetch(&d->slots[hashes[place + 24] & d->mask]);
  if (place + 12 < count) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 12] & d->mask];
    __builtin_prefetch(&d->ends[code > 1 ? code - 2 : 0]);
  }
  if (place + 6 < count) {
    uint32_t code = (uint32_t)d->slots[hashes[place + 6] & d->mask];
    __builtin_prefetch(d->keys + d->ends[code > 1 ? code - 2 : 0]);
  }
}

/// Whether a short text is the key of a code.
static inline bool is_key(
    const byte_scan_dictionary *d, uint32_t code, short_text text, size_t length) {
  const uint8_t *key = key_of(d, code);
  return d->keys + d->ends[code] - key == (ptrdiff_t)length && is_short_text(text, key, length);
}

/// The code plus 1 of a short text that names, in whatever case, the last key or the one after it; 0 when
/// it does not, or has to be looked up.
static uint32_t near_code_of(
    const byte_scan_dictionary *base, short_text text, size_t length, uint32_t last) {
  text = short_text_small(text);
  if (last > 0 && is_key(base, last - 1, text, length)) return last;
  return is_key(base, last, text, length) ? last + 1 : 0;
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

/// Adds a short text, of which nothing stands in its first slot. Its code plus 1; 0 when it may have to be
/// folded or there is no room for it.
static inline uint32_t add_short(
    byte_scan_dictionary *d, short_text text, size_t length, uint32_t hash) {
  if (is_short_folded(d, text) || !has_room(d, length)) return 0;
  // The bytes after the end of the text are zeros in the room behind the last key.
  memcpy(d->keys + d->key_bytes, &text, sizeof text);
  d->key_bytes += length;
  d->ends[d->count++] = (uint32_t)d->key_bytes;
  d->slots[hash & d->mask] = (uint64_t)hash << 32 | (uint64_t)d->count;
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

/// Looks a text up that is in no first slot, or long, and adds it when it is new. Its code plus 1, or 0
/// when it has to be folded first or there is no room for it.
__attribute__((noinline)) static uint32_t intern_one(
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

/// A file often names things in the order in which another one lists them: while it does, the key after
/// the one that was found last is looked at first, and no slot.
enum { guesses = 8 };

size_t byte_scan_intern(
    byte_scan_dictionary *dictionary, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, const uint32_t *hashes, size_t from,
    size_t count, uint32_t *codes) {
  // Its own copy, of which the compiler sees that it does not change: what is added here does not move
  // slots or keys.
  const byte_scan_dictionary first = base == NULL ? *dictionary : *base;
  bool is_large = first.mask > largest_cached, is_far = first.mask > largest_near;
  bool is_caseless = dictionary->folding == byte_scan_caseless;
  uint32_t last = 0;
  int trust = base == NULL ? 0 : guesses;
  for (size_t i = from; i < count; i++) {
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    // While guesses are right no slot is looked at: the processor would wait for it all the same.
    if (trust > 0 && last < first.count && length <= short_length) {
      short_text text = short_text_in(source, starts[i], length);
      uint32_t near = is_key(&first, last, text, length) ? last + 1 : 0;
      if (near == 0 && is_caseless) near = near_code_of(&first, text, length, last);
      if (near != 0) {
        trust = guesses;
        codes[i] = last = near;
        continue;
      }
    } else if (is_large) {
      look_ahead(&first, hashes, i, count);
    } else if (is_far && i + 16 < count) {
      __builtin_prefetch(&first.slots[hashes[i + 16] & first.mask]);
    }
    uint64_t entry = first.slots[hashes[i] & first.mask];
    uint32_t code = entry >> 32 == hashes[i] ? (uint32_t)entry : 0;
    if (length <= short_length) {
      short_text text = short_text_in(source, starts[i], length);
      if (code != 0 && !is_key(&first, code - 1, text, length)) code = 0;
      if (entry == 0 && base == NULL) code = add_short(dictionary, text, length, hashes[i]);
    } else if (code != 0 && !is_long_key(&first, code - 1, text_at(source, starts[i]), length)) {
      code = 0;
    }
    if (code == 0) {
      code = intern_one(dictionary, base, text_at(source, starts[i]), length, hashes[i]);
      if (code == 0) return i;
    }
    if (base != NULL) trust = code == last + 1 ? guesses : trust - (trust > 0);
    last = code;
    codes[i] = code;
  }
  return count;
}
