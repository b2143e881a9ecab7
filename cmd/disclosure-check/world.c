#include "world.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "register.h"

struct world {
	struct arena *arena;
	const struct gemeenten *gemeenten;
	struct map *plans;
	struct map *entries[ROUNDS]; /* by the key of the plan */
	struct map *amounts[ROUNDS];
	struct map *unknowns;
	struct round rounds[ROUNDS];
	bool has[ROUNDS];
	int scale;
	struct buffer key, folded;
};

struct load {
	struct world *w;
	int round;
	struct registers *in;
	/* Of the row before: mostly the next is of the same. */
	struct entry *last;
	size_t plan;
	enum hardheid hardheid;
};

struct world *
world_new(const struct gemeenten *g)
{
	struct world *w = mem_new(struct world);

	w->arena = arena_new();
	w->gemeenten = g;
	w->plans = map_new();
	w->unknowns = map_new();
	for (int i = 0; i < ROUNDS; i++) {
		w->entries[i] = map_new();
		w->amounts[i] = map_new();
	}
	return w;
}

void
world_free(struct world *w)
{
	if (!w)
		return;
	for (int i = 0; i < ROUNDS; i++) {
		map_free(w->entries[i]);
		map_free(w->amounts[i]);
		free(w->rounds[i].entries);
		free(w->rounds[i].amounts);
	}
	map_free(w->plans);
	map_free(w->unknowns);
	buffer_free(&w->key);
	buffer_free(&w->folded);
	arena_free(w->arena);
	free(w);
}

struct text
world_word(unsigned hardheid)
{
	for (int i = 0; i < HARDHEID_COUNT; i++)
		if (hardheid == 1u << i)
			return hardheid_name((enum hardheid)i);
	return text_of("");
}

int
world_year(struct text t, int empty)
{
	int year = 0;

	if (t.n == 0)
		return empty;
	if (t.n != 4)
		return -1;
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] < '0' || t.s[i] > '9')
			return -1;
		year = 10 * year + (t.s[i] - '0');
	}
	return year;
}

/* A plan without a planstatus may have amounts of several hardheden: plans of
 * their own. */
static struct text
key_of(struct world *w, const struct plan_row *row)
{
	plan_key(&w->key, &w->folded, row);
	if (text_is(row->planstatus, PLANSTATUS_UNKNOWN))
		buffer_part(&w->key, hardheid_name(row->hardheid));
	return buffer_view(&w->key);
}

static struct plan *
plan_of(struct world *w, struct text key, const struct plan_row *row)
{
	void **slot = map_slot(w->plans, key);
	struct plan *p = *slot;

	if (p)
		return p;
	p = *slot = arena_alloc(w->arena, 1, sizeof(*p));
	p->gemeente = arena_text(w->arena, row->gemeente);
	p->id = arena_text(w->arena, row->plan_id);
	p->naam = arena_text(w->arena, row->plan_naam);
	p->fase = arena_text(w->arena, row->fase_id);
	return p;
}

static void
place(const struct world *w, struct entry *e)
{
	const struct gemeente *g =
	    gemeenten_by_code(w->gemeenten, e->plan->gemeente);

	e->woondeal = g ? g->woondeal : text_of("");
	e->provincie = g ? g->provincie : text_of("");
}

static struct entry *
find_entry(struct load *l, const struct plan_row *row)
{
	struct world *w = l->w;
	struct text key = key_of(w, row);
	void **slot = map_slot(w->entries[l->round], key);
	struct entry *e = *slot;

	if (e)
		return e;
	e = *slot = arena_alloc(w->arena, 1, sizeof(*e));
	e->plan = plan_of(w, key, row);
	e->plan->at[l->round] = e;
	e->gebied =
	    arena_text(w->arena, registers_field(l->in, REGISTER_GEBIED));
	place(w, e);
	e->hardheid = 1u << row->hardheid;
	return e;
}

/* One row that is not public makes the plan confidential; the first area by
 * bytes is its area, whatever the order of the rows. */
static struct entry *
entry_of(struct load *l, const struct plan_row *row)
{
	struct world *w = l->w;
	struct text gebied = registers_field(l->in, REGISTER_GEBIED);
	struct entry *e = l->last;

	if (!e || l->plan != row->plan || l->hardheid != row->hardheid)
		e = l->last = find_entry(l, row);
	l->plan = row->plan;
	l->hardheid = row->hardheid;
	if (text_compare(gebied, e->gebied) < 0)
		e->gebied = arena_text(w->arena, gebied);
	e->wood = e->wood || row->bos_given;
	e->closed = e->closed || !registers_public(l->in);
	return e;
}

static struct amount *
amount_of(struct load *l, struct entry *e, const struct plan_row *row)
{
	struct world *w = l->w;
	const int years[2] = {row->van, row->tot};
	struct amount *a;
	void **slot;

	buffer_clear(&w->key);
	buffer_bytes(&w->key, (const char *)&e, sizeof(e));
	buffer_bytes(&w->key, (const char *)years, sizeof(years));
	slot = map_slot(w->amounts[l->round], buffer_view(&w->key));
	a = *slot;
	if (a)
		return a;
	a = *slot = arena_alloc(w->arena, 1, sizeof(*a));
	a->entry = e;
	a->van = row->van ? row->van : NO_YEAR;
	a->tot = row->tot ? row->tot : NEVER;
	a->whole = row->telling == TELLING_JAAR;
	return a;
}

static int
take_row(struct load *l, const struct plan_row *row)
{
	struct entry *e = entry_of(l, row);
	struct amount *a;
	bool fits;

	if (row->soort == SOORT_GEREALISEERD || !row->given ||
	    row->dimensie != DIMENSIE_TOTAAL)
		return 0;
	a = amount_of(l, e, row);
	fits = row->soort == SOORT_SLOOP
		   ? num_subtract(a->net, row->aantal, &a->net)
		   : num_add(a->net, row->aantal, &a->net);
	return fits ? 0
		    : registers_fail(l->in, REGISTER_AANTAL,
				     "a number that can be added");
}

int
world_read(struct world *w, int round, const char *path)
{
	struct load l = {.w = w, .round = round, .in = registers_new()};
	struct plan_row row;
	int rc = registers_open(l.in, path);

	if (rc == 0)
		while ((rc = registers_next(l.in, &row)) == 1)
			if (take_row(&l, &row) != 0) {
				rc = -1;
				break;
			}
	if (registers_close(l.in) != 0)
		rc = -1;
	if (rc == 0)
		registers_say(l.in);
	registers_free(l.in);
	w->has[round] = true;
	return rc;
}

static int
plan_compare(const struct plan *a, const struct plan *b)
{
	int c = text_compare(a->gemeente, b->gemeente);

	c = c ? c : text_compare(a->id, b->id);
	c = c ? c : text_compare(a->fase, b->fase);
	return c ? c : text_compare(a->naam, b->naam);
}

static int
by_entry(const void *x, const void *y)
{
	const struct entry *a = *(struct entry *const *)x,
			   *b = *(struct entry *const *)y;
	int c = plan_compare(a->plan, b->plan);

	return c ? c : (int)a->hardheid - (int)b->hardheid;
}

static int
by_amount(const void *x, const void *y)
{
	const struct amount *a = *(struct amount *const *)x,
			    *b = *(struct amount *const *)y;
	int c = by_entry(&a->entry, &b->entry);

	c = c ? c : a->van - b->van;
	return c ? c : a->tot - b->tot;
}

static void *
sorted(const struct map *m, int (*order)(const void *, const void *))
{
	void **list = mem_array(map_count(m) + 1, sizeof(*list));

	for (size_t i = 0; i < map_count(m); i++)
		list[i] = map_value(m, i);
	qsort(list, map_count(m), sizeof(*list), order);
	return list;
}

/* As a whole of parts of 10^-scale; the sum of all must be held too. */
static bool
parts_of(struct num n, int scale, int64_t *out)
{
	int64_t v = n.units;

	for (int i = n.scale; i < scale; i++)
		if (__builtin_mul_overflow(v, (int64_t)10, &v))
			return false;
	*out = v;
	return v < INT64_MAX / 1000000 && v > -(INT64_MAX / 1000000);
}

static int
add_unknown(struct world *w, struct amount *a)
{
	const int years[2] = {a->van, a->tot};
	struct unknown *u;
	void **slot;
	int64_t value;

	if (!parts_of(a->net, w->scale, &value))
		return diag_fail("%s: numbers too large or too fine to be "
				 "added",
				 a->entry->plan->gemeente.s);
	if (value == 0)
		return 0;
	a->entry->size += value < 0 ? -value : value;
	buffer_clear(&w->key);
	buffer_bytes(&w->key, (const char *)&a->entry->plan, sizeof(void *));
	buffer_bytes(&w->key, (const char *)years, sizeof(years));
	buffer_bytes(&w->key, (const char *)&value, sizeof(value));
	slot = map_slot(w->unknowns, buffer_view(&w->key));
	u = *slot;
	if (!u) {
		u = *slot = arena_alloc(w->arena, 1, sizeof(*u));
		*u = (struct unknown){
		    a->entry->plan, a->van, a->tot,
		    value,	    false,  map_count(w->unknowns) - 1};
	}
	u->closed = u->closed || a->entry->closed;
	a->unknown = u;
	return 0;
}

static int
number(struct world *w, struct round *r)
{
	for (size_t i = 0; i < r->amount_count; i++)
		if (add_unknown(w, r->amounts[i]) != 0)
			return -1;
	return 0;
}

/* This release is numbered first: each of its unknowns is new. */
static void
number_in_a_row(struct round *now)
{
	for (size_t i = 0; i < now->amount_count; i++) {
		struct entry *e = now->amounts[i]->entry;

		if (!now->amounts[i]->unknown)
			continue;
		if (e->count++ == 0)
			e->first = now->amounts[i]->unknown->number;
	}
}

static void
number_plans(struct world *w)
{
	size_t n = 0;

	for (int i = 0; i < ROUNDS; i++)
		for (size_t k = 0; k < w->rounds[i].entry_count; k++) {
			struct plan *p = w->rounds[i].entries[k]->plan;

			p->number = p->number ? p->number : ++n;
		}
}

static int
finest(const struct round *r, int scale)
{
	for (size_t i = 0; i < r->amount_count; i++)
		if (r->amounts[i]->net.scale > scale)
			scale = r->amounts[i]->net.scale;
	return scale;
}

/* Once all rounds are in order. */
static int
number_all(struct world *w)
{
	number_plans(w);
	for (int i = 0; i < ROUNDS; i++)
		if (number(w, &w->rounds[i]) != 0)
			return -1;
	number_in_a_row(&w->rounds[NOW]);
	return 0;
}

int
world_settle(struct world *w)
{
	for (int i = 0; i < ROUNDS; i++) {
		struct round *r = &w->rounds[i];

		r->entry_count = map_count(w->entries[i]);
		r->amount_count = map_count(w->amounts[i]);
		r->entries = sorted(w->entries[i], by_entry);
		r->amounts = sorted(w->amounts[i], by_amount);
		w->scale = finest(r, w->scale);
	}
	return number_all(w);
}

/* --- one municipality --- */

static struct text
town_of_entry(const struct round *r, size_t i)
{
	return r->entries[i]->plan->gemeente;
}

static struct text
town_of_amount(const struct round *r, size_t i)
{
	return r->amounts[i]->entry->plan->gemeente;
}

/* The first of `count` whose municipality does not come before this one, or
 * (`behind`) comes after it. */
static size_t
find(const struct round *r, size_t count,
     struct text (*town)(const struct round *, size_t), struct text gemeente,
     bool behind)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t half = from + (to - from) / 2;
		int c = text_compare(town(r, half), gemeente);

		if (c < 0 || (behind && c == 0))
			from = half + 1;
		else
			to = half;
	}
	return from;
}

struct stretch
world_stretch(const struct round *r, struct text gemeente)
{
	size_t entries = r->entry_count, amounts = r->amount_count;
	struct stretch s = {
	    .entries = find(r, entries, town_of_entry, gemeente, false),
	    .amounts = find(r, amounts, town_of_amount, gemeente, false)};

	s.entry_count =
	    find(r, entries, town_of_entry, gemeente, true) - s.entries;
	s.amount_count =
	    find(r, amounts, town_of_amount, gemeente, true) - s.amounts;
	return s;
}

static struct entry *
copy_entry(struct world *w, int round, const struct entry *from)
{
	struct entry *e = arena_alloc(w->arena, 1, sizeof(*e));
	void **slot;

	buffer_clear(&w->key);
	buffer_bytes(&w->key, (const char *)&from->plan, sizeof(from->plan));
	slot = map_slot(w->plans, buffer_view(&w->key));
	*e = *from;
	e->size = 0;
	e->first = e->count = 0;
	e->plan = *slot;
	if (!e->plan) {
		e->plan = *slot = arena_alloc(w->arena, 1, sizeof(*e->plan));
		*e->plan = *from->plan;
		e->plan->number = 0;
		memset(e->plan->at, 0, sizeof(e->plan->at));
	}
	e->plan->at[round] = e;
	return e;
}

/* Amounts stand in the order of their entries. */
static void
copy_round(struct world *w, int round, const struct round *from,
	   const struct stretch *s)
{
	struct round *to = &w->rounds[round];
	size_t at = 0;

	to->entry_count = s->entry_count;
	to->amount_count = s->amount_count;
	to->entries = mem_array(s->entry_count + 1, sizeof(*to->entries));
	to->amounts = mem_array(s->amount_count + 1, sizeof(*to->amounts));
	for (size_t i = 0; i < s->entry_count; i++)
		to->entries[i] =
		    copy_entry(w, round, from->entries[s->entries + i]);
	for (size_t i = 0; i < s->amount_count; i++) {
		const struct amount *a = from->amounts[s->amounts + i];

		while (from->entries[s->entries + at] != a->entry)
			at++;
		to->amounts[i] =
		    arena_alloc(w->arena, 1, sizeof(*to->amounts[i]));
		*to->amounts[i] = *a;
		to->amounts[i]->entry = to->entries[at];
		to->amounts[i]->unknown = NULL;
	}
}

struct world *
world_part(const struct world *w, struct text gemeente)
{
	struct world *p = world_new(w->gemeenten);
	int rc;

	p->scale = w->scale;
	memcpy(p->has, w->has, sizeof(p->has));
	for (int i = 0; i < ROUNDS; i++) {
		struct stretch s = world_stretch(&w->rounds[i], gemeente);

		copy_round(p, i, &w->rounds[i], &s);
	}
	rc = number_all(p);
	assert(rc == 0); /* the whole was numbered */
	(void)rc;
	return p;
}

struct round *
world_round(struct world *w, int round)
{
	return &w->rounds[round];
}

bool
world_has(const struct world *w, int round)
{
	return w->has[round];
}

unsigned
world_before(const struct world *w)
{
	unsigned bits = 0;

	for (int i = BEFORE; i < ROUNDS; i++)
		if (w->has[i])
			bits |= 1u << i;
	return bits;
}

size_t
world_plans(const struct world *w)
{
	return map_count(w->plans) + 1;
}

size_t
world_unknowns(const struct world *w)
{
	return map_count(w->unknowns);
}

struct unknown *
world_unknown(const struct world *w, size_t i)
{
	return map_value(w->unknowns, i);
}

int
world_scale(const struct world *w)
{
	return w->scale;
}

struct entry *
world_find(struct world *w, int round, const struct plan_row *row)
{
	return map_get(w->entries[round], key_of(w, row));
}
