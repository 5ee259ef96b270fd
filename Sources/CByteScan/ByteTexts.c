#include "ByteDictionary.h"

bool byte_scan_are_inside(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count) {
  // Places and lengths are below 2^31, so that four of them are compared at once.
  if (source.byte_count > INT32_MAX || source.room_count > INT32_MAX) return false;
  int32_t bytes = (int32_t)source.byte_count, room = (int32_t)source.room_count;
  int32_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    int32_t place = (int32_t)(starts[i] & ~(1u << 31)), length = (int32_t)lengths[i];
    int32_t in_room = -(int32_t)(starts[i] >> 31);
    int32_t end = (room & in_room) | (bytes & ~in_room);
    wrong |= (length < 0) | (end - place < length);
  }
  return wrong == 0;
}

/// Looks one text up. Its code plus 1, or 0 when it has to be folded first or there is no room for it.
static inline uint32_t intern_at(
    byte_scan_dictionary *d, const byte_scan_dictionary *base, byte_scan_source source, uint32_t start,
    size_t length) {
  return byte_dictionary_intern(
      d, base, text_at(source, start), length, hash_at(source, start, length));
}

/// The same of a short text.
static inline uint32_t intern_short(
    byte_scan_dictionary *d, byte_scan_source source, uint32_t start, short_text text, size_t length) {
  uint32_t hash = hash_of_short(text, length);
  size_t slot = slot_of_hash(d, hash);
  uint32_t code = (uint32_t)d->slots[slot];
  if (code != 0 && is_key(d, code - 1, text, length)) return code;
  code = code == 0 ? add_short(d, slot, text, length, hash) : 0;
  if (code != 0) return code;
  return byte_dictionary_intern(d, NULL, text_at(source, start), length, hash);
}

/// A text that was looked up a moment ago, at a place that some of its bits name.
typedef struct {
  short_text text;
  uint32_t length, code;
} recent_text;

enum { recent_bits = 8 };

static inline size_t recent_place(short_text text, size_t length) {
  const uint64_t *w = text.words;
  uint64_t bits = (w[0] + w[1] * 3) ^ (w[2] * 5 + w[3] * 9) ^ length;
  return bits * hash_factors[0] >> (64 - recent_bits);
}

/// Looks up texts that come again and again: the last ones are kept, and found with less work than by
/// their hash, a slot and a key. The place of the first that has to be folded or has no room, or `count`.
__attribute__((noinline)) static size_t intern_recurring(
    byte_scan_dictionary *d, byte_scan_source source, const uint32_t *starts,
    const uint32_t *lengths, size_t from, size_t count, uint32_t *codes) {
  recent_text recent[1 << recent_bits];
  bool is_kept[1 << recent_bits] = {false};
  for (size_t i = from; i < count; i++) {
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    if (length > short_length) {
      codes[i] = intern_at(d, NULL, source, starts[i], length);
      if (codes[i] == 0) return i;
      continue;
    }
    short_text text = short_text_in(source, starts[i], length);
    size_t place = recent_place(text, length);
    recent_text *known = &recent[place];
    if (is_kept[place] && known->length == length && is_equal(known->text, text)) {
      codes[i] = known->code;
      continue;
    }
    codes[i] = intern_short(d, source, starts[i], text, length);
    if (codes[i] == 0) return i;
    *known = (recent_text){text, (uint32_t)length, codes[i]};
    is_kept[place] = true;
  }
  return count;
}

/// How many texts make a dictionary one of a few words, and how many pairs of neighbours tell whether
/// those of a larger one come in runs.
enum { few = 64, sampled_pairs = 16 };

static bool are_recurring(
    const byte_scan_dictionary *d, byte_scan_source source, const uint32_t *starts,
    const uint32_t *lengths, size_t from, size_t count) {
  if (d->count <= few) return true;
  if (count - from < 4 * sampled_pairs) return false;
  size_t equal = 0;
  for (size_t k = 0; k < sampled_pairs; k++) {
    size_t i = from + (count - from) * k / sampled_pairs;
    if (lengths[i] != lengths[i + 1] || lengths[i] > short_length) continue;
    equal += memcmp(text_at(source, starts[i]), text_at(source, starts[i + 1]), lengths[i]) == 0;
  }
  return equal >= sampled_pairs / 4 * 3;
}

/// The code plus 1 of a short text that names, in whatever case, the last key or the one after it; 0 when
/// it does not, or has to be looked up.
static uint32_t near_code_of(
    const byte_scan_dictionary *base, short_text text, size_t length, uint32_t last) {
  text = short_text_small(text);
  if (last > 0 && is_key(base, last - 1, text, length)) return last;
  return is_key(base, last, text, length) ? last + 1 : 0;
}

/// While guesses are right no slot is looked at, and no hash is needed.
enum { guesses = 8 };

/// A file often names things in the order in which another one lists them: while it does, the key after
/// the one that was found last is looked at first. The place of the first text that was not looked up;
/// `stopped` when it has to be folded or has no room.
__attribute__((noinline)) static size_t intern_in_order(
    byte_scan_dictionary *d, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, size_t from, size_t count, uint32_t *codes,
    bool *stopped) {
  const byte_scan_dictionary first = *base;
  bool is_caseless = d->folding == byte_scan_caseless;
  uint32_t last = 0;
  int trust = guesses;
  size_t i = from;
  for (; i < count && trust > 0; i++) {
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    if (length > short_length) break;
    short_text text = short_text_in(source, starts[i], length);
    uint32_t code = last < first.count && is_key(&first, last, text, length) ? last + 1 : 0;
    if (code == 0 && is_caseless && last < first.count) {
      code = near_code_of(&first, text, length, last);
    }
    if (code != 0) {
      trust += trust < guesses;
    } else {
      trust -= 2;
      code = intern_at(d, base, source, starts[i], length);
      *stopped = code == 0;
      if (code == 0) return i;
    }
    codes[i] = last = code;
  }
  return i;
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

/// Looks texts up whose hashes are known.
__attribute__((noinline)) static size_t intern_hashed(
    byte_scan_dictionary *dictionary, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, const uint32_t *hashes, size_t from,
    size_t count, uint32_t *codes) {
  // Its own copy, of which the compiler sees that it does not change: what is added here does not move
  // slots or keys.
  const byte_scan_dictionary first = base == NULL ? *dictionary : *base;
  bool is_large = first.mask > largest_cached, is_far = first.mask > largest_near;
  for (size_t i = from; i < count; i++) {
    size_t length = lengths[i];
    if (length == 0) {
      codes[i] = 0;
      continue;
    }
    if (is_large) {
      look_ahead(&first, hashes, i, count);
    } else if (is_far && i + 16 < count) {
      __builtin_prefetch(&first.slots[hashes[i + 16] & first.mask]);
    }
    size_t slot = slot_of_hash(&first, hashes[i]);
    uint32_t code = (uint32_t)first.slots[slot];
    if (length <= short_length) {
      short_text text = short_text_in(source, starts[i], length);
      if (code == 0) {
        if (base == NULL) code = add_short(dictionary, slot, text, length, hashes[i]);
      } else if (!is_key(&first, code - 1, text, length)) {
        code = 0;
      }
    } else if (code != 0 && !is_long_key(&first, code - 1, text_at(source, starts[i]), length)) {
      code = 0;
    }
    if (code == 0) {
      const uint8_t *text = text_at(source, starts[i]);
      code = byte_dictionary_intern(dictionary, base, text, length, hashes[i]);
      if (code == 0) return i;
    }
    codes[i] = code;
  }
  return count;
}

size_t byte_scan_intern(
    byte_scan_dictionary *dictionary, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, size_t from, size_t count, uint32_t *hashes,
    size_t *hashed, uint32_t *codes) {
  if (base == NULL && are_recurring(dictionary, source, starts, lengths, from, count)) {
    return intern_recurring(dictionary, source, starts, lengths, from, count, codes);
  }
  if (base != NULL) {
    bool stopped = false;
    from = intern_in_order(
        dictionary, base, source, starts, lengths, from, count, codes, &stopped);
    if (stopped) return from;
  }
  for (size_t i = from; i < *hashed; i++) hashes[i] = hash_at(source, starts[i], lengths[i]);
  if (*hashed > from) *hashed = from;
  return intern_hashed(
      dictionary, base, source, starts, lengths, hashes, from, count, codes);
}
