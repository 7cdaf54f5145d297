#include "CBuiltInIssue.h"

const unsigned char twir_built_in_issue[] = {
#embed "../../Samples/2026-02-11-this-week-in-rust.md"
};
const unsigned long twir_built_in_issue_length = sizeof twir_built_in_issue;
