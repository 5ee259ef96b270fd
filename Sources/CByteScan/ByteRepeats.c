#include "CByteScan.h"
#include <stdbool.h>
#include <string.h>

/// How many records are compared with the one before them, and how many columns are looked at.
enum { sampled_records = 32, sampled_columns = 32 };

/// Whether a record says in some columns what the one before it says.
static inline bool is_repeated(
    const uint8_t *bytes, const uint32_t *record, size_t stride, size_t first, size_t after) {
  // The position before a block's first record is that before its first byte: it wraps around.
  uint32_t start = record[first] + 1, other = *(record + first - stride) + 1;
  uint32_t length = record[after] - start;
  if (length != *(record + after - stride) - other) return false;
  return memcmp(bytes + start, bytes + other, length) == 0;
}

/// Adds 1 for each run of columns that a record repeats.
static void add_runs(
    const uint8_t *bytes, const uint32_t *record, size_t stride, size_t columns,
    uint8_t counts[sampled_columns][sampled_columns]) {
  size_t start = 0;
  for (size_t column = 0; column < columns; column++) {
    if (is_repeated(bytes, record, stride, column, column + 1)) {
      for (size_t first = start; first <= column; first++) counts[first][column]++;
    } else {
      start = column + 1;
    }
  }
}

byte_scan_columns byte_scan_repeated_columns(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, size_t count) {
  byte_scan_columns best = {0, 0};
  if (count <= sampled_records) return best;
  uint8_t counts[sampled_columns][sampled_columns] = {{0}};
  size_t columns = stride < sampled_columns ? stride : sampled_columns;
  for (size_t i = 1; i <= sampled_records; i++) {
    size_t record = i * (count - 1) / sampled_records;
    add_runs(bytes, positions + record * stride, stride, columns, counts);
  }
  size_t most = sampled_records;
  for (size_t first = 0; first < columns; first++) {
    for (size_t last = first; last < columns; last++) {
      size_t spared = counts[first][last] * (last - first + 1);
      if (spared <= most) continue;
      most = spared;
      best = (byte_scan_columns){first, last - first + 1};
    }
  }
  return best;
}

size_t byte_scan_group_records(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, byte_scan_columns columns,
    size_t count, uint32_t *leaders, uint32_t *groups) {
  size_t found = 0, after = columns.first + columns.count;
  for (size_t i = 0; i < count; i++) {
    const uint32_t *record = positions + i * stride;
    if (i == 0 || !is_repeated(bytes, record, stride, columns.first, after)) {
      leaders[found++] = (uint32_t)i;
    }
    groups[i] = (uint32_t)found - 1;
  }
  return found;
}

// From the last record to the first: no group stands behind its records.

void byte_scan_spread_8(uint8_t *values, const uint32_t *groups, size_t count) {
  for (size_t i = count; i-- > 0;) values[i] = values[groups[i] - groups[0]];
}

void byte_scan_spread_32(uint32_t *values, const uint32_t *groups, size_t count) {
  for (size_t i = count; i-- > 0;) values[i] = values[groups[i] - groups[0]];
}

void byte_scan_spread_64(int64_t *values, const uint32_t *groups, size_t count) {
  for (size_t i = count; i-- > 0;) values[i] = values[groups[i] - groups[0]];
}
