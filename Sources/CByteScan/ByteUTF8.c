#include "CByteScan.h"
#include <string.h>

/// The length of the valid sequence at `bytes`, of which `left` bytes are at hand; 0 when it is none.
static inline size_t sequence_length(const uint8_t *bytes, size_t left) {
  uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (left < length) return 0;
  uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (bytes[1] < lowest || bytes[1] > highest) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// The place in memory order of the first byte with its top bit set.
static inline size_t first_byte_of(uint64_t high) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  return (size_t)__builtin_ctzll(high) / 8;
#else
  return (size_t)__builtin_clzll(high) / 8;
#endif
}

size_t byte_scan_invalid_utf8(const uint8_t *bytes, size_t count) {
  size_t index = 0;
  while (index < count) {
    if (index + 8 <= count) {
      uint64_t word;
      memcpy(&word, bytes + index, 8);
      uint64_t high = word & 0x8080808080808080ull;
      if (high == 0) {
        index += 8;
        continue;
      }
      index += first_byte_of(high);
    }
    size_t length = sequence_length(bytes + index, count - index);
    if (length == 0) return index;
    index += length;
  }
  return count;
}

bool byte_scan_has_high(const uint8_t *bytes, size_t count) {
  uint8_t seen = 0;
  for (size_t i = 0; i < count; i++) seen |= bytes[i];
  return seen >= 0x80;
}
