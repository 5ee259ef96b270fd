// Members of records, read by what stood between the values of an earlier one. The same code is compiled for
// each sort of processor (SimpleMembers.h); which one runs is found out once.
#include "CJSONScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__SSE2__) || defined(__ARM_NEON)
/// 64 bytes, with a bit for each: the quotes and backslashes, and what is NUL or from 0x80 on.
///
/// Where strings end is asked of the bits. They are found from one block to the next, so that the processor need not
/// wait for one string's end to look for that of the next.
typedef struct {
  size_t start;
  uint64_t ends, odd;
} json_block;

#define NAME(name) name##_16
#define WIDTH
#include "SimpleMembers.h"
#undef NAME
#undef WIDTH
#endif

#if defined(__x86_64__)
#define NAME(name) name##_64
#define WIDTH __attribute__((target("avx512f,avx512bw,avx512vl,avx2,bmi,bmi2")))
#define WIDEST
#include "SimpleMembers.h"
#undef NAME
#undef WIDTH
#undef WIDEST
#endif

#if defined(__x86_64__)
static bool is_widest;

__attribute__((constructor)) static void look_at_processor(void) {
  __builtin_cpu_init();
  is_widest = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}
#endif

bool json_simple_members_narrow(
    const uint8_t *bytes, size_t end, const json_glue *glue, json_member *members, size_t limit,
    json_progress *progress) {
#if defined(__SSE2__) || defined(__ARM_NEON)
  return json_simple_members_16(bytes, end, glue, members, limit, progress);
#else
  return false;
#endif
}

bool json_simple_members(
    const uint8_t *bytes, size_t end, const json_glue *glue, json_member *members, size_t limit,
    json_progress *progress) {
#if defined(__x86_64__)
  if (is_widest) return json_simple_members_64(bytes, end, glue, members, limit, progress);
#endif
  return json_simple_members_narrow(bytes, end, glue, members, limit, progress);
}
