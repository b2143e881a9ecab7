#include "dialect.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "binding.h"
#include "csvin.h"
#include "diag.h"
#include "header.h"
#include "mem.h"
#include "memory.h"

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

static int
try_layout(struct text bytes, const struct layout *l, const struct dialect *d,
	   struct binding **out, char **why)
{
	struct memory m;
	const char *encoding = encoding_of(l, d->encoding);
	struct input *in = memory_input(&m, "header", bytes);
	int rc = 0;

	*out = NULL;
	*why = NULL;
	if (encoding)
		rc = input_encoding(in, encoding);
	if (rc == 0)
		rc = try_bytes(in, l, d->delimiter, out, why);
	input_close(in);
	return rc;
}

/* The layout that fits and names most columns. */
static const struct layout *
choose(struct text bytes, struct layout *const *layouts, size_t count,
       const struct dialect *d)
{
	const struct layout *best = NULL, *tie = NULL;
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		struct binding *b;
		char *why;

		if (try_layout(bytes, layouts[i], d, &b, &why) < 0)
			return NULL;
		if (why)
			diag_note("%s does not fit: %s", layouts[i]->path, why);
		if (b && b->named >= most) {
			tie = b->named == most ? best : NULL;
			best = layouts[i];
			most = b->named;
		}
		binding_free(b);
		free(why);
	}
	if (best && !tie)
		return best;
	if (best)
		diag_fail("the layouts %s and %s fit equally well: give one "
			  "with -l",
			  tie->path, best->path);
	else
		diag_fail("none of the %zu layouts fits the header; -v says "
			  "why for each",
			  count);
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
dialect_find(struct input *in, struct layout *const *layouts, size_t count,
	     const char *encoding, char delimiter, struct dialect *out)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct dialect d = {.encoding = encoding, .delimiter = delimiter};
	struct text bytes;

	if (n < 0)
		return -1;
	bytes = memory_whole_lines((struct text){(const char *)p, (size_t)n});
	d.bom = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0;
	d.layout = layouts[0];
	if (count > 1)
		d.layout = choose(bytes, layouts, count, &d);
	if (!d.layout)
		return -1;
	d.encoding = encoding_of(d.layout, encoding);
	*out = d;
	return 0;
}
