// What libxml2 needs to parse pages: the least that any reader built on it takes.
//
//     cc -O2 -I/usr/include/libxml2 parse-pages.c -lxml2 -o parse-pages
//     parse-pages FILE …
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>

static char *contents(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  size_t capacity = 1 << 16;
  char *bytes = malloc(capacity);
  *count = 0;
  while (bytes != NULL) {
    *count += fread(bytes + *count, 1, capacity - *count, file);
    if (*count < capacity) break;
    char *larger = realloc(bytes, capacity *= 2);
    if (larger == NULL) free(bytes);
    bytes = larger;
  }
  fclose(file);
  return bytes;
}

int main(int count, char **paths) {
  for (int i = 1; i < count; i++) {
    size_t size = 0;
    char *bytes = contents(paths[i], &size);
    if (bytes == NULL) return 66;
    htmlDocPtr document = htmlReadMemory(
        bytes, (int)size, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    if (document != NULL) xmlFreeDoc(document);
    free(bytes);
  }
  return 0;
}
