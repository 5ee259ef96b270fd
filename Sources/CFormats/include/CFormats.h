#pragma once
#include <stddef.h>

/// One mapping file: its path below `formats/` and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} format_file;

extern const size_t format_file_count;

/// The file at that place; null when there are fewer.
const format_file *format_entry(size_t index);
