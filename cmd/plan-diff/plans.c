#include "plans.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "mem.h"
#include "packed.h"
#include "twins.h"
#include "words.h"

struct plans {
	struct arena *arena;
	struct words *words;
	bool lent; /* the words, by the register before */
	struct registers *registers;
	struct plan *plans;
	size_t count, cap;
	const char *name;
	struct text peildatum;
};

/* What reading needs and nothing after it. */
struct load {
	struct plans *r;
	struct twins *twins; /* NULL: no register was read before */
	uint32_t *first; /* by number: the place + 1 of the plan, or a part */
	size_t cap;
	const struct text *last[REGISTER_WIDTH]; /* words of the row before */
	/* The rows of the plan at hand, until another one comes. */
	size_t plan; /* its place */
	struct amounts rows, work;
};

/* One of few words: mostly that of the row before. */
static const struct text *
word(struct load *l, enum register_column c, struct text t)
{
	if (!l->last[c] || !text_equal(*l->last[c], t))
		l->last[c] = words_text(l->r->words, t);
	return l->last[c];
}

static const struct text *
field(struct load *l, enum register_column c)
{
	return word(l, c, registers_field(l->r->registers, c));
}

static const struct state *
state_of(struct load *l, const struct plan_row *row)
{
	const struct state s = {
	    .gemeente = word(l, REGISTER_GEMEENTE, row->gemeente),
	    .fase = word(l, REGISTER_FASE_ID, row->fase_id),
	    .planstatus = word(l, REGISTER_PLANSTATUS, row->planstatus),
	    .projectfase = field(l, REGISTER_PROJECTFASE),
	    .bos = field(l, REGISTER_BOS_HA),
	    .hardheid = row->hardheid};

	return words_state(l->r->words, &s);
}

static const char *
kept_names(struct plans *r, struct text id, struct text naam)
{
	char *s = arena_bytes(r->arena, id.n + naam.n + 2);

	memcpy(s, id.s, id.n);
	memcpy(s + id.n + 1, naam.s, naam.n);
	return s;
}

/* And finds its twin: what that has too is not kept again. */
static void
set_names(struct load *l, struct plan *p, struct text id, struct text naam)
{
	const struct called c = {*p->state->gemeente, id, naam,
				 *p->state->fase};
	const struct plan *twin = NULL;

	if (id.n >= UINT32_MAX || naam.n >= UINT32_MAX)
		mem_fail();
	if (l->twins)
		twin = p->peer = twins_find(l->twins, &c);
	p->names = twin && text_equal(plan_naam(twin), naam)
		       ? twin->names
		       : kept_names(l->r, id, naam);
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
	if (r->count >= UINT32_MAX || row->row >= UINT32_MAX)
		mem_fail();
	p->state = state_of(l, row);
	p->row = (uint32_t)row->row;
	p->record = (uint32_t)row->record;
	set_names(l, p, row->plan_id, row->plan_naam);
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
	struct words *words = l->r->words;
	const struct registers *r = l->r->registers;
	struct text fase = registers_field(r, REGISTER_PROJECTFASE);
	struct text bos = registers_field(r, REGISTER_BOS_HA);
	struct state s;

	if (is_less(row->plan_naam, plan_naam(p)))
		set_names(l, p, plan_id(p), row->plan_naam);
	if (is_less(row->plan_id, plan_id(p)))
		set_names(l, p, row->plan_id, plan_naam(p));
	if (!is_less(fase, *p->state->projectfase) &&
	    !is_less(bos, *p->state->bos))
		return;
	s = *p->state;
	if (is_less(fase, *s.projectfase))
		s.projectfase = words_text(words, fase);
	if (is_less(bos, *s.bos))
		s.bos = words_text(words, bos);
	p->state = words_state(words, &s);
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
	while (at && plans[at - 1].state->hardheid != row->hardheid)
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

static void
take_amount(struct load *l, size_t plan, const struct plan_row *row)
{
	const struct bounds bounds = {row->laag, row->hoog};

	if (plan != l->plan)
		settle(l);
	l->plan = plan;
	packed_push(
	    &l->rows,
	    &(struct amount){.units = row->aantal.units,
			     .kind = words_kind(l->r->words, row->soort,
						row->dimensie, row->categorie,
						row->estimate ? &bounds : NULL),
			     .van = (uint16_t)row->van,
			     .tot = (uint16_t)row->tot,
			     .scale = (uint8_t)row->aantal.scale,
			     .given = row->given});
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
			r->peildatum = *words_text(r->words, row.peildatum);
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
	struct text gemeente = *p->state->gemeente;
	uint64_t v = 0;

	for (size_t i = 2; i < gemeente.n; i++)
		v = v * 10 + (uint64_t)(gemeente.s[i] - '0');
	for (size_t i = 0; i < 6; i++)
		v = v << 8 | (i < p->id_n ? (unsigned char)p->names[i] : 0);
	return v;
}

static int
by_plan(const void *x, const void *y)
{
	const struct sorted *a = x, *b = y;
	int c = (a->begin > b->begin) - (a->begin < b->begin);

	return c != 0 ? c : plan_order(a->plan, b->plan);
}

struct plan **
plans_sorted(const struct plans *r, bool (*wanted)(const struct plan *),
	     size_t *count)
{
	struct sorted *list;
	struct plan **plans;
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++)
		n += wanted(&r->plans[i]);
	list = mem_array(n, sizeof(*list));
	plans = mem_array(n + 1, sizeof(struct plan *));
	*count = n;
	for (size_t i = r->count; i-- > 0;)
		if (wanted(&r->plans[i]))
			list[--n] = (struct sorted){beginning(&r->plans[i]),
						    &r->plans[i]};
	qsort(list, *count, sizeof(*list), by_plan);
	for (size_t i = 0; i < *count; i++)
		plans[i] = list[i].plan;
	free(list);
	return plans;
}

/* The parts of a plan, by hardheid, from the first of them on. */
static void
name_group(struct load *l, size_t at, struct buffer *fase)
{
	while (at) {
		struct plan *p = &l->r->plans[at - 1];
		struct state s = *p->state;

		buffer_clear(fase);
		buffer_add(fase, *s.fase);
		buffer_string(fase, s.fase->n > 0 ? "/" : "");
		buffer_add(fase, hardheid_name(s.hardheid));
		s.fase = words_text(l->r->words, buffer_view(fase));
		p->state = words_state(l->r->words, &s);
		at = p->other;
	}
}

/* Plans of which only hard, zacht and onbekend are known, as from a table with
 * columns for each: one plan, several hardheden. Each becomes a phase. */
static void
name_phases(struct load *l)
{
	struct buffer fase = {0};

	for (size_t i = 0; i < l->cap; i++)
		if (l->first[i] && l->r->plans[l->first[i] - 1].other)
			name_group(l, l->first[i], &fase);
	buffer_free(&fase);
}

static int
finish(struct load *l)
{
	struct plans *r = l->r;

	name_phases(l);
	for (size_t i = 0; i < r->count; i++) {
		r->plans[i].next = NULL;
		if (packed_finish(&r->plans[i], &l->work, r->arena) != 0)
			return -1;
	}
	return 0;
}

/* before: NULL, or the register that it is compared with. */
static struct plans *
load(const char *path, const struct plans *before, bool rejected)
{
	struct plans *r = mem_new(struct plans);
	struct load l = {.r = r};
	int rc;

	r->arena = arena_new();
	r->words = before ? before->words : words_new();
	r->lent = before;
	l.work.words = r->words;
	if (before)
		l.twins = twins_new(before->plans, before->count);
	r->registers = registers_new();
	r->peildatum = text_of("");
	if (rejected)
		registers_loose(r->registers);
	rc = registers_open(r->registers, path);
	r->name = registers_name(r->registers);
	if (rc == 0)
		rc = read_rows(&l);
	registers_forget(r->registers);
	if (rc == 0)
		rc = finish(&l);
	free(l.first);
	twins_free(l.twins);
	packed_clear(&l.rows);
	packed_clear(&l.work);
	if (rc == 0)
		return r;
	plans_free(r);
	return NULL;
}

struct plans *
plans_load(const char *path, const struct plans *before)
{
	return load(path, before, false);
}

struct plans *
plans_rejected(const char *path)
{
	return load(path, NULL, true);
}

void
plans_free(struct plans *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->count; i++)
		packed_free(&r->plans[i]);
	free(r->plans);
	if (!r->lent)
		words_free(r->words);
	registers_free(r->registers);
	arena_free(r->arena);
	free(r);
}

const struct words *
plans_words(const struct plans *r)
{
	return r->words;
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
