#pragma once
/// Linux calls that Swift's Glibc does not show.

#include <stddef.h>

/// Swaps two paths of one file system atomically (renameat2 with RENAME_EXCHANGE).
/// 0, or the error number.
int platform_exchange(const char *first, const char *second);

/// Writes everything that is pending on the file system that holds `path` to its disk.
/// 0, or the error number.
int platform_sync_file_system(const char *path);

/// Sets which blocks of memory are reused, and which go back to the system as soon as they are freed.
void platform_tune_memory(void);

/// Has all threads take blocks of memory from one store, where each finds what another has freed, and waits for
/// others. Only before a second thread takes memory.
void platform_share_memory(void);

/// Keeps some bytes with a file, beside its content (an extended attribute). 0, or the error number.
int platform_set_mark(const char *path, const void *bytes, size_t count);

/// Reads them back into room for `size` bytes: how many they are, 0 for none, -1 where they cannot be read.
long platform_mark(const char *path, void *bytes, size_t size);

/// How many processors this process may use, at least 1.
int platform_processor_count(void);

/// Removes a folder with everything in it; links are removed, not followed. 0, or the error number.
int platform_remove_tree(const char *path);

/// Opens a new empty file in a folder for reading and writing. It has no name: it is gone when its
/// descriptor is closed, also when the process is killed. -1 on failure, with errno.
int platform_unnamed_file(const char *folder);
