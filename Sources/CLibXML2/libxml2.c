#include "CLibXML2.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlversion.h>
#include <pthread.h>
#include <string.h>

// MARK: Loading

// The structures below are read with the layout of the headers, so only the library with the binary
// interface that the headers describe will do: it is the number in the file's name.
static const char *const library_names[] = {
#if defined(__APPLE__)
    "/usr/lib/libxml2.2.dylib",
#elif LIBXML_VERSION >= 21400
    "libxml2.so.16",
#else
    "libxml2.so.2",
#endif
};

// Every function that is used, once: `X(name)` for the type, the pointer and the look-up.
#define FUNCTIONS(X)               \
  X(xmlInitParser)                 \
  X(htmlNewParserCtxt)             \
  X(htmlFreeParserCtxt)            \
  X(htmlCtxtReadMemory)            \
  X(xmlNewParserCtxt)              \
  X(xmlFreeParserCtxt)             \
  X(xmlCtxtReadMemory)             \
  X(xmlCtxtGetLastError)           \
  X(xmlSAX2StartElement)           \
  X(xmlStopParser)                 \
  X(xmlFreeDoc)                    \
  X(htmlNewDocNoDtD)               \
  X(xmlCreateIntSubset)            \
  X(xmlDocSetRootElement)          \
  X(xmlNewDocNode)                 \
  X(xmlNewDocTextLen)              \
  X(xmlNewProp)                    \
  X(xmlAddChild)                   \
  X(xmlFreeNode)                   \
  X(xmlAllocOutputBuffer)          \
  X(htmlDocContentDumpFormatOutput) \
  X(xmlOutputBufferGetContent)     \
  X(xmlOutputBufferGetSize)        \
  X(xmlOutputBufferClose)

#define POINTER(name) static __typeof__(&name) name##_function;
FUNCTIONS(POINTER)

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof library_names / sizeof *library_names; i++) {
    library = dlopen(library_names[i], RTLD_LAZY | RTLD_LOCAL);
  }
  if (library == NULL) return;
  bool is_whole = true;
  // POSIX lets what `dlsym` gives be used as a function.
#define LOOK_UP(name)                                               \
  name##_function = (__typeof__(&name))dlsym(library, #name);       \
  if (name##_function == NULL) is_whole = false;
  FUNCTIONS(LOOK_UP)
  if (!is_whole) return;
  xmlInitParser_function();
  is_loaded = true;
}

// MARK: Parsing

static void open_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  xmlParserCtxtPtr parser = context;
  if (parser->nodeNr >= clibxml2_depth_limit) {
    xmlStopParser_function(parser);
    return;
  }
  xmlSAX2StartElement_function(context, name, attributes);
}

static xmlDocPtr parse_html(
    xmlParserCtxtPtr parser, const void *bytes, int count, const char *encoding) {
  // The limit of 10,000,000 bytes for one text would drop the rest of it. No option of the HTML
  // parser lifts it before libxml2 2.14, but the tree's builder reads the field.
  parser->options |= XML_PARSE_HUGE;
  parser->sax->startElement = open_element;
  return htmlCtxtReadMemory_function(
      parser, bytes, count, NULL, encoding,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
}

static xmlDocPtr parse_xml(
    xmlParserCtxtPtr parser, const void *bytes, int count, const char *encoding) {
  // Neither XML_PARSE_NOENT nor a DTD option nor XML_PARSE_HUGE: entities stay references, nothing
  // is loaded, and the library's limits hold. What comes before a mistake is kept.
  return xmlCtxtReadMemory_function(
      parser, bytes, count, NULL, encoding,
      XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
}

static void note_problem(xmlParserCtxtPtr parser, clibxml2_problem *problem) {
  const xmlError *error = xmlCtxtGetLastError_function(parser);
  if (error == NULL) return;
  problem->code = error->code;
  problem->line = error->line > 0 ? error->line : 0;
  if (error->message == NULL) return;
  strncpy(problem->message, error->message, clibxml2_message_size - 1);
  problem->message[clibxml2_message_size - 1] = '\0';
}

clibxml2_status clibxml2_parse(
    clibxml2_language language, const void *bytes, int count, const char *encoding,
    clibxml2_problem *problem, const void **document) {
  memset(problem, 0, sizeof *problem);
  *document = NULL;
  pthread_once(&once, load);
  if (!is_loaded) return clibxml2_no_library;
  const bool is_html = language == clibxml2_html;
  xmlParserCtxtPtr parser = is_html ? htmlNewParserCtxt_function() : xmlNewParserCtxt_function();
  if (parser == NULL) return clibxml2_no_memory;
  xmlDocPtr tree = (is_html ? parse_html : parse_xml)(parser, bytes, count, encoding);
  note_problem(parser, problem);
  const bool was_stopped = is_html && parser->errNo == XML_ERR_USER_STOP;
  if (is_html) {
    htmlFreeParserCtxt_function(parser);
  } else {
    xmlFreeParserCtxt_function(parser);
  }
  if (problem->code == XML_ERR_NO_MEMORY || was_stopped) {
    if (tree != NULL) xmlFreeDoc_function(tree);
    return was_stopped ? clibxml2_too_deep : clibxml2_no_memory;
  }
  *document = tree;
  return tree == NULL ? clibxml2_no_tree : clibxml2_ok;
}

void clibxml2_free(const void *document) {
  if (document != NULL) xmlFreeDoc_function((xmlDocPtr)document);
}

bool clibxml2_is_empty_document(const clibxml2_problem *problem) {
  return problem->code == 0 || problem->code == XML_ERR_DOCUMENT_EMPTY;
}

// MARK: Walking

static bool is_seen(const xmlNode *node) {
  return node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE
      || node->type == XML_CDATA_SECTION_NODE;
}

static const xmlNode *first_seen(const xmlNode *node) {
  // Comments, references to entities and the like are no content.
  while (node != NULL && !is_seen(node)) node = node->next;
  return node;
}

static bool enter(clibxml2_walk *walk, const xmlNode *node) {
  walk->node = node;
  walk->kind = node->type == XML_ELEMENT_NODE ? clibxml2_opening : clibxml2_text;
  return true;
}

bool clibxml2_next(clibxml2_walk *walk, bool skip) {
  const xmlNode *node = walk->node;
  if (node == NULL) {
    const xmlNode *root = first_seen(((const xmlDoc *)walk->document)->children);
    return root != NULL && enter(walk, root);
  }
  if (walk->kind == clibxml2_opening) {
    const xmlNode *child = skip ? NULL : first_seen(node->children);
    if (child != NULL) return enter(walk, child);
    walk->kind = clibxml2_closing;
    return true;
  }
  const xmlNode *sibling = first_seen(node->next);
  if (sibling != NULL) return enter(walk, sibling);
  const xmlNode *parent = node->parent;
  // The document stands at the top in the guise of a node.
  if (parent == NULL || parent->type != XML_ELEMENT_NODE) return false;
  walk->node = parent;
  walk->kind = clibxml2_closing;
  return true;
}

const char *clibxml2_name(const clibxml2_walk *walk) {
  return (const char *)((const xmlNode *)walk->node)->name;
}

const char *clibxml2_content(const clibxml2_walk *walk, size_t *length) {
  const xmlNode *node = walk->node;
  *length = node->content == NULL ? 0 : strlen((const char *)node->content);
  return (const char *)node->content;
}

const char *clibxml2_attribute(const clibxml2_walk *walk, const char *name) {
  const xmlNode *node = walk->node;
  if (node->type != XML_ELEMENT_NODE) return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL;
       attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    const xmlNode *value = attribute->children;
    if (value == NULL || value->content == NULL) return "";
    return (const char *)value->content;
  }
  return NULL;
}

// MARK: Searching

void clibxml2_add_names(clibxml2_names *names, const char *bytes, size_t count) {
  for (size_t start = 0; start < count && names->count < clibxml2_name_limit;) {
    names->names[names->count++] = bytes + start;
    start += strnlen(bytes + start, count - start) + 1;
  }
}

static size_t number_of_name(const clibxml2_names *names, const xmlChar *name, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (*names->names[i] == (char)*name && strcmp(names->names[i], (const char *)name) == 0) {
      return i;
    }
  }
  return clibxml2_name_limit;
}

static const char *value_of(const xmlAttr *attribute) {
  const xmlNode *value = attribute->children;
  return value == NULL || value->content == NULL ? "" : (const char *)value->content;
}

static bool is_met(const clibxml2_search *search, const xmlNode *node) {
  const clibxml2_names *names = &search->attributes;
  for (const xmlAttr *attribute = node->properties; attribute != NULL;
       attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, "class") == 0) {
      if (strstr(value_of(attribute), search->class_part) != NULL) return true;
    } else if (number_of_name(names, attribute->name, search->trigger_count)
               < search->trigger_count) {
      return true;
    }
  }
  const clibxml2_names *elements = &search->elements;
  return number_of_name(elements, node->name, elements->count) < elements->count;
}

bool clibxml2_find_next(clibxml2_search *search, bool skip, bool whole) {
  clibxml2_walk *walk = &search->walk;
  if (whole && search->whole_depth == 0) search->whole_depth = search->depth;
  do {
    if (walk->node != NULL && walk->kind == clibxml2_closing) search->depth--;
    if (!clibxml2_next(walk, skip)) return false;
    skip = false;
    if (walk->kind == clibxml2_opening) search->depth++;
    if (search->whole_depth > 0) {
      const bool is_end = walk->kind == clibxml2_closing && search->depth == search->whole_depth;
      if (is_end) search->whole_depth = 0;
      return true;
    }
  } while (walk->kind != clibxml2_opening || !is_met(search, walk->node));
  return true;
}

bool clibxml2_next_attribute(const clibxml2_search *search, clibxml2_attribute_view *view) {
  const xmlNode *node = search->walk.node;
  if (node->type != XML_ELEMENT_NODE || view->is_done) return false;
  const clibxml2_names *names = &search->attributes;
  const xmlAttr *attribute = view->next == NULL ? node->properties : view->next;
  for (; attribute != NULL; attribute = attribute->next) {
    const size_t number = number_of_name(names, attribute->name, names->count);
    if (number == clibxml2_name_limit) continue;
    view->next = attribute->next;
    view->is_done = attribute->next == NULL;
    view->number = number;
    view->value = value_of(attribute);
    view->length = strlen(view->value);
    return true;
  }
  return false;
}

// MARK: Building

static void fail_building(clibxml2_builder *builder) {
  if (builder->status == clibxml2_ok) builder->status = clibxml2_no_memory;
}

void clibxml2_begin(clibxml2_builder *builder) {
  memset(builder, 0, sizeof *builder);
  pthread_once(&once, load);
  if (!is_loaded) {
    builder->status = clibxml2_no_library;
    return;
  }
  xmlDocPtr document = htmlNewDocNoDtD_function(NULL, NULL);
  builder->document = document;
  // Without identifiers it is written as `<!DOCTYPE html>`.
  if (document == NULL
      || xmlCreateIntSubset_function(document, (const xmlChar *)"html", NULL, NULL) == NULL) {
    fail_building(builder);
  }
}

// Adds a node to the open element; the node is the tree's or freed afterwards.
static xmlNodePtr add_child(clibxml2_builder *builder, xmlNodePtr node) {
  xmlNodePtr added = node == NULL ? NULL : xmlAddChild_function(builder->element, node);
  if (added == NULL) {
    if (node != NULL) xmlFreeNode_function(node);
    fail_building(builder);
  }
  return added;
}

void clibxml2_open(clibxml2_builder *builder, const char *name) {
  if (builder->status != clibxml2_ok) return;
  xmlDocPtr document = (xmlDocPtr)builder->document;
  xmlNodePtr node = xmlNewDocNode_function(document, NULL, (const xmlChar *)name, NULL);
  if (node == NULL) {
    fail_building(builder);
  } else if (builder->element == NULL) {
    xmlDocSetRootElement_function(document, node);
    builder->element = node;
  } else {
    node = add_child(builder, node);
    if (node != NULL) builder->element = node;
  }
}

void clibxml2_close(clibxml2_builder *builder) {
  if (builder->status != clibxml2_ok || builder->element == NULL) return;
  xmlNodePtr parent = ((xmlNodePtr)builder->element)->parent;
  // The document stands at the top in the guise of a node.
  builder->element = parent != NULL && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

// The length of the piece of a value that the serialiser may get at once. It writes what stands
// between `<!--` and `-->`, or behind `&{`, as it is, as pages of the last century meant it; a piece
// that ends inside of such a mark is no mark.
static size_t piece_length(const char *value) {
  size_t length = 0;
  while (value[length] != '\0') {
    const char mark = value[length++];
    if (mark == '&' && value[length] == '{') break;
    if (mark == '<' && value[length] == '!') break;
  }
  return length;
}

void clibxml2_add_attribute(clibxml2_builder *builder, const char *name, const char *value) {
  if (builder->status != clibxml2_ok || builder->element == NULL) return;
  xmlAttrPtr attribute = xmlNewProp_function(builder->element, (const xmlChar *)name, NULL);
  if (attribute == NULL) {
    fail_building(builder);
    return;
  }
  if (value == NULL) return;
  // At least one piece, for an empty value is one too. They are linked by hand: `xmlAddChild` would
  // make one of them again.
  do {
    const size_t length = piece_length(value);
    xmlNodePtr text =
        xmlNewDocTextLen_function(attribute->doc, (const xmlChar *)value, (int)length);
    if (text == NULL) {
      fail_building(builder);
      return;
    }
    text->parent = (xmlNodePtr)attribute;
    text->prev = attribute->last;
    if (attribute->last == NULL) {
      attribute->children = text;
    } else {
      attribute->last->next = text;
    }
    attribute->last = text;
    value += length;
  } while (*value != '\0');
}

void clibxml2_add_text(clibxml2_builder *builder, const char *bytes, int count) {
  if (builder->status != clibxml2_ok || builder->element == NULL || count == 0) return;
  xmlDocPtr document = (xmlDocPtr)builder->document;
  add_child(builder, xmlNewDocTextLen_function(document, (const xmlChar *)bytes, count));
}

clibxml2_status clibxml2_serialize(
    const void *document, void **output, const char **bytes, size_t *count) {
  *output = NULL;
  xmlOutputBufferPtr buffer = xmlAllocOutputBuffer_function(NULL);
  if (buffer == NULL) return clibxml2_no_memory;
  // Without format, for white space that nobody wrote changes what is shown.
  htmlDocContentDumpFormatOutput_function(buffer, (xmlDocPtr)document, "UTF-8", 0);
  if (buffer->error != 0) {
    xmlOutputBufferClose_function(buffer);
    return clibxml2_no_memory;
  }
  *output = buffer;
  *bytes = (const char *)xmlOutputBufferGetContent_function(buffer);
  *count = xmlOutputBufferGetSize_function(buffer);
  return *bytes == NULL ? clibxml2_no_memory : clibxml2_ok;
}

void clibxml2_release(void *output) {
  if (output != NULL) xmlOutputBufferClose_function(output);
}
