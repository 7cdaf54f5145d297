#ifndef CBUILTINISSUE_H
#define CBUILTINISSUE_H

/// The issue that stands in where there is no archive and no network: a Markdown file of
/// `Samples`, in UTF-8. The memory is constant and lives as long as the program.
const unsigned char *twir_built_in_issue_start(void);
/// Its length in bytes.
unsigned long twir_built_in_issue_length(void);

#endif
