/* cmark FILE RUNS: parses FILE and makes HTML of it with libcmark-gfm, as billfold does: tables and tagfilter, raw HTML left out.
   Prints the milliseconds of the fastest run.
   gcc -O3 cmark.c -o cmark $(pkg-config --cflags --libs libcmark-gfm) -lcmark-gfm-extensions */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int count, char **words) {
  if (count != 3) return 2;
  FILE *file = fopen(words[1], "rb");
  if (!file) { perror(words[1]); return 1; }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != (size_t)size) return 1;
  cmark_gfm_core_extensions_ensure_registered();
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  cmark_syntax_extension *filter = cmark_find_syntax_extension("tagfilter");
  double best = 1e9;
  for (int run = atoi(words[2]); run > 0; run--) {
    double start = now();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_attach_syntax_extension(parser, filter);
    cmark_parser_feed(parser, text, size);
    cmark_node *root = cmark_parser_finish(parser);
    char *html = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    if (!html) return 1;
    free(html);
    cmark_node_free(root);
    cmark_parser_free(parser);
    double time = now() - start;
    if (time < best) best = time;
  }
  printf("%.3f\n", best);
  return 0;
}
