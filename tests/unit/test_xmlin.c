/* xmlin: what comes through, what is refused, and that the size of the pieces
 * does not matter. Messages are looked at through a captured stderr. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "tap.h"
#include "xmlin.h"

struct log {
	struct xmlin *x;
	const char *stop_at;
	const char *enough_at;
	char s[4096];
	size_t n;
};

static FILE *messages;

static void
add(struct log *l, const char *s, size_t n)
{
	if (n > sizeof(l->s) - 1 - l->n)
		n = sizeof(l->s) - 1 - l->n;
	memcpy(l->s + l->n, s, n);
	l->n += n;
}

static void
add_string(struct log *l, const char *s)
{
	add(l, s, strlen(s));
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct log *l = ctx;
	/* First, for the views must outlive it. */
	if (local == l->stop_at)
		xmlin_stop(l->x);
	if (local == l->enough_at)
		xmlin_enough(l->x);
	add_string(l, "<");
	add_string(l, ns);
	add_string(l, "|");
	add_string(l, local);
	for (size_t i = 0; i < count; i++) {
		add_string(l, " ");
		add_string(l, attrs[i].local);
		add_string(l, "=");
		add(l, attrs[i].value.s, attrs[i].value.n);
	}
	add_string(l, ">");
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	(void)ns;
	add_string(ctx, "</");
	add_string(ctx, local);
	add_string(ctx, ">");
}

static void
on_text(void *ctx, const char *s, size_t n)
{
	add(ctx, s, n);
}

static const struct xml_handlers handlers = {on_start, on_end, on_text};

/* Feeds xml in pieces of `piece` bytes. */
static int
parse(struct log *l, const char *xml, size_t n, size_t piece)
{
	int rc = 0;
	for (size_t i = 0; i < n && rc == 0; i += piece)
		rc = xmlin_feed(l->x, xml + i, n - i < piece ? n - i : piece);
	return rc < 0 ? rc : xmlin_finish(l->x);
}

static int
parse_fresh(struct log *l, const char *xml, size_t n, size_t piece)
{
	memset(l, 0, sizeof(*l));
	l->x = xmlin_new("t.xml", &handlers, l);
	int rc = parse(l, xml, n, piece);
	xmlin_free(l->x);
	return rc;
}

/* What was said on stderr since the last call. */
static struct text
said(void)
{
	static char buf[4096];
	fflush(stderr);
	rewind(messages);
	size_t n = fread(buf, 1, sizeof(buf) - 1, messages);
	buf[n] = '\0';
	rewind(messages);
	if (ftruncate(fileno(messages), 0) < 0)
		exit(1);
	return (struct text){buf, n};
}

static void
refused(const char *xml, size_t n, const char *message, const char *name)
{
	struct log l;
	is_int(parse_fresh(&l, xml, n, 64), -1, name);
	is_text(said(), message, name);
}

#define refuses(xml, message, name) \
	refused((xml), sizeof(xml) - 1, (message), (name))

static void
test_events(void)
{
	static const char xml[] =
	    "<?xml version=\"1.0\"?>\n<a xmlns=\"urn:x\" b=\"1 &amp;#38; "
	    "2&#38;\">"
	    "t&lt;\xc3\xa9<c xmlns:p=\"urn:p\" p:d=\"&#10;\"/>"
	    "<![CDATA[<raw>]]></a>";
	static const char want[] = "<urn:x|a b=1 &#38; 2&>t<\xc3\xa9"
				   "<urn:x|c d=\n></c><raw></a>";
	struct log l;
	for (size_t piece = 1; piece < 9; piece++) {
		is_int(parse_fresh(&l, xml, sizeof(xml) - 1, piece), 0,
		       "whole document");
		is_text(((struct text){l.s, l.n}), want, "its events");
	}
	is_text(said(), "", "nothing to say");
}

static void
test_utf16(void)
{
	static const char xml[] = "\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0";
	struct log l;
	is_int(parse_fresh(&l, xml, sizeof(xml) - 1, 3), 0, "UTF-16");
	is_text(((struct text){l.s, l.n}), "<|a>\xc3\xa9</a>", "as UTF-8");
}

static void
test_refusals(void)
{
	refuses("<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>",
		"t: t.xml: error: XML line 1: a DOCTYPE, refused\n", "DOCTYPE");
	refuses("<a>\n<b>\n</a>",
		"t: t.xml: error: XML line 3: not well-formed: end tag does "
		"not match\n",
		"mismatch");
	refuses("<a>\n<b>",
		"t: t.xml: error: XML line 2: not well-formed: a tag is not "
		"closed (cut off?)\n",
		"cut off");
	refuses("<a>&nbsp;</a>",
		"t: t.xml: error: XML line 1: an entity that is not "
		"declared\n",
		"entity");
	refuses("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>",
		"t: t.xml: error: XML line 1: an encoding other than UTF-8 or "
		"UTF-16\n",
		"UTF-7");
	refuses(
	    "<?xml version=\"1.0\" encoding=\"UTF-16BE\"\0?\0>\0<\0a\0/\0>",
	    "t: t.xml: error: XML line 1: UTF-16 is declared, but it is not "
	    "that\n",
	    "two encodings");
	refuses("L\x6f\xa7\x94\x93",
		"t: t.xml: error: XML line 1: not XML in UTF-8 or UTF-16\n",
		"EBCDIC");
	refuses("", "t: t.xml: error: XML line 1: empty, expected XML\n",
		"empty");
	refuses("<a>\xff</a>",
		"t: t.xml: error: XML line 1: a character that XML or its "
		"encoding does not allow\n",
		"bad UTF-8");
	refuses("<p:a/>",
		"t: t.xml: error: XML line 1: a namespace prefix that is not "
		"declared\n",
		"prefix");
	refuses("<a/><b/>",
		"t: t.xml: error: XML line 1: not well-formed: a tag is not "
		"closed (cut off?)\n",
		"second root");
}

static void
test_caps(void)
{
	size_t n = 0, cap = 3 << 20;
	char *xml = calloc(cap, 1);
	for (int i = 0; i < 300; i++, n += 3)
		memcpy(xml + n, "<a>", 3);
	refused(xml, n,
		"t: t.xml: error: XML line 1: more than 256 elements deep\n",
		"depth");
	n = (size_t)snprintf(xml, cap, "<a");
	for (int i = 0; i < 1001; i++)
		n += (size_t)snprintf(xml + n, cap - n, " a%d=''", i);
	n += (size_t)snprintf(xml + n, cap - n, "/>");
	refused(xml, n,
		"t: t.xml: error: XML line 1: more than 1,000 attributes in "
		"a tag\n",
		"attributes");
	n = (size_t)snprintf(xml, cap, "<a b='");
	memset(xml + n, 'x', cap - n);
	refused(xml, cap,
		"t: t.xml: error: XML line 1: a tag of more than 512 KiB\n",
		"endless tag");
	free(xml);
}

static void
test_stops(void)
{
	static const char xml[] = "<a><b x=\"1\"/><c/></a>";
	struct log l = {0};
	l.x = xmlin_new("t.xml", &handlers, &l);
	l.stop_at = xmlin_intern(l.x, "b");
	is_int(parse(&l, xml, sizeof(xml) - 1, 99), -1, "stopped: a failure");
	is_text(((struct text){l.s, l.n}), "<|a><|b x=1>", "nothing after it");
	xmlin_free(l.x);
	memset(&l, 0, sizeof(l));
	l.x = xmlin_new("t.xml", &handlers, &l);
	l.enough_at = xmlin_intern(l.x, "b");
	is_int(parse(&l, xml, sizeof(xml) - 1, 2), 0, "enough: no failure");
	is_text(((struct text){l.s, l.n}), "<|a><|b x=1>", "nothing after it");
	xmlin_free(l.x);
	is_text(said(), "", "both are silent");
}

static void
test_attribute(void)
{
	struct log l = {0};
	l.x = xmlin_new("t.xml", &handlers, &l);
	const char *r = xmlin_intern(l.x, "r");
	struct xml_attribute attrs[] = {{r, "urn:x", {"1", 1}},
					{xmlin_intern(l.x, "r"), "", {"2", 1}}};
	is_text(*xmlin_attribute(attrs, 2, r), "2", "without a namespace");
	ok(xmlin_attribute(attrs, 1, r) == NULL, "none");
	xmlin_free(l.x);
}

int
main(void)
{
	diag_program("t");
	messages = tmpfile();
	if (messages == NULL || dup2(fileno(messages), STDERR_FILENO) < 0)
		return 1;
	test_events();
	test_utf16();
	test_refusals();
	test_caps();
	test_stops();
	test_attribute();
	return done();
}
