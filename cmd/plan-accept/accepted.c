#include "accepted.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "rule.h"
#include "table.h"

enum { GEMEENTE, LEVERING, SHA256, DOOR, DATUM, REDEN, COLUMNS };

static const char *const columns[COLUMNS] = {"gemeente", "levering", "sha256",
					     "door",	 "datum",    "reden"};

struct accepted {
	struct table *table; /* NULL: nothing is */
};

/* Who, when and why are what it is for. */
static int
check(const struct table *t, size_t i)
{
	struct text sum = table_cell(t, i, SHA256);
	int32_t day;

	for (size_t c = 0; c < COLUMNS; c++)
		if (table_cell(t, i, c).n == 0)
			return table_fail(t, i, c,
					  "'' found, expected it to "
					  "be filled in");
	if (sum.n != 64 || strspn(sum.s, "0123456789abcdef") != 64)
		return table_fail(t, i, SHA256,
				  "'%s' found, expected 64 digits and small "
				  "letters a to f",
				  sum.s);
	return table_date(t, i, DATUM, &day) < 0 ? -1 : 0;
}

struct accepted *
accepted_load(const char *path)
{
	struct accepted *a = mem_new(struct accepted);
	int rc = 0;

	if (!path)
		return a;
	a->table = table_load(path, columns, COLUMNS);
	for (size_t i = 0; a->table && rc == 0 && i < table_rows(a->table); i++)
		rc = check(a->table, i);
	if (a->table && rc == 0)
		return a;
	accepted_free(a);
	return NULL;
}

void
accepted_free(struct accepted *a)
{
	if (!a)
		return;
	table_free(a->table);
	free(a);
}

/* Row i of the table names row k of what was delivered. */
static bool
names(const struct table *t, size_t i, const struct delivered *d, size_t k)
{
	return text_equal(table_cell(t, i, GEMEENTE),
			  delivered_cell(d, k, DELIVERED_GEMEENTE)) &&
	       text_equal(table_cell(t, i, LEVERING),
			  delivered_cell(d, k, DELIVERED_LEVERING));
}

static bool
same_bytes(const struct table *t, size_t i, const struct delivered *d, size_t k)
{
	return names(t, i, d, k) &&
	       text_equal(table_cell(t, i, SHA256),
			  delivered_cell(d, k, DELIVERED_SHA256));
}

bool
accepted_is(const struct accepted *a, const struct delivered *d, size_t k)
{
	for (size_t i = 0; a->table && i < table_rows(a->table); i++)
		if (same_bytes(a->table, i, d, k))
			return true;
	return false;
}

/* The deliveries of a municipality, or the municipalities, that there are. */
static struct text
there_is(struct buffer *b, const struct delivered *d, struct text gemeente,
	 const struct gemeenten *g)
{
	bool known = gemeenten_by_code(g, gemeente);

	buffer_clear(b);
	for (size_t k = 0; k < delivered_count(d); k++) {
		struct text code = delivered_cell(d, k, DELIVERED_GEMEENTE);

		if (known && text_equal(code, gemeente))
			buffer_list(b, ", ",
				    delivered_cell(d, k, DELIVERED_LEVERING));
		else if (!known && delivered_first(d, k))
			buffer_list(b, ", ", code);
	}
	if (b->n == 0)
		buffer_string(b, "-");
	return buffer_view(b);
}

static void
tell_row(const struct table *t, size_t i, const struct delivered *d,
	 const struct gemeenten *g, struct findings *f)
{
	struct text gemeente = table_cell(t, i, GEMEENTE);
	struct text levering = table_cell(t, i, LEVERING);
	struct finding_place place = {.file = table_name(t),
				      .record = table_line(t, i),
				      .name = text_of("levering"),
				      .value = levering};
	struct text naam = gemeenten_name(g, gemeente);
	struct buffer list = {0};
	size_t n = delivered_count(d), named = n, fits = n;

	for (size_t k = 0; k < n; k++) {
		named = names(t, i, d, k) ? k : named;
		fits = same_bytes(t, i, d, k) ? k : fits;
	}
	if (fits < n)
		rule_add(f, RULE_BY_NAME, &place,
			 TEXTS(naam, levering, table_cell(t, i, DOOR),
			       table_cell(t, i, DATUM),
			       table_cell(t, i, REDEN)));
	else if (named < n)
		rule_add(f, RULE_OTHER_BYTES, &place,
			 TEXTS(naam, levering,
			       delivered_cell(d, named, DELIVERED_SHA256)));
	else
		rule_add(
		    f, RULE_UNKNOWN, &place,
		    TEXTS(gemeente, levering, there_is(&list, d, gemeente, g)));
	buffer_free(&list);
}

void
accepted_tell(const struct accepted *a, const struct delivered *d,
	      const struct gemeenten *g, struct findings *f)
{
	for (size_t i = 0; a->table && i < table_rows(a->table); i++)
		tell_row(a->table, i, d, g, f);
}
