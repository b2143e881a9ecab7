#include "out/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "csvin.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "num.h"
#include "table/edition.h"
#include "table/rows.h"
#include "table/value.h"

/* A row of the earlier output, its fields as rows.h orders them. */
struct old {
	struct text *fields;
	size_t row;
	bool seen;
};

/* A row that is not there. */
static const struct text none[ROW_FIXED];

struct ledger {
	const char *path;
	struct csvout *out;
	struct arena *arena;
	struct map *olds;	 /* key -> struct old */
	struct map *old_periods; /* table and period */
	struct map *new_periods;
	char *key;
	size_t key_cap, columns, met, added;
	bool loaded, failed;
	struct text table; /* of the data, for who has another */
};

struct ledger *
ledger_new(const char *path, struct csvout *out)
{
	struct ledger *l = mem_new(struct ledger);

	l->path = path;
	l->out = out;
	l->arena = arena_new();
	l->olds = map_new();
	l->old_periods = map_new();
	l->new_periods = map_new();
	return l;
}

void
ledger_free(struct ledger *l)
{
	if (!l)
		return;
	map_free(l->olds);
	map_free(l->old_periods);
	map_free(l->new_periods);
	arena_free(l->arena);
	free(l->key);
	free(l);
}

static void
append(struct ledger *l, size_t *n, struct text t)
{
	l->key = mem_grow(l->key, &l->key_cap, *n + t.n + 1, 1);
	if (t.n)
		memcpy(l->key + *n, t.s, t.n);
	*n += t.n;
	l->key[(*n)++] = '\x1f';
}

/* What says which cell a row is: all but value, unit, status and reason. */
static struct text
key_of(struct ledger *l, const struct text *fields)
{
	size_t n = 0;

	for (size_t i = 0; i < l->columns; i++)
		if (i <= ROW_PERIODE || i >= ROW_FIXED)
			append(l, &n, fields[i]);
	return (struct text){l->key, n};
}

static struct text
period_of(struct ledger *l, const struct text *fields)
{
	size_t n = 0;

	append(l, &n, fields[ROW_TABEL]);
	append(l, &n, fields[ROW_PERIODE]);
	return (struct text){l->key, n};
}

static int
load_row(struct ledger *l, const struct csvin *csv, const size_t *from)
{
	struct old *o = arena_alloc(l->arena, 1, sizeof(*o));
	struct old **place;

	o->row = csvin_row(csv);
	o->fields = arena_alloc(l->arena, l->columns, sizeof(*o->fields));
	for (size_t i = 0; i < l->columns; i++)
		o->fields[i] = arena_text(l->arena, csvin_field(csv, from[i]));
	place = (struct old **)map_slot(l->olds, key_of(l, o->fields));
	if (*place)
		return diag_fail_at(
		    l->path, o->row, "the same cell as line %zu: %s %s %s",
		    (*place)->row, o->fields[ROW_ONDERWERP].s,
		    o->fields[ROW_REGIO].s, o->fields[ROW_PERIODE].s);
	*place = o;
	*map_slot(l->old_periods, period_of(l, o->fields)) = l;
	return 0;
}

static int
load_rows(struct ledger *l, struct csvin *csv, const struct rows *rows)
{
	size_t *from = arena_alloc(l->arena, l->columns, sizeof(*from));
	int rc;

	if (csvin_header(csv) < 0)
		return -1;
	for (size_t i = 0; i < l->columns; i++) {
		long at = csvin_need(csv, rows_name(rows, i).s);

		if (at < 0)
			return -1;
		from[i] = (size_t)at;
	}
	while ((rc = csvin_next_row(csv)) == 1)
		if (load_row(l, csv, from) < 0)
			return -1;
	return rc;
}

static void
write_header(const struct ledger *l, const struct rows *rows)
{
	static const char *const names[] = {
	    "tabel",	   "onderwerp",	    "regio",	  "periode",
	    "wijziging",   "oud",	    "nieuw",	  "verschil",
	    "oude_status", "nieuwe_status", "oude_reden", "nieuwe_reden"};

	csvout_numbers(l->out, "oud nieuw verschil");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(l->out, names[i]);
	for (size_t i = ROW_FIXED; i < l->columns; i++)
		csvout_text(l->out, rows_name(rows, i));
	csvout_end(l->out);
}

/* When the dimensions are known, at the first record. */
static void
load(struct ledger *l, const struct rows *rows)
{
	struct input *in = input_open(l->path);
	struct csvin *csv;

	l->loaded = true;
	l->failed = true;
	l->columns = ROW_FIXED + rows_dimensions(rows);
	if (!in)
		return;
	csv = csvin_new(in, ',');
	l->failed = load_rows(l, csv, rows) < 0;
	csvin_free(csv);
	if (input_close(in) < 0)
		l->failed = true;
	if (!l->failed)
		write_header(l, rows);
}

static void
write_difference(const struct ledger *l, struct text before, struct text now)
{
	char buf[NUM_TEXT];
	struct num a, b, d;

	if (num_parse(before, NUM_PLAIN, &a) == NUM_OK &&
	    num_parse(now, NUM_PLAIN, &b) == NUM_OK && num_subtract(b, a, &d))
		csvout_text(l->out, num_format(d, buf));
	else
		csvout_empty(l->out);
}

/* One of before and now may be none; cell is the other. */
static void
write_change(const struct ledger *l, const char *what, const struct text *cell,
	     const struct text *before, const struct text *now)
{
	for (size_t i = 0; i <= ROW_PERIODE; i++)
		csvout_text(l->out, cell[i]);
	csvout_string(l->out, what);
	csvout_text(l->out, before[ROW_WAARDE]);
	csvout_text(l->out, now[ROW_WAARDE]);
	write_difference(l, before[ROW_WAARDE], now[ROW_WAARDE]);
	csvout_text(l->out, before[ROW_STATUS]);
	csvout_text(l->out, now[ROW_STATUS]);
	csvout_text(l->out, before[ROW_REDEN]);
	csvout_text(l->out, now[ROW_REDEN]);
	for (size_t i = ROW_FIXED; i < l->columns; i++)
		csvout_text(l->out, cell[i]);
	csvout_end(l->out);
}

static void
compare(struct ledger *l, struct old *o, const struct text *now,
	const struct run *run)
{
	if (o->seen && !l->failed) {
		diag_fail_at(run->file, run->row,
			     "the cell %s %s %s comes twice: --since cannot "
			     "compare it",
			     now[ROW_ONDERWERP].s, now[ROW_REGIO].s,
			     now[ROW_PERIODE].s);
		l->failed = true;
	}
	o->seen = true;
	if (!value_same(o->fields[ROW_WAARDE], now[ROW_WAARDE]))
		write_change(l, "herzien", now, o->fields, now);
	else if (!text_equal(o->fields[ROW_STATUS], now[ROW_STATUS]) ||
		 !text_equal(o->fields[ROW_REDEN], now[ROW_REDEN]))
		write_change(l, "status", now, o->fields, now);
}

/* v4 has no row for what v3 writes as ".": to have none is no other thing. */
static bool
is_missing(const struct text *row)
{
	return row[ROW_WAARDE].n == 0 && text_is(row[ROW_REDEN], "ontbreekt");
}

void
ledger_add(struct ledger *l, const struct run *run)
{
	const struct text *now = rows_fields(run->rows);
	struct old *o;

	if (!l->loaded)
		load(l, run->rows);
	if (l->failed)
		return;
	*map_slot(l->new_periods, period_of(l, now)) = l;
	if (l->added++ == 0)
		l->table = arena_text(l->arena, now[ROW_TABEL]);
	o = map_get(l->olds, key_of(l, now));
	l->met += o != NULL;
	if (o)
		compare(l, o, now, run);
	else if (is_missing(now) && map_get(l->old_periods, period_of(l, now)))
		return;
	else if (map_get(l->old_periods, period_of(l, now)))
		write_change(l, "nieuw", now, none, now);
	else
		write_change(l, "nieuwe_periode", now, none, now);
}

static bool
was_read(const struct run *run, struct text table)
{
	for (size_t i = 0; i < run->edition_count; i++)
		if (text_equal(run->editions[i]->table, table))
			return true;
	return false;
}

/* Two series without one cell in common are not compared: all would be new, as
 * if nothing had been known. */
static int
refuse_apart(const struct ledger *l)
{
	const struct old *o = map_value(l->olds, 0);
	char then[TEXT_SHOW], now[TEXT_SHOW], topic[TEXT_SHOW],
	    region[TEXT_SHOW], period[TEXT_SHOW];

	return diag_fail("%s: has no cell of these data, expected an earlier "
			 "output of the same selection: its first is %s|%s|%s "
			 "of table \"%s\", the data are of table \"%s\"",
			 l->path, text_show(o->fields[ROW_ONDERWERP], topic),
			 text_show(o->fields[ROW_REGIO], region),
			 text_show(o->fields[ROW_PERIODE], period),
			 text_show(o->fields[ROW_TABEL], then),
			 text_show(l->table, now));
}

int
ledger_finish(struct ledger *l, const struct run *run)
{
	if (!l->loaded)
		load(l, run->rows);
	if (!l->failed && l->added && !l->met && map_count(l->olds))
		return refuse_apart(l);
	for (size_t i = 0; !l->failed && i < map_count(l->olds); i++) {
		const struct old *o = map_value(l->olds, i);
		bool known;

		if (o->seen || !was_read(run, o->fields[ROW_TABEL]))
			continue;
		known = map_get(l->new_periods, period_of(l, o->fields));
		if (known && is_missing(o->fields))
			continue;
		write_change(l, known ? "vervallen" : "vervallen_periode",
			     o->fields, o->fields, none);
	}
	return l->failed ? -1 : 0;
}
