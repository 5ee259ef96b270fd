#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Cells of one column in records of one number of fields that follow each other.
///
/// The cell of record *i* stands between `positions[i * stride]` and `positions[i * stride + 1]`, both left
/// out.
/// Quoted cells lose their quotes, the last cell of a record its CR. 32 bytes after the last cell can
/// be read.
typedef struct {
  const uint8_t *bytes;
  const uint32_t *positions;
  size_t stride;
  /// Which records are read; NULL for the first `count`.
  const uint32_t *records;
  size_t count;
  /// The cells are the last of their records.
  bool is_last;
  /// An empty cell is odd.
  bool is_required;
} byte_scan_cells;

/// Each of the following reads the cells that are written in the plainest way, and adds 1 to `odd`
/// of every other one: it has white space around it or is not of the type. Such a
/// record is read in the thorough way. A cell that is empty, or one of the words that mean "not given"
/// (NULL, null, None, N/A), gives the type's sign of nothing.

/// Dates YYYY-MM-DD as twice the days since 1970 plus 1; 0 for nothing. Earlier ones are odd.
void byte_scan_dates(const byte_scan_cells *cells, uint32_t *dates, uint8_t *odd);

/// Decimals as digits with a sign and the number of decimals; INT64_MIN for nothing. `mark` stands
/// before the decimals; without one a number with decimals is odd. With `three_are_odd` so is a number
/// with three of them, whose mark may be one of thousands.
void byte_scan_decimals(
    const byte_scan_cells *cells, uint8_t mark, bool three_are_odd, int64_t *mantissas,
    uint8_t *decimals, uint8_t *odd);

/// Whole numbers; INT64_MIN for nothing. With `negative_are_odd` those below zero are odd.
void byte_scan_wholes(
    const byte_scan_cells *cells, bool negative_are_odd, int64_t *numbers, uint8_t *odd);

/// Words out of a list as their place plus 1, in any ASCII case; 0 for nothing.
///
/// A word is 32 bytes: up to 31 bytes of lower-case ASCII and zeros, then its length.
void byte_scan_words(
    const byte_scan_cells *cells, const uint8_t *words, size_t count, uint32_t *places,
    uint8_t *odd);

/// Codes of three letters as their entries in a table, in any ASCII case; 0 for nothing. The table has
/// 32768 entries, five bits for each letter from A = 0, and 0 where there is no such code.
void byte_scan_codes(
    const byte_scan_cells *cells, const uint16_t *table, uint32_t *places, uint8_t *odd);

/// Room for texts whose doubled quotes were made single.
typedef struct {
  uint8_t *bytes;
  size_t capacity;
  size_t count;
} byte_scan_room;

/// Where texts stand. With `has_null_words` the words that mean "not given" are empty.
///
/// A text with doubled quotes is copied into `room`: its start has the top bit set and counts from
/// there. It is odd when the room is full.
void byte_scan_texts(
    const byte_scan_cells *cells, bool has_null_words, byte_scan_room *room, uint32_t *starts,
    uint32_t *lengths, uint8_t *odd);

/// How many of the bytes are not 0.
size_t byte_scan_count(const uint8_t *bytes, size_t count);

/// The line breaks of each record, its end included, and the bytes of it.
///
/// `positions` has the record's fields as in `byte_scan_cells`. Line breaks within quotes are looked for
/// from `inner_start` on and before `inner_end` only.
void byte_scan_extents(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, size_t count, size_t inner_start,
    size_t inner_end, uint32_t *lines, uint32_t *lengths);
