// libxml2 as Swift needs it: loaded when a document is parsed or built first, never before.
//
// A program that is linked with libxml2 pays for it at every start, `--version` included: the
// system's library brings its own ICU and C++ run time. Few runs read a page or a feed, so the
// library is opened on demand. Only `libxml2.c` sees its headers.
#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How a call ended.
typedef enum clibxml2_status {
  clibxml2_ok,
  /// The library is not installed or not the one whose headers this was compiled with.
  clibxml2_no_library,
  clibxml2_no_memory,
  /// Elements nest deeper than `clibxml2_depth_limit`.
  clibxml2_too_deep,
  /// The parser made no tree.
  clibxml2_no_tree,
} clibxml2_status;

/// What is parsed.
typedef enum clibxml2_language {
  /// HTML, as forgivingly as a browser reads it.
  clibxml2_html,
  /// XML: no external entity or DTD is loaded, no entity is expanded, nothing is fetched.
  clibxml2_xml,
} clibxml2_language;

/// Deepest nesting of elements in HTML. The parser compares an end tag with every open element, so
/// without a limit a few megabytes take it hours. In XML libxml2's own limit holds, which is 256.
enum { clibxml2_depth_limit = 512 };

/// Longest message that is kept, with the NUL at its end.
enum { clibxml2_message_size = 256 };

/// The last problem that a parser met; `code` is 0 where there was none.
typedef struct clibxml2_problem {
  int code;
  int line;
  char message[clibxml2_message_size];
} clibxml2_problem;

/// Parses `count` bytes and stores the tree, which `clibxml2_free` frees.
///
/// `encoding` may be NULL: then the document says it. `problem` and `document` are always set.
clibxml2_status clibxml2_parse(
    clibxml2_language language, const void *bytes, int count, const char *encoding,
    clibxml2_problem *problem, const void **document);

/// Frees a tree.
void clibxml2_free(const void *document);

/// Whether a problem says that there was nothing to parse.
bool clibxml2_is_empty_document(const clibxml2_problem *problem);

/// What a walk through a tree meets.
typedef enum clibxml2_kind {
  clibxml2_opening,
  clibxml2_closing,
  clibxml2_text,
} clibxml2_kind;

/// A walk through a tree in document order, without recursion. It must not outlive the tree.
typedef struct clibxml2_walk {
  const void *document;
  /// The node met last; NULL before the first step.
  const void *node;
  /// What of it was met.
  clibxml2_kind kind;
} clibxml2_walk;

/// Goes on to the next opening, closing or piece of text; false at the end.
///
/// With `skip` what is inside the element that was just opened is passed over.
bool clibxml2_next(clibxml2_walk *walk, bool skip);

/// The name of the element that the walk is at, without prefix.
const char *clibxml2_name(const clibxml2_walk *walk);

/// The text that the walk is at, and its length in bytes.
const char *clibxml2_content(const clibxml2_walk *walk, size_t *length);

/// The value of an attribute, without prefix, of the element that the walk is at; NULL without it.
const char *clibxml2_attribute(const clibxml2_walk *walk, const char *name);

// MARK: Searching

/// Most names of a kind that a search looks for.
enum { clibxml2_name_limit = 32 };

/// Names, and how many of them there are.
typedef struct clibxml2_names {
  const char *names[clibxml2_name_limit];
  size_t count;
} clibxml2_names;

/// A walk that meets only some elements, and everything in those that it is told to.
///
/// The names must outlive it.
typedef struct clibxml2_search {
  clibxml2_walk walk;
  /// How many elements are open: the one that opens or closes is counted.
  size_t depth;
  /// The depth of the element that is met with everything in it; 0 for none.
  size_t whole_depth;
  /// Elements that are met.
  clibxml2_names elements;
  /// Attributes whose values are wanted.
  clibxml2_names attributes;
  /// How many of the attributes, from the first on, make their elements be met.
  size_t trigger_count;
  /// A part of an element's `class` that makes it be met.
  const char *class_part;
} clibxml2_search;

/// Adds names, each of which ends with a NUL; those beyond the limit are left out.
void clibxml2_add_names(clibxml2_names *names, const char *bytes, size_t count);

/// Goes on to the next element that is met, or to what is next in one that is met as a whole.
///
/// With `skip` what is inside the element that was just opened is passed over, with `whole` it is
/// met, its end included.
bool clibxml2_find_next(clibxml2_search *search, bool skip, bool whole);

/// An attribute of the element that a search is at.
typedef struct clibxml2_attribute_view {
  /// What follows it; NULL before the first.
  const void *next;
  bool is_done;
  /// Its number among the attributes that are wanted.
  size_t number;
  const char *value;
  size_t length;
} clibxml2_attribute_view;

/// Goes on to the next attribute that is wanted; false at the end.
bool clibxml2_next_attribute(const clibxml2_search *search, clibxml2_attribute_view *view);
/// A document in the making. `clibxml2_free` frees `document`, whatever became of the building.
typedef struct clibxml2_builder {
  const void *document;
  /// The element that is open; NULL before the first and after its end.
  void *element;
  /// The first thing that went wrong, after which nothing more is added.
  clibxml2_status status;
} clibxml2_builder;

/// Begins a document of HTML5. `document` is NULL where that fails.
void clibxml2_begin(clibxml2_builder *builder);

/// Opens an element in the one that is open; `name` is an HTML element's, in lower case.
void clibxml2_open(clibxml2_builder *builder, const char *name);

/// Closes the element that is open.
void clibxml2_close(clibxml2_builder *builder);

/// Gives the element that is open an attribute that it has not; without `value` it has none. Both end
/// with a NUL and are UTF-8.
void clibxml2_add_attribute(clibxml2_builder *builder, const char *name, const char *value);

/// Adds `count` bytes of UTF-8 without NUL to the element that is open.
void clibxml2_add_text(clibxml2_builder *builder, const char *bytes, int count);

/// Writes a document in UTF-8 and stores the bytes in memory that `clibxml2_release` frees.
clibxml2_status clibxml2_serialize(const void *document, void **output, const char **bytes, size_t *count);

/// Frees what `clibxml2_serialize` stored in `output`.
void clibxml2_release(void *output);

#endif
