#include "read/dialect.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "read/binding.h"
#include "csvin.h"
#include "buffer.h"
#include "diag.h"
#include "read/header.h"
#include "mem.h"
#include "ground/memory.h"

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

/* The header of the first bytes as this layout reads it, bound to it. *why
 * says why not; -1 for a fault that was told. */
static int
try_bytes(struct input *in, const struct layout *l, char delimiter,
	  struct binding **out, char **why)
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
	size_t most;
	char *fault; /* the first that kept the header from being read */
	const char *faulty;
};

static int
try_layout(const struct trial *t, const struct layout *l, struct binding **out,
	   char **why)
{
	struct memory m;
	const char *encoding = encoding_of(l, t->given->encoding);
	struct input *in = memory_input(&m, t->name, t->bytes);
	int rc = 0;

	*out = NULL;
	*why = NULL;
	if (encoding)
		rc = input_encoding(in, encoding);
	if (rc == 0)
		rc = try_bytes(in, l, t->given->delimiter, out, why);
	input_close(in);
	return rc;
}

/* A fault in reading the header means only that it is not of this layout:
 * another one has another delimiter, encoding or header row. */
static void
try_one(struct trial *t, const struct layout *l)
{
	struct binding *b;
	char *why, *fault;

	diag_hold(&fault);
	(void)try_layout(t, l, &b, &why);
	diag_hold(NULL);
	if (why || fault)
		diag_note("%s does not fit: %s", l->path, why ? why : fault);
	if (fault && !t->fault) {
		t->fault = fault;
		t->faulty = l->path;
		fault = NULL;
	}
	if (b && b->named >= t->most) {
		t->tie = b->named == t->most ? t->best : NULL;
		t->best = l;
		t->most = b->named;
	}
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

static bool
reads(const struct layout *l, struct text kolom)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (text_equal(l->fields[f].kolom, kolom))
			return true;
	for (size_t i = 0; i < l->column_count; i++)
		if (text_equal(l->columns[i].kolom, kolom))
			return true;
	for (size_t i = 0; i < l->date_count; i++)
		if (text_equal(l->dates[i].kolom, kolom))
			return true;
	return false;
}

/* The first column that only this one of two layouts reads; empty for none. */
static struct text
only_of(const struct layout *l, const struct layout *other)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (l->fields[f].kolom.n && !reads(other, l->fields[f].kolom))
			return l->fields[f].kolom;
	for (size_t i = 0; i < l->column_count; i++)
		if (!reads(other, l->columns[i].kolom))
			return l->columns[i].kolom;
	return text_of("");
}

/* What would decide between two layouts that fit equally well. */
static void
fail_tie(const struct layout *a, const struct layout *b)
{
	struct text one = only_of(a, b), two = only_of(b, a);
	struct buffer why = {0};

	if (one.n)
		buffer_printf(&why, "; only %s reads \"%s\"", a->path, one.s);
	if (two.n)
		buffer_printf(&why, "; only %s reads \"%s\"", b->path, two.s);
	diag_fail("the layouts %s and %s fit equally well: give one with -l%s",
		  a->path, b->path, buffer_view(&why).s);
	buffer_free(&why);
}

/* The layout that fits and names most columns, among the nearest when one of
 * them fits. */
static const struct layout *
choose(struct trial *t, struct layout *const *layouts, const struct choices *c)
{
	for (size_t i = 0; i < c->count; i++) {
		if (i == c->nearest && t->best)
			break;
		try_one(t, layouts[i]);
	}
	if (!t->best)
		return none_fits(t, c->count);
	if (!t->tie)
		return t->best;
	fail_tie(t->tie, t->best);
	return NULL;
}

int
dialect_delimiter(struct input *in, struct dialect *d)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);

	if (n < 0)
		return -1;
	d->delimiter = delimiter_of((struct text){(const char *)p, (size_t)n},
				    d->layout, d->delimiter);
	if (n == 0)
		d->delimiter = ','; /* csvin says what is wrong */
	if (d->delimiter)
		return 0;
	return diag_fail("%s: the header does not show one delimiter (comma, "
			 "semicolon, tab or bar): give it with -d or in the "
			 "layout",
			 input_name(in));
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
