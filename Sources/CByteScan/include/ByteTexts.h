#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A hash whose bits depend on all bytes.
uint32_t byte_scan_hash(const uint8_t *text, size_t length);

/// Where texts stand: in `bytes`, or in `room` when the top bit of their start is set.
typedef struct {
  const uint8_t *bytes;
  const uint8_t *room;
  size_t byte_count;
  size_t room_count;
} byte_scan_source;

/// Whether each text is within its bytes.
bool byte_scan_are_inside(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count);

/// When a text's key may differ from it.
typedef enum {
  byte_scan_exact = 0,
  byte_scan_guid = 1,      // 36 bytes, with capitals or bytes from 0x80
  byte_scan_caseless = 2,  // with capitals or bytes from 0x80
} byte_scan_folding;

/// A dictionary: slots of an open-addressing table, each a hash in its upper and a code plus 1 in its
/// lower half, 0 when free; and the keys one after the other, of which `ends` are the ends by code.
typedef struct {
  uint64_t *slots;
  uint64_t mask;
  uint32_t *ends;
  uint8_t *keys;
  /// How many keys it has, and how many it can have: less than there are slots.
  size_t count;
  size_t most;
  /// How many bytes the keys have, and for how many there is memory: 32 of them stay free behind the
  /// last key, because a key is compared many bytes at once.
  size_t key_bytes;
  size_t key_room;
  byte_scan_folding folding;
} byte_scan_dictionary;

/// The slot of a key: its own, or the free one where it belongs.
size_t byte_scan_slot(
    const byte_scan_dictionary *dictionary, const uint8_t *key, size_t length, uint32_t hash);

/// Looks texts up, from the one at `from` on, and adds those that are new, until one has to be folded
/// first or there is no room for it. The result is its place, or `count`. `codes` gets the codes plus
/// 1, and 0 for an empty text. Texts that `base` has, which may be NULL, keep their codes; the others
/// are counted on from there. `hashes` has those of the texts from `hashed` on, where others are put as
/// they are needed.
size_t byte_scan_intern(
    byte_scan_dictionary *dictionary, const byte_scan_dictionary *base, byte_scan_source source,
    const uint32_t *starts, const uint32_t *lengths, size_t from, size_t count, uint32_t *hashes,
    size_t *hashed, uint32_t *codes);
