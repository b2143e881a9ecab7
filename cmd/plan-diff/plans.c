#include "plans.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "fold.h"
#include "map.h"
#include "mem.h"

struct plans {
	struct arena *arena;
	struct map *words; /* every distinct text, kept once */
	struct registers *registers;
	struct plan **plans;
	size_t count, cap;
	const char *name;
	struct text peildatum;
};

/* What reading needs and nothing after it. */
struct load {
	struct plans *r;
	struct plan **first; /* by number: the plan, or its parts */
	size_t cap;
	struct buffer folded;
};

static struct text
kept(struct plans *r, struct text t)
{
	void **slot;

	if (t.n == 0)
		return text_of("");
	slot = map_slot(r->words, t);
	if (!*slot) {
		struct text *copy = arena_alloc(r->arena, 1, sizeof(*copy));
		*copy = arena_text(r->arena, t);
		*slot = copy;
	}
	return *(struct text *)*slot;
}

static struct text
folded(struct load *l, struct text name)
{
	return kept(l->r, fold(&l->folded, name));
}

static struct plan *
plan_new(struct load *l, const struct plan_row *row)
{
	struct plans *r = l->r;
	struct plan *p = arena_alloc(r->arena, 1, sizeof(*p));

	p->number = row->plan;
	p->gemeente = kept(r, row->gemeente);
	p->id = kept(r, row->plan_id);
	p->fase = kept(r, row->fase_id);
	p->naam = kept(r, row->plan_naam);
	p->folded_id = folded(l, p->id);
	p->folded_fase = folded(l, p->fase);
	p->folded = folded(l, p->naam);
	p->planstatus = kept(r, row->planstatus);
	p->projectfase =
	    kept(r, registers_field(r->registers, REGISTER_PROJECTFASE));
	p->bos = kept(r, registers_field(r->registers, REGISTER_BOS_HA));
	p->hardheid = row->hardheid;
	p->row = row->row;
	p->record = row->record;
	r->plans = mem_grow(r->plans, &r->cap, r->count + 1, sizeof(*r->plans));
	return r->plans[r->count++] = p;
}

/* The name, the project phase and the wood are not worth a refusal when rows
 * differ: the first by bytes counts. */
static void
widen(struct load *l, struct plan *p, const struct plan_row *row)
{
	const struct registers *r = l->r->registers;
	struct text fase = registers_field(r, REGISTER_PROJECTFASE);
	struct text bos = registers_field(r, REGISTER_BOS_HA);

	if (text_compare(row->plan_naam, p->naam) < 0) {
		p->naam = kept(l->r, row->plan_naam);
		p->folded = folded(l, p->naam);
	}
	if (text_compare(row->plan_id, p->id) < 0)
		p->id = kept(l->r, row->plan_id);
	if (text_compare(fase, p->projectfase) < 0)
		p->projectfase = kept(l->r, fase);
	if (text_compare(bos, p->bos) < 0)
		p->bos = kept(l->r, bos);
}

/* Without a planstatus a plan may have amounts of several hardheden (tables
 * with columns for hard and zacht): these are plans of their own. */
static struct plan *
plan_of(struct load *l, const struct plan_row *row)
{
	size_t known = l->cap;
	struct plan *p;

	l->first =
	    mem_grow(l->first, &l->cap, row->plan + 1, sizeof(*l->first));
	for (; known < l->cap; known++)
		l->first[known] = NULL;
	p = l->first[row->plan];
	while (p && p->hardheid != row->hardheid)
		p = p->next;
	if (p) {
		widen(l, p, row);
		return p;
	}
	p = plan_new(l, row);
	p->next = l->first[row->plan];
	return l->first[row->plan] = p;
}

static void
take_amount(struct plans *r, struct plan *p, const struct plan_row *row)
{
	struct amount a = {.soort = row->soort,
			   .dimensie = row->dimensie,
			   .categorie = kept(r, row->categorie),
			   .van = row->van,
			   .tot = row->tot,
			   .given = row->given,
			   .value = row->aantal};

	if (row->estimate) {
		struct bounds *b = arena_alloc(r->arena, 1, sizeof(*b));
		*b = (struct bounds){row->laag, row->hoog};
		a.bounds = b;
	}
	plan_add(p, &a);
}

static int
read_rows(struct load *l)
{
	struct plans *r = l->r;
	struct plan_row row;
	int rc;

	while ((rc = registers_next(r->registers, &row)) == 1) {
		take_amount(r, plan_of(l, &row), &row);
		if (text_compare(row.peildatum, r->peildatum) > 0)
			r->peildatum = kept(r, row.peildatum);
	}
	return rc;
}

static int
by_plan(const void *x, const void *y)
{
	const struct plan *const *a = x, *const *b = y;
	int c = plan_compare(*a, *b);

	return c != 0 ? c : (int)(*a)->hardheid - (int)(*b)->hardheid;
}

static int
by_number(const void *x, const void *y)
{
	const struct plan *const *a = x, *const *b = y;
	int c = ((*a)->number > (*b)->number) - ((*a)->number < (*b)->number);

	return c != 0 ? c : (int)(*a)->hardheid - (int)(*b)->hardheid;
}

/* The parts of a plan, by hardheid. */
static void
name_group(struct plan **plans, size_t n, struct arena *a)
{
	struct buffer fase = {0};

	for (size_t i = 0; i < n; i++) {
		struct plan *p = plans[i];
		buffer_clear(&fase);
		buffer_add(&fase, p->fase);
		buffer_string(&fase, p->fase.n > 0 ? "/" : "");
		buffer_add(&fase, hardheid_name(p->hardheid));
		p->fase = arena_text(a, buffer_view(&fase));
		buffer_clear(&fase);
		buffer_add(&fase, p->folded_fase);
		buffer_string(&fase, p->folded_fase.n > 0 ? "/" : "");
		buffer_add(&fase, hardheid_name(p->hardheid));
		p->folded_fase = arena_text(a, buffer_view(&fase));
	}
	buffer_free(&fase);
}

/* Plans of which only hard, zacht and onbekend are known, as from a table with
 * columns for each: one plan, several hardheden. Each becomes a phase. */
static void
name_phases(struct plan **plans, size_t count, struct arena *a)
{
	for (size_t i = 0, j; i < count; i = j) {
		for (j = i + 1;
		     j < count && plans[i]->number == plans[j]->number;)
			j++;
		if (j > i + 1)
			name_group(plans + i, j - i, a);
	}
}

static int
finish(struct plans *r)
{
	for (size_t i = 0; i < r->count; i++) {
		r->plans[i]->next = NULL;
		if (plan_finish(r->plans[i]) != 0)
			return -1;
	}
	if (r->count == 0)
		return 0;
	qsort(r->plans, r->count, sizeof(*r->plans), by_number);
	name_phases(r->plans, r->count, r->arena);
	qsort(r->plans, r->count, sizeof(*r->plans), by_plan);
	return 0;
}

static struct plans *
load(const char *path, bool rejected)
{
	struct plans *r = mem_new(struct plans);
	struct load l = {.r = r};
	int rc;

	r->arena = arena_new();
	r->words = map_new();
	r->registers = registers_new();
	r->peildatum = text_of("");
	if (rejected)
		registers_loose(r->registers);
	rc = registers_open(r->registers, path);
	r->name = registers_name(r->registers);
	if (rc == 0)
		rc = read_rows(&l);
	free(l.first);
	buffer_free(&l.folded);
	if (rc == 0)
		rc = finish(r);
	if (rc == 0)
		return r;
	plans_free(r);
	return NULL;
}

struct plans *
plans_load(const char *path)
{
	return load(path, false);
}

struct plans *
plans_rejected(const char *path)
{
	return load(path, true);
}

void
plans_free(struct plans *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->count; i++)
		free(r->plans[i]->amounts);
	free(r->plans);
	map_free(r->words);
	registers_free(r->registers);
	arena_free(r->arena);
	free(r);
}

const char *
plans_name(const struct plans *r)
{
	return r->name;
}

size_t
plans_count(const struct plans *r)
{
	return r->count;
}

struct plan *
plans_at(const struct plans *r, size_t i)
{
	return r->plans[i];
}

const struct registers *
plans_registers(const struct plans *r)
{
	return r->registers;
}

struct text
plans_peildatum(const struct plans *r)
{
	return r->peildatum;
}
