#include "stand/stand.h"

#include <stdlib.h>

#include "mem.h"

static void
fill_capacity(const struct stand *s, struct standrij *r)
{
	struct span span = r->span;
	int64_t sum[HARDHEDEN] = {0};
	bool any = false;
	int from = kader_planjaar(s->kader);
	if (span.van < from && !r->totaal)
		span.van = from;
	for (size_t j = 0; j < r->regio->leden_count; j++) {
		size_t m = r->regio->leden[j];
		if (!plannen_delivered(s->plannen, m))
			continue;
		any = true;
		capaciteit_sum(s->capaciteit, m, span, sum);
	}
	if (r->span.tot < from)
		any = false;
	for (int h = 0; h < HARDHEDEN; h++)
		r->capaciteit[h] = (struct misschien){any, sum[h]};
}

/* Why there is no target: in a bucket, or not given (by whom). */
static void
explain_target(const struct stand *s, size_t i, struct standrij *r)
{
	char years[SPAN_TEXT];
	int64_t sum;
	for (int year = r->span.van; year <= r->span.tot; year++) {
		const struct doel *b = opgaven_bucket(s->opgaven, i, year);
		if (b == NULL || span_within(b->span, r->span))
			continue;
		woorden_add(&r->reden, text_of("periode "));
		woorden_add(&r->reden, span_format(b->span, years));
		return;
	}
	woorden_add(&r->reden, text_of("ontbreekt"));
	const char *separator = ": ";
	for (size_t j = 0; j < r->regio->delen_count; j++) {
		size_t part = r->regio->delen[j];
		if (opgaven_sum(s->opgaven, part, r->span, &sum))
			continue;
		woorden_add(&r->reden, text_of(separator));
		separator = "|";
		woorden_add(&r->reden, regios_at(s->kader->regios, part)->code);
	}
}

static struct misschien
cumulative_target(const struct stand *s, size_t i, const struct standrij *r)
{
	struct misschien m = {0};
	struct span span = {s->kader->jaren.van, r->span.tot};
	m.bekend = opgaven_sum(s->opgaven, i, span, &m.n);
	return m;
}

static struct misschien
known_growth(const struct groei *g)
{
	return (struct misschien){g->bekend, g->deel[SALDO]};
}

static struct misschien
minus(struct misschien a, struct misschien b)
{
	return (struct misschien){a.bekend && b.bekend, a.n - b.n};
}

void
stand_growth(const struct stand *s, const struct groeiers *who,
	     struct standrij *r)
{
	const struct kader *k = s->kader;
	char last[PERIOD_TEXT];
	r->groei = groei_sum(k, s->waarnemingen, who, r->span);
	if (r->groei.heel) {
		r->verschil = minus(known_growth(&r->groei), r->opgave);
		r->gerealiseerd =
		    stand_percent(known_growth(&r->groei), r->opgave);
	}
	if (r->groei.bekend && !r->groei.heel && r->opgave.bekend) {
		woorden_add(&r->reden, text_of("loopt t/m "));
		woorden_add(&r->reden, period_format(r->groei.tm, last));
	}
	if (kader_maanden(k, r->span.tot) == 0 && !r->totaal)
		return;
	struct span span = {k->jaren.van, r->span.tot};
	struct groei cum = groei_sum(k, s->waarnemingen, who, span);
	r->groei_cum = known_growth(&cum);
	if (cum.heel)
		r->verschil_cum = minus(r->groei_cum, r->opgave_cum);
}

struct percentage
stand_percent(struct misschien a, struct misschien b)
{
	struct percentage p = {0};
	p.bekend = a.bekend && b.bekend && b.n > 0 &&
		   aantal_percent(a.n, b.n, NUM_HALF_AWAY, &p.n);
	return p;
}

struct misschien
stand_towards(const struct kader *k, const struct groei *g)
{
	if (g->bekend || kader_maanden(k, k->jaren.van) > 0)
		return known_growth(g);
	return (struct misschien){k->peildatum_bekend, 0};
}

void
stand_total(const struct kader *k, struct standrij *r)
{
	const struct misschien *c = r->capaciteit;
	struct misschien done = stand_towards(k, &r->groei);
	struct misschien all = {c[HARD].bekend,
				c[HARD].n + c[ZACHT].n + c[ONBEKEND].n};
	r->gerealiseerd = stand_percent(done, r->opgave);
	r->rest = minus(r->opgave, done);
	r->dekking_hard = stand_percent(c[HARD], r->rest);
	r->dekking = stand_percent(all, r->rest);
}

bool
stand_delivered(const struct stand *s, size_t m)
{
	if (plannen_any(s->plannen) && !plannen_whole(s->plannen, m))
		return false;
	return rooster_complete(s->rooster, m);
}

static bool
complete(const struct stand *s, size_t m, const struct standrij *r)
{
	const struct kader *k = s->kader;
	if (groei_ontbreekt(k, s->waarnemingen, m, r->span))
		return false;
	return r->span.tot < kader_planjaar(k) || stand_delivered(s, m);
}

static void
fill_complete(const struct stand *s, struct standrij *r)
{
	for (size_t j = 0; j < r->regio->leden_count; j++) {
		size_t m = r->regio->leden[j];
		if (!complete(s, m, r))
			woorden_join(
			    &r->volledig, "|",
			    regios_gemeente_at(s->kader->regios, m)->code);
	}
}

void
stand_row(const struct stand *s, size_t regio, struct span span,
	  struct standrij *out)
{
	struct standrij r = {.reden = out->reden, .volledig = out->volledig};
	woorden_clear(&r.reden);
	woorden_clear(&r.volledig);
	r.regio = regios_at(s->kader->regios, regio);
	r.niveau = region_level_name(r.regio->level);
	r.span = span;
	r.totaal = span_equal(span, s->kader->jaren);
	r.opgave.bekend = opgaven_sum(s->opgaven, regio, span, &r.opgave.n);
	if (!r.opgave.bekend)
		explain_target(s, regio, &r);
	r.opgave_cum = cumulative_target(s, regio, &r);
	struct groeiers who = groeiers_of(s->kader, regio);
	stand_growth(s, &who, &r);
	fill_capacity(s, &r);
	if (r.totaal)
		stand_total(s->kader, &r);
	fill_complete(s, &r);
	*out = r;
}

/* The first year from which the targets until the end are known. */
static int
tail_from(const struct stand *s, size_t regio, int64_t *target)
{
	struct span span = s->kader->jaren;
	for (; span.van <= span.tot; span.van++)
		if (opgaven_sum(s->opgaven, regio, span, target))
			return span.van;
	return 0;
}

int
stand_tail(const struct stand *s, size_t regio, struct standrij *r)
{
	const struct kader *k = s->kader;
	int64_t target;
	int van = tail_from(s, regio, &target);
	if (van == 0 || van > kader_planjaar(k))
		return 0;
	struct span span = {van, k->jaren.tot};
	r->groei = groei_of(k, s->waarnemingen, regio, span);
	if (kader_maanden(k, van) == 0)
		r->groei.bekend = true; /* nothing was to be counted yet */
	r->opgave = (struct misschien){true, target};
	stand_total(k, r);
	return van;
}

void
standrij_free(struct standrij *r)
{
	free(r->reden.s);
	free(r->volledig.s);
}

/* A bucket of the targets has a row of its own. */
static bool
is_bucket(const struct stand *s, size_t i, struct span span)
{
	size_t n;
	const struct doel *list = opgaven_list(s->opgaven, i, &n);
	for (size_t j = 0; j < n; j++)
		if (span_equal(list[j].span, span))
			return true;
	return false;
}

/* Years, buckets and the total, in order of first and last year. */
static bool
has_row(const struct stand *s, size_t i, struct span span)
{
	return span.van == span.tot || span_equal(span, s->kader->jaren) ||
	       is_bucket(s, i, span);
}

void
stand_walk(const struct stand *s,
	   void (*take)(void *ctx, const struct standrij *r), void *ctx)
{
	struct standrij row = {0};
	struct span years = s->kader->jaren;
	size_t n = kader_jaren(s->kader);
	size_t regios = regios_count(s->kader->regios);
	for (size_t j = 0; j < regios * n * n; j++) {
		size_t i = j / (n * n);
		struct span span = {years.van + (int)(j / n % n),
				    years.van + (int)(j % n)};
		if (span.van > span.tot || !has_row(s, i, span))
			continue;
		stand_row(s, i, span, &row);
		take(ctx, &row);
	}
	standrij_free(&row);
}
