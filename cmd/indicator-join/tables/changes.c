#include "tables/changes.h"

#include <stdbool.h>
#include <stdlib.h>

#include "mem.h"
#include "period.h"
#include "table.h"

enum column { OUD, NIEUW, DATUM, AANDEEL, COLUMNS };

static const char *const columns[COLUMNS] = {"oud", "nieuw", "datum",
					     "aandeel"};

struct changes {
	struct table *table;
	struct change *list;
	size_t count, cap;
};

static int
read_place(struct changes *c, size_t row, enum column column, struct places *ps,
	   size_t *out)
{
	struct text code = table_cell(c->table, row, column);

	if (region_level(code) != REGION_GEMEENTE)
		return table_fail(c->table, row, column,
				  "expected a municipality (GM0000), found "
				  "\"%s\"",
				  code.s);
	*out = (size_t)places_find(ps, code);
	return 0;
}

static int
read_date(const struct changes *c, size_t row, int32_t *out)
{
	struct text t = table_cell(c->table, row, DATUM);

	if (date_parse(t, out))
		return 0;
	return table_fail(c->table, row, DATUM,
			  "expected a date (2022-03-24), found \"%s\"", t.s);
}

/* Whether the same oud goes to several on that date. */
static bool
is_split(const struct changes *c, size_t row)
{
	struct text oud = table_cell(c->table, row, OUD);
	struct text datum = table_cell(c->table, row, DATUM);
	size_t n = 0;

	for (size_t i = 0; i < table_rows(c->table); i++)
		n += text_equal(table_cell(c->table, i, OUD), oud) &&
		     text_equal(table_cell(c->table, i, DATUM), datum);
	return n > 1;
}

static int
read_share(const struct changes *c, size_t row, struct num *out)
{
	struct text t = table_cell(c->table, row, AANDEEL);

	*out = num_of(1);
	if (t.n == 0 && !is_split(c, row))
		return 0;
	if (t.n == 0)
		return table_fail(c->table, row, AANDEEL,
				  "\"%s\" is split: expected the share of "
				  "each part (0.25)",
				  table_cell(c->table, row, OUD).s);
	if (num_parse(t, NUM_PLAIN, out) != NUM_OK || out->units <= 0 ||
	    num_compare(*out, num_of(1)) > 0)
		return table_fail(c->table, row, AANDEEL,
				  "expected a fraction above 0, at most 1, "
				  "found \"%s\"",
				  t.s);
	return 0;
}

/* All shares of this oud on this date, together. */
static int
check_shares(const struct changes *c, size_t row)
{
	struct text oud = table_cell(c->table, row, OUD);
	struct text datum = table_cell(c->table, row, DATUM);
	struct num sum = num_of(0), share;
	char buf[NUM_TEXT];

	for (size_t i = 0; i < table_rows(c->table); i++) {
		if (!text_equal(table_cell(c->table, i, OUD), oud) ||
		    !text_equal(table_cell(c->table, i, DATUM), datum))
			continue;
		if (read_share(c, i, &share) < 0)
			return -1;
		if (!num_add(sum, share, &sum))
			break;
	}
	if (num_compare(sum, num_of(1)) == 0)
		return 0;
	return table_fail(c->table, row, AANDEEL,
			  "the shares of %s on %s are %s together, expected 1",
			  oud.s, datum.s, num_format(sum, buf).s);
}

static struct change *
change_of(struct changes *c, int32_t date, size_t place)
{
	struct change *x;

	for (size_t i = 0; i < c->count; i++)
		if (c->list[i].date == date && c->list[i].place == place)
			return &c->list[i];
	c->list = mem_grow(c->list, &c->cap, c->count + 1, sizeof(*c->list));
	x = &c->list[c->count++];
	*x = (struct change){.date = date, .place = place};
	return x;
}

static int
add_row(struct changes *c, size_t row, struct places *ps)
{
	struct change *x;
	struct part part;
	size_t nieuw = 0; /* gcc does not see that it is read */
	int32_t date;

	if (read_place(c, row, OUD, ps, &part.place) < 0 ||
	    read_place(c, row, NIEUW, ps, &nieuw) < 0 ||
	    read_date(c, row, &date) < 0 ||
	    read_share(c, row, &part.share) < 0 || check_shares(c, row) < 0)
		return -1;
	x = change_of(c, date, nieuw);
	for (size_t i = 0; i < x->count; i++)
		if (x->parts[i].place == part.place)
			return table_fail(c->table, row, OUD,
					  "\"%s\" is a part already",
					  table_cell(c->table, row, OUD).s);
	x->parts = mem_grow(x->parts, &x->cap, x->count + 1, sizeof(*x->parts));
	x->parts[x->count++] = part;
	x->line = table_line(c->table, row);
	return 0;
}

static int
by_date(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

struct changes *
changes_load(const char *path, struct places *ps)
{
	struct changes *c = mem_new(struct changes);
	int rc = 0;

	c->table = table_load(path, columns, COLUMNS);
	if (!c->table)
		rc = -1;
	for (size_t i = 0; rc == 0 && i < table_rows(c->table); i++)
		rc = add_row(c, i, ps);
	if (rc < 0) {
		changes_free(c);
		return NULL;
	}
	if (c->count)
		qsort(c->list, c->count, sizeof(*c->list), by_date);
	return c;
}

void
changes_free(struct changes *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->count; i++)
		free(c->list[i].parts);
	free(c->list);
	table_free(c->table);
	free(c);
}

size_t
changes_count(const struct changes *c)
{
	return c ? c->count : 0;
}

const struct change *
changes_at(const struct changes *c, size_t i)
{
	return &c->list[i];
}

const char *
changes_name(const struct changes *c)
{
	return table_name(c->table);
}
