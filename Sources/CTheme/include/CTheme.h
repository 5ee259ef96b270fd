#pragma once
#include <stddef.h>

/// One file of the default theme: its path below `templates/` and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} theme_file;

extern const theme_file theme_files[];
extern const size_t theme_file_count;
