#include "stand/stand.h"

#include <stdlib.h>

#include "mem.h"

static void
fill_capacity(const struct stand *s, struct stand_row *r)
{
	struct span span = r->span;
	int64_t sum[HARDHEDEN] = {0};
	bool any = false;
	int from = frame_plan_year(s->frame);
	if (span.from < from && !r->total)
		span.from = from;
	for (size_t j = 0; j < r->regio->members_count; j++) {
		size_t m = r->regio->members[j];
		if (!plans_delivered(s->plans, m))
			continue;
		any = true;
		capacity_sum(s->capacity, m, span, sum);
	}
	if (r->span.to < from)
		any = false;
	for (int h = 0; h < HARDHEDEN; h++)
		r->capacity[h] = (struct maybe){any, sum[h]};
}

/* Why there is no target: in a bucket, or not given (by whom). */
static void
explain_target(const struct stand *s, size_t i, struct stand_row *r)
{
	char years[SPAN_TEXT];
	int64_t sum;
	for (int year = r->span.from; year <= r->span.to; year++) {
		const struct target *b = opgaven_bucket(s->opgaven, i, year);
		if (!b || span_within(b->span, r->span))
			continue;
		buffer_string(&r->reason, "periode ");
		buffer_add(&r->reason, span_format(b->span, years));
		return;
	}
	buffer_string(&r->reason, "ontbreekt");
	const char *separator = ": ";
	for (size_t j = 0; j < r->regio->parts_count; j++) {
		size_t part = r->regio->parts[j];
		if (opgaven_sum(s->opgaven, part, r->span, &sum))
			continue;
		buffer_add(&r->reason, text_of(separator));
		separator = "|";
		buffer_add(&r->reason, regios_at(s->frame->regios, part)->code);
	}
}

static struct maybe
cumulative_target(const struct stand *s, size_t i, const struct stand_row *r)
{
	struct maybe m = {0};
	struct span span = {s->frame->years.from, r->span.to};
	m.known = opgaven_sum(s->opgaven, i, span, &m.n);
	return m;
}

static struct maybe
known_growth(const struct growth *g)
{
	return (struct maybe){g->known, g->part[SALDO]};
}

static struct maybe
minus(struct maybe a, struct maybe b)
{
	return (struct maybe){a.known && b.known, a.n - b.n};
}

void
stand_growth(const struct stand *s, const struct growers *who,
	     struct stand_row *r)
{
	const struct frame *k = s->frame;
	char last[PERIOD_TEXT];
	r->growth = growth_sum(k, s->cells, who, r->span);
	if (r->growth.whole) {
		r->difference = minus(known_growth(&r->growth), r->opgave);
		r->realised =
		    stand_percent(known_growth(&r->growth), r->opgave);
	}
	if (r->growth.known && !r->growth.whole && r->opgave.known) {
		buffer_string(&r->reason, "loopt t/m ");
		buffer_add(&r->reason, period_format(r->growth.until, last));
	}
	if (frame_months(k, r->span.to) == 0 && !r->total)
		return;
	struct span span = {k->years.from, r->span.to};
	struct growth cum = growth_sum(k, s->cells, who, span);
	r->growth_cum = known_growth(&cum);
	if (cum.whole)
		r->difference_cum = minus(r->growth_cum, r->opgave_cum);
}

bool
stand_norm(struct text t, struct num *out)
{
	return num_parse(t, NUM_PLAIN, out) == NUM_OK && out->units > 0 &&
	       out->scale <= 2 && num_compare(*out, num_of(1000)) <= 0;
}

struct percentage
stand_percent(struct maybe a, struct maybe b)
{
	struct percentage p = {0};
	p.known = a.known && b.known && b.n > 0 &&
		  amount_percent(a.n, b.n, NUM_HALF_AWAY, &p.n);
	return p;
}

struct maybe
stand_towards(const struct frame *k, const struct growth *g)
{
	if (g->known || frame_months(k, k->years.from) > 0)
		return known_growth(g);
	return (struct maybe){k->peildatum_known, 0};
}

void
stand_total(const struct frame *k, struct stand_row *r)
{
	const struct maybe *c = r->capacity;
	struct maybe done = stand_towards(k, &r->growth);
	struct maybe all = {c[HARDHEID_HARD].known, c[HARDHEID_HARD].n +
							c[HARDHEID_ZACHT].n +
							c[HARDHEID_ONBEKEND].n};
	r->realised = stand_percent(done, r->opgave);
	r->rest = minus(r->opgave, done);
	r->coverage_hard = stand_percent(c[HARDHEID_HARD], r->rest);
	r->coverage = stand_percent(all, r->rest);
}

bool
stand_delivered(const struct stand *s, size_t m)
{
	if (plans_any(s->plans) && !plans_delivered(s->plans, m))
		return false;
	return roster_complete(s->roster, m);
}

bool
stand_unsure(const struct stand *s, struct span span)
{
	return !s->roster && plans_any(s->plans) &&
	       span.to >= frame_plan_year(s->frame);
}

void
stand_complete(const struct stand *s, const struct stand_row *r,
	       struct buffer *out)
{
	if (r->incomplete.n > 0)
		buffer_string(out, "nee: ");
	else
		buffer_string(out,
			      stand_unsure(s, r->span) ? "onbekend" : "ja");
	buffer_add(out, buffer_view(&r->incomplete));
}

static bool
complete(const struct stand *s, size_t m, const struct stand_row *r)
{
	const struct frame *k = s->frame;
	if (growth_missing(k, s->cells, m, r->span))
		return false;
	return r->span.to < frame_plan_year(k) || stand_delivered(s, m);
}

static void
fill_complete(const struct stand *s, struct stand_row *r)
{
	for (size_t j = 0; j < r->regio->members_count; j++) {
		size_t m = r->regio->members[j];
		if (!complete(s, m, r))
			buffer_list(
			    &r->incomplete, "|",
			    regios_gemeente_at(s->frame->regios, m)->code);
	}
}

/* What remains of the targets that are known. */
static void
fill_tail(const struct stand *s, size_t regio, struct stand_row *r)
{
	struct stand_row later = *r;
	r->tail = stand_tail(s, regio, &later);
	if (r->tail == 0)
		return;
	r->rest = later.rest;
	r->coverage_hard = later.coverage_hard;
	r->coverage = later.coverage;
}

void
stand_derived(const struct stand_row *r, struct buffer *out)
{
	if (r->derived)
		buffer_list(out, "|", text_of("opgave"));
	if (r->derived_cum)
		buffer_list(out, "|", text_of("opgave_cum"));
	if (r->tail > 0) {
		buffer_list(out, "|", text_of("vanaf "));
		buffer_uint(out, (uint64_t)r->tail);
	}
}

void
stand_row(const struct stand *s, size_t regio, struct span span,
	  struct stand_row *out)
{
	struct stand_row r = {.reason = out->reason,
			      .incomplete = out->incomplete};
	buffer_clear(&r.reason);
	buffer_clear(&r.incomplete);
	r.regio = regios_at(s->frame->regios, regio);
	r.niveau = region_level_name(r.regio->level);
	r.span = span;
	r.total = span_equal(span, s->frame->years);
	r.opgave.known = opgaven_sum(s->opgaven, regio, span, &r.opgave.n);
	if (!r.opgave.known)
		explain_target(s, regio, &r);
	r.opgave_cum = cumulative_target(s, regio, &r);
	struct growers who = growers_of(s->frame, regio);
	stand_growth(s, &who, &r);
	fill_capacity(s, &r);
	if (r.opgave.known)
		r.derived = opgaven_derived(s->opgaven, regio, span);
	if (r.opgave_cum.known)
		r.derived_cum = opgaven_derived(
		    s->opgaven, regio,
		    (struct span){s->frame->years.from, span.to});
	if (r.total)
		stand_total(s->frame, &r);
	if (r.total && !r.opgave.known)
		fill_tail(s, regio, &r);
	fill_complete(s, &r);
	*out = r;
}

/* The first year from which the targets until the end are known. */
static int
tail_from(const struct stand *s, size_t regio, int64_t *target)
{
	struct span span = s->frame->years;
	for (; span.from <= span.to; span.from++)
		if (opgaven_sum(s->opgaven, regio, span, target))
			return span.from;
	return 0;
}

int
stand_tail(const struct stand *s, size_t regio, struct stand_row *r)
{
	const struct frame *k = s->frame;
	int64_t target;
	int from = tail_from(s, regio, &target);
	if (from == 0 || from > frame_plan_year(k))
		return 0;
	struct span span = {from, k->years.to};
	r->growth = growth_of(k, s->cells, regio, span);
	if (frame_months(k, from) == 0)
		r->growth.known = true; /* nothing was to be counted yet */
	r->opgave = (struct maybe){true, target};
	stand_total(k, r);
	return from;
}

void
stand_row_free(struct stand_row *r)
{
	buffer_free(&r->reason);
	buffer_free(&r->incomplete);
}

/* Years, buckets and the total, in order of first and last year. */
static bool
has_row(const struct stand *s, size_t i, struct span span)
{
	return span.from == span.to || span_equal(span, s->frame->years) ||
	       opgaven_has(s->opgaven, i, span);
}

void
stand_walk(const struct stand *s,
	   void (*take)(void *ctx, const struct stand_row *r), void *ctx)
{
	struct stand_row row = {0};
	struct span years = s->frame->years;
	size_t n = frame_years(s->frame);
	size_t regios = regios_count(s->frame->regios);
	for (size_t j = 0; j < regios * n * n; j++) {
		size_t i = j / (n * n);
		struct span span = {years.from + (int)(j / n % n),
				    years.from + (int)(j % n)};
		if (span.from > span.to || !has_row(s, i, span))
			continue;
		stand_row(s, i, span, &row);
		take(ctx, &row);
	}
	stand_row_free(&row);
}
