#include "write/explain.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"
#include "stand/columns.h"
#include "stand/figure.h"
#include "agree/opgaverow.h"
#include "period.h"
#include "write/explainrow.h"

/* A cell of the stand. */
struct place {
	size_t regio;
	struct span span;
	const struct column *column;
};

struct explain {
	const struct frame *frame;
	bool by_number; /* every cell that holds number; else cell is asked */
	struct num number;
	struct place cell; /* that is being told */
	const struct explain_setting *setting;
	struct arena *arena;
	struct plan_amount *plans;
	enum lot *lots; /* of each */
	size_t count;
	size_t cap, lots_cap;
};

static int
parse_years(const struct frame *k, struct text t, struct span *out)
{
	char years[SPAN_TEXT];
	struct text from = t;
	struct text to = t;
	if (t.n == 9 && t.s[4] == '-') {
		from = (struct text){t.s, 4};
		to = (struct text){t.s + 5, 4};
	}
	if (span_year(from, &out->from) && span_year(to, &out->to) &&
	    out->from <= out->to && span_within(*out, k->years))
		return 0;
	return diag_fail("--explain: '%.*s' is not a year or span within %s, "
			 "expected as in 2024 or 2022-2023",
			 (int)t.n, t.s, span_format(k->years, years).s);
}

static int
parse_column(struct explain *u, struct text t)
{
	struct buffer all = {0};
	u->cell.column = column_find(t, FOR_EXPLAIN);
	if (u->cell.column)
		return 0;
	const char *near = column_nearest(t, FOR_EXPLAIN);
	column_names(&all, FOR_EXPLAIN);
	diag_fail("--explain: column '%s' cannot be explained; did you mean "
		  "'%s'? There are %s",
		  t.s, near ? near : "netto_groei", buffer_view(&all).s);
	buffer_free(&all);
	return -1;
}

/* What remains is known for all years only; sums that are no column of the
 * stand are told of these, as --figures does. */
static bool
total_only(const struct column *c)
{
	const struct formula *f = &c->formula;
	return !c->put ||
	       (f->numerator.opgave > 0 && f->numerator.growth < 0) ||
	       (f->denominator.opgave > 0 && f->denominator.growth < 0);
}

/* "16249" or "48.8": any cell that holds it. */
static int
parse_number(struct explain *u, struct text t)
{
	struct num dutch;
	char number[NUM_TEXT];
	u->by_number = num_parse(t, NUM_PLAIN, &u->number) == NUM_OK;
	if (!u->by_number)
		return 0;
	/* 16.249 is no number of dwellings, and may well be meant as one. */
	if (num_parse(t, NUM_ANY, &dutch) == NUM_AMBIGUOUS &&
	    num_parse(t, NUM_NL, &dutch) == NUM_OK)
		return diag_fail("--explain '%s': is that %s, without a sign "
				 "for thousands?",
				 t.s, num_format(dutch, number).s);
	return 0;
}

static int
parse(struct explain *u, const char *question)
{
	struct text rest = text_of(question);
	struct text part[3] = {{"", 0}, {"", 0}, {"", 0}};
	size_t n = 0;
	struct text word;
	int rc = parse_number(u, rest);
	if (rc != 0 || u->by_number)
		return rc;
	while (text_split(&rest, ':', &word))
		if (n++ < 3)
			part[n - 1] = word;
	if (n != 3)
		return diag_fail("--explain '%s', expected REGIO:JAAR:KOLOM as "
				 "in WD-MRA:2022-2023:verschil, or a number",
				 question);
	long regio = regios_find(u->frame->regios, part[0]);
	if (regio < 0)
		return diag_fail("--explain: '%.*s' is not in the "
				 "municipalities file",
				 (int)part[0].n, part[0].s);
	u->cell.regio = (size_t)regio;
	if (parse_years(u->frame, part[1], &u->cell.span) != 0 ||
	    parse_column(u, part[2]) != 0)
		return -1;
	if (!total_only(u->cell.column) ||
	    span_equal(u->cell.span, u->frame->years))
		return 0;
	return diag_fail("--explain: %s stands in the total row only",
			 u->cell.column->name);
}

struct explain *
explain_new(const struct frame *k, const char *question,
	    const struct explain_setting *setting)
{
	struct explain *u = mem_new(struct explain);
	u->frame = k;
	u->setting = setting;
	u->arena = arena_new();
	if (parse(u, question) != 0) {
		explain_free(u);
		return NULL;
	}
	return u;
}

void
explain_free(struct explain *u)
{
	if (!u)
		return;
	arena_free(u->arena);
	free(u->plans);
	free(u->lots);
	free(u);
}

static bool
uses(enum trait k)
{
	return k == TRAIT_PLAN_NAME || k == TRAIT_DELIVERY ||
	       k == TRAIT_SOURCE_ROW || k == TRAIT_SOURCE_COLUMN ||
	       k == TRAIT_PLANSTATUS || k == TRAIT_CONFIDENTIALITY;
}

static bool
is_member(const struct explain *u, size_t m)
{
	const struct regio *r = regios_at(u->frame->regios, u->cell.regio);
	for (size_t j = 0; j < r->members_count; j++)
		if (r->members[j] == m)
			return true;
	return false;
}

/* Whether the amount is part of the cell's number. */
static bool
is_part(const struct explain *u, const struct plan_amount *a, enum lot lot)
{
	const struct formula *f = &u->cell.column->formula;
	bool whole = span_equal(u->cell.span, u->frame->years);
	bool here = lot == LOT_YEAR && span_within(a->span, u->cell.span);
	return (f->numerator.capacity[a->hardheid] != 0 ||
		f->denominator.capacity[a->hardheid] != 0) &&
	       (here || (lot == LOT_BUCKET && whole)) &&
	       is_member(u, a->gemeente);
}

/* Which cells hold a number is known when all were read. */
static void
amount(void *ctx, const struct plan_amount *a, const struct placed *where)
{
	struct explain *u = ctx;
	enum lot lot = where->basis;
	if (where->variant != 0 ||
	    !(u->by_number ? lot == LOT_YEAR || lot == LOT_BUCKET
			   : is_part(u, a, lot)))
		return;
	u->plans = mem_grow(u->plans, &u->cap, u->count + 1, sizeof(*u->plans));
	u->lots =
	    mem_grow(u->lots, &u->lots_cap, u->count + 1, sizeof(*u->lots));
	u->lots[u->count] = lot;
	struct plan_amount *new = &u->plans[u->count++];
	*new = *a;
	for (int k = 0; k < TRAITS; k++)
		new->trait[k] = arena_text(u->arena, a->trait[k]);
}

struct taker
explain_taker(struct explain *u)
{
	return (struct taker){.ctx = u, .uses = uses, .amount = amount};
}

/* Where rows of the story go, about which years, and with which sign. */
struct story {
	const struct explain *u;
	const struct stand *s;
	struct explain_to to;
	struct span span;
	enum subject part;
	int sign;
};

static void
tell_cell(void *ctx, const struct growth_cell *c)
{
	const struct story *v = ctx;
	explain_row_cell(&v->to, v->s, c, v->part, v->sign);
}

static void
tell_target(void *ctx, const struct opgave_row *row, int sign)
{
	const struct story *v = ctx;
	explain_row_opgave(&v->to, v->s, row, v->sign * sign);
}

static void
tell_growth(struct story *v, int sign)
{
	v->sign = sign;
	if (sign != 0)
		growth_each(v->u->frame, v->s->cells, v->u->cell.regio, v->span,
			    v->part, tell_cell, v);
}

static void
tell_targets(struct story *v, int sign)
{
	v->sign = sign;
	if (sign != 0)
		opgaven_each(v->s->opgaven, v->u->frame, v->u->cell.regio,
			     v->span, tell_target, v);
}

/* What is added first, then what is taken off. */
static void
tell_sum(struct story *v, const struct terms *s)
{
	if (s->growth > 0)
		tell_growth(v, s->growth);
	tell_targets(v, s->opgave);
	if (s->growth < 0)
		tell_growth(v, s->growth);
	for (size_t i = 0; i < v->u->count; i++)
		if (s->capacity[v->u->plans[i].hardheid] != 0 &&
		    is_part(v->u, &v->u->plans[i], v->u->lots[i]))
			explain_row_plan(&v->to, v->u->frame, &v->u->plans[i]);
}

/* A percentage: what is divided, and by what, each with its parts. */
static void
tell_part(struct story *v, const struct stand_row *r, const char *kind,
	  const struct terms *s)
{
	char number[NUM_TEXT];
	const struct column *c = column_of(s);
	struct maybe n =
	    formula_sum(&v->u->cell.column->formula, s, v->u->frame, r);
	struct answer a = {.kind = kind,
			   .column = c ? c->name : "",
			   .unit = c ? c->unit : "",
			   .value = n.known ? amount_format(n.n, number)
					    : text_of("")};
	explain_row_answer(&v->to, r, &a);
	tell_sum(v, s);
}

static void
tell_number(struct story *v, const struct stand_row *r)
{
	const struct formula *f = &v->u->cell.column->formula;
	v->part = f->part;
	if (f->kind == FORMULA_CUM)
		v->span.from = v->u->frame->years.from;
	if (f->kind != FORMULA_PERCENT) {
		tell_sum(v, &f->numerator);
		return;
	}
	tell_part(v, r, "teller", &f->numerator);
	tell_part(v, r, "noemer", &f->denominator);
}

/* The buckets that a year without target lies in; else what it was set
 * against. */
static void
tell_reason(struct story *v, const struct stand_row *r)
{
	if (r->reason.n == 0)
		return;
	if (r->opgave.known) {
		tell_targets(v, 1);
		tell_growth(v, 1);
		return;
	}
	for (int year = r->span.from; year <= r->span.to; year++) {
		const struct target *b =
		    opgaven_bucket(v->s->opgaven, v->u->cell.regio, year);
		if (!b)
			continue;
		v->span = b->span;
		tell_targets(v, 1);
		year = b->span.to;
	}
}

static void
tell(struct story *v, const struct stand_row *r)
{
	switch (v->u->cell.column->formula.kind) {
	case FORMULA_REASON:
		tell_reason(v, r);
		return;
	case FORMULA_GROWTH:
		tell_growth(v, 1);
		return;
	case FORMULA_TARGETS:
		if (r->tail > 0)
			v->span.from = r->tail;
		tell_targets(v, 1);
		return;
	case FORMULA_COMPLETE:
		for (size_t j = 0; j < r->regio->members_count; j++)
			explain_row_complete(&v->to, v->s, r,
					     r->regio->members[j]);
		return;
	default:
		tell_number(v, r);
		return;
	}
}

/* Of a sum that is no column of the stand: as --figures has it. */
static void
put_figure(struct buffer *out, const struct stand *s, size_t regio,
	   const struct column *c)
{
	struct query q = {c, regio, s->frame->years, s->frame->peildatum};
	struct figure f;
	char number[NUM_TEXT];
	struct num n;
	figure_of(s, &q, &f);
	bool divided = f.denominator.units != 0;
	if (!f.known || !figure_round(&f, divided ? 1 : AMOUNT_SCALE, &n))
		return;
	buffer_add(out, divided ? num_format_fixed(n, 1, number)
				: num_format(n, number));
}

static void
put_value(struct buffer *out, const struct stand *s, const struct stand_row *r,
	  size_t regio, const struct column *c)
{
	if (c->put)
		c->put(out, &(struct standing){s, r, NULL}, c);
	else
		put_figure(out, s, regio, c);
}

/* The cell u->cell. */
static void
tell_place(const struct explain *u, const struct stand *s, struct csvout *w)
{
	const struct column *c = u->cell.column;
	const struct formula *f = &c->formula;
	struct stand_row row = {0};
	struct story v = {u, s, {w, u->setting}, u->cell.span, SALDO, 1};
	struct buffer cell = {0};
	stand_row(s, u->cell.regio, u->cell.span, &row);
	if (c->put && total_only(c) && row.tail > 0) {
		/* Its own targets are those from that year on. */
		v.span.from = row.tail;
		stand_tail(s, u->cell.regio, &row);
	}
	put_value(&cell, s, &row, u->cell.regio, c);
	struct answer a = {.kind = "uitkomst",
			   .column = c->name,
			   .unit = c->unit,
			   .value = buffer_view(&cell),
			   .opgave = f->numerator.opgave != 0 ||
				     f->denominator.opgave != 0,
			   .growth = formula_growth(f),
			   .incomplete = f->kind != FORMULA_COMPLETE};
	explain_row_answer(&v.to, &row, &a);
	tell(&v, &row);
	buffer_free(&cell);
	stand_row_free(&row);
}

/* The cells that hold the number, in the order of the stand. */
struct search {
	const struct explain *u;
	const struct stand *s;
	struct place *found;
	size_t count, cap;
	struct buffer cell;
};

static bool
holds(struct search *x, const struct stand_row *r, size_t regio,
      const struct column *c)
{
	struct num n;
	if (c->formula.kind < FORMULA_NUMBERS ||
	    column_find(text_of(c->name), FOR_EXPLAIN) != c ||
	    (total_only(c) && !span_equal(r->span, x->u->frame->years)))
		return false;
	buffer_clear(&x->cell);
	put_value(&x->cell, x->s, r, regio, c);
	return num_parse(buffer_view(&x->cell), NUM_PLAIN, &n) == NUM_OK &&
	       num_compare(n, x->u->number) == 0;
}

static void
search_row(void *ctx, const struct stand_row *r)
{
	struct search *x = ctx;
	long regio = regios_find(x->u->frame->regios, r->regio->code);
	for (size_t i = 0; i < columns_count(); i++) {
		if (!holds(x, r, (size_t)regio, columns_at(i)))
			continue;
		x->found = mem_grow(x->found, &x->cap, x->count + 1,
				    sizeof(*x->found));
		x->found[x->count++] =
		    (struct place){(size_t)regio, r->span, columns_at(i)};
	}
}

static void
tell_number_everywhere(struct explain *u, const struct stand *s,
		       struct csvout *w)
{
	char number[NUM_TEXT];
	struct search x = {.u = u, .s = s};
	stand_walk(s, search_row, &x);
	for (size_t i = 0; i < x.count; i++) {
		u->cell = x.found[i];
		tell_place(u, s, w);
	}
	if (x.count == 0)
		diag_warn("--explain: no cell of the stand is %s",
			  num_format(u->number, number).s);
	free(x.found);
	buffer_free(&x.cell);
}

void
explain_write(struct explain *u, const struct stand *s, struct csvout *w)
{
	explain_row_header(&(struct explain_to){w, u->setting});
	if (u->by_number)
		tell_number_everywhere(u, s, w);
	else
		tell_place(u, s, w);
}
