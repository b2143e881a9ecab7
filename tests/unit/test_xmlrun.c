/* xmlrun: a shortcut gives what the parser would, down to the line of a fault;
 * and is not asked where it must not be. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"
#include "tap.h"
#include "xmlrun.h"

struct log {
	struct xmlin *x;
	const char *list;
	bool shut;     /* take nothing */
	bool declared; /* when last asked */
	size_t taken, asked, depth, documents;
	bool as_u; /* the element last begun declares p as u */
	char s[4096];
	size_t n;
};

struct source {
	const char *p;
	size_t n, step;
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
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct log *l = ctx;
	(void)ns;
	(void)attrs;
	(void)count;
	l->depth++;
	l->as_u = xmlin_declares(l->x, "p", "u");
	if (local == l->list)
		xmlin_open_shortcut(l->x);
	add(l, "<", 1);
	add(l, local, strlen(local));
	add(l, ">", 1);
}

static void
on_end(void *ctx, const char *local, const char *ns)
{
	struct log *l = ctx;
	(void)local;
	(void)ns;
	l->depth--;
	add(l, "</>", 3);
}

static void
on_text(void *ctx, const char *s, size_t n)
{
	add(ctx, s, n);
}

/* Children <r>7</r>, and line feeds between them. */
static size_t
take(void *ctx, const char *p, size_t n)
{
	struct log *l = ctx;
	const char *from = p;
	l->asked++;
	l->declared = xmlin_is_declared(l->x);
	for (int i = 0; i < XMLRUN_SLACK; i++)
		if (p[n + (size_t)i] != '\0')
			return n + 1; /* shows as a fault */
	while (!l->shut) {
		size_t k = strspn(p, "\n"), digits;
		if (strncmp(p + k, "<r>", 3) != 0)
			break;
		digits = strspn(p + k + 3, "0123456789");
		if (strncmp(p + k + 3 + digits, "</r>", 4) != 0)
			break;
		add(l, p, k);
		add(l, "<r>", 3);
		add(l, p + k + 3, digits);
		add(l, "</>", 3);
		p += k + 3 + digits + 4;
		l->taken++;
	}
	xmlin_pass(l->x, from, (size_t)(p - from));
	return (size_t)(p - from);
}

static ssize_t
source_read(void *ctx, void *buf, size_t n)
{
	struct source *s = ctx;
	if (n > s->n)
		n = s->n;
	if (n > s->step)
		n = s->step;
	memcpy(buf, s->p, n);
	s->p += n;
	s->n -= n;
	return (ssize_t)n;
}

static int
source_close(void *ctx)
{
	(void)ctx;
	return 0;
}

static void
begin(struct log *l)
{
	static const struct xml_handlers handlers = {on_start, on_end, on_text};
	l->x = xmlin_new("t.xml", &handlers, l);
	l->list = xmlin_intern(l->x, "list");
	l->documents++;
}

static int
next(void *ctx, struct xmlin **x)
{
	struct log *l = ctx;
	if (l->n == 0 || l->depth > 0)
		return 0;
	int rc = xmlin_finish(l->x);
	xmlin_free(l->x);
	begin(l);
	*x = l->x;
	return rc < 0 ? -1 : 1;
}

static int
parse_all(struct log *l, const char *xml, size_t n, bool shut, bool several)
{
	struct source s = {xml, n, 3};
	struct input *in = input_new("t.xml", &s, source_read, source_close);
	const struct xmlrun run = {take, l, "</r>", "p", several ? next : NULL};
	memset(l, 0, sizeof(*l));
	l->shut = shut;
	begin(l);
	int rc = xmlrun(l->x, in, &run);
	xmlin_free(l->x);
	input_close(in);
	return rc;
}

static int
parse(struct log *l, const char *xml, size_t n, bool shut)
{
	return parse_all(l, xml, n, shut, false);
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

/* Both ways: the same events, result and message. How many were taken. */
static size_t
both(const char *xml, size_t n, int rc, const char *name)
{
	struct log fast, slow;
	char want[4096];
	is_int(parse(&slow, xml, n, true), rc, name);
	snprintf(want, sizeof(want), "%s", said().s);
	is_int(parse(&fast, xml, n, false), rc, name);
	is_text(said(), want, name);
	ok(fast.n == slow.n && memcmp(fast.s, slow.s, fast.n) == 0, name);
	return fast.taken;
}

/* How many are taken where the parser met something else, or of so short a
 * document, depends on the size of the reads: counted without INPUT_CHUNK, with
 * which the first may be taken too. */
#if defined(INPUT_CHUNK) || defined(INPUT_CHUNKS)
#define is_count(got, want, name) \
	ok((got) <= (size_t)(want) + ((want) > 0), name)
#else
#define is_count(got, want, name) is_int((got), (want), name)
#endif
#define takes(xml, count, name) \
	is_count(both((xml), sizeof(xml) - 1, 0, (name)), (count), (name))
#define faulty(xml, count, name) \
	is_count(both((xml), sizeof(xml) - 1, -1, (name)), (count), (name))

#define FIVE "<r>1</r><r>2</r><r>3</r><r>4</r><r>5</r>"

/* The first child is the parser's, whom it is fed with all before it. */
static void
test_taken(void)
{
	takes("<list><r>0</r><r>1</r><r>2</r></list>", 2, "all of them");
	takes("<?xml version='1.0' "
	      "encoding='utf-8'?>\n<a><list><r>0</r>\n<r>1</r>\n"
	      "<r>2</r>\n</list><r>3</r></a>",
	      2, "until the list ends");
	takes("\xef\xbb\xbf<list><r>0</r><r>1</r></list>", 1, "after a BOM");
	takes("<list><r>0</r><r>1</r><r "
	      "a=''>2</r><r>3</r><r><r>4</r></r>\n<r>5</r>"
	      "</list>",
	      3, "others between them");
	takes("<list><r>0</r><r>1</r>text<r>2</r><r>3</r></list>", 2,
	      "after text");
	takes("<a><list/><r>0</r><r>1</r></a>", 0, "an empty list");
	takes("<a><list/><list><r>0</r><r>1</r></list></a>", 0,
	      "the first list only");
}

/* How many, depends on the size of the reads. */
static void
test_apparent(void)
{
	static const char inside[] =
	    "<list><!-- <r>1</r> --><r>2</r><![CDATA[<r>3</r>]]>"
	    "<?a <r>4</r>?><r>5</r></list>";
	static const char ends[] =
	    "<a b='>'><!-- > -->" FIVE "<list>" FIVE FIVE "</list></a>";
	size_t n = both(inside, sizeof(inside) - 1, 0, "what only looks so");
	ok(n <= 2, "is not taken");
	n = both(ends, sizeof(ends) - 1, 0, "ends in appearance only");
	is_count(n < 10 ? n : 9, 9, "are overcome");
}

static void
test_refused(void)
{
	takes("<p:list xmlns:p='u'><r>0</r><r>1</r></p:list>", 0, "a prefix");
	takes("\xff\xfe<\0l\0i\0s\0t\0>\0<\0r\0>\0000\0<\0/"
	      "\0r\0>\0<\0r\0>\0001\0<\0/\0r\0>\0<\0/\0l\0i"
	      "\0s\0t\0>\0",
	      0, "UTF-16");
	takes("<?xml version='1.0' "
	      "encoding='ASCII'?><list><r>0</r><r>1</r></list>",
	      0, "ASCII");
	faulty("<!DOCTYPE a><list><r>0</r><r>1</r></list>", 0, "a DOCTYPE");
}

static void
test_faults(void)
{
	faulty("<list><r>0</r>\n<r>1</r>\n<r>2</r>\n</liszt>", 2,
	       "the line of a fault");
	faulty("<list><r>0</r>\n<r>1</r>\n\n<r>2</s>\n<r>3</r></list>", 1,
	       "nothing after a fault");
	faulty("<list><r>0</r><r>1</r><r>2", 1, "cut off in a child");
	faulty("<list><r>0</r><r>1</r>", 1, "cut off between two");
	faulty("<list><r>0</r><r>1</r></list><r>2</r>", 1, "a second root");
	faulty("<list><r>0</r><r>1</r><r>2\0</r></list>", 1, "a NUL");
}

static void
test_declared(void)
{
	static const char with[] =
	    "<a xmlns:p='u'><list><r>0</r><r>1</r></list></a>";
	static const char gone[] =
	    "<a><b xmlns:p='u'/><list><r>0</r><r>1</r></list></a>";
	struct log l;
	parse(&l, with, sizeof(with) - 1, false);
	ok(l.declared || l.asked == 0, "a prefix is declared");
	parse(&l, gone, sizeof(gone) - 1, false);
	ok(!l.declared, "one of a closed element is not");
	is_text(said(), "", "nothing to say");
}

static void
test_declares(void)
{
	static const struct {
		const char *xml;
		bool yes;
	} all[] = {{"<a xmlns:p='u'/>", true},
		   {"<a xmlns='w' xmlns:q='v' xmlns:p='u'/>", true},
		   {"<a xmlns:p='v'/>", false},
		   {"<a xmlns='u'/>", false},
		   {"<a xmlns:q='u'/>", false},
		   {"<a xmlns:p='u'><b/></a>", false}};
	struct log l;
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		parse(&l, all[i].xml, strlen(all[i].xml), false);
		is_int(l.as_u, all[i].yes, all[i].xml);
	}
}

/* Documents behind each other, each with a declaration. */
static void
test_several(void)
{
#define ROWS "<list><r>0</r><r>1</r><?xml-a <r?>\n<r>2</r></list>"
	static const char three[] =
	    "<?xml version='1.0'?>" ROWS "\n<?xml version='1.0'?>" ROWS
	    "\n\xef\xbb\xbf<?xml version='1.0'?>" ROWS;
	static const char last[] = "<?xml version='1.0'?>" ROWS
				   "<?xml version='1.0'?>\n<list><r>0</s>";
	static const char first[] =
	    "<list></list>text<?xml version='1.0'?>" ROWS;
	struct log a, b;
	is_int(parse_all(&a, three, sizeof(three) - 1, false, true), 0,
	       "three documents");
	is_int(a.documents, 3, "are counted");
	parse_all(&b, three, sizeof(three) - 1, true, true);
	ok(a.n == b.n && memcmp(a.s, b.s, a.n) == 0, "the same both ways");
	is_int(parse_all(&a, last, sizeof(last) - 1, false, true), -1,
	       "a fault in the last");
	is_text(said(),
		"t: t.xml: error: XML line 2: not well-formed: end tag does "
		"not match\n",
		"on its own line");
	is_int(parse_all(&a, first, sizeof(first) - 1, false, true), -1,
	       "a fault behind the first");
	is_int(a.documents, 1, "and none after it");
	ok(said().n > 0, "is told");
}

/* Larger than what is read at once; a child that is, too. */
static void
test_large(void)
{
	size_t cap = 1 << 20, n = 0, children = 0;
	char *xml = malloc(cap);
	n += (size_t)snprintf(xml, cap, "<list>");
	for (; n < 400000; children++)
		n += (size_t)snprintf(xml + n, cap - n, "<r>%zu</r>\n", n);
	n += (size_t)snprintf(xml + n, cap - n, "<r>");
	memset(xml + n, '7', 200000);
	n += 200000;
	n += (size_t)snprintf(xml + n, cap - n, "</r><r>1</r></list>");
	struct log l;
	is_int(parse(&l, xml, n, false), 0, "large: well-formed");
	is_count(l.taken, children,
		 "large: all but the first and that are taken");
	free(xml);
}

/* Ends that are none are not tried one by one. */
static void
test_hostile(void)
{
	size_t cap = 1 << 20, n = 0;
	char *xml = malloc(cap);
	n += (size_t)snprintf(xml, cap, "<list><!--");
	for (; n < 400000;)
		n += (size_t)snprintf(xml + n, cap - n, "</r>");
	n += (size_t)snprintf(xml + n, cap - n, "--></list>");
	struct log l;
	is_int(parse(&l, xml, n, false), 0, "hostile: well-formed");
	ok(l.asked < 100000, "hostile: seldom asked");
	free(xml);
}

int
main(void)
{
	diag_program("t");
	messages = tmpfile();
	if (messages == NULL || dup2(fileno(messages), STDERR_FILENO) < 0)
		return 1;
	test_taken();
	test_apparent();
	test_refused();
	test_faults();
	test_declared();
	test_declares();
	test_several();
	test_large();
	test_hostile();
	return done();
}
