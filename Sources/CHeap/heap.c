#include "CHeap.h"

// Defines __GLIBC__ where it is the C library.
#include <stdlib.h>

// Swift's module of the C library leaves malloc.h out.
#ifdef __GLIBC__
#include <malloc.h>
#endif

void twir_tune_heap(void) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}
