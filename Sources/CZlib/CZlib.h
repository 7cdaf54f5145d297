// zlib as Swift needs it: it starts by a macro.
#ifndef CZLIB_H
#define CZLIB_H

#include <string.h>
#include <zlib.h>

/// Starts decoding gzip, and nothing else; the stream must stay where it is until `inflateEnd`.
static inline int czlib_start(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, 15 + 16);
}

#endif
