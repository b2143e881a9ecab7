#include "out/balance.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "mem.h"
#include "num.h"
#include "table/rows.h"

/* PART_UNSEEN: of a measure not looked at yet. */
enum part {
	PART_UNSEEN,
	PART_NONE,
	PART_BEGIN,
	PART_NEW,
	PART_ADDED,
	PART_DEMOLISHED,
	PART_WITHDRAWN,
	PART_CORRECTION,
	PART_SALDO,
	PART_END,
	PART_COUNT
};

static const struct {
	const char *name, *stem, *title;
} parts[PART_COUNT] = {
    [PART_BEGIN] = {"beginstand", "BeginstandVoorraad", "Beginstand voorraad"},
    [PART_NEW] = {"nieuwbouw", "Nieuwbouw", "Nieuwbouw"},
    [PART_ADDED] = {"overige_toevoeging", "OverigeToevoeging",
		    "Overige toevoeging"},
    [PART_DEMOLISHED] = {"sloop", "Sloop", "Sloop"},
    [PART_WITHDRAWN] = {"overige_onttrekking", "OverigeOnttrekking",
			"Overige onttrekking"},
    [PART_CORRECTION] = {"correctie", "Correctie", "Correctie"},
    [PART_SALDO] = {"saldo_voorraad", "SaldoVoorraad", "Saldo voorraad"},
    [PART_END] = {"eindstand", "EindstandVoorraad", "Eindstand voorraad"},
};

#define BIT(part) (1u << (part))
#define BALANCE (BIT(PART_BEGIN) | BIT(PART_SALDO) | BIT(PART_END))
#define MUTATIONS                                                 \
	(BIT(PART_NEW) | BIT(PART_ADDED) | BIT(PART_DEMOLISHED) | \
	 BIT(PART_WITHDRAWN) | BIT(PART_CORRECTION) | BIT(PART_SALDO))

/* The last end of a series: everything but the period is the same. */
struct end {
	struct period period;
	struct num value;
	bool known;
};

/* The end of a cell, whatever its table, by its codes and the day after it. */
struct stock {
	const struct edition *edition;
	struct num value;
};

struct balance {
	struct num tolerance;
	const struct edition *edition; /* of the cell; NULL: none yet */
	const struct code **codes;
	size_t code_cap;
	struct num values[PART_COUNT];
	unsigned have;
	size_t record, row; /* where the cell began */
	const char *file;
	struct map *ends;
	struct map *stocks; /* of struct stock */
	struct buffer key;
	struct arena *arena;
	struct map *checked; /* table -> its edition, once one was checked */
};

struct balance *
balance_new(size_t tolerance)
{
	struct balance *b = mem_new(struct balance);

	b->tolerance = num_of((int64_t)tolerance);
	b->ends = map_new();
	b->stocks = map_new();
	b->checked = map_new();
	b->arena = arena_new();
	return b;
}

void
balance_free(struct balance *b)
{
	if (!b)
		return;
	map_free(b->ends);
	map_free(b->stocks);
	buffer_free(&b->key);
	map_free(b->checked);
	arena_free(b->arena);
	free(b->codes);
	free(b);
}

/* Nieuwbouw for Nieuwbouw_2: the number changes between editions. */
static struct text
stem(struct text key)
{
	size_t n = key.n;

	while (n > 0 && key.s[n - 1] >= '0' && key.s[n - 1] <= '9')
		n--;
	if (n > 1 && n < key.n && key.s[n - 1] == '_')
		key.n = n - 1;
	return key;
}

static unsigned
part_of(const struct topic *t)
{
	for (unsigned p = PART_BEGIN; p < PART_COUNT; p++)
		if (text_is(t->name, parts[p].name) ||
		    text_is(stem(t->key), parts[p].stem) ||
		    text_is(t->title, parts[p].title))
			return p;
	return PART_NONE;
}

static const struct code *
code_at(const struct balance *b, size_t place, struct text *out)
{
	const struct edition *e = b->edition;

	for (size_t i = 0; i < e->axis_count; i++) {
		if (e->axes[i].place != place)
			continue;
		*out = b->codes[i]->out;
		return b->codes[i];
	}
	*out = text_of("");
	return NULL;
}

/* A finding at the place of the cell. */
static void
tell_at(const struct balance *b, enum rule rule, const struct spot *spot,
	const struct text *args, size_t count)
{
	struct run *run = b->edition->run, now = *run;

	run->file = b->file;
	run->record = b->record;
	run->row = b->row;
	run_finding(run, rule, spot, args, count);
	run->file = now.file;
	run->record = now.record;
	run->row = now.row;
}

/* One about the cell: region, period, what was expected, what found. */
static void
tell(const struct balance *b, enum rule rule, struct num expected,
     struct num found)
{
	char want[NUM_TEXT], have[NUM_TEXT], off[NUM_TEXT];
	struct text args[5];
	struct spot spot = {.name = text_of("")};
	struct num d = {0, 0};

	num_subtract(found, expected, &d);
	code_at(b, ROW_REGIO, &args[0]);
	code_at(b, ROW_PERIODE, &args[1]);
	args[2] = num_format(expected, want);
	args[3] = num_format(found, have);
	args[4] = spot.value = num_format(d, off);
	tell_at(b, rule, &spot, args, 5);
}

static bool
is_off(const struct balance *b, struct num a, struct num c)
{
	struct num d;

	if (!num_subtract(a, c, &d))
		return true;
	if (d.units < 0)
		d.units = -d.units;
	return num_compare(d, b->tolerance) > 0;
}

static void
check_saldo(const struct balance *b)
{
	const struct num *v = b->values;
	struct num s = v[PART_NEW];

	if (!num_add(s, v[PART_ADDED], &s) ||
	    !num_subtract(s, v[PART_DEMOLISHED], &s) ||
	    !num_subtract(s, v[PART_WITHDRAWN], &s) ||
	    !num_add(s, v[PART_CORRECTION], &s) ||
	    num_compare(s, v[PART_SALDO]) != 0)
		tell(b, RULE_SALDO, s, v[PART_SALDO]);
}

static void
check_end(const struct balance *b)
{
	const struct num *v = b->values;
	struct num s = v[PART_BEGIN];

	if (!num_add(s, v[PART_SALDO], &s) || is_off(b, v[PART_END], s))
		tell(b, RULE_END, s, v[PART_END]);
}

/* Table and keys but the period, whose length counts. */
static struct text
series(struct balance *b, const struct code *period)
{
	buffer_clear(&b->key);
	buffer_part(&b->key, b->edition->table);
	buffer_uint(&b->key, (uint64_t)period->period.grain);
	for (size_t i = 0; i < b->edition->axis_count; i++)
		if (b->codes[i] != period)
			buffer_part(&b->key, b->codes[i]->key);
	return buffer_view(&b->key);
}

/* As we write them, in any table, and the day on which the stock is. */
static struct text
stock_key(struct balance *b, const struct code *period, int32_t day)
{
	buffer_clear(&b->key);
	buffer_printf(&b->key, "%d", (int)day);
	for (size_t i = 0; i < b->edition->axis_count; i++)
		if (b->codes[i] != period)
			buffer_part(&b->key, b->codes[i]->out);
	return buffer_view(&b->key);
}

/* A table that goes on where another stopped counts otherwise: 86098NED began
 * 2025 with 47 dwellings more than 81955NED ended 2024 with. That is a break,
 * told once, and no fault. */
static void
check_break(struct balance *b, const struct code *period)
{
	char had[NUM_TEXT], has[NUM_TEXT];
	const struct stock *s = map_get(
	    b->stocks, stock_key(b, period, period_start(period->period)));
	struct text args[6];

	if (!s || s->edition == b->edition ||
	    num_compare(s->value, b->values[PART_BEGIN]) == 0)
		return;
	code_at(b, ROW_REGIO, &args[0]);
	code_at(b, ROW_PERIODE, &args[1]);
	args[2] = b->edition->table;
	args[3] = num_format(b->values[PART_BEGIN], has);
	args[4] = s->edition->table;
	args[5] = num_format(s->value, had);
	tell_at(b, RULE_BREAK, &(struct spot){.name = b->edition->table}, args,
		6);
}

static void
keep_stock(struct balance *b, const struct code *period)
{
	void **slot = map_slot(
	    b->stocks, stock_key(b, period, period_end(period->period)));
	struct stock *s = arena_alloc(b->arena, 1, sizeof(*s));

	*s = (struct stock){b->edition, b->values[PART_END]};
	*slot = s;
}

static void
check_chain(struct balance *b)
{
	struct text out;
	const struct code *period = code_at(b, ROW_PERIODE, &out);
	struct end **slot, *end;

	if (!period || period->period.grain == GRAIN_NONE)
		return;
	slot = (struct end **)map_slot(b->ends, series(b, period));
	if (!*slot)
		*slot = arena_alloc(b->arena, 1, sizeof(**slot));
	end = *slot;
	if (end->known && b->have & BIT(PART_BEGIN) &&
	    period_end(end->period) == period_start(period->period) &&
	    is_off(b, b->values[PART_BEGIN], end->value))
		tell(b, RULE_CHAIN, end->value, b->values[PART_BEGIN]);
	else if (!end->known && b->have & BIT(PART_BEGIN))
		check_break(b, period);
	end->known = (b->have & BIT(PART_END)) != 0;
	if (end->known)
		keep_stock(b, period);
	end->period = period->period;
	end->value = b->values[PART_END];
}

static void
check_cell(struct balance *b)
{
	bool all = (b->have & MUTATIONS) == MUTATIONS;
	bool ends = (b->have & BALANCE) == BALANCE;

	if (all)
		check_saldo(b);
	if (ends)
		check_end(b);
	if (b->have & (BIT(PART_BEGIN) | BIT(PART_END)))
		check_chain(b);
	if (all || ends)
		*map_slot(b->checked, b->edition->table) = b;
	b->have = 0;
}

static bool
same_cell(const struct balance *b, const struct edition *e)
{
	if (b->edition != e)
		return false;
	for (size_t i = 0; i < e->axis_count; i++)
		if (b->codes[i] != e->axes[i].last)
			return false;
	return true;
}

static void
start_cell(struct balance *b, const struct edition *e)
{
	if (b->have)
		check_cell(b);
	b->codes = mem_grow(b->codes, &b->code_cap, e->axis_count + 1,
			    sizeof(*b->codes));
	for (size_t i = 0; i < e->axis_count; i++)
		b->codes[i] = e->axes[i].last;
	b->edition = e;
	b->file = e->run->file;
	b->record = e->run->record;
	b->row = e->run->row;
}

void
balance_add(struct balance *b, const struct edition *e, struct topic *t,
	    struct text value)
{
	struct num v;

	if (t->part == PART_UNSEEN)
		t->part = part_of(t);
	if (t->part == PART_NONE)
		return;
	if (!same_cell(b, e))
		start_cell(b, e);
	if (num_parse(value, NUM_PLAIN, &v) != NUM_OK)
		return;
	b->values[t->part] = v;
	b->have |= BIT(t->part);
}

/* The selection takes its stock for other periods than came: that nothing was
 * checked is as it should be. */
static bool
is_awaited(const struct edition *e)
{
	for (size_t i = 0; i < map_count(e->topics); i++) {
		const struct topic *t = map_value(e->topics, i);

		if (t->ranged && t->part == PART_UNSEEN &&
		    part_of(t) != PART_NONE)
			return true;
	}
	return false;
}

void
balance_finish(struct balance *b, struct run *run)
{
	if (b->have)
		check_cell(b);
	run->record = run->row = 0;
	for (size_t i = 0; i < run->edition_count; i++) {
		const struct edition *e = run->editions[i];

		run->file = e->file ? e->file : "";
		if (!map_get(b->checked, e->table) && !is_awaited(e))
			run_finding(run, RULE_UNCHECKED, &(struct spot){0},
				    &e->table, 1);
	}
}
