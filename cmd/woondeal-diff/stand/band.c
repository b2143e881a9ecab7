#include "stand/band.h"

#include <stdlib.h>

#include "mem.h"

/* An amount that is not sure. plan: its plan, as a number; what is of one
 * plan is built together. */
struct piece {
	struct span span;
	size_t plan;
	enum hardheid hardheid;
	enum precision cause;
	bool indivisible;
	int64_t amount;
	int64_t low;
	int64_t high;
};

struct pieces {
	struct piece *list;
	size_t count;
	size_t cap;
};

struct band {
	const struct frame *frame;
	struct pieces *gemeenten;
	size_t count;
	bool sorted; /* by plan, in each municipality */
};

enum cause { STATUS, PERIOD, ABOUT, BETWEEN, CAUSES };

static const char *const causes[CAUSES] = {" planstatus onbekend ", " periode ",
					   " circa ", " bereik "};

/* What one municipality adds: surely, and at least and at most. */
struct width {
	int64_t sure;
	int64_t under[CAUSES];
	int64_t over[CAUSES];
};

struct band *
band_new(const struct frame *k)
{
	struct band *b = mem_new(struct band);
	b->frame = k;
	b->count = regios_gemeenten(k->regios);
	b->gemeenten = mem_array(b->count + 1, sizeof(*b->gemeenten));
	return b;
}

void
band_free(struct band *b)
{
	if (!b)
		return;
	for (size_t m = 0; m < b->count; m++)
		free(b->gemeenten[m].list);
	free(b->gemeenten);
	free(b);
}

static void
amount(void *ctx, const struct plan_amount *a, const struct placed *where)
{
	struct band *b = ((struct band **)ctx)[where->variant];
	enum lot lot = where->lot;
	struct pieces *g = &b->gemeenten[a->gemeente];
	bool sure = lot == LOT_YEAR && a->hardheid != HARDHEID_ONBEKEND &&
		    a->low == a->amount && a->high == a->amount;
	if (sure || lot == LOT_OUTSIDE || lot == LOT_PAST)
		return;
	g->list = mem_grow(g->list, &g->cap, g->count + 1, sizeof(*g->list));
	g->list[g->count++] = (struct piece){
	    .span = a->span,
	    .plan = a->plan,
	    .hardheid = a->hardheid,
	    .cause = a->cause,
	    .indivisible = lot == LOT_INDIVISIBLE,
	    .amount = a->amount,
	    .low = a->low,
	    .high = a->high,
	};
}

struct taker
bands_taker(struct band **list)
{
	return (struct taker){.ctx = list, .amount = amount};
}

static int
by_plan(const void *a, const void *b)
{
	const struct piece *x = a;
	const struct piece *y = b;
	return (x->plan > y->plan) - (x->plan < y->plan);
}

static void
sort(struct band *b)
{
	if (b->sorted)
		return;
	for (size_t m = 0; m < b->count; m++)
		if (b->gemeenten[m].count > 0)
			qsort(b->gemeenten[m].list, b->gemeenten[m].count,
			      sizeof(*b->gemeenten[m].list), by_plan);
	b->sorted = true;
}

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t
most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* From low to high around what counts as between under and over: what is
 * beyond these is for the words of the amount. */
static void
widen(struct width *w, const struct piece *p, int64_t under, int64_t over)
{
	enum cause o = p->cause == CIRCA   ? ABOUT
		       : p->cause == RANGE ? BETWEEN
					   : STATUS;
	w->under[o] += p->low - under;
	w->over[o] += p->high - over;
}

/* All of it or nothing may lie in the row. */
static void
unsure(struct width *w, const struct piece *p)
{
	struct piece q = *p;
	int64_t under = least(p->amount, 0);
	int64_t over = most(p->amount, 0);
	q.low = least(p->low, 0);
	q.high = most(p->high, 0);
	w->under[PERIOD] += under;
	w->over[PERIOD] += over;
	widen(w, &q, under, over);
}

/* How an amount lies in a row: outside, all or nothing of it, or within. */
enum placing { BESIDE, MAYBE, INSIDE };

/* A bucket that lies in the row is sure there; of one that lies in it partly
 * nobody knows how much does. */
static enum placing
place_of(const struct band *b, const struct stand_row *r, const struct piece *p)
{
	struct span span = p->span;
	int from = frame_plan_year(b->frame);
	if (span.from < from)
		span.from = from;
	if (!span_overlaps(span, r->span))
		return BESIDE;
	if (p->indivisible || !span_within(span, r->span))
		return MAYBE;
	return INSIDE;
}

/* Surely there, as much as it may be. In the total row the amount itself is
 * in the capacity already, as single years are everywhere. */
static void
add_sure(const struct stand_row *r, const struct piece *p, struct width *w)
{
	if (!r->total && p->span.from != p->span.to)
		w->sure += p->amount;
	widen(w, p, p->amount, p->amount);
}

/* A plan of unknown status: what of it lies in the row, and what may. */
struct whole {
	struct piece inside;
	struct piece bottom; /* the parts that may lie there and are negative */
	struct piece top;    /* and positive */
};

static void
append(struct piece *sum, const struct piece *p)
{
	sum->amount += p->amount;
	sum->low += p->low;
	sum->high += p->high;
	if (sum->cause == EXACT)
		sum->cause = p->cause;
}

static void
append_unknown(struct whole *h, const struct piece *p, enum placing where)
{
	struct piece low = *p;
	struct piece high = *p;
	if (where == INSIDE) {
		append(&h->inside, p);
		return;
	}
	low.amount = least(p->amount, 0);
	low.low = least(p->low, 0);
	high.amount = most(p->amount, 0);
	high.high = most(p->high, 0);
	append(&h->bottom, &low);
	append(&h->top, &high);
}

/* It is built as a whole or not at all: what may lie in the row comes on top
 * of what does, or lowers it. */
static void
add_unknown(struct width *w, const struct whole *h)
{
	struct piece q = h->inside;
	int64_t under = least(q.amount, 0);
	int64_t over = most(q.amount, 0);
	int64_t bottom = least(q.amount + h->bottom.amount, 0);
	int64_t top = most(q.amount + h->top.amount, 0);
	w->under[STATUS] += under;
	w->over[STATUS] += over;
	w->under[PERIOD] += bottom - under;
	w->over[PERIOD] += top - over;
	q.low = least(q.low + h->bottom.low, 0);
	q.high = most(q.high + h->top.high, 0);
	append(&q, &(struct piece){.cause = h->bottom.cause});
	widen(w, &q, bottom, top);
}

/* The pieces of one plan, from i on. Returns where the next one begins. */
static size_t
add_plan(const struct band *b, const struct stand_row *r,
	 const struct pieces *g, size_t i, struct width *w)
{
	struct whole h = {0};
	size_t plan = g->list[i].plan;
	for (; i < g->count && g->list[i].plan == plan; i++) {
		const struct piece *p = &g->list[i];
		enum placing where = place_of(b, r, p);
		if (where != BESIDE && p->hardheid == HARDHEID_ONBEKEND)
			append_unknown(&h, p, where);
		else if (where == MAYBE)
			unsure(w, p);
		else if (where == INSIDE)
			add_sure(r, p, w);
	}
	add_unknown(w, &h);
	return i;
}

static struct width
width_of(const struct band *b, const struct stand *s, const struct stand_row *r,
	 size_t m)
{
	struct width w = {0};
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	if (span.from < frame_plan_year(b->frame) && !r->total)
		span.from = frame_plan_year(b->frame);
	capacity_sum(s->capacity, m, span, sum);
	w.sure = sum[HARDHEID_HARD] + sum[HARDHEID_ZACHT];
	for (size_t i = 0; i < b->gemeenten[m].count;)
		i = add_plan(b, r, &b->gemeenten[m], i, &w);
	return w;
}

static void
name_cause(struct band_range *out, struct text code, const char *why,
	   int64_t width)
{
	char number[NUM_TEXT];
	buffer_clear(&out->cause);
	buffer_add(&out->cause, code);
	buffer_add(&out->cause, text_of(why));
	if (width > 0)
		buffer_add(&out->cause, amount_format(width, number));
}

/* Adds municipality m; *widest is the width that is named so far. */
static void
add_gemeente(struct band_range *out, const struct width *w, struct text code,
	     int64_t *widest)
{
	out->low.n += w->sure;
	out->high.n += w->sure;
	for (int o = 0; o < CAUSES; o++) {
		int64_t width = w->over[o] - w->under[o];
		out->low.n += w->under[o];
		out->high.n += w->over[o];
		if (width <= *widest)
			continue;
		*widest = width;
		name_cause(out, code, causes[o], width);
	}
}

void
band_row(struct band *b, const struct stand *s, const struct stand_row *r,
	 struct band_range *out)
{
	int64_t widest = 0;
	struct text absent = {NULL, 0};
	buffer_clear(&out->cause);
	out->low = (struct maybe){r->capacity[HARDHEID_HARD].known, 0};
	out->high = out->low;
	if (!out->low.known)
		return;
	sort(b);
	for (size_t j = 0; j < r->regio->members_count; j++) {
		size_t m = r->regio->members[j];
		struct text code =
		    regios_gemeente_at(s->frame->regios, m)->code;
		struct width w = width_of(b, s, r, m);
		add_gemeente(out, &w, code, &widest);
		if (!absent.s && !stand_delivered(s, m))
			absent = code;
	}
	if (!absent.s)
		return;
	out->high.known = false;
	name_cause(out, absent, " niet volledig", 0);
}
