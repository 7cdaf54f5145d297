#ifndef CBUILTINISSUE_H
#define CBUILTINISSUE_H

/// The issue that stands in where there is no archive and no network: a Markdown file of
/// `Samples`, in UTF-8, and its length in bytes.
extern const unsigned char twir_built_in_issue[];
extern const unsigned long twir_built_in_issue_length;

#endif
