#include <libxml/xmlversion.h>
// Debian's library converts encodings by ICU, and its headers would bring ICU's along: other definitions of what Foundation
// has a copy of, so that no file could import both. Only a structure that is never looked into here depends on it.
#undef LIBXML_ICU_ENABLED
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
