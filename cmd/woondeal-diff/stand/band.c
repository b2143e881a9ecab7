#include "stand/band.h"

#include <stdlib.h>

#include "mem.h"

/* An amount that is not sure. plan: its plan, as a number; what is of one
 * plan is built together. */
struct stuk {
	struct span span;
	size_t plan;
	enum hardheid hardheid;
	enum schatting oorzaak;
	bool ondeelbaar;
	int64_t aantal;
	int64_t laag;
	int64_t hoog;
};

struct stukken {
	struct stuk *list;
	size_t count;
	size_t cap;
};

struct band {
	const struct kader *kader;
	struct stukken *gemeenten;
	size_t count;
	bool sorted; /* by plan, in each municipality */
};

enum oorzaak { STATUS, PERIODE, OMTRENT, TUSSEN, OORZAKEN };

static const char *const oorzaken[OORZAKEN] = {
    " planstatus onbekend ", " periode ", " circa ", " bereik "};

/* What one municipality adds: surely, and at least and at most. */
struct breedte {
	int64_t zeker;
	int64_t onder[OORZAKEN];
	int64_t boven[OORZAKEN];
};

struct band *
band_new(const struct kader *k)
{
	struct band *b = mem_new(struct band);
	b->kader = k;
	b->count = regios_gemeenten(k->regios);
	b->gemeenten = mem_array(b->count + 1, sizeof *b->gemeenten);
	return b;
}

void
band_free(struct band *b)
{
	if (b == NULL)
		return;
	for (size_t m = 0; m < b->count; m++)
		free(b->gemeenten[m].list);
	free(b->gemeenten);
	free(b);
}

void
band_add(struct band *b, const struct planaantal *a, enum lot lot)
{
	struct stukken *g = &b->gemeenten[a->gemeente];
	bool sure = lot == LOT_JAAR && a->hardheid != ONBEKEND &&
		    a->laag == a->aantal && a->hoog == a->aantal;
	if (sure || lot == LOT_BUITEN || lot == LOT_VERLEDEN)
		return;
	g->list = mem_grow(g->list, &g->cap, g->count + 1, sizeof *g->list);
	g->list[g->count++] = (struct stuk){
	    .span = a->span,
	    .plan = a->plan,
	    .hardheid = a->hardheid,
	    .oorzaak = a->oorzaak,
	    .ondeelbaar = lot == LOT_ONDEELBAAR,
	    .aantal = a->aantal,
	    .laag = a->laag,
	    .hoog = a->hoog,
	};
}

static int
by_plan(const void *a, const void *b)
{
	const struct stuk *x = a;
	const struct stuk *y = b;
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
			      sizeof *b->gemeenten[m].list, by_plan);
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

/* From laag to hoog around what counts as between onder and boven: what is
 * beyond these is for the words of the amount. */
static void
widen(struct breedte *w, const struct stuk *p, int64_t onder, int64_t boven)
{
	enum oorzaak o = p->oorzaak == CIRCA	? OMTRENT
			 : p->oorzaak == BEREIK ? TUSSEN
						: STATUS;
	w->onder[o] += p->laag - onder;
	w->boven[o] += p->hoog - boven;
}

/* All of it or nothing may lie in the row. */
static void
unsure(struct breedte *w, const struct stuk *p)
{
	struct stuk q = *p;
	int64_t onder = least(p->aantal, 0);
	int64_t boven = most(p->aantal, 0);
	q.laag = least(p->laag, 0);
	q.hoog = most(p->hoog, 0);
	w->onder[PERIODE] += onder;
	w->boven[PERIODE] += boven;
	widen(w, &q, onder, boven);
}

/* How an amount lies in a row: outside, all or nothing of it, or within. */
enum ligging { ERNAAST, MISSCHIEN, ERIN };

/* A bucket that lies in the row is sure there; of one that lies in it partly
 * nobody knows how much does. */
static enum ligging
place_of(const struct band *b, const struct standrij *r, const struct stuk *p)
{
	struct span span = p->span;
	int from = kader_planjaar(b->kader);
	if (span.van < from)
		span.van = from;
	if (!span_overlaps(span, r->span))
		return ERNAAST;
	if (p->ondeelbaar || !span_within(span, r->span))
		return MISSCHIEN;
	return ERIN;
}

/* Surely there, as much as it may be. In the total row the amount itself is
 * in the capacity already, as single years are everywhere. */
static void
add_sure(const struct standrij *r, const struct stuk *p, struct breedte *w)
{
	if (!r->totaal && p->span.van != p->span.tot)
		w->zeker += p->aantal;
	widen(w, p, p->aantal, p->aantal);
}

/* A plan of unknown status: what of it lies in the row, and what may. */
struct heel {
	struct stuk erin;
	struct stuk dal; /* the parts that may lie there and are negative */
	struct stuk top; /* and positive */
};

static void
append(struct stuk *sum, const struct stuk *p)
{
	sum->aantal += p->aantal;
	sum->laag += p->laag;
	sum->hoog += p->hoog;
	if (sum->oorzaak == EXACT)
		sum->oorzaak = p->oorzaak;
}

static void
append_unknown(struct heel *h, const struct stuk *p, enum ligging where)
{
	struct stuk low = *p;
	struct stuk high = *p;
	if (where == ERIN) {
		append(&h->erin, p);
		return;
	}
	low.aantal = least(p->aantal, 0);
	low.laag = least(p->laag, 0);
	high.aantal = most(p->aantal, 0);
	high.hoog = most(p->hoog, 0);
	append(&h->dal, &low);
	append(&h->top, &high);
}

/* It is built as a whole or not at all: what may lie in the row comes on top
 * of what does, or lowers it. */
static void
add_unknown(struct breedte *w, const struct heel *h)
{
	struct stuk q = h->erin;
	int64_t onder = least(q.aantal, 0);
	int64_t boven = most(q.aantal, 0);
	int64_t dal = least(q.aantal + h->dal.aantal, 0);
	int64_t top = most(q.aantal + h->top.aantal, 0);
	w->onder[STATUS] += onder;
	w->boven[STATUS] += boven;
	w->onder[PERIODE] += dal - onder;
	w->boven[PERIODE] += top - boven;
	q.laag = least(q.laag + h->dal.laag, 0);
	q.hoog = most(q.hoog + h->top.hoog, 0);
	append(&q, &(struct stuk){.oorzaak = h->dal.oorzaak});
	widen(w, &q, dal, top);
}

/* The pieces of one plan, from i on. Returns where the next one begins. */
static size_t
add_plan(const struct band *b, const struct standrij *r,
	 const struct stukken *g, size_t i, struct breedte *w)
{
	struct heel h = {0};
	size_t plan = g->list[i].plan;
	for (; i < g->count && g->list[i].plan == plan; i++) {
		const struct stuk *p = &g->list[i];
		enum ligging where = place_of(b, r, p);
		if (where != ERNAAST && p->hardheid == ONBEKEND)
			append_unknown(&h, p, where);
		else if (where == MISSCHIEN)
			unsure(w, p);
		else if (where == ERIN)
			add_sure(r, p, w);
	}
	add_unknown(w, &h);
	return i;
}

static struct breedte
breedte_of(const struct band *b, const struct stand *s,
	   const struct standrij *r, size_t m)
{
	struct breedte w = {0};
	int64_t sum[HARDHEDEN] = {0};
	struct span span = r->span;
	if (span.van < kader_planjaar(b->kader) && !r->totaal)
		span.van = kader_planjaar(b->kader);
	capaciteit_sum(s->capaciteit, m, span, sum);
	w.zeker = sum[HARD] + sum[ZACHT];
	for (size_t i = 0; i < b->gemeenten[m].count;)
		i = add_plan(b, r, &b->gemeenten[m], i, &w);
	return w;
}

static void
name_cause(struct bandbreedte *out, struct text code, const char *why,
	   int64_t width)
{
	char number[NUM_TEXT];
	woorden_clear(&out->oorzaak);
	woorden_add(&out->oorzaak, code);
	woorden_add(&out->oorzaak, text_of(why));
	if (width > 0)
		woorden_add(&out->oorzaak, aantal_format(width, number));
}

/* Adds municipality m; *widest is the width that is named so far. */
static void
add_gemeente(struct bandbreedte *out, const struct breedte *w, struct text code,
	     int64_t *widest)
{
	out->laag.n += w->zeker;
	out->hoog.n += w->zeker;
	for (int o = 0; o < OORZAKEN; o++) {
		int64_t width = w->boven[o] - w->onder[o];
		out->laag.n += w->onder[o];
		out->hoog.n += w->boven[o];
		if (width <= *widest)
			continue;
		*widest = width;
		name_cause(out, code, oorzaken[o], width);
	}
}

void
band_row(struct band *b, const struct stand *s, const struct standrij *r,
	 struct bandbreedte *out)
{
	int64_t widest = 0;
	struct text absent = {NULL, 0};
	woorden_clear(&out->oorzaak);
	out->laag = (struct misschien){r->capaciteit[HARD].bekend, 0};
	out->hoog = out->laag;
	if (!out->laag.bekend)
		return;
	sort(b);
	for (size_t j = 0; j < r->regio->leden_count; j++) {
		size_t m = r->regio->leden[j];
		struct text code =
		    regios_gemeente_at(s->kader->regios, m)->code;
		struct breedte w = breedte_of(b, s, r, m);
		add_gemeente(out, &w, code, &widest);
		if (absent.s == NULL && !stand_delivered(s, m))
			absent = code;
	}
	if (absent.s == NULL)
		return;
	out->hoog.bekend = false;
	name_cause(out, absent, " niet volledig", 0);
}
