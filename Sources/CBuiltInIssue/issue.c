#include "CBuiltInIssue.h"

// #embed is C23, which clang knows under every standard and warns of in older ones.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char issue[] = {
#embed "../../Samples/2026-02-11-this-week-in-rust.md"
};

const unsigned char *twir_built_in_issue_start(void) { return issue; }
unsigned long twir_built_in_issue_length(void) { return sizeof issue; }
