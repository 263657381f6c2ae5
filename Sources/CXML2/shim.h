#include <libxml/xmlversion.h>
// Debian's library converts encodings by ICU, and its headers would bring ICU's along: other definitions of what Foundation
// has a copy of, so that no file could import both. Only a structure that is never looked into here depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

// The error pointer became const in later releases of the library; only this file names its type.
typedef void (*xml_report)(void *context, int line, int level, const char *message);

struct xml_listener {
    void *context;
    xml_report report;
};

static inline void xml_forward(void *listener, const xmlError *error) {
    struct xml_listener *l = (struct xml_listener *)listener;
    l->report(l->context, error->line, error->level, error->message);
}

static inline void xml_forward_structured(void *listener, void *error) {
    xml_forward(listener, (const xmlError *)error);
}

// Per thread, so it is set around each call; NULL ends it.
static inline void xml_listen(struct xml_listener *listener) {
    xmlSetStructuredErrorFunc(listener, listener ? (xmlStructuredErrorFunc)(void *)xml_forward_structured : NULL);
}

static inline void xml_listen_schema(
    xmlSchemaParserCtxtPtr parser, xmlSchemaValidCtxtPtr validator, struct xml_listener *listener) {
    xmlStructuredErrorFunc forward = (xmlStructuredErrorFunc)(void *)xml_forward_structured;
    if (parser) xmlSchemaSetParserStructuredErrors(parser, forward, listener);
    if (validator) xmlSchemaSetValidStructuredErrors(validator, forward, listener);
}

// For errors that no handler of a parser sees (opening a file): they would be printed. Per thread.
static void xml_ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}
static inline void xml_silence(void) {
    xmlSetGenericErrorFunc(NULL, xml_ignore);
}

static const int xml_safe_options = XML_PARSE_NONET | XML_PARSE_COMPACT;

// What a parser that is fed piece by piece tells of. Names and texts are valid during the call only; `attributes` holds five
// pointers for each: local name, prefix, namespace, value, end of the value.
struct xml_events {
    void *context;
    void (*start)(void *context, const xmlChar *name, int count, const xmlChar **attributes);
    void (*end)(void *context, const xmlChar *name);
    void (*text)(void *context, const xmlChar *text, int count);
    void (*doctype)(void *context);
};

static void xml_push_start(
    void *events, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces_count,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespaces_count, (void)namespaces, (void)defaulted;
    struct xml_events *e = (struct xml_events *)events;
    e->start(e->context, name, count, attributes);
}

static void xml_push_end(void *events, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    struct xml_events *e = (struct xml_events *)events;
    e->end(e->context, name);
}

static void xml_push_text(void *events, const xmlChar *text, int count) {
    struct xml_events *e = (struct xml_events *)events;
    e->text(e->context, text, count);
}

static void xml_push_doctype(
    void *events, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    struct xml_events *e = (struct xml_events *)events;
    e->doctype(e->context);
}

// A parser without a tree, to be fed by xmlParseChunk. `events` must outlive it.
static inline xmlParserCtxtPtr xml_push_parser(struct xml_events *events) {
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = xml_push_start;
    handler.endElementNs = xml_push_end;
    handler.characters = xml_push_text;
    handler.ignorableWhitespace = xml_push_text;
    handler.cdataBlock = xml_push_text;
    handler.internalSubset = xml_push_doctype;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, events, NULL, 0, NULL);
    if (parser) xmlCtxtUseOptions(parser, xml_safe_options);
    return parser;
}
