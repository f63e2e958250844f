/* The one file that knows libxml2's versions: wrappers for what Swift cannot call, or what was spelled otherwise
   before or after libxml2 2.9.14. Compiles against 2.9.14 to 2.14. */
#ifndef RAPPORTEUR_CLIBXML2_SHIM_H
#define RAPPORTEUR_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* Debian's libxml2 includes the system's ICU headers, which clash with Foundation's copy of ICU. Nothing here needs ICU. */
#undef LIBXML_ICU_ENABLED
#include <libxml/c14n.h>
#include <libxml/catalog.h>
#include <libxml/dict.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#if !defined(LIBXML_SCHEMAS_ENABLED)
#error "libxml2 was built without XML Schema support"
#endif
#if !defined(LIBXML_C14N_ENABLED)
#error "libxml2 was built without Canonical XML"
#endif
#if !defined(LIBXML_THREAD_ENABLED)
#error "libxml2 was built without thread support"
#endif

/* MARK: The library */

/* xmlParserVersion is a macro over a getter in 2.9 (not imported) and a constant later. */
static inline const char *shim_runtimeVersion(void) { return xmlParserVersion; }

/* No catalogs, neither the system's nor those that a processing instruction names. */
static inline void shim_disableCatalogs(void) {
#if defined(LIBXML_CATALOG_ENABLED)
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
#endif
}

/* A number that no other running thread has. */
static inline uintptr_t shim_threadID(void) { return (uintptr_t)pthread_self(); }

/* The distance to the first `byte`, or `count`. */
static inline intptr_t shim_find(const void *bytes, uint8_t byte, intptr_t count) {
  const void *found = count > 0 ? memchr(bytes, byte, (size_t)count) : NULL;
  return found ? (intptr_t)((const char *)found - (const char *)bytes) : count;
}

static inline intptr_t shim_length(const char *text) { return (intptr_t)strlen(text); }

/* MARK: Errors */

/* One spelling of the structured error handler: `xmlErrorPtr` up to 2.11, `const xmlError *` from 2.12 on. */
typedef void (*shim_ErrorHandler)(void *context, const xmlError *error);

/* The structured handler of the calling thread, for what libxml2 reports outside any context (2.9 prints it to
   stderr otherwise). Set and restored around one call, so no task can change its thread in between. */
struct shim_ThreadErrors {
  xmlStructuredErrorFunc handler;
  void *context;
};
static inline struct shim_ThreadErrors shim_catchThreadErrors(shim_ErrorHandler handler, void *context) {
  struct shim_ThreadErrors before = {xmlStructuredError, xmlStructuredErrorContext};
  xmlSetStructuredErrorFunc(context, (xmlStructuredErrorFunc)handler);
  return before;
}
static inline void shim_restoreThreadErrors(struct shim_ThreadErrors before) {
  xmlSetStructuredErrorFunc(before.context, before.handler);
}

/* MARK: The parser */

/* NONET and BIG_LINES, and what later versions offer against external content and catalogs.
   Never NOENT, DTDLOAD, DTDATTR, DTDVALID, HUGE, RECOVER, NOBLANKS, XINCLUDE, SAX1, OLD10, NSCLEAN. */
static inline int shim_parserOptions(void) {
  int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
  options |= XML_PARSE_NO_SYS_CATALOG;
#endif
  return options;
}

/* The events that are listened to. All get the context of the parse as their first argument. */
struct shim_Events {
  startElementNsSAX2Func startElement;
  endElementNsSAX2Func endElement;
  charactersSAXFunc characters;
  cdataBlockSAXFunc cdata;
  commentSAXFunc comment;
  processingInstructionSAXFunc processingInstruction;
  internalSubsetSAXFunc doctype;
  startDocumentSAXFunc startDocument;
  shim_ErrorHandler error;
};

/* A parser that builds no tree and tells of its events. */
static inline xmlParserCtxtPtr shim_newEventParser(const struct shim_Events *events) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return NULL;
  xmlSAXHandlerPtr sax = parser->sax;
  memset(sax, 0, sizeof(*sax));
  sax->initialized = XML_SAX2_MAGIC;
  sax->startElementNs = events->startElement;
  sax->endElementNs = events->endElement;
  sax->characters = events->characters;
  sax->ignorableWhitespace = events->characters; /* the same function: the parser then never tests for blanks */
  sax->cdataBlock = events->cdata;
  sax->comment = events->comment;
  sax->processingInstruction = events->processingInstruction;
  sax->internalSubset = events->doctype;
  sax->startDocument = events->startDocument;
#if LIBXML_VERSION < 21300
  sax->serror = (xmlStructuredErrorFunc)events->error; /* gets userData */
#endif
  return parser;
}

/* How many names the parser's dictionary holds. */
static inline int shim_nameCount(xmlParserCtxtPtr parser) { return xmlDictSize(parser->dict); }

/* Bytes that are read piece by piece. Given all at once, libxml2 before 2.11 fails with "Huge input lookup" where a
   document of more than 10 MB ends in a long tag; and it would copy them. */
struct shim_Reading {
  const char *rest;
  size_t count;
};
static int shim_read(void *context, char *buffer, int count) {
  struct shim_Reading *reading = (struct shim_Reading *)context;
  size_t taken = (size_t)count < reading->count ? (size_t)count : reading->count;
  memcpy(buffer, reading->rest, taken);
  reading->rest += taken;
  reading->count -= taken;
  return (int)taken;
}
static inline xmlDocPtr shim_parseBytes(xmlParserCtxtPtr parser, const void *bytes, intptr_t count) {
  struct shim_Reading reading = {(const char *)bytes, (size_t)count};
  return xmlCtxtReadIO(parser, shim_read, NULL, &reading, NULL, NULL, shim_parserOptions());
}

/* Whether a document is well-formed, namespaces included. That a namespace's name is no URI, libxml2 counts among what is
   not; the recommendation has no reader ask for it. */
static inline int shim_isWellFormed(xmlParserCtxtPtr parser) {
  return parser->wellFormed && (parser->nsWellFormed || parser->errNo == XML_WAR_NS_URI);
}

/* Parses UTF-8 bytes and tells `context` of the events; nonzero if libxml2 calls the document well-formed, namespaces
   included. */
static inline int shim_parse(
    xmlParserCtxtPtr parser, const void *bytes, intptr_t count, shim_ErrorHandler error, void *context) {
  parser->userData = context;
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler(parser, (xmlStructuredErrorFunc)error, context);
#else
  (void)error; /* the SAX handler's, which gets userData */
#endif
  xmlDocPtr document = shim_parseBytes(parser, bytes, count);
  if (document != NULL) xmlFreeDoc(document);
  return shim_isWellFormed(parser);
}

/* How many bytes of the input come before the parser's position. */
static inline intptr_t shim_position(xmlParserCtxtPtr parser) {
  xmlParserInputPtr input = parser->input;
  return input ? (intptr_t)(input->consumed + (unsigned long)(input->cur - input->base)) : 0;
}

/* Every name of a document is looked up in this dictionary, so equal names are equal pointers. */
static inline const xmlChar *shim_intern(xmlParserCtxtPtr parser, const char *name) {
  return xmlDictLookup(parser->dict, (const xmlChar *)name, -1);
}

/* Parses UTF-8 bytes to a tree, or to NULL unless it is well-formed without any error. */
static inline xmlDocPtr shim_readTree(
    const void *bytes, intptr_t count, shim_ErrorHandler handler, void *context) {
  struct shim_ThreadErrors before = shim_catchThreadErrors(handler, context);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  xmlDocPtr document = NULL;
  if (parser != NULL) {
    document = shim_parseBytes(parser, bytes, count);
    if (document != NULL && (!shim_isWellFormed(parser) || document->intSubset != NULL)) {
      xmlFreeDoc(document);
      document = NULL;
    }
    xmlFreeParserCtxt(parser);
  }
  shim_restoreThreadErrors(before);
  return document;
}

/* The canonical form of a tree, with comments, or NULL; the caller frees it with shim_free. */
static inline xmlChar *shim_canonical(
    xmlDocPtr document, int mode, int *count, shim_ErrorHandler handler, void *context) {
  struct shim_ThreadErrors before = shim_catchThreadErrors(handler, context);
  xmlChar *text = NULL;
  *count = xmlC14NDocDumpMemory(document, NULL, mode, NULL, 1, &text);
  shim_restoreThreadErrors(before);
  if (*count >= 0) return text;
  if (text != NULL) xmlFree(text);
  return NULL;
}
/* xmlFree is a mutable global, which Swift does not call. */
static inline void shim_free(xmlChar *text) { xmlFree(text); }

/* An input of the bytes given, for an entity loader. The URL becomes the base of relative references. */
static inline xmlParserInputPtr shim_newInput(
    xmlParserCtxtPtr parser, const char *url, const void *bytes, int count) {
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateMem((const char *)bytes, count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return NULL;
  xmlParserInputPtr input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return NULL;
  }
  input->filename = (const char *)xmlStrdup((const xmlChar *)url); /* libxml2 frees it */
  return input;
}

/* MARK: The schema validator */

static inline void shim_setSchemaParserErrors(
    xmlSchemaParserCtxtPtr parser, shim_ErrorHandler handler, void *context) {
  xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)handler, context);
}

static inline void shim_setSchemaValidErrors(
    xmlSchemaValidCtxtPtr validator, shim_ErrorHandler handler, void *context) {
  xmlSchemaSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)handler, context);
}

/* libxml2's own validating event handlers, detached from any parser: xmlSchemaSAXPlug into an empty handler gives
   them away. `sax` and `data` must stay where they are until the plug is pulled, which writes through them. */
struct shim_Validator {
  xmlSchemaValidCtxtPtr validator;
  xmlSchemaSAXPlugPtr plug;
  xmlSAXHandlerPtr sax;
  void *data;
};

static inline int shim_beginValidation(struct shim_Validator *v) {
  v->sax = NULL;
  v->data = NULL;
  v->plug = xmlSchemaSAXPlug(v->validator, &v->sax, &v->data);
  return v->plug != NULL;
}
static inline void shim_validateStart(
    struct shim_Validator *v, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, const xmlChar **attributes) {
  v->sax->startElementNs(v->data, name, prefix, uri, namespaceCount, namespaces, attributeCount, 0, attributes);
}
static inline void shim_validateText(struct shim_Validator *v, const xmlChar *text, int count) {
  v->sax->characters(v->data, text, count);
}
static inline void shim_validateCDATA(struct shim_Validator *v, const xmlChar *text, int count) {
  v->sax->cdataBlock(v->data, text, count);
}
static inline void shim_validateEnd(
    struct shim_Validator *v, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  v->sax->endElementNs(v->data, name, prefix, uri);
}
/* Nonzero if no error was met. */
static inline int shim_endValidation(struct shim_Validator *v) {
  int valid = xmlSchemaIsValid(v->validator) == 1;
  xmlSchemaSAXUnplug(v->plug);
  v->plug = NULL;
  return valid;
}

#endif
