// Written by scripts/embed-theme. A test compares it with the folder.
#include "CTheme.h"

static const unsigned char f0[] = {
#embed "../../templates/layout.html" if_empty(0)
};

static const theme_file files[] = {
    {"layout.html", f0, sizeof f0},
};

const size_t theme_file_count = sizeof files / sizeof files[0];

const theme_file *theme_entry(size_t index) { return index < theme_file_count ? &files[index] : 0; }
