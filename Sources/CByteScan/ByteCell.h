#pragma once
#include "CByteScan.h"
#include <string.h>

/// One cell, its quotes left out.
typedef struct {
  const uint8_t *text;
  uint32_t length;
  bool is_quoted;
} byte_cell;

/// Whether a quote is among the bytes; eight can be read at the last one.
static inline bool has_quote(const uint8_t *text, uint32_t length) {
  const uint64_t ones = 0x0101010101010101ull;
  for (uint32_t i = 0; i < length; i += 8) {
    uint64_t word;
    memcpy(&word, text + i, 8);
    uint64_t other = word ^ ones * '"';
    if (((other - ones) & ~other & ones * 0x80) == 0) continue;
    // It may be the closing quote, or stand behind it.
    for (uint32_t j = i; j < length; j++) {
      if (text[j] == '"') return true;
    }
  }
  return false;
}

static inline byte_cell cell_at(const byte_scan_cells *cells, size_t index) {
  size_t record = cells->records == NULL ? index : cells->records[index];
  const uint32_t *place = cells->positions + record * cells->stride;
  uint32_t start = place[0] + 1, end = place[1];
  const uint8_t *bytes = cells->bytes;
  if (cells->is_last && end > start && bytes[end - 1] == '\r') end--;
  if (end > start && bytes[start] == '"') {
    return (byte_cell){bytes + start + 1, end - start - 2, true};
  }
  return (byte_cell){bytes + start, end - start, false};
}

static inline uint32_t word_of(const char *text) {
  uint32_t word;
  memcpy(&word, text, 4);
  return word;
}

/// True for the words that mean "not given".
static inline bool is_null_word(byte_cell cell) {
  uint32_t head;
  memcpy(&head, cell.text, 4);
  if (cell.length == 4) {
    return head == word_of("NULL") || head == word_of("null") || head == word_of("None");
  }
  memcpy((uint8_t *)&head + 3, "", 1);
  return cell.length == 3 && head == word_of("N/A");
}

/// True when a cell that is not of its column's type stands for nothing and may do so.
static inline bool is_nothing(const byte_scan_cells *cells, byte_cell cell) {
  return !cells->is_required && (cell.length == 0 || is_null_word(cell));
}

/// The first eight bytes of a cell, those after its end zero.
static inline uint64_t head_of(byte_cell cell) {
  uint64_t head;
  memcpy(&head, cell.text, 8);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  return cell.length >= 8 ? head : head & ((1ull << (8 * cell.length)) - 1);
#else
  return cell.length >= 8 ? head : cell.length == 0 ? 0 : head & ~0ull << (8 * (8 - cell.length));
#endif
}

/// ASCII capitals made small; bytes from 0x80 stay.
static inline uint64_t lower_case(uint64_t word) {
  uint64_t ascii = word & 0x7F7F7F7F7F7F7F7Full;
  uint64_t from_a = ascii + 0x3F3F3F3F3F3F3F3Full, after_z = ascii + 0x2525252525252525ull;
  uint64_t capital = from_a & ~after_z & ~word & 0x8080808080808080ull;
  return word | capital >> 2;
}
