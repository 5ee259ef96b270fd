#pragma once
/// Memory for one document at a time: small pieces are cut from blocks, used again when they are freed, and all of them
/// go together with the document.

#include <stddef.h>

struct markup_arena;

/// An arena without anything in it.
struct markup_arena *markup_arena_new(void);

/// Frees the arena and everything that was allocated in it.
void markup_arena_free(struct markup_arena *arena);

/// Makes an arena the one of this thread, and returns the one that was; NULL is none. The functions below allocate in it,
/// and are called with an arena only. Memory is changed and freed in the arena it was allocated in.
struct markup_arena *markup_arena_use(struct markup_arena *arena);

/// As `calloc`; the process ends when there is no memory.
void *markup_calloc(size_t count, size_t size);
/// As `realloc`; the process ends when there is no memory.
void *markup_realloc(void *memory, size_t size);
/// As `free`.
void markup_free(void *memory);
