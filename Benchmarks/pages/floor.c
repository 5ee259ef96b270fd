/* floor OUT SITE_OF_PAGES THREADS: the least that writing a site can cost.
   Writes OUT/invoices/NAME for every file NAME of SITE_OF_PAGES/invoices, with as many bytes as that one has; nothing is
   computed. Names and sizes are read first: `stat` takes about a hundredth of the time of writing.
   gcc -O3 -pthread floor.c -o floor */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct page { char name[64]; size_t size; } *pages;
static long count, threads;
static int target;
static char *bytes;

static void fail(const char *what) { perror(what); exit(1); }

static void read_names(const char *site) {
  char path[4096];
  struct stat facts;
  snprintf(path, sizeof path, "%s/invoices", site);
  DIR *folder = opendir(path);
  if (!folder) fail(path);
  size_t room = 0, largest = 1;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.' || strlen(entry->d_name) >= 64) continue;
    if (fstatat(dirfd(folder), entry->d_name, &facts, 0) != 0) fail(entry->d_name);
    if ((size_t)count == room) pages = realloc(pages, (room = room * 2 + 1024) * sizeof *pages);
    strcpy(pages[count].name, entry->d_name);
    pages[count++].size = facts.st_size;
    if ((size_t)facts.st_size > largest) largest = facts.st_size;
  }
  closedir(folder);
  bytes = memset(malloc(largest), 'x', largest);
}

static int by_name(const void *left, const void *right) {
  return strcmp(((const struct page *)left)->name, ((const struct page *)right)->name);
}

static void *work(void *argument) {
  long part = (long)argument;
  for (long i = count * part / threads; i < count * (part + 1) / threads; i++) {
    int file = openat(target, pages[i].name, O_CREAT | O_EXCL | O_WRONLY, 0666);
    if (file < 0 || write(file, bytes, pages[i].size) != (ssize_t)pages[i].size) fail(pages[i].name);
    close(file);
  }
  return NULL;
}

int main(int arguments, char **words) {
  if (arguments != 4 || (threads = atol(words[3])) < 1 || threads > 64) return 2;
  char path[4096];
  read_names(words[2]);
  qsort(pages, count, sizeof *pages, by_name);
  mkdir(words[1], 0777);
  snprintf(path, sizeof path, "%s/invoices", words[1]);
  mkdir(path, 0777);
  if ((target = open(path, O_RDONLY | O_DIRECTORY)) < 0) fail(path);
  pthread_t running[64];
  for (long i = 0; i < threads; i++) pthread_create(running + i, NULL, work, (void *)i);
  for (long i = 0; i < threads; i++) pthread_join(running[i], NULL);
  return 0;
}
