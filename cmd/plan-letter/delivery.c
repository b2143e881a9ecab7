#include "delivery.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "register.h"
#include "table.h"

/* Fields that the province asks for. */
static const enum register_column asked[] = {
    REGISTER_PLAN_ID,		REGISTER_PLANSTATUS,	REGISTER_PROJECTFASE,
    REGISTER_PLANTYPE,		REGISTER_OPDRACHTGEVER, REGISTER_KNELPUNTEN,
    REGISTER_VERTROUWELIJKHEID, REGISTER_SLEUTELPROJECT};

#define ASKED (sizeof(asked) / sizeof(asked[0]))

/* A record of the delivery and whose it is. */
struct owned {
	size_t record;
	struct text gemeente;
	bool accepted;
};

struct delivery {
	struct arena *arena;
	struct letter_plan *plans;
	size_t plan_count, plan_cap;
	struct map *named; /* number of a plan, from 1, by what it is called */
	struct buffer key;
	struct owned *owned; /* in order of record once all is read */
	size_t owned_count, owned_cap;
	bool given[ASKED];
	struct text levering, peildatum;
};

struct delivery *
delivery_new(void)
{
	struct delivery *d = mem_new(struct delivery);

	d->arena = arena_new();
	d->named = map_new();
	d->levering = d->peildatum = text_of("");
	return d;
}

void
delivery_free(struct delivery *d)
{
	if (!d)
		return;
	map_free(d->named);
	buffer_free(&d->key);
	free(d->plans);
	free(d->owned);
	arena_free(d->arena);
	free(d);
}

static struct text
name_of(struct buffer *key, const struct letter_plan *p)
{
	buffer_clear(key);
	buffer_part(key, p->gemeente);
	buffer_part(key, p->id);
	buffer_part(key, p->naam);
	buffer_part(key, p->fase);
	return buffer_view(key);
}

/* The plan of this row, made when it is new. */
static struct letter_plan *
plan_of(struct delivery *d, const struct plan_row *row)
{
	struct letter_plan *p;

	if (row->plan < d->plan_count)
		return &d->plans[row->plan];
	d->plans = mem_grow(d->plans, &d->plan_cap, d->plan_count + 1,
			    sizeof(*d->plans));
	p = &d->plans[d->plan_count++];
	*p = (struct letter_plan){
	    .gemeente = arena_text(d->arena, row->gemeente),
	    .id = arena_text(d->arena, row->plan_id),
	    .naam = arena_text(d->arena, row->plan_naam),
	    .fase = arena_text(d->arena, row->fase_id),
	    .planstatus = arena_text(d->arena, row->planstatus),
	    .bos = text_of("")};
	*map_slot(d->named, name_of(&d->key, p)) =
	    (void *)(uintptr_t)d->plan_count;
	return p;
}

/* More sloop is less netto. */
static int
add_bounds(struct letter_plan *p, const struct plan_row *row)
{
	struct bounds b = {row->laag, row->hoog};
	struct span s = {0};
	bool sloop = row->soort == SOORT_SLOOP;

	p->estimates++;
	if (span_add(&s, row->aantal, &b) < 0)
		return -1;
	p->below = sum_plus(p->below, sloop ? s.above : s.below);
	p->above = sum_plus(p->above, sloop ? s.below : s.above);
	return 0;
}

void
letter_years_add(struct letter_years *y, struct letter_years other)
{
	if (other.van && (!y->van || other.van < y->van))
		y->van = other.van;
	if (other.tot > y->tot)
		y->tot = other.tot;
	y->later = y->later || other.later;
	y->undated = y->undated || other.undated;
}

/* An end that is open is what follows on the first year that is given. */
static struct letter_years
years_of(const struct plan_row *row)
{
	int one = row->van ? row->van : row->tot;

	return (struct letter_years){.van = one,
				     .tot = row->tot ? row->tot : one,
				     .later = row->van && !row->tot,
				     .undated = !one};
}

static int
add_amount(struct letter_plan *p, const struct plan_row *row)
{
	struct num v = row->aantal;

	if (row->soort == SOORT_GEREALISEERD ||
	    row->dimensie != DIMENSIE_TOTAAL)
		return 0;
	if (row->estimate && row->hardheid != HARDHEID_TELT_NIET &&
	    add_bounds(p, row) < 0)
		return -1;
	if (v.units)
		letter_years_add(&p->years, years_of(row));
	if (row->soort == SOORT_SLOOP)
		v.units = -v.units;
	return sum_add(&p->netto[row->hardheid], v);
}

/* False when it is no number of a record. */
static bool
own(struct delivery *d, struct text rij, struct text gemeente, bool accepted)
{
	struct owned *last =
	    d->owned_count ? &d->owned[d->owned_count - 1] : NULL;
	struct num n;

	if (num_parse(rij, NUM_PLAIN, &n) != NUM_OK || !num_is_whole(n) ||
	    n.units < 1)
		return false;
	if (last && last->record == (size_t)n.units)
		return true;
	d->owned = mem_grow(d->owned, &d->owned_cap, d->owned_count + 1,
			    sizeof(*d->owned));
	d->owned[d->owned_count++] = (struct owned){
	    (size_t)n.units, arena_text(d->arena, gemeente), accepted};
	return true;
}

static void
note_fields(struct delivery *d, const struct registers *r)
{
	for (size_t i = 0; i < ASKED; i++) {
		struct text t = registers_field(r, asked[i]);

		if (t.n && !(asked[i] == REGISTER_PLANSTATUS &&
			     text_is(t, PLANSTATUS_UNKNOWN)))
			d->given[i] = true;
	}
}

static int
take_row(struct delivery *d, const struct registers *r,
	 const struct plan_row *row)
{
	struct letter_plan *p = plan_of(d, row);

	if (d->plan_count == 1 && !d->levering.s[0]) {
		d->levering = arena_text(d->arena, row->delivery);
		d->peildatum = arena_text(d->arena, row->peildatum);
	}
	if (!p->bos.n)
		p->bos =
		    arena_text(d->arena, registers_field(r, REGISTER_BOS_HA));
	note_fields(d, r);
	if (!own(d, registers_field(r, REGISTER_BRON_RIJ), row->gemeente, true))
		return registers_fail(r, REGISTER_BRON_RIJ,
				      "the number of a record");
	return add_amount(p, row);
}

static int
by_record(const void *a, const void *b)
{
	const struct owned *x = a, *y = b;

	return x->record < y->record ? -1 : x->record > y->record;
}

static void
sort_owned(struct delivery *d)
{
	size_t n = 0;

	if (d->owned_count)
		qsort(d->owned, d->owned_count, sizeof(*d->owned), by_record);
	for (size_t i = 0; i < d->owned_count; i++)
		if (!n || d->owned[n - 1].record != d->owned[i].record)
			d->owned[n++] = d->owned[i];
	d->owned_count = n;
}

int
delivery_load(struct delivery *d, const char *path)
{
	struct registers *r = registers_new();
	struct plan_row row;
	int rc = registers_open(r, path);

	if (rc == 0)
		while ((rc = registers_next(r, &row)) == 1)
			if (take_row(d, r, &row) < 0)
				break;
	rc = rc ? -1 : registers_close(r);
	if (rc == 0)
		registers_say(r);
	registers_free(r);
	sort_owned(d);
	return rc;
}

/* Not as a register: a plan may well be rejected twice. */
int
delivery_rejected(struct delivery *d, const char *path)
{
	static const char *const columns[] = {"gemeente", "bron_rij"};
	struct table *t = table_load(path, columns, 2);
	int rc = t ? 0 : -1;

	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		if (!own(d, table_cell(t, i, 1), table_cell(t, i, 0), false))
			rc = table_fail(t, i, 1,
					"\"%s\" is not the number of a "
					"record",
					table_cell(t, i, 1).s);
	table_free(t);
	sort_owned(d);
	return rc;
}

size_t
delivery_plans(const struct delivery *d)
{
	return d->plan_count;
}

const struct letter_plan *
delivery_plan(const struct delivery *d, size_t i)
{
	return &d->plans[i];
}

size_t
delivery_find(const struct delivery *d, const struct letter_plan *named)
{
	struct buffer key = {0};
	size_t n = (size_t)(uintptr_t)map_get(d->named, name_of(&key, named));

	buffer_free(&key);
	return n ? n - 1 : d->plan_count;
}

struct sum
letter_plan_total(const struct letter_plan *p)
{
	return sum_plus(
	    p->netto[HARDHEID_HARD],
	    sum_plus(p->netto[HARDHEID_ZACHT], p->netto[HARDHEID_ONBEKEND]));
}

/* How many records that are somebody's come before this one. */
static size_t
place(const struct delivery *d, size_t record)
{
	size_t low = 0, high = d->owned_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (d->owned[mid].record < record)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct text
delivery_owner(const struct delivery *d, size_t record)
{
	size_t i = place(d, record);

	if (i < d->owned_count && d->owned[i].record == record)
		return d->owned[i].gemeente;
	return text_of("");
}

size_t
delivery_before(const struct delivery *d, size_t record)
{
	size_t i = place(d, record);

	return i ? d->owned[i - 1].record : 0;
}

size_t
delivery_accepted(const struct delivery *d, struct text gemeente)
{
	size_t n = 0;

	for (size_t i = 0; i < d->owned_count; i++)
		n += d->owned[i].accepted &&
		     text_equal(d->owned[i].gemeente, gemeente);
	return n;
}

const char *
delivery_missing(const struct delivery *d, size_t i)
{
	for (size_t k = 0; d->plan_count && k < ASKED; k++)
		if (!d->given[k] && i-- == 0)
			return register_column_name(asked[k]);
	return NULL;
}

struct text
delivery_levering(const struct delivery *d)
{
	return d->levering;
}

struct text
delivery_peildatum(const struct delivery *d)
{
	return d->peildatum;
}
