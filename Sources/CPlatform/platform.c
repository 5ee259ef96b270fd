#define _GNU_SOURCE
#include "CPlatform.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <malloc.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/xattr.h>
#include <unistd.h>

int platform_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int platform_sync_file_system(const char *path) {
  int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return errno;
  int failure = syncfs(file) == 0 ? 0 : errno;
  close(file);
  return failure;
}

void platform_tune_memory(void) {
  // Blocks below half a megabyte are reused: a page that the system has to clear first costs more than
  // what is done with it. Larger ones go back to the system as soon as they are freed.
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
  mallopt(M_TRIM_THRESHOLD, 1 << 24);
}

void platform_share_memory(void) { mallopt(M_ARENA_MAX, 1); }

static const char mark_name[] = "user.billfold";

int platform_set_mark(const char *path, const void *bytes, size_t count) {
  return lsetxattr(path, mark_name, bytes, count, 0) == 0 ? 0 : errno;
}

long platform_mark(const char *path, void *bytes, size_t size) {
  ssize_t count = lgetxattr(path, mark_name, bytes, size);
  return count >= 0 ? count : errno == ENODATA || errno == ENOTSUP ? 0 : -1;
}

int platform_processor_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  int count = CPU_COUNT(&set);
  return count > 0 ? count : 1;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path) == 0 ? 0 : errno;
}

int platform_remove_tree(const char *path) {
  errno = 0;
  int result = nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  return result == -1 ? errno : result;
}

int platform_unnamed_file(const char *folder) {
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/billfold-XXXXXX", folder);
  if (length < 0 || (size_t)length >= sizeof path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  file = mkostemp(path, O_CLOEXEC);
  if (file >= 0) unlink(path);
  return file;
}
