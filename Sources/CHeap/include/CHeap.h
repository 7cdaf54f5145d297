#ifndef CHEAP_H
#define CHEAP_H

/// Lets the heap of a short program grow in large steps and keep what it has: each step costs a
/// call of the system and page faults. Does nothing where the C library has no such setting.
void twir_tune_heap(void);

#endif
