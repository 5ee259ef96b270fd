// Prints what the functions that have instructions of one kind of processor answer to the same pseudo-random
// bytes. Another processor must print the same.
#include <stdio.h>
#include <stdlib.h>
#include "CByteScan.h"
#include "CJSONScan.h"
#include "CTextCopy.h"

static uint64_t state = 0x9E3779B97F4A7C15u;
static uint64_t next(void) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return state;
}

static uint64_t digest = 14695981039346656037u;
static void add(const void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) digest = (digest ^ ((const uint8_t *)bytes)[i]) * 1099511628211u;
}
static void say(const char *name) { printf("%-28s %016llx\n", name, (unsigned long long)digest); }

enum { most = 1024, spare = 128 };
static uint8_t bytes[most + spare], copy[most + spare];
static uint32_t positions[most + spare], ends[most + spare];

// Text with the bytes that matter more often than others.
static size_t fill(const char *special, size_t kinds) {
  size_t count = next() % most, commonness = 2 + next() % 60;
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = next() % commonness ? 'a' + next() % 26 : (uint8_t)special[next() % kinds];
  return count;
}

static void index_csv(byte_scan_variant variant) {
  static const char special[] = {'"', '"', ',', ',', '\n', '\r', 0, (char)0xC3, (char)0xA9, ';'};
  for (int round = 0; round < 20000; round++) {
    size_t count = fill(special, sizeof special);
    byte_scan_index_result result =
        byte_scan_index(variant, bytes, count, round % 3 ? ',' : ';', round & 1, positions, ends);
    add(&result.positions, sizeof result.positions), add(&result.records, sizeof result.records);
    add(&result.end, sizeof result.end), add(&result.inner_start, sizeof result.inner_start);
    add(&result.inner_end, sizeof result.inner_end);
    add(positions, result.positions * sizeof *positions), add(ends, result.records * sizeof *ends);
  }
}

static void check_utf8(byte_scan_variant variant) {
  static const char *texts[] = {"a", "é", "€", "😀", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE0\x80\x80"};
  for (int round = 0; round < 20000; round++) {
    size_t count = 0, valid = next() % 9;
    while (count < most - 8) {
      const char *text = texts[next() % 50 ? next() % 4 : 4 + next() % (valid + 1) % 5];
      for (; *text; text++) bytes[count++] = (uint8_t)*text;
      if (next() % 200 == 0) break;
    }
    size_t end = byte_scan_invalid_utf8(variant, bytes, count);
    bool high = byte_scan_has_high(bytes, count);
    add(&end, sizeof end), add(&high, sizeof high);
  }
}

static void read_json(void) {
  static const char special[] = {'"', '\\', 0, (char)0xC3, (char)0x80, '\n'};
  for (int round = 0; round < 50000; round++) {
    size_t count = fill(special, sizeof special) % 200;
    uint32_t seen = 0;
    size_t end = json_string_run(bytes, count, &seen);
    bool odd = seen != 0;
    add(&end, sizeof end), add(&odd, sizeof odd);
  }
}

typedef bool (*reader)(
    const uint8_t *, size_t, const json_glue *, json_member *, size_t, json_progress *);

// Records of three keys with all sorts of values, read from each member on that is left to others.
static void read_members(reader read) {
  static const char *keys[] = {"{\"id\": ", ", \"total\": ", ", \"name\":"};
  static const char *values[] = {
      "0", "-12.50", "01", "1.", "1e5", "12345678901234567", "true", "false", "null", "nul", "\"\"", "\"some text\"",
      "\"\xC3\xA9\"", "\"a\\\"b\"", "\"a text that is longer than sixteen bytes, and longer than sixty-four, too, as some are\"", "{}"};
  json_glue glue[8] = {0};
  for (int key = 0; key < 3; key++) {
    glue[2 * key] = json_make_glue((const uint8_t *)keys[key], (int32_t)strlen(keys[key]), key, key == 0 ? 1 : 2, 0);
    glue[2 * key].step = 2;
  }
  int whole = 0;
  for (int round = 0; round < 20000; round++) {
    size_t count = 0;
    for (int key = 0; key < 3; key++) {
      // One after the other: in what order operands are worked out is each compiler's own choice.
      uint64_t kinds = next() % 4 ? 16 : 2, value = next() % kinds;
      const char *parts[] = {keys[next() % 30 ? key : 0], values[value]};
      for (int part = 0; part < 2; part++)
        for (const char *text = parts[part]; *text; text++) bytes[count++] = (uint8_t)*text;
    }
    bytes[count++] = next() % 30 ? '}' : ']';
    memset(bytes + count, ' ', 140);
    count += next() % 140;
    if (next() % 8 == 0) count = 1 + next() % count;
    json_member members[4];
    json_progress progress = {.previous = -1};
    // So that a sanitizer sees what is read behind the bytes.
    uint8_t *own = malloc(count);
    memcpy(own, bytes, count);
    bool ended = read(own, count, glue, members, 4, &progress);
    free(own);
    add(&ended, sizeof ended), add(&progress.position, sizeof progress.position);
    add(&progress.previous, sizeof progress.previous), add(&progress.met, sizeof progress.met);
    for (size_t i = 0; i < progress.count; i++) {
      add(&members[i], 4 * sizeof(int32_t)), add(&members[i].kind, 1);
      if (members[i].kind >= JSON_OTHER) abort();
    }
    whole += ended;
  }
  // Neither way of reading a record is left out.
  if (whole < 2000 || whole > 18000) abort();
}

static void escape_html(void) {
  for (int round = 0; round < 50000; round++) {
    char special[] = {'"', '&', '\'', '<', '>', 0x7F, (char)0xC2, '\t', '\n', '\r', 1, 31, (char)(next() % 256)};
    size_t count = fill(special, sizeof special) % 100, room = count + next() % 3 * 8;
    size_t copied = text_copy_harmless(bytes, count, room, copy);
    bool harmless = text_is_harmless(bytes, count);
    add(&copied, sizeof copied), add(copy, copied), add(&harmless, sizeof harmless);
    text_copy(bytes, count, room, copy);
    add(copy, count);
  }
}

int main(void) {
  for (int variant = byte_scan_plain; variant <= byte_scan_widest; variant++) {
    // The same bytes for each variant: all must print the same.
    state = 0x9E3779B97F4A7C15u, digest = 14695981039346656037u;
    index_csv((byte_scan_variant)variant), say("fields and records");
    check_utf8((byte_scan_variant)variant), say("UTF-8");
  }
  read_json(), say("strings of JSON");
  uint64_t before = state, sum = digest;
  read_members(json_simple_members_narrow), say("members of JSON");
  state = before, digest = sum;
  read_members(json_simple_members), say("members of JSON");
  escape_html(), say("escaping");
  return 0;
}
