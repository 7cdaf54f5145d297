// Other charsets than UTF-8, with the C library's iconv.
#ifndef CCHARSET_H
#define CCHARSET_H

#include <stddef.h>

/// Writes text of a charset as UTF-8, with U+FFFD for what cannot be read.
///
/// Returns how many bytes it wrote, at most `capacity`; what does not fit is left out. Three bytes
/// for each one that is read suffice for the charsets of the web. `(size_t)-1` if the C library
/// does not know the charset.
size_t ccharset_decode(
    const char *charset, const void *bytes, size_t count, void *text, size_t capacity);

#endif
