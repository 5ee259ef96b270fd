#include "ByteCell.h"

static inline bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

/// The days from 1970 to the first of a month, whose year begins in March.
static inline int32_t days_before(int32_t year, int32_t month) {
  int32_t march_year = month <= 2 ? year - 1 : year;
  int32_t era = march_year / 400, year_of_era = march_year - era * 400;
  int32_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
      719468;
}

static inline int32_t length_of_month(int32_t year, int32_t month) {
  static const uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && is_leap ? 29 : lengths[month - 1];
}

/// Twice the days plus 1; 0 when the cell is no plain date from 1970 on.
static inline uint32_t date_of(byte_cell cell) {
  const uint8_t *t = cell.text;
  if (cell.length != 10 || t[4] != '-' || t[7] != '-') return 0;
  uint8_t d[8] = {t[0] - '0', t[1] - '0', t[2] - '0', t[3] - '0',
                  t[5] - '0', t[6] - '0', t[8] - '0', t[9] - '0'};
  for (int i = 0; i < 8; i++) {
    if (d[i] > 9) return 0;
  }
  int32_t year = d[0] * 1000 + d[1] * 100 + d[2] * 10 + d[3];
  int32_t month = d[4] * 10 + d[5], day = d[6] * 10 + d[7];
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > length_of_month(year, month)) {
    return 0;
  }
  return (uint32_t)(days_before(year, month) + day - 1) * 2 + 1;
}

void byte_scan_dates(const byte_scan_cells *cells, uint32_t *dates, uint8_t *odd) {
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    dates[i] = date_of(cell);
    if (dates[i] == 0 && !is_nothing(cells, cell)) odd[i] |= 1;
  }
}

typedef struct {
  int64_t mantissa;
  int decimals;  // negative: not a number
} decimal;

static inline decimal decimal_of(byte_cell cell, uint8_t mark) {
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

void byte_scan_decimals(
    const byte_scan_cells *cells, uint8_t mark, bool three_are_odd, int64_t *mantissas,
    uint8_t *decimals, uint8_t *odd) {
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    decimal number = decimal_of(cell, mark);
    mantissas[i] = number.mantissa;
    decimals[i] = number.decimals < 0 ? 0 : (uint8_t)number.decimals;
    if (number.decimals < 0 && !is_nothing(cells, cell)) odd[i] |= 1;
    if (number.decimals == 3) odd[i] |= three_are_odd;
  }
}

void byte_scan_wholes(
    const byte_scan_cells *cells, bool negative_are_odd, int64_t *numbers, uint8_t *odd) {
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    decimal number = decimal_of(cell, 0);
    numbers[i] = number.mantissa;
    if (number.decimals < 0 && !is_nothing(cells, cell)) odd[i] |= 1;
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
  size_t last = 0;
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    places[i] = 0;
    if (cell.length == 0 || cell.length > 31) {
      if (!is_nothing(cells, cell)) odd[i] |= 1;
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
    } else if (!is_nothing(cells, cell)) {
      odd[i] |= 1;
    }
  }
}

void byte_scan_codes(
    const byte_scan_cells *cells, const uint16_t *table, uint32_t *places, uint8_t *odd) {
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    places[i] = 0;
    if (cell.length == 3) {
      uint32_t a = (cell.text[0] | 0x20u) - 'a', b = (cell.text[1] | 0x20u) - 'a';
      uint32_t c = (cell.text[2] | 0x20u) - 'a';
      if (a < 26 && b < 26 && c < 26) places[i] = table[a << 10 | b << 5 | c];
    }
    if (places[i] == 0 && !is_nothing(cells, cell)) odd[i] |= 1;
  }
}

/// True when the byte, one of a cell's first or last ones, may be part of white space.
static inline bool is_edge_odd(byte_cell cell) {
  uint8_t first = cell.text[0], last = cell.text[cell.length - 1];
  if (first == ' ' || (uint8_t)(first - 9) < 5 || last == ' ' || (uint8_t)(last - 9) < 5) return true;
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

/// Copies a text into the room, its doubled quotes made single; an empty cell when it is full.
static byte_cell unquoted(byte_cell cell, byte_scan_room *room) {
  if (room->capacity - room->count < cell.length + 16) return (byte_cell){cell.text, 0, true};
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
  for (size_t i = 0; i < cells->count; i++) {
    byte_cell cell = cell_at(cells, i);
    starts[i] = (uint32_t)(cell.text - cells->bytes);
    if (cell.has_quotes) {
      cell = unquoted(cell, room);
      odd[i] |= cell.has_quotes;
      starts[i] = (uint32_t)(cell.text - room->bytes) | 1u << 31;
    }
    lengths[i] = cell.length;
    if (cell.length == 0) {
      odd[i] |= cells->is_required;
      starts[i] = 0;
      continue;
    }
    if (is_edge_odd(cell)) odd[i] |= 1;
    if (has_null_words && (cell.length == 3 || cell.length == 4) && is_null_word(cell)) {
      lengths[i] = 0;
      odd[i] |= cells->is_required;
    }
  }
}

void byte_scan_extents(
    const uint8_t *bytes, const uint32_t *positions, size_t stride, size_t count,
    bool has_inner_lines, uint32_t *lines, uint32_t *lengths) {
  for (size_t i = 0; i < count; i++) {
    uint32_t start = positions[i * stride] + 1, end = positions[(i + 1) * stride] + 1;
    lengths[i] = end - start;
    lines[i] = 1;
    if (!has_inner_lines) continue;
    for (uint32_t place = start; place + 1 < end; place++) lines[i] += bytes[place] == '\n';
  }
}
