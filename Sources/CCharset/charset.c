#include "CCharset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

size_t ccharset_decode(
    const char *charset, const void *bytes, size_t count, void *text, size_t capacity) {
  static const char replacement[] = "\xEF\xBF\xBD";
  iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == (iconv_t)-1) return (size_t)-1;
  // iconv reads through a pointer that is not const, but does not write there.
  char *input = (char *)bytes;
  char *output = text;
  size_t room = capacity;
  while (count > 0) {
    if (iconv(converter, &input, &count, &output, &room) != (size_t)-1) break;
    if (errno == E2BIG || room < sizeof replacement - 1) break;
    memcpy(output, replacement, sizeof replacement - 1);
    output += sizeof replacement - 1;
    room -= sizeof replacement - 1;
    // EINVAL is a character that the end cuts off.
    if (errno != EILSEQ) break;
    input++;
    count--;
  }
  iconv_close(converter);
  return capacity - room;
}
