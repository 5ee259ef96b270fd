#include "ByteCell.h"

static inline bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

static inline bool is_leap(uint32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// The days from 1970 to a day of a year from 1970 on; the day counts from 1. Negative when the month has
/// no such day.
static inline int32_t days_until(uint32_t year, uint32_t month, uint32_t day) {
  static const uint16_t before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
  uint32_t leap = is_leap(year), last = year - 1;
  uint32_t length = (uint32_t)(before[month] - before[month - 1]) + (leap & (month == 2));
  if (day < 1 || day > length) return -1;
  uint32_t leaps = last / 4 - last / 100 + last / 400 - 477;  // before 1970 there were 477
  return (int32_t)((year - 1970) * 365 + leaps + before[month - 1] + (leap & (month > 2)) + day - 1);
}

/// The value of each digit of YYYY-MM-; a byte of 0x80 or more when some byte is no digit or no dash.
static inline uint64_t month_digits(const uint8_t *text) {
  static const uint8_t plain[8] = {'0', '0', '0', '0', '-', '0', '0', '-'};
  // What carries a digit above 9, and anything but 0 where a dash belongs, to the top bit.
  static const uint8_t above[8] = {0x76, 0x76, 0x76, 0x76, 0x7F, 0x76, 0x76, 0x7F};
  uint64_t word, zeros, limits;
  memcpy(&word, text, 8);
  memcpy(&zeros, plain, 8);
  memcpy(&limits, above, 8);
  word ^= zeros;
  uint64_t low = word & 0x7F7F7F7F7F7F7F7Full;
  return word | ((low + limits) & 0x8080808080808080ull);
}

/// Twice the days plus 1; 0 when the cell is no plain date from 1970 on.
static inline uint32_t date_of(byte_cell cell) {
  const uint8_t *t = cell.text;
  if (cell.length != 10) return 0;
  uint64_t digits = month_digits(t);
  uint8_t tens = t[8] - '0', ones = t[9] - '0';
  if ((digits & 0x8080808080808080ull) != 0 || tens > 9 || ones > 9) return 0;
  uint8_t d[8];
  memcpy(d, &digits, 8);
  uint32_t year = d[0] * 1000u + d[1] * 100u + d[2] * 10u + d[3], month = d[5] * 10u + d[6];
  if (year < 1970 || month < 1 || month > 12) return 0;
  int32_t days = days_until(year, month, tens * 10u + ones);
  return days < 0 ? 0 : (uint32_t)days * 2 + 1;
}

void byte_scan_dates(const byte_scan_cells *cells, uint32_t *dates, uint8_t *odd) {
  const byte_scan_cells own = *cells;
  // Many records give the day that the one before gave.
  uint64_t last_head = 0;
  uint16_t last_tail = 0;
  uint32_t last = 0;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    uint64_t head;
    uint16_t tail;
    memcpy(&head, cell.text, 8);
    memcpy(&tail, cell.text + 8, 2);
    if (cell.length == 10 && head == last_head && tail == last_tail) {
      dates[i] = last;
      continue;
    }
    dates[i] = date_of(cell);
    if (dates[i] == 0) {
      if (!is_nothing(&own, cell)) odd[i] |= 1;
    } else {
      last_head = head;
      last_tail = tail;
      last = dates[i];
    }
  }
}

typedef struct {
  int64_t mantissa;
  int decimals;  // negative: not a number
} decimal;

/// A number of any length, read digit by digit.
__attribute__((noinline)) static decimal long_decimal(byte_cell cell, uint8_t mark) {
  const decimal none = {INT64_MIN, -1};
  if (cell.length == 0 || cell.length > 20) return none;
  const uint8_t *next = cell.text, *end = next + cell.length;
  bool is_negative = *next == '-';
  next += is_negative;
  const uint8_t *first = next;
  uint64_t value = 0;
  while (next < end && is_digit(*next)) value = value * 10 + (uint64_t)(*next++ - '0');
  size_t digits = (size_t)(next - first), decimals = 0;
  if (next < end) {
    if (*next != mark || digits == 0) return none;
    const uint8_t *first_decimal = ++next;
    while (next < end && is_digit(*next)) value = value * 10 + (uint64_t)(*next++ - '0');
    decimals = (size_t)(next - first_decimal);
    if (next < end || decimals == 0) return none;
    digits += decimals;
  }
  if (digits == 0 || digits > 18) return none;
  return (decimal){is_negative ? -(int64_t)value : (int64_t)value, (int)decimals};
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/// The number that eight digits are, each a byte of 0 to 9, the first in the lowest byte.
static inline uint64_t value_of_eight(uint64_t digits) {
  digits = digits * 10 + (digits >> 8);
  digits = (digits & 0x00FF00FF00FF00FFull) * 100 + ((digits >> 16) & 0x00FF00FF00FF00FFull);
  return (digits & 0xFFFF) * 10000 + (digits >> 32 & 0xFFFF);
}

/// The top bit of the first byte that is `byte`, and perhaps of some after it; 0 when none is.
static inline uint64_t places_of(uint64_t word, uint8_t byte) {
  const uint64_t ones = 0x0101010101010101ull;
  uint64_t other = word ^ ones * byte;
  return (other - ones) & ~other & ones * 0x80;
}

/// Whether each byte is one of 0 to 9.
static inline bool are_digits(uint64_t bytes) {
  uint64_t above = (bytes & 0x7F7F7F7F7F7F7F7Full) + 0x7676767676767676ull;
  return ((bytes | above) & 0x8080808080808080ull) == 0;
}

/// A number without a sign in at most sixteen bytes, all at once; otherwise as `long_decimal`.
static inline __attribute__((always_inline)) decimal decimal_of(byte_cell cell, uint8_t mark) {
  if (cell.length == 0 || cell.length > 16) return long_decimal(cell, mark);
  uint64_t first, last;
  memcpy(&first, cell.text, 8);
  memcpy(&last, cell.text + 8, 8);
  const uint64_t zeros = 0x3030303030303030ull;
  // The digits go to the upper end, zeros stand before them.
  unsigned __int128 all = (unsigned __int128)(last ^ zeros) << 64 | (first ^ zeros);
  all <<= 8 * (16 - cell.length);
  first = (uint64_t)all;
  last = (uint64_t)(all >> 64);
  unsigned decimals = 0;
  uint64_t marks = places_of(last, mark ^ '0');
  if (marks != 0) {
    unsigned place = (unsigned)__builtin_ctzll(marks) / 8;
    decimals = 7 - place;
    if (decimals == 0 || decimals + 1 == cell.length) return long_decimal(cell, mark);
    // What stands before the mark moves up to its place.
    uint64_t before = (1ull << (8 * place)) - 1, after = ~(before << 8 | 0xFF);
    last = (last & after) | (last & before) << 8 | first >> 56;
    first <<= 8;
  }
  if (!are_digits(last) || !are_digits(first)) return long_decimal(cell, mark);
  uint64_t value = value_of_eight(last);
  if (first != 0) value += value_of_eight(first) * 100000000;
  return (decimal){(int64_t)value, (int)decimals};
}

#else

static inline decimal decimal_of(byte_cell cell, uint8_t mark) { return long_decimal(cell, mark); }

#endif

void byte_scan_decimals(
    const byte_scan_cells *cells, uint8_t mark, bool three_are_odd, int64_t *mantissas,
    uint8_t *decimals, uint8_t *odd) {
  const byte_scan_cells own = *cells;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    decimal number = decimal_of(cell, mark);
    mantissas[i] = number.mantissa;
    decimals[i] = number.decimals < 0 ? 0 : (uint8_t)number.decimals;
    if (number.decimals < 0 && !is_nothing(&own, cell)) odd[i] |= 1;
    if (number.decimals == 3) odd[i] |= three_are_odd;
  }
}

void byte_scan_wholes(
    const byte_scan_cells *cells, bool negative_are_odd, int64_t *numbers, uint8_t *odd) {
  const byte_scan_cells own = *cells;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    decimal number = decimal_of(cell, 0);
    numbers[i] = number.mantissa;
    if (number.decimals < 0 && !is_nothing(&own, cell)) odd[i] |= 1;
    if (number.decimals == 0 && number.mantissa < 0) odd[i] |= negative_are_odd;
  }
}

size_t byte_scan_count(const uint8_t *bytes, size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) found += bytes[i] != 0;
  return found;
}

static inline bool is_word(byte_cell cell, uint64_t head, const uint8_t *word) {
  uint64_t wanted;
  memcpy(&wanted, word, 8);
  if (word[31] != cell.length || wanted != head) return false;
  for (size_t i = 8; i < cell.length; i += 8) {
    uint64_t part;
    memcpy(&part, word + i, 8);
    if (i == 24) ((uint8_t *)&part)[7] = 0;
    byte_cell rest = {cell.text + i, cell.length - (uint32_t)i, false};
    if (lower_case(head_of(rest)) != part) return false;
  }
  return true;
}

void byte_scan_words(
    const byte_scan_cells *cells, const uint8_t *words, size_t count, uint32_t *places,
    uint8_t *odd) {
  const byte_scan_cells own = *cells;
  size_t last = 0;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    places[i] = 0;
    if (cell.length == 0 || cell.length > 31) {
      if (!is_nothing(&own, cell)) odd[i] |= 1;
      continue;
    }
    uint64_t head = lower_case(head_of(cell));
    size_t word = last;
    if (!is_word(cell, head, words + 32 * word)) {
      for (word = 0; word < count && !is_word(cell, head, words + 32 * word); word++) {}
    }
    if (word < count) {
      places[i] = (uint32_t)word + 1;
      last = word;
    } else if (!is_nothing(&own, cell)) {
      odd[i] |= 1;
    }
  }
}

void byte_scan_codes(
    const byte_scan_cells *cells, const uint16_t *table, uint32_t *places, uint8_t *odd) {
  const byte_scan_cells own = *cells;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    places[i] = 0;
    if (cell.length == 3) {
      uint32_t first = (cell.text[0] | 0x20u) - 'a', second = (cell.text[1] | 0x20u) - 'a';
      uint32_t third = (cell.text[2] | 0x20u) - 'a';
      if (first < 26 && second < 26 && third < 26) {
        places[i] = table[first << 10 | second << 5 | third];
      }
    }
    if (places[i] == 0 && !is_nothing(&own, cell)) odd[i] |= 1;
  }
}

/// True when white space beyond ASCII may stand at an edge of the cell.
static bool has_wide_space(byte_cell cell) {
  uint8_t first = cell.text[0], last = cell.text[cell.length - 1];
  if (first >= 0x80 && (first == 0xC2 || (first >= 0xE1 && first <= 0xE3))) {
    uint8_t second = cell.length > 1 ? cell.text[1] : 0;
    if (second == 0x80 || second == 0x81 || second == 0x85 || second == 0x9A || second == 0xA0) {
      return true;
    }
  }
  if (last < 0x80 || cell.length < 2) return false;
  uint8_t before = cell.text[cell.length - 2];
  if (before == 0xC2) return true;
  uint8_t third = cell.length > 2 ? cell.text[cell.length - 3] : 0;
  return third >= 0xE1 && third <= 0xE3 && (before == 0x80 || before == 0x81 || before == 0x9A);
}

/// True when a cell's first or last byte may be part of white space. Those of nearly all cells are
/// printable ASCII, which one comparison tells.
static inline bool is_edge_odd(byte_cell cell) {
  uint8_t first = cell.text[0], last = cell.text[cell.length - 1];
  if (((uint8_t)(first - 33) < 94) & ((uint8_t)(last - 33) < 94)) return false;
  if (first == ' ' || (uint8_t)(first - 9) < 5 || last == ' ' || (uint8_t)(last - 9) < 5) return true;
  return ((first | last) & 0x80) != 0 && has_wide_space(cell);
}

/// Copies a text into the room, its doubled quotes made single; an empty cell when it is full.
static byte_cell unquoted(byte_cell cell, byte_scan_room *room) {
  if (room->capacity - room->count < cell.length + 32) return (byte_cell){room->bytes, 0, false};
  uint8_t *result = room->bytes + room->count;
  uint32_t length = 0;
  for (uint32_t i = 0; i < cell.length; i++) {
    result[length++] = cell.text[i];
    if (cell.text[i] == '"') i++;
  }
  room->count += length;
  return (byte_cell){result, length, false};
}

void byte_scan_texts(
    const byte_scan_cells *cells, bool has_null_words, byte_scan_room *room, uint32_t *starts,
    uint32_t *lengths, uint8_t *odd) {
  const byte_scan_cells own = *cells;
  for (size_t i = 0; i < own.count; i++) {
    byte_cell cell = cell_at(&own, i);
    starts[i] = (uint32_t)(cell.text - own.bytes);
    if (cell.is_quoted && has_quote(cell.text, cell.length)) {
      cell = unquoted(cell, room);
      odd[i] |= cell.length == 0;
      starts[i] = (uint32_t)(cell.text - room->bytes) | 1u << 31;
    }
    lengths[i] = cell.length;
    if (cell.length == 0) {
      odd[i] |= own.is_required;
      starts[i] = 0;
      continue;
    }
    if (is_edge_odd(cell)) odd[i] |= 1;
    if (has_null_words && is_null_word(cell)) {
      lengths[i] = 0;
      odd[i] |= own.is_required;
    }
  }
}

void byte_scan_extents(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, size_t count, size_t inner_start,
    size_t inner_end, uint32_t *lines, uint32_t *lengths) {
  for (size_t i = 0; i < count; i++) {
    uint32_t start = positions[i * stride] + 1, end = positions[(i + 1) * stride] + 1;
    lengths[i] = end - start;
    lines[i] = 1;
    if (end <= inner_start || start >= inner_end) continue;
    // Few records have a line break within.
    const uint8_t *next = bytes + start, *last = bytes + end - 1;
    while ((next = memchr(next, '\n', (size_t)(last - next))) != NULL) {
      lines[i]++;
      next++;
    }
  }
}
