#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Replaces codes plus 1, written with `width` bytes each (1, 2 or 4), by the new code plus 1 that a map
/// has for each code from `first` on; 0 and those before it stay. The new ones fit the width. False when
/// a code is not in the map.
bool byte_scan_recode(
    uint8_t *packed, size_t count, int width, const uint32_t *map, size_t map_count, size_t first);

/// Which of some numbers are chosen: `places` gets their places, ascending. Numbers for which there is
/// no flag are not. The result is how many there are.
size_t byte_scan_choose(
    const uint32_t *numbers, size_t count, const bool *flags, size_t flag_count, uint32_t *places);

/// The largest odd one of some numbers that is not above a limit; 0 when there is none.
uint32_t byte_scan_largest_odd(const uint32_t *numbers, size_t count, uint32_t limit);

/// Whether one of packed numbers of `width` bytes, 1, 2, 4 or 8, is 0.
bool byte_scan_has_zero(const uint8_t *packed, size_t count, int width);

/// The largest of some numbers; 0 when there is none.
uint32_t byte_scan_maximum(const uint32_t *numbers, size_t count);

/// Writes numbers with `width` bytes each (1, 2, 4 or 8), which they must fit.
void byte_scan_pack(const uint32_t *numbers, size_t count, int width, uint8_t *result);

/// Writes the distances of numbers to `least` plus 1 with `width` bytes each, 1 to 8, which they must
/// fit, and 0 for INT64_MIN. Eight zeros are written after the last.
void byte_scan_pack_distances(
    const int64_t *numbers, size_t count, int64_t least, int width, uint8_t *result);

/// Reads numbers that were written with `width` bytes each (0, 1, 2 or 4); of 0 bytes each is 0.
void byte_scan_unpack(const uint8_t *packed, size_t count, int width, uint32_t *numbers);

/// Reads numbers that were written as distances; INT64_MIN where the distance is 0. Eight bytes can be
/// read from where each begins.
void byte_scan_unpack_distances(
    const uint8_t *packed, size_t count, int64_t least, int width, int64_t *numbers);

/// Adds distances to the sums of their keys, and counts those that are not 0. Keys are below the number
/// of sums; `width` is at most 6, and there are at most 1024 distances, so that no sum overflows.
void byte_scan_sum_by_key(
    const uint8_t *packed, size_t count, int width, const uint32_t *keys, uint64_t *sums,
    uint32_t *counts);

/// Marks where `products` are `left` times `right` divided by `factor`: 2 where they are it exactly, 1 where
/// they are the whole number next to it, 0 where they are not or one is INT64_MIN.
void byte_scan_mark_products(
    const int64_t *left, const int64_t *right, const int64_t *products, size_t count,
    int64_t factor, uint8_t *marks);

/// Marks where `totals` are exactly `first` − `less` + `plus`, neither of the first two INT64_MIN; in the
/// other two that stands for 0.
void byte_scan_mark_sums(
    const int64_t *totals, const int64_t *first, const int64_t *less, const int64_t *plus,
    size_t count, bool *marks);
