#pragma once
#include <stddef.h>
#include <stdint.h>

/// Exports that repeat facts from record to record, as those about a person who has several licences:
/// what is said of a run of columns in the record before is not read again.

/// Columns that follow each other.
typedef struct {
  size_t first;
  size_t count;
} byte_scan_columns;

/// The columns that records say most often byte by byte as the one before does, as far as a sample of
/// the first `count` records tells; none when it would spare less than reading one cell of each.
/// Positions are as in `byte_scan_cells`, for the first column.
byte_scan_columns byte_scan_repeated_columns(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, size_t count);

/// Groups records that say the same in some columns and follow each other. `leaders` gets the first
/// record of each group, `groups` the group of each record; the result is how many groups there are.
size_t byte_scan_group_records(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, byte_scan_columns columns,
    size_t count, uint32_t *leaders, uint32_t *groups);

/// Puts what stands for each group in its first places in the places of all its records. Groups are
/// counted from `groups[0]` on.
void byte_scan_spread_8(uint8_t *values, const uint32_t *groups, size_t count);
void byte_scan_spread_32(uint32_t *values, const uint32_t *groups, size_t count);
void byte_scan_spread_64(int64_t *values, const uint32_t *groups, size_t count);
