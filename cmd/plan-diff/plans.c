#include "plans.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "packed.h"

struct plans {
	struct arena *arena;
	struct map *words;	/* every distinct text, kept once */
	struct map *categories; /* struct word of what is exact */
	struct registers *registers;
	struct plan *plans;
	size_t count, cap;
	const char *name;
	struct text peildatum;
};

/* What reading needs and nothing after it. */
struct load {
	struct plans *r;
	uint32_t *first; /* by number: the place + 1 of the plan, or a part */
	size_t cap;
	const struct text *last[REGISTER_WIDTH]; /* words of the row before */
	/* The rows of the plan at hand, until another one comes. */
	size_t plan; /* its place */
	struct amounts rows, work;
};

static const struct text *
kept(struct plans *r, struct text t)
{
	static const struct text none = {"", 0};
	void **slot;

	if (t.n == 0)
		return &none;
	slot = map_slot(r->words, t);
	if (!*slot) {
		struct text *copy = arena_alloc(r->arena, 1, sizeof(*copy));
		*copy = arena_text(r->arena, t);
		*slot = copy;
	}
	return *slot;
}

/* One of few words: mostly that of the row before. */
static const struct text *
word(struct load *l, enum register_column c, struct text t)
{
	if (!l->last[c] || !text_equal(*l->last[c], t))
		l->last[c] = kept(l->r, t);
	return l->last[c];
}

static void
set_names(struct plans *r, struct plan *p, struct text id, struct text naam)
{
	char *s;

	if (id.n >= UINT32_MAX || naam.n >= UINT32_MAX)
		mem_fail();
	s = arena_bytes(r->arena, id.n + naam.n + 2);
	memcpy(s, id.s, id.n);
	memcpy(s + id.n + 1, naam.s, naam.n);
	p->names = s;
	p->id_n = (uint32_t)id.n;
	p->naam_n = (uint32_t)naam.n;
}

/* The place of the plan, + 1. */
static uint32_t
plan_new(struct load *l, const struct plan_row *row)
{
	struct plans *r = l->r;
	struct plan *p;

	r->plans = mem_grow(r->plans, &r->cap, r->count + 1, sizeof(*r->plans));
	p = &r->plans[r->count++];
	*p = (struct plan){0};
	if (r->count >= UINT32_MAX || row->plan >= UINT32_MAX ||
	    row->row >= UINT32_MAX)
		mem_fail();
	p->number = (uint32_t)row->plan;
	p->gemeente = word(l, REGISTER_GEMEENTE, row->gemeente);
	set_names(r, p, row->plan_id, row->plan_naam);
	p->fase = word(l, REGISTER_FASE_ID, row->fase_id);
	p->planstatus = word(l, REGISTER_PLANSTATUS, row->planstatus);
	p->projectfase =
	    word(l, REGISTER_PROJECTFASE,
		 registers_field(r->registers, REGISTER_PROJECTFASE));
	p->bos = word(l, REGISTER_BOS_HA,
		      registers_field(r->registers, REGISTER_BOS_HA));
	p->hardheid = (uint8_t)row->hardheid;
	p->row = (uint32_t)row->row;
	p->record = (uint32_t)row->record;
	return (uint32_t)r->count;
}

/* The name, the project phase and the wood are not worth a refusal when rows
 * differ: the first by bytes counts. */
static bool
is_less(struct text t, struct text has)
{
	return !text_equal(has, t) && text_compare(t, has) < 0;
}

static void
widen(struct load *l, struct plan *p, const struct plan_row *row)
{
	const struct registers *r = l->r->registers;
	struct text fase = registers_field(r, REGISTER_PROJECTFASE);
	struct text bos = registers_field(r, REGISTER_BOS_HA);

	if (is_less(row->plan_naam, plan_naam(p)))
		set_names(l->r, p, plan_id(p), row->plan_naam);
	if (is_less(row->plan_id, plan_id(p)))
		set_names(l->r, p, row->plan_id, plan_naam(p));
	if (is_less(fase, *p->projectfase))
		p->projectfase = kept(l->r, fase);
	if (is_less(bos, *p->bos))
		p->bos = kept(l->r, bos);
}

/* Without a planstatus a plan may have amounts of several hardheden (tables
 * with columns for hard and zacht): these are plans of their own. */
static size_t
plan_of(struct load *l, const struct plan_row *row)
{
	struct plan *plans = l->r->plans;
	size_t known = l->cap, at;

	l->first =
	    mem_grow(l->first, &l->cap, row->plan + 1, sizeof(*l->first));
	for (; known < l->cap; known++)
		l->first[known] = 0;
	at = l->first[row->plan];
	while (at && plans[at - 1].hardheid != (uint8_t)row->hardheid)
		at = plans[at - 1].other;
	if (at) {
		widen(l, &plans[at - 1], row);
		return at - 1;
	}
	at = plan_new(l, row);
	l->r->plans[at - 1].other = l->first[row->plan];
	l->first[row->plan] = (uint32_t)at;
	return at - 1;
}

/* The rows of the plan at hand to it: mostly they are all it has. */
static void
settle(struct load *l)
{
	if (l->rows.count > 0)
		packed_add(&l->r->plans[l->plan], &l->rows, &l->work,
			   l->r->arena);
	l->rows.count = 0;
}

/* An estimate has a word of its own, for its bounds. */
static const struct word *
word_of(struct load *l, const struct plan_row *row)
{
	struct plans *r = l->r;
	struct word *w;
	void **slot;

	if (row->estimate) {
		w = arena_alloc(r->arena, 1, sizeof(*w));
		w->categorie = *kept(r, row->categorie);
		w->bounds = (struct bounds){row->laag, row->hoog};
		return w;
	}
	slot = map_slot(r->categories, row->categorie);
	if (!*slot) {
		*slot = w = arena_alloc(r->arena, 1, sizeof(*w));
		w->categorie = *kept(r, row->categorie);
	}
	return *slot;
}

static void
take_amount(struct load *l, size_t plan, const struct plan_row *row)
{
	if (plan != l->plan)
		settle(l);
	l->plan = plan;
	packed_push(&l->rows,
		    &(struct amount){.units = row->aantal.units,
				     .word = word_of(l, row),
				     .van = (uint16_t)row->van,
				     .tot = (uint16_t)row->tot,
				     .scale = (uint8_t)row->aantal.scale,
				     .soort = (uint8_t)row->soort,
				     .dimensie = (uint8_t)row->dimensie,
				     .given = row->given,
				     .estimate = row->estimate});
}

static int
read_rows(struct load *l)
{
	struct plans *r = l->r;
	struct plan_row row;
	int rc;

	while ((rc = registers_next(r->registers, &row)) == 1) {
		take_amount(l, plan_of(l, &row), &row);
		if (!text_equal(row.peildatum, r->peildatum) &&
		    text_compare(row.peildatum, r->peildatum) > 0)
			r->peildatum = *kept(r, row.peildatum);
	}
	settle(l);
	return rc;
}

/* A plan with the beginning of what it is sorted by: most are told apart by it,
 * without a look at the plan. */
struct sorted {
	uint64_t begin; /* digits of the gemeente, first bytes of the id */
	struct plan *plan;
};

/* As a number in the order of the texts: GM0034 to 34, and no text has a NUL.
 */
static uint64_t
beginning(const struct plan *p)
{
	uint64_t v = 0;

	for (size_t i = 2; i < p->gemeente->n; i++)
		v = v * 10 + (uint64_t)(p->gemeente->s[i] - '0');
	for (size_t i = 0; i < 6; i++)
		v = v << 8 | (i < p->id_n ? (unsigned char)p->names[i] : 0);
	return v;
}

static int
by_plan(const void *x, const void *y)
{
	const struct sorted *a = x, *b = y;
	int c = (a->begin > b->begin) - (a->begin < b->begin);

	if (c == 0)
		c = plan_compare(a->plan, b->plan);
	return c != 0 ? c : a->plan->hardheid - b->plan->hardheid;
}

/* To the i-th place the plan that comes there, to that one's place the next. */
static void
move_round(struct plan *plans, struct sorted *list, size_t i)
{
	struct plan first = plans[i];
	size_t to = i, from;

	while ((from = (size_t)(list[to].plan - plans)) != i) {
		plans[to] = plans[from];
		list[to].plan = &plans[to];
		to = from;
	}
	plans[to] = first;
	list[to].plan = &plans[to];
}

static void
sort_plans(struct plans *r)
{
	struct sorted *list = mem_array(r->count, sizeof(*list));

	for (size_t i = 0; i < r->count; i++)
		list[i] =
		    (struct sorted){beginning(&r->plans[i]), &r->plans[i]};
	qsort(list, r->count, sizeof(*list), by_plan);
	for (size_t i = 0; i < r->count; i++)
		if (list[i].plan != &r->plans[i])
			move_round(r->plans, list, i);
	free(list);
}

static int
by_number(const void *x, const void *y)
{
	const struct plan *a = x, *b = y;
	int c = (a->number > b->number) - (a->number < b->number);

	return c != 0 ? c : a->hardheid - b->hardheid;
}

/* The parts of a plan, by hardheid. */
static void
name_group(struct plans *r, struct plan *plans, size_t n)
{
	struct buffer fase = {0};

	for (size_t i = 0; i < n; i++) {
		struct plan *p = &plans[i];
		buffer_clear(&fase);
		buffer_add(&fase, *p->fase);
		buffer_string(&fase, p->fase->n > 0 ? "/" : "");
		buffer_add(&fase, hardheid_name((enum hardheid)p->hardheid));
		p->fase = kept(r, buffer_view(&fase));
	}
	buffer_free(&fase);
}

/* Plans of which only hard, zacht and onbekend are known, as from a table with
 * columns for each: one plan, several hardheden. Each becomes a phase. */
static void
name_phases(struct plans *r)
{
	struct plan *plans = r->plans;
	size_t count = r->count;

	for (size_t i = 0, j; i < count; i = j) {
		for (j = i + 1;
		     j < count && plans[i].number == plans[j].number;)
			j++;
		if (j > i + 1)
			name_group(r, plans + i, j - i);
	}
}

/* They mostly come so: but for the parts of one. */
static bool
is_numbered(const struct plans *r)
{
	for (size_t i = 1; i < r->count; i++)
		if (by_number(&r->plans[i - 1], &r->plans[i]) > 0)
			return false;
	return true;
}

static int
finish(struct plans *r, struct amounts *work)
{
	for (size_t i = 0; i < r->count; i++) {
		r->plans[i].next = NULL;
		if (packed_finish(&r->plans[i], work, r->arena) != 0)
			return -1;
	}
	if (r->count == 0)
		return 0;
	if (!is_numbered(r))
		qsort(r->plans, r->count, sizeof(*r->plans), by_number);
	name_phases(r);
	sort_plans(r);
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
	r->categories = map_new();
	r->registers = registers_new();
	r->peildatum = text_of("");
	if (rejected)
		registers_loose(r->registers);
	rc = registers_open(r->registers, path);
	r->name = registers_name(r->registers);
	if (rc == 0)
		rc = read_rows(&l);
	registers_forget(r->registers);
	free(l.first);
	if (rc == 0)
		rc = finish(r, &l.work);
	packed_clear(&l.rows);
	packed_clear(&l.work);
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
		packed_free(&r->plans[i]);
	free(r->plans);
	map_free(r->words);
	map_free(r->categories);
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
	return &r->plans[i];
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
