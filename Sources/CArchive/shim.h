#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/// A part of an open file that libarchive reads: by pread, so that others may read the same file.
struct archive_region {
  int descriptor;
  int64_t start, count, position;
  unsigned char buffer[1 << 16];
};

static inline la_ssize_t archive_region_read(struct archive *archive, void *data, const void **bytes) {
  struct archive_region *region = data;
  int64_t left = region->count - region->position;
  size_t wanted = left < (int64_t)sizeof region->buffer ? (size_t)left : sizeof region->buffer;
  ssize_t got;
  do got = pread(region->descriptor, region->buffer, wanted, region->start + region->position);
  while (got < 0 && errno == EINTR);
  if (got < 0) {
    archive_set_error(archive, errno, "the file cannot be read");
    return -1;
  }
  region->position += got;
  *bytes = region->buffer;
  return got;
}

static inline la_int64_t archive_region_seek(struct archive *archive, void *data, la_int64_t offset, int whence) {
  (void)archive;
  struct archive_region *region = data;
  int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? region->position : region->count;
  int64_t position = base + offset;
  if (position < 0 || position > region->count) return ARCHIVE_FATAL;
  region->position = position;
  return position;
}

static inline int archive_region_close(struct archive *archive, void *data) {
  (void)archive;
  free(data);
  return ARCHIVE_OK;
}

/// Opens a part of a file for an archive made by archive_read_new; it is let go with the archive.
static inline int archive_open_region(struct archive *archive, int descriptor, int64_t start, int64_t count) {
  struct archive_region *region = calloc(1, sizeof *region);
  if (region == NULL) return ARCHIVE_FATAL;
  region->descriptor = descriptor;
  region->start = start;
  region->count = count;
  archive_read_set_callback_data(archive, region);
  archive_read_set_read_callback(archive, archive_region_read);
  archive_read_set_seek_callback(archive, archive_region_seek);
  archive_read_set_close_callback(archive, archive_region_close);
  return archive_read_open1(archive);
}

/// Goes to the next member and gives its name in UTF-8; NULL when it has none. Names come back whole
/// only under a UTF-8 locale, which holds for this thread and during the call.
static inline int archive_next_member(
    struct archive *archive, struct archive_entry **entry, const char **name) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t before = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
  *name = NULL;
  int result = archive_read_next_header(archive, entry);
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN) *name = archive_entry_pathname(*entry);
  if (utf8 != (locale_t)0) {
    uselocale(before);
    freelocale(utf8);
  }
  return result;
}
