#include "CMarkupMemory.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

enum {
  unit = 16,  // sizes are multiples of it
#ifdef SANITIZED
  largest = 0,
#else
  largest = 1 << 12,  // what is larger has memory of its own
#endif
  classes = 64,         // pieces of so many units and below are used again
  block_size = 1 << 16,
  kept = 32,            // how many blocks are kept for the next documents
};

/// Stands before each piece.
struct head {
  size_t size;
  /// The next free piece of the same size.
  struct head *next;
};

/// Stands before the head of a piece with memory of its own.
struct large {
  struct large *previous, *next;
};

struct block {
  struct block *next;
  size_t unused;  // what follows begins at a whole unit
};

struct markup_arena {
  struct block *blocks;
  char *place, *end;
  /// The pieces with memory of their own, in a ring.
  struct large large;
  struct head *freed[classes + 1];
};

static _Thread_local struct markup_arena *current;

/// Blocks of documents that are gone.
static struct {
  pthread_mutex_t lock;
  struct block *blocks;
  int count;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void *must(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

struct markup_arena *markup_arena_new(void) {
  struct markup_arena *arena = must(calloc(1, sizeof *arena));
  arena->large.previous = arena->large.next = &arena->large;
  return arena;
}

struct markup_arena *markup_arena_use(struct markup_arena *arena) {
  struct markup_arena *before = current;
  current = arena;
  return before;
}

void markup_arena_free(struct markup_arena *arena) {
  for (struct large *piece = arena->large.next; piece != &arena->large;) {
    struct large *next = piece->next;
    free(piece);
    piece = next;
  }
  pthread_mutex_lock(&pool.lock);
  while (arena->blocks != NULL && pool.count < kept) {
    struct block *block = arena->blocks;
    arena->blocks = block->next;
    block->next = pool.blocks;
    pool.blocks = block;
    pool.count++;
  }
  pthread_mutex_unlock(&pool.lock);
  while (arena->blocks != NULL) {
    struct block *next = arena->blocks->next;
    free(arena->blocks);
    arena->blocks = next;
  }
  free(arena);
}

static void add_block(struct markup_arena *arena) {
  pthread_mutex_lock(&pool.lock);
  struct block *block = pool.blocks;
  if (block != NULL) {
    pool.blocks = block->next;
    pool.count--;
  }
  pthread_mutex_unlock(&pool.lock);
  if (block == NULL) block = must(malloc(block_size));
  block->next = arena->blocks;
  arena->blocks = block;
  arena->place = (char *)(block + 1);
  arena->end = (char *)block + block_size;
}

/// Memory behind a head, whatever stands in it; the size is a multiple of the unit.
static void *allocate(struct markup_arena *arena, size_t size) {
  if (size > largest) {
    struct large *piece = must(malloc(sizeof *piece + sizeof(struct head) + size));
    piece->next = arena->large.next;
    piece->previous = &arena->large;
    piece->next->previous = piece->previous->next = piece;
    struct head *head = (struct head *)(piece + 1);
    head->size = size;
    return head + 1;
  }
  size_t class = size / unit;
  if (class <= classes && arena->freed[class] != NULL) {
    struct head *head = arena->freed[class];
    arena->freed[class] = head->next;
    return head + 1;
  }
  if ((size_t)(arena->end - arena->place) < sizeof(struct head) + size) add_block(arena);
  struct head *head = (struct head *)arena->place;
  arena->place += sizeof *head + size;
  head->size = size;
  return head + 1;
}

/// The size in whole units, at least one. A size that no memory has ends the process.
static size_t rounded(size_t size) {
  if (size > (size_t)-1 / 2) abort();
  return size == 0 ? unit : (size + unit - 1) / unit * unit;
}

void *markup_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) abort();
  bytes = rounded(bytes);
  return memset(allocate(current, bytes), 0, bytes);
}

void *markup_realloc(void *memory, size_t size) {
  size = rounded(size);
  if (memory == NULL) return allocate(current, size);
  struct head *head = (struct head *)memory - 1;
  if (size <= head->size) return memory;
  if (head->size > largest) {
    struct large *piece = must(realloc((struct large *)head - 1, sizeof *piece + sizeof *head + size));
    piece->next->previous = piece->previous->next = piece;
    head = (struct head *)(piece + 1);
    head->size = size;
    return head + 1;
  }
  void *moved = allocate(current, size);
  memcpy(moved, memory, head->size);
  markup_free(memory);
  return moved;
}

void markup_free(void *memory) {
  if (memory == NULL) return;
  struct head *head = (struct head *)memory - 1;
  if (head->size > largest) {
    struct large *piece = (struct large *)head - 1;
    piece->next->previous = piece->previous;
    piece->previous->next = piece->next;
    free(piece);
  } else if (head->size / unit <= classes) {
    head->next = current->freed[head->size / unit];
    current->freed[head->size / unit] = head;
  }
}
