#include "read/dialect.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "read/binding.h"
#include "csvin.h"
#include "buffer.h"
#include "diag.h"
#include "filekind.h"
#include "read/header.h"
#include "mem.h"
#include "ground/memory.h"
#include "read/skip.h"
#include "read/tie.h"

static const char candidates[] = ",;\t|";
#define CANDIDATES (sizeof(candidates) - 1)

/* How often each candidate stands outside quotes in the header rows. */
static void
count_candidates(struct text t, const struct layout *l,
		 size_t counts[CANDIDATES])
{
	size_t record = 1, last = l->kop + l->kopregels - 1;
	bool quoted = false;
	const char *c;

	memset(counts, 0, CANDIDATES * sizeof(*counts));
	for (size_t i = 0; i < t.n && record <= last; i++) {
		if (t.s[i] == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (t.s[i] == '\n' ||
		    (t.s[i] == '\r' && i + 1 < t.n && t.s[i + 1] != '\n'))
			record++;
		c = t.s[i] ? strchr(candidates, t.s[i]) : NULL;
		if (c && record >= l->kop)
			counts[c - candidates]++;
	}
}

/* The one candidate in the header; 0 when there is none or more. */
static char
sniff(struct text t, const struct layout *l)
{
	size_t counts[CANDIDATES];
	char found = 0;

	count_candidates(t, l, counts);
	for (size_t i = 0; i < CANDIDATES; i++) {
		if (!counts[i])
			continue;
		if (found)
			return 0;
		found = candidates[i];
	}
	return found;
}

static char
delimiter_of(struct text t, const struct layout *l, char delimiter)
{
	if (delimiter)
		return delimiter;
	return l->delimiter ? l->delimiter : sniff(t, l);
}

static const char *
encoding_of(const struct layout *l, const char *encoding)
{
	if (!encoding)
		encoding = l->encoding;
	if (encoding && (strcasecmp(encoding, "utf-8") == 0 ||
			 strcasecmp(encoding, "utf8") == 0))
		return NULL;
	return encoding;
}

/* What the records say of whose layout it is. */
enum mark { MARK_OTHER = -1, MARK_NONE, MARK_OWN };

/* What this record says; MARK_OTHER with the reason in *why. */
static enum mark
mark_record(const struct csvin *r, const struct binding *b,
	    struct buffer *folded, char **why)
{
	struct text cell = {"", 0};
	struct buffer text = {0};
	char shown[TEXT_SHOW];

	for (size_t i = 0; i < b->mark_count; i++) {
		struct text t = text_trim(csvin_field(r, b->marks[i].column));

		if (!t.n)
			continue;
		if (skip_applies(b->marks[i].rule, t, folded))
			return MARK_OWN;
		cell = t;
	}
	if (!cell.n)
		return MARK_NONE;
	buffer_printf(&text, "its records are of \"%s\"",
		      text_show(cell, shown));
	*why = text.s;
	return MARK_OTHER;
}

/* The first record that says anything. */
static enum mark
mark_of(struct csvin *r, const struct binding *b, char **why)
{
	struct buffer folded = {0};
	enum mark mark = MARK_NONE;
	size_t n;

	while (b->mark_count && mark == MARK_NONE && csvin_next(r) == 1) {
		(void)csvin_fields(r, &n);
		mark = mark_record(r, b, &folded, why);
	}
	buffer_free(&folded);
	return mark;
}

/* The header of the first bytes as this layout reads it, bound to it, and what
 * the records say. *why says why not; -1 for a fault that was told. */
static int
try_bytes(struct input *in, const struct layout *l, char delimiter,
	  struct binding **out, enum mark *mark, char **why)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct csvin *r;
	struct header *h;

	if (n < 0)
		return -1;
	delimiter = delimiter_of((struct text){(const char *)p, (size_t)n}, l,
				 delimiter);
	if (!delimiter) {
		*why = mem_text("its delimiter is not clear", 26);
		return 0;
	}
	r = csvin_new(in, delimiter);
	h = header_read(r, l);
	if (h)
		*out = binding_new(l, h, why);
	if (*out)
		*mark = mark_of(r, *out, why);
	header_free(h);
	csvin_free(r);
	return h ? 0 : -1;
}

/* What the layouts of a choice come to. */
struct trial {
	const char *name;
	struct text bytes; /* the first of the delivery */
	const struct dialect *given;
	const struct layout *best, *tie;
	size_t most; /* columns it names */
	enum mark mark;
	bool whole;  /* it leaves no named column unread */
	char *fault; /* the first that kept the header from being read */
	const char *faulty;
};

static int
try_layout(const struct trial *t, const struct layout *l, struct binding **out,
	   enum mark *mark, char **why)
{
	struct memory m;
	const char *encoding = encoding_of(l, t->given->encoding);
	struct input *in = memory_input(&m, t->name, t->bytes);
	int rc = 0;

	*out = NULL;
	*why = NULL;
	*mark = MARK_NONE;
	if (encoding)
		rc = input_encoding(in, encoding);
	if (rc == 0)
		rc = try_bytes(in, l, t->given->delimiter, out, mark, why);
	input_close(in);
	return rc;
}

/* The one that names most columns, and of these the one whose records say that
 * they are of it. */
static void
compare(struct trial *t, const struct layout *l, const struct binding *b,
	enum mark mark)
{
	bool as_many = t->best && b->named == t->most;

	if (t->best && (b->named < t->most || (as_many && mark < t->mark)))
		return;
	t->tie = as_many && mark == t->mark ? t->best : NULL;
	t->best = l;
	t->most = b->named;
	t->mark = mark;
	t->whole = true;
	for (size_t i = 0; i < b->unread_count; i++)
		t->whole = t->whole && !b->unread_named[i];
}

/* A fault in reading the header means only that it is not of this layout:
 * another one has another delimiter, encoding or header row. */
static void
try_one(struct trial *t, const struct layout *l)
{
	struct binding *b;
	enum mark mark;
	char *why, *fault;

	diag_hold(&fault);
	(void)try_layout(t, l, &b, &mark, &why);
	diag_hold(NULL);
	if (why || fault)
		diag_note("%s does not fit: %s", l->path, why ? why : fault);
	if (fault && !t->fault) {
		t->fault = fault;
		t->faulty = l->path;
		fault = NULL;
	}
	if (b && mark != MARK_OTHER)
		compare(t, l, b, mark);
	binding_free(b);
	free(why);
	free(fault);
}

static const struct layout *
none_fits(const struct trial *t, size_t count)
{
	if (t->faulty)
		diag_fail("none of the %zu layouts fits (%s: %s); -v says why "
			  "for each",
			  count, t->faulty, t->fault);
	else
		diag_fail("none of the %zu layouts fits the header; -v says "
			  "why for each",
			  count);
	return NULL;
}

/* Tries the layouts; those further off only when no nearer one fits. */
static void
try_all(struct trial *t, struct layout *const *layouts, const struct choices *c)
{
	for (size_t i = 0; i < c->count; i++) {
		if (i == c->nearest && t->best)
			break;
		if (layouts[i])
			try_one(t, layouts[i]);
	}
}

/* The layout that fits and names most columns. */
static const struct layout *
choose(struct trial *t, struct layout *const *layouts, const struct choices *c)
{
	try_all(t, layouts, c);
	if (!t->best)
		return none_fits(t, c->count);
	if (t->tie) {
		tie_tell(t->tie, t->best);
		return NULL;
	}
	if (!t->best->first.n)
		return t->best;
	diag_fail("%s is what %s describes, which is read after %s", t->name,
		  t->best->path, t->best->first.s);
	return NULL;
}

/* UTF-16 said by name: text that looks like none. */
static bool
is_wide(const char *encoding)
{
	return encoding && (strncasecmp(encoding, "utf-16", 6) == 0 ||
			    strncasecmp(encoding, "utf16", 5) == 0);
}

int
dialect_delimiter(struct input *in, struct dialect *d)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);

	if (n < 0 || (!is_wide(d->encoding) &&
		      filekind_refuse(input_name(in), "CSV", p, (size_t)n) < 0))
		return -1;
	d->delimiter = delimiter_of((struct text){(const char *)p, (size_t)n},
				    d->layout, d->delimiter);
	if (n == 0)
		d->delimiter = ','; /* csvin says what is wrong */
	if (d->delimiter)
		return 0;
	if (!is_wide(d->encoding) && memchr(p, '\0', (size_t)n))
		return filekind_refuse_text(input_name(in), "CSV", p,
					    (size_t)n);
	return diag_fail("%s: the header does not show one delimiter, expected "
			 "comma, semicolon, tab or bar: give it with -d or in "
			 "the layout",
			 input_name(in));
}

int
dialect_known(struct input *in, struct layout *const *layouts,
	      const struct choices *c, const char *encoding, char delimiter,
	      const struct layout **out)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct dialect d = {.encoding = encoding, .delimiter = delimiter};
	struct trial t = {.name = input_name(in), .given = &d};

	*out = NULL;
	if (n < 0)
		return -1;
	t.bytes = memory_whole_lines((struct text){(const char *)p, (size_t)n});
	try_all(&t, layouts, c);
	free(t.fault);
	if (!t.best || !t.whole)
		return 0;
	if (t.tie) {
		tie_tell(t.tie, t.best);
		return -1;
	}
	*out = t.best;
	return 0;
}

int
dialect_find(struct input *in, struct layout *const *layouts,
	     const struct choices *c, const char *encoding, char delimiter,
	     struct dialect *out)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct dialect d = {.encoding = encoding, .delimiter = delimiter};
	struct trial t = {.name = input_name(in), .given = &d};

	if (n < 0)
		return -1;
	t.bytes = memory_whole_lines((struct text){(const char *)p, (size_t)n});
	d.bom = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0;
	d.layout = layouts[0];
	if (c->count > 1)
		d.layout = choose(&t, layouts, c);
	free(t.fault);
	if (!d.layout)
		return -1;
	d.encoding = encoding_of(d.layout, encoding);
	*out = d;
	return 0;
}
