#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Which instructions are used. All give the same results.
typedef enum {
  byte_scan_plain = 0,
  byte_scan_vector = 1,  // SSE2 or NEON: every processor of the kind has it
  byte_scan_wide = 2,    // AVX2
  byte_scan_widest = 3,  // AVX-512 with moving bytes together
} byte_scan_variant;

/// The best variant that this processor has.
byte_scan_variant byte_scan_best_variant(void);

/// What an index of a block says.
typedef struct {
  /// How many delimiters and line ends outside quotes were found.
  size_t positions;
  /// How many of them are line ends.
  size_t records;
  /// The byte up to which the block is regular: an odd byte, or the count.
  size_t end;
  /// The regular part may have bytes from 0x80.
  bool has_high_bytes;
  /// From which byte on and before which line breaks within quotes stand, as far as the regular part
  /// may have some; both 0 when it has none.
  size_t inner_start;
  size_t inner_end;
} byte_scan_index_result;

/// Indexes a block that begins at the start of a record.
///
/// `positions` gets the places of delimiters and line ends outside quotes, ascending; `ends` for each
/// line end its place in `positions`. Both have room for `count` + 64 entries.
///
/// The index stops at the first odd byte: a quote that does not open a field right after a delimiter
/// or a line end, or close it right before one; NUL; and with `is_ascii` a byte from 0x80. A record
/// that ended before it is regular.
byte_scan_index_result byte_scan_index(
    byte_scan_variant variant, const uint8_t *bytes, size_t count, uint8_t delimiter, bool is_ascii,
    uint32_t *positions, uint32_t *ends);

/// The first byte that is not part of valid UTF-8; `count` when all is valid.
size_t byte_scan_invalid_utf8(byte_scan_variant variant, const uint8_t *bytes, size_t count);

/// How many of the records, from the first on, have exactly `stride` fields. `ends` are the line ends
/// of an index, `before` the number of positions that stand before the first of these records.
size_t byte_scan_regular_records(
    const uint32_t *ends, size_t count, size_t stride, size_t before);

/// Whether some byte is 0x80 or above.
bool byte_scan_has_high(const uint8_t *bytes, size_t count);
