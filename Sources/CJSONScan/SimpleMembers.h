// Included by scan.c for each sort of processor: NAME makes the functions' names, WIDTH says what they may use.

/// Looks at the 64 bytes from `start` on.
WIDTH static inline json_block NAME(look)(const uint8_t *bytes, size_t start) {
#if defined(WIDEST)
  __m512i some = _mm512_loadu_si512(bytes + start);
  uint64_t ends = _mm512_cmpeq_epi8_mask(some, _mm512_set1_epi8('"')) |
      _mm512_cmpeq_epi8_mask(some, _mm512_set1_epi8('\\'));
  // As signed numbers those of ASCII without NUL are above 0.
  uint64_t odd = _mm512_cmple_epi8_mask(some, _mm512_setzero_si512());
#else
  uint64_t ends = 0, odd = 0;
  for (unsigned part = 0; part < 64; part += 16) {
#if defined(__SSE2__)
    __m128i some = _mm_loadu_si128((const __m128i *)(bytes + start + part));
    __m128i quotes = _mm_cmpeq_epi8(some, _mm_set1_epi8('"'));
    __m128i slashes = _mm_cmpeq_epi8(some, _mm_set1_epi8('\\'));
    uint32_t plain = json_mask(_mm_cmpgt_epi8(some, _mm_setzero_si128()));
    ends |= (uint64_t)json_mask(_mm_or_si128(quotes, slashes)) << part;
#else
    uint8x16_t some = vld1q_u8(bytes + start + part);
    uint8x16_t quotes = vceqq_u8(some, vdupq_n_u8('"'));
    uint8x16_t slashes = vceqq_u8(some, vdupq_n_u8('\\'));
    uint32_t plain = json_mask(vcgtq_s8(vreinterpretq_s8_u8(some), vdupq_n_s8(0)));
    ends |= (uint64_t)json_mask(vorrq_u8(quotes, slashes)) << part;
#endif
    odd |= (uint64_t)(plain ^ 0xFFFF) << part;
  }
#endif
  return (json_block){start, ends, odd};
}

/// The place of the first quote or backslash from `place` on, which does not stand before the block; 0 when it is too
/// near to the end. Blocks may begin up to `safe`. `seen` becomes other than 0 when NUL or a byte from 0x80 on is before it.
WIDTH static inline size_t NAME(string_end)(
    json_block *block, const uint8_t *bytes, size_t safe, size_t place, uint64_t *seen) {
  while (true) {
    size_t skipped = place - block->start;
    if (skipped < 64) {
      uint64_t ends = block->ends >> skipped, odd = block->odd >> skipped;
      if (ends != 0) {
        *seen |= odd & (ends - 1) & ~ends;
        return place + (size_t)__builtin_ctzll(ends);
      }
      *seen |= odd;
      place = block->start + 64;
    }
    if (block->start + 64 > safe) return 0;
    *block = NAME(look)(bytes, block->start + 64);
  }
}

/// A bit for each of 32 bytes that is the same at the other place.
WIDTH static inline uint32_t NAME(same)(const uint8_t *bytes, const uint8_t *others) {
#if defined(WIDEST)
  return _mm256_cmpeq_epi8_mask(
      _mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)others));
#elif defined(__SSE2__)
  const __m128i *left = (const __m128i *)bytes, *right = (const __m128i *)others;
  return json_mask(_mm_cmpeq_epi8(_mm_loadu_si128(left), _mm_loadu_si128(right))) |
      json_mask(_mm_cmpeq_epi8(_mm_loadu_si128(left + 1), _mm_loadu_si128(right + 1))) << 16;
#else
  return json_mask(vceqq_u8(vld1q_u8(bytes), vld1q_u8(others))) |
      json_mask(vceqq_u8(vld1q_u8(bytes + 16), vld1q_u8(others + 16))) << 16;
#endif
}

/// True when the glue is known and what the bytes begin with, of which `json_glue_reach` can be read.
WIDTH static inline bool NAME(follows)(const uint8_t *bytes, const json_glue *glue) {
  return (~NAME(same)(bytes, glue->text) & glue->wanted) == 0 && glue->bit != 0;
}

/// A bit for each of 16 bytes that is no digit, and all bits above them.
WIDTH static inline uint32_t NAME(no_digits)(const uint8_t *bytes) {
#if defined(__SSE2__)
  __m128i from_zero =
      _mm_sub_epi8(_mm_loadu_si128((const __m128i *)bytes), _mm_set1_epi8('0'));
  return ~json_mask(_mm_cmpeq_epi8(_mm_min_epu8(from_zero, _mm_set1_epi8(9)), from_zero));
#else
  uint8x16_t from_zero = vsubq_u8(vld1q_u8(bytes), vdupq_n_u8('0'));
  return ~json_mask(vcleq_u8(from_zero, vdupq_n_u8(9)));
#endif
}

/// How many bytes a number has that is written without exponent and ends within 16 bytes; 0 for all else.
WIDTH static inline size_t NAME(short_number)(const uint8_t *bytes) {
  uint32_t no_digits = NAME(no_digits)(bytes);
  size_t place = bytes[0] == '-';
  size_t digits = (size_t)__builtin_ctz(no_digits >> place);
  if (digits == 0 || (digits > 1 && bytes[place] == '0')) return 0;
  place += digits;
  if (place < 16 && bytes[place] == '.') {
    digits = (size_t)__builtin_ctz(no_digits >> ++place);
    if (digits == 0) return 0;
    place += digits;
  }
  return place < 16 && (bytes[place] | 0x20) != 'e' ? place : 0;
}

/// How many bytes a short number or a word has; `kind` is other for all else.
WIDTH static __attribute__((noinline)) size_t NAME(simple_scalar)(const uint8_t *bytes, uint8_t *kind) {
  size_t length = NAME(short_number)(bytes);
  *kind = JSON_SCALAR;
  if (length != 0) return length;
  if (memcmp(bytes, "true", 4) == 0) return 4;
  if (memcmp(bytes, "false", 5) == 0) return 5;
  *kind = memcmp(bytes, "null", 4) == 0 ? JSON_NULL : JSON_OTHER;
  return 4;
}

WIDTH static bool NAME(json_simple_members)(
    const uint8_t *bytes, size_t end, const json_glue *glue, json_member *members, size_t limit,
    json_progress *progress) {
  size_t position = progress->position;
  // Blocks, glue and the scalar behind it can be read from here on without asking.
  if (end < 64 || position > end - 64) return false;
  const size_t safe = end - 64;
  json_block block = NAME(look)(bytes, position);
  uint64_t met = progress->met;
  glue += 2 * (progress->previous + 1);
  const json_glue *const start = progress->previous < 0 ? glue : NULL;
  json_member *member = members + progress->count, *const last_member = members + limit;
  bool has_ended = false;
  while (position <= safe && member < last_member) {
    const json_glue *known = glue;
    if (!NAME(follows)(bytes + position, known) && !NAME(follows)(bytes + position, ++known)) {
      has_ended = glue != start && bytes[position] == '}';
      position += has_ended;
      break;
    }
    if ((met & known->bit) != 0) break;
    size_t first = position + (size_t)known->count, last;
    uint8_t kind;
    if (bytes[first] == '"') {
      uint64_t seen = 0;
      last = NAME(string_end)(&block, bytes, safe, first + 1, &seen);
      if (last == 0 || bytes[last] != '"') break;
      last++;
      kind = seen == 0 ? JSON_PLAIN : JSON_TEXT;
    } else {
      last = first + NAME(simple_scalar)(bytes + first, &kind);
      if (kind == JSON_OTHER) break;
    }
    *member++ = (json_member){
        known->key, (int32_t)position + known->quote, (int32_t)first, (int32_t)last, kind};
    met |= known->bit;
    position = last;
    glue = known + known->step;
  }
  if (member > members) progress->previous = member[-1].key;
  progress->position = position;
  progress->count = (size_t)(member - members);
  progress->met = met;
  return has_ended;
}
