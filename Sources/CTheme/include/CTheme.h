#pragma once
#include <stddef.h>

/// One file of the default theme: its path below `templates/` and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} theme_file;

extern const size_t theme_file_count;

/// The file at that place; null when there are fewer.
const theme_file *theme_entry(size_t index);
