#include "xmlin.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "diag.h"
#include "library.h"
#include "mem.h"
#include "xmlhead.h"

/* libxml2 looks for equal attributes pair by pair, and parses a tag only when
 * all of it is there: these two caps keep a hostile tag cheap. */
#define ATTRIBUTES_MAX 1000
#define PENDING_MAX (512 << 10)
#define DEPTH_MAX 256
#define CHUNK (64 << 10) /* given to libxml2 at a time */

/* From 2.14 on some members are deprecated that older versions have no
 * accessor for. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

enum state { RUNNING, ENOUGH, STOPPED };

struct xmlin {
	const char *name;
	struct xml_handlers handlers;
	void *ctx;
	xmlParserCtxtPtr parser;
	const char *none; /* the interned "" */
	struct xml_attribute *attrs;
	size_t attr_cap;
	size_t depth;
	enum state state;
	unsigned char head[XMLHEAD_SIZE]; /* the first bytes */
	size_t head_count;
	bool begun;
	/* The shortcut: where it may be taken, and from where its prefix is
	 * declared; depths, 0 when not. */
	const char *shortcut; /* NULL, or the prefix */
	size_t open, declared;
	bool prefixed; /* the element that begins has a prefix */
	/* What it declares: pairs of prefix and namespace. */
	const xmlChar **declares;
	size_t declares_count;
};

_Static_assert(sizeof(LIBXML_SONAME) > 1,
	       "the library is not where this is built");
static struct library libxml = {LIBXML_SONAME, "libxml2", NULL};

/* What is used of it. */
#define CALLS(X)                   \
	X(xmlMemSetup)             \
	X(xmlInitParser)           \
	X(xmlSetGenericErrorFunc)  \
	X(xmlStopParser)           \
	X(xmlCreatePushParserCtxt) \
	X(xmlCtxtUseOptions)       \
	X(xmlFreeParserCtxt)       \
	X(xmlDictLookup)           \
	X(xmlSAX2GetLineNumber)    \
	X(xmlParseChunk)

static struct {
	CALLS(LIBRARY_MEMBER)
} lib;

static void *
xml_malloc(size_t n)
{
	return mem_resize(NULL, n > 0 ? n : 1, 1);
}

static void *
xml_realloc(void *p, size_t n)
{
	return mem_resize(p, n > 0 ? n : 1, 1);
}

static char *
xml_strdup(const char *s)
{
	return mem_text(s, strlen(s));
}

static void __attribute__((format(printf, 2, 3)))
say_nothing(void *ctx, const char *fmt, ...)
{
	(void)ctx;
	(void)fmt;
}

static void
set_up_library(void)
{
	if (!library_load(&libxml))
		return;
#define FIND(name) library_find(&libxml, #name, &lib.name);
	CALLS(FIND)
	lib.xmlMemSetup(free, xml_malloc, xml_realloc, xml_strdup);
	lib.xmlInitParser();
	lib.xmlSetGenericErrorFunc(NULL, say_nothing);
}

static void
fail(struct xmlin *x, size_t line, const char *what)
{
	if (x->state != RUNNING)
		return;
	diag_fail_at(x->name, 0, "XML line %zu: %s", line, what);
	x->state = STOPPED;
}

/* Our own words: those of libxml2 change from version to version. */
static const char *
describe(int code)
{
	switch (code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return "not well-formed: end tag does not match";
	case XML_ERR_TAG_NOT_FINISHED:
	case XML_ERR_DOCUMENT_END:
	case XML_ERR_GT_REQUIRED:
		return "not well-formed: a tag is not closed (cut off?)";
	case XML_ERR_DOCUMENT_EMPTY:
		return "not XML: no element";
	case XML_ERR_INVALID_CHAR:
	case XML_ERR_INVALID_ENCODING:
	case XML_ERR_INVALID_CHARREF:
		return "a character that XML or its encoding does not allow";
	case XML_ERR_UNDECLARED_ENTITY:
		return "an entity that is not declared";
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		return "a namespace prefix that is not declared";
	case XML_ERR_UNSUPPORTED_ENCODING:
	case XML_ERR_UNKNOWN_ENCODING:
		return "an encoding other than UTF-8 or UTF-16";
	default:
		return "not well-formed XML";
	}
}

static void
on_error(void *ctx, error_pointer e)
{
	struct xmlin *x = ctx;
	if (e->level == XML_ERR_WARNING || e->code == XML_ERR_USER_STOP)
		return;
	fail(x, e->line > 0 ? (size_t)e->line : xmlin_line(x),
	     describe(e->code));
}

/* Entities are the way to bombs and to files: no DTD, no entities. Only here
 * the parser is stopped at once: xmlStopParser frees what attributes and
 * texts point into, so elsewhere it runs on, unheard, to the end of its
 * chunk. */
static void
on_doctype(void *ctx, const xmlChar *name, const xmlChar *id,
	   const xmlChar *system)
{
	struct xmlin *x = ctx;
	(void)name;
	(void)id;
	(void)system;
	fail(x, xmlin_line(x), "a DOCTYPE, refused");
	lib.xmlStopParser(x->parser);
}

/* A declaration in bytes that says UTF-16 would have the rest read in another
 * way than the declaration itself. */
static void
on_document(void *ctx)
{
	struct xmlin *x = ctx;
	const char *encoding = (const char *)x->parser->encoding;
	if (encoding == NULL)
		return;
	enum xmlhead_encoding is = xmlhead_encoding(encoding);
	if (is == XMLHEAD_OTHER)
		fail(x, 1, "an encoding other than UTF-8 or UTF-16");
	else if (is == XMLHEAD_UTF16 && x->head[0] == '<' && x->head[1] != 0)
		fail(x, 1, "UTF-16 is declared, but it is not that");
}

/* In an attribute libxml2 gives every & as "&#38;", even &amp;, for its tree
 * to decode. Such values are its own copies, so that we may write there. */
static size_t
decode(const char *value, size_t n)
{
	char *s = (char *)(uintptr_t)value;
	size_t to = 0;
	for (size_t i = 0; i < n; i++) {
		s[to++] = s[i];
		if (s[i] == '&' && n - i >= 5 && memcmp(s + i, "&#38;", 5) == 0)
			i += 4;
	}
	return to;
}

/* Five pointers an attribute: local, prefix, namespace, value, its end. */
static size_t
collect(struct xmlin *x, const xmlChar **from, size_t count)
{
	x->attrs =
	    mem_grow(x->attrs, &x->attr_cap, count + 1, sizeof(*x->attrs));
	for (size_t i = 0; i < count; i++, from += 5) {
		struct xml_attribute *a = &x->attrs[i];
		a->local = (const char *)from[0];
		a->ns = from[2] != NULL ? (const char *)from[2] : x->none;
		a->value.s = (const char *)from[3];
		a->value.n = (size_t)(from[4] - from[3]);
		if (a->value.n >= 5 &&
		    memchr(a->value.s, '&', a->value.n) != NULL)
			a->value.n = decode(a->value.s, a->value.n);
	}
	return count;
}

/* The namespace that the element declares for a prefix, or NULL. */
static const char *
declared_as(const struct xmlin *x, const char *prefix)
{
	const xmlChar **ns = x->declares;
	for (size_t i = 0; i < x->declares_count; i++, ns += 2)
		if (*ns != NULL && strcmp((const char *)*ns, prefix) == 0)
			return (const char *)ns[1];
	return NULL;
}

bool
xmlin_declares(const struct xmlin *x, const char *prefix, const char *ns)
{
	const char *as = declared_as(x, prefix);
	return as != NULL && strcmp(as, ns) == 0;
}

static void
on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
	 const xmlChar *uri, int ns_count, const xmlChar **ns, int count,
	 int defaulted, const xmlChar **attrs)
{
	struct xmlin *x = ctx;
	(void)defaulted;
	if (x->state != RUNNING)
		return;
	if (++x->depth > DEPTH_MAX) {
		fail(x, xmlin_line(x), "more than 256 elements deep");
		return;
	}
	if (count > ATTRIBUTES_MAX) {
		fail(x, xmlin_line(x), "more than 1,000 attributes in a tag");
		return;
	}
	x->prefixed = prefix != NULL;
	x->declares = ns;
	x->declares_count = ns_count > 0 ? (size_t)ns_count : 0;
	if (x->shortcut != NULL && x->declared == 0 &&
	    declared_as(x, x->shortcut) != NULL)
		x->declared = x->depth;
	size_t n = count > 0 ? collect(x, attrs, (size_t)count) : 0;
	if (x->handlers.start != NULL)
		x->handlers.start(x->ctx, (const char *)local,
				  uri != NULL ? (const char *)uri : x->none,
				  x->attrs, n);
}

static void
on_end(void *ctx, const xmlChar *local, const xmlChar *prefix,
       const xmlChar *uri)
{
	struct xmlin *x = ctx;
	(void)prefix;
	if (x->state != RUNNING)
		return;
	x->depth--;
	if (x->depth < x->declared)
		x->declared = 0;
	if (x->depth < x->open) {
		x->open = 0;
		x->shortcut = NULL;
	}
	if (x->handlers.end != NULL)
		x->handlers.end(x->ctx, (const char *)local,
				uri != NULL ? (const char *)uri : x->none);
}

static void
on_text(void *ctx, const xmlChar *s, int n)
{
	struct xmlin *x = ctx;
	if (x->state == RUNNING && n > 0)
		x->handlers.text(x->ctx, (const char *)s, (size_t)n);
}

struct xmlin *
xmlin_new(const char *name, const struct xml_handlers *h, void *ctx)
{
	set_up_library();
	struct xmlin *x = mem_new(struct xmlin);
	xmlSAXHandler sax = {0};
	sax.initialized = XML_SAX2_MAGIC;
	sax.startDocument = on_document;
	sax.internalSubset = on_doctype;
	sax.startElementNs = on_start;
	sax.endElementNs = on_end;
	sax.serror = on_error;
	if (h->text != NULL) {
		sax.characters = on_text;
		sax.ignorableWhitespace = on_text;
		sax.cdataBlock = on_text;
	}
	x->name = name;
	x->handlers = *h;
	x->ctx = ctx;
	x->parser = lib.xmlCreatePushParserCtxt(&sax, x, NULL, 0, NULL);
	if (x->parser == NULL)
		mem_fail();
	lib.xmlCtxtUseOptions(x->parser, XML_PARSE_NONET);
	x->none = xmlin_intern(x, "");
	return x;
}

void
xmlin_free(struct xmlin *x)
{
	if (x == NULL)
		return;
	lib.xmlFreeParserCtxt(x->parser);
	free(x->attrs);
	free(x);
}

const char *
xmlin_intern(struct xmlin *x, const char *name)
{
	const xmlChar *s =
	    lib.xmlDictLookup(x->parser->dict, (const xmlChar *)name, -1);
	if (s == NULL)
		mem_fail();
	return (const char *)s;
}

size_t
xmlin_line(const struct xmlin *x)
{
	int line = lib.xmlSAX2GetLineNumber(x->parser);
	return line > 0 ? (size_t)line : 1;
}

static int
push(struct xmlin *x, const char *p, size_t n)
{
	while (n > 0 && x->state == RUNNING) {
		size_t k = n < CHUNK ? n : CHUNK;
		int rc = lib.xmlParseChunk(x->parser, p, (int)k, 0);
		if (x->state != RUNNING)
			break;
		if (rc != 0)
			fail(x, xmlin_line(x), describe(rc));
		else if (xmlin_pending(x) > PENDING_MAX)
			fail(x, xmlin_line(x), "a tag of more than 512 KiB");
		p += k;
		n -= k;
	}
	return x->state == STOPPED ? -1 : 0;
}

/* libxml2 wants four bytes to know the encoding; so do we. */
static int
begin(struct xmlin *x)
{
	if (x->head_count == sizeof(x->head) && !xmlhead_fits(x->head)) {
		fail(x, 1, "not XML in UTF-8 or UTF-16");
		return -1;
	}
	x->begun = true;
	return push(x, (const char *)x->head, x->head_count);
}

int
xmlin_feed(struct xmlin *x, const char *p, size_t n)
{
	while (!x->begun && n > 0 && x->state == RUNNING) {
		x->head[x->head_count++] = (unsigned char)*p++;
		n--;
		if (x->head_count == sizeof(x->head) && begin(x) < 0)
			return -1;
	}
	return push(x, p, n);
}

int
xmlin_finish(struct xmlin *x)
{
	if (x->state == RUNNING && x->head_count == 0)
		fail(x, 1, "empty, expected XML");
	else if (x->state == RUNNING && !x->begun)
		begin(x);
	if (x->state == RUNNING) {
		int rc = lib.xmlParseChunk(x->parser, NULL, 0, 1);
		if (rc != 0 || !x->parser->wellFormed)
			fail(x, xmlin_line(x),
			     describe(rc != 0 ? rc : XML_ERR_DOCUMENT_END));
	}
	return x->state == STOPPED ? -1 : 0;
}

void
xmlin_shortcut(struct xmlin *x, const char *prefix)
{
	x->shortcut = prefix;
}

void
xmlin_open_shortcut(struct xmlin *x)
{
	const char *encoding = (const char *)x->parser->encoding;
	if (x->shortcut == NULL)
		return;
	if (!x->prefixed && xmlhead_is_bytes(x->head) &&
	    x->parser->input->buf->encoder == NULL &&
	    (encoding == NULL || xmlhead_encoding(encoding) == XMLHEAD_UTF8))
		x->open = x->depth;
	else
		x->shortcut = NULL;
}

size_t
xmlin_pending(const struct xmlin *x)
{
	const struct _xmlParserInput *in = x->parser->input;
	return in == NULL ? 0 : (size_t)(in->end - in->cur);
}

enum xmlin_place
xmlin_place(const struct xmlin *x)
{
	if (x->state != RUNNING || x->shortcut == NULL)
		return XMLIN_PAST;
	if (x->open == 0)
		return XMLIN_AHEAD;
	return x->depth == x->open && xmlin_pending(x) == 0 &&
		       x->parser->instate == XML_PARSER_CONTENT
		   ? XMLIN_BETWEEN
		   : XMLIN_INSIDE;
}

bool
xmlin_is_declared(const struct xmlin *x)
{
	return x->declared > 0;
}

void
xmlin_pass(struct xmlin *x, const char *p, size_t n)
{
	size_t lines = 0;
	while (n > 0) { /* so few that a byte counts them */
		size_t k = n < 240 ? n : 240;
		uint8_t some = 0;
		for (size_t i = 0; i < k; i++)
			some = (uint8_t)(some + (p[i] == '\n'));
		lines += some;
		p += k;
		n -= k;
	}
	x->parser->input->line += (int)lines;
}

void
xmlin_stop(struct xmlin *x)
{
	x->state = STOPPED;
}

void
xmlin_enough(struct xmlin *x)
{
	x->state = ENOUGH;
}

bool
xmlin_is_over(const struct xmlin *x)
{
	return x->state != RUNNING;
}

const struct text *
xmlin_attribute(const struct xml_attribute *attrs, size_t count,
		const char *local)
{
	for (size_t i = 0; i < count; i++)
		if (attrs[i].local == local && attrs[i].ns[0] == '\0')
			return &attrs[i].value;
	return NULL;
}
