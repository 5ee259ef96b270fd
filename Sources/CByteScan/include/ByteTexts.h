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
} byte_scan_source;

/// Copies the places of texts. False when one is not within its bytes, of which so many are at hand.
bool byte_scan_take_texts(
    const uint32_t *starts, const uint32_t *lengths, size_t count, size_t byte_count,
    size_t room_count, uint32_t *own_starts, uint32_t *own_lengths);

/// The hashes of texts.
void byte_scan_hashes(
    byte_scan_source source, const uint32_t *starts, const uint32_t *lengths, size_t count,
    uint32_t *hashes);

/// When a text's key may differ from it.
typedef enum {
  byte_scan_exact = 0,
  byte_scan_guid = 1,      // 36 bytes, with capitals or bytes from 0x80
  byte_scan_caseless = 2,  // with capitals or bytes from 0x80
} byte_scan_folding;

/// A dictionary: slots of an open-addressing table, each a hash in its upper and a code plus 1 in its
/// lower half, 0 when free; and the keys one after the other, of which `ends` are the ends by code.
typedef struct {
  const uint64_t *slots;
  uint64_t mask;
  const uint32_t *ends;
  const uint8_t *keys;
  byte_scan_folding folding;
} byte_scan_dictionary;

/// The slot of a key: its own, or the free one where it belongs.
size_t byte_scan_slot(
    const byte_scan_dictionary *dictionary, const uint8_t *key, size_t length, uint32_t hash);

/// Looks texts up, from the one at `from` on, until one is not there or is folded. The result is its
/// place, or `count`. `codes` gets the codes plus 1, and 0 for an empty text; `slot` the place where the
/// text belongs that is not there, or SIZE_MAX when it has to be folded first.
size_t byte_scan_look_up(
    const byte_scan_dictionary *dictionary, byte_scan_source source, const uint32_t *starts,
    const uint32_t *lengths, const uint32_t *hashes, size_t from, size_t count, uint32_t *codes,
    size_t *slot);

/// Replaces each code plus 1 by the entry of a map, which has the new codes plus 1; 0 stays.
void byte_scan_recode(uint32_t *codes, size_t count, const uint32_t *map);

/// The largest of some numbers; 0 when there is none.
uint32_t byte_scan_maximum(const uint32_t *numbers, size_t count);

/// Writes numbers with `width` bytes each (1, 2, 4 or 8), which they must fit.
void byte_scan_pack(const uint32_t *numbers, size_t count, int width, uint8_t *result);

/// Writes the distances of numbers to `least` plus 1 with `width` bytes each, 1 to 8, which they must
/// fit, and 0 for INT64_MIN. Eight bytes can be written from where each begins.
void byte_scan_pack_distances(
    const int64_t *numbers, size_t count, int64_t least, int width, uint8_t *result);

/// Reads numbers that were written with `width` bytes each (0, 1, 2 or 4); of 0 bytes each is 0.
void byte_scan_unpack(const uint8_t *packed, size_t count, int width, uint32_t *numbers);

/// Mixes the numbers of a column into the hashes of its rows.
void byte_scan_mix(uint32_t *hashes, const uint32_t *numbers, size_t count);
