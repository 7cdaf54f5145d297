// What Swift cannot import from libxml2 as it stands, as inline functions.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/// `xmlFree` is a global variable that holds a function, which Swift 6 takes for shared state.
static inline void clibxml2_free(void *memory) { xmlFree(memory); }

/// Lifts the limit of 10,000,000 bytes for one text, past which the parser drops the rest. The HTML
/// parser's own options cannot say it before libxml2 2.14, but the tree builder reads the field.
static inline void clibxml2_allow_long_text(htmlParserCtxtPtr context) {
  context->options |= XML_PARSE_HUGE;
}

#endif
