#include "write/check.h"

#include <stdlib.h>

#include "stand/figure.h"
#include "diag.h"
#include "ground/rule.h"
#include "period.h"

enum oordeel { KLOPT, WEERSPROKEN, NIET_TE_TOETSEN, OORDELEN };

struct toets {
	const struct stand *s;
	const struct beweringen *alle;
	const struct bewering *b;
	struct vraagstuk v;
	struct cijfer c;
	char tip_buf[SPAN_TEXT]; /* what would make it true */
	struct text tip;
};

static const char *const woorden[] = {"",	   "ruim ",  "bijna ",
				      "ongeveer ", "onder ", "boven "};

/* n times percent, exactly. */
static struct num
part(struct num n, int64_t percent)
{
	num_multiply(n, (struct num){percent, 2}, &n);
	return n;
}

static bool
between(struct num n, struct num a, struct num b)
{
	return num_compare(n, a) >= 0 && num_compare(n, b) <= 0;
}

/* ruim, bijna and ongeveer leave five percent. */
static bool
fits(const struct bewering *b, const struct cijfer *c)
{
	struct num g = b->getal;
	struct num n;
	int decimals = b->woord == PRECIES ? b->decimalen : AANTAL_SCALE;
	if (!cijfer_round(c, decimals, &n))
		return false;
	switch (b->woord) {
	case RUIM:
		return between(n, g, part(g, 105));
	case BIJNA:
		return between(n, part(g, 95), g) && num_compare(n, g) < 0;
	case ONGEVEER:
		return between(n, part(g, 95), part(g, 105));
	case ONDER:
		return num_compare(n, g) < 0;
	case BOVEN:
		return num_compare(n, g) > 0;
	default:
		return num_compare(n, g) == 0;
	}
}

static bool
fits_at(struct toets *t, struct span span, int32_t date)
{
	struct vraagstuk v = t->v;
	struct cijfer c;
	v.span = span;
	v.datum = date;
	cijfer_of(t->s, &v, &c);
	return c.bekend && fits(t->b, &c);
}

/* Near: less than one of the last decimal away. */
static bool
is_rounding(struct toets *t)
{
	struct num n, far;
	if (t->c.noemer.units == 0 || t->b->woord != PRECIES ||
	    !cijfer_round(&t->c, AANTAL_SCALE, &n) ||
	    !num_subtract(n, t->b->getal, &far))
		return false;
	far.units = far.units < 0 ? -far.units : far.units;
	if (num_compare(far, (struct num){1, t->b->decimalen}) >= 0 ||
	    !cijfer_round(&t->c, t->b->decimalen, &n))
		return false;
	t->tip = num_format(n, t->tip_buf);
	return true;
}

/* The first day of another month of these years before which it was so. */
static bool
is_date(struct toets *t)
{
	int32_t date;
	if (!maat_groei(t->b->maat) || maat_capaciteit(t->b->maat))
		return false;
	for (int m = 1; m <= 12 * (t->v.span.tot - t->v.span.van + 1); m++) {
		date_days(t->v.span.van + m / 12, m % 12 + 1, 1, &date);
		if (!fits_at(t, t->v.span, date))
			continue;
		t->tip = date_format(date, t->tip_buf);
		return true;
	}
	return false;
}

static int
distance(struct span a, struct span b)
{
	return abs(a.van - b.van) + abs(a.tot - b.tot);
}

/* The nearest other years for which it is so. */
static bool
is_period(struct toets *t)
{
	struct span years = t->s->kader->jaren;
	struct span best = t->v.span;
	for (int van = years.van; van <= years.tot; van++) {
		for (int tot = van; tot <= years.tot; tot++) {
			struct span span = {van, tot};
			bool nearer = span_equal(best, t->v.span) ||
				      distance(span, t->v.span) <
					  distance(best, t->v.span);
			if (nearer && !span_equal(span, t->v.span) &&
			    fits_at(t, span, t->v.datum))
				best = span;
		}
	}
	t->tip = span_format(best, t->tip_buf);
	return !span_equal(best, t->v.span);
}

/* figure: what the figures say; more: how they come to it. */
static void
report(const struct toets *t, enum regel regel, struct text figure,
       struct text more)
{
	const struct kader *k = t->s->kader;
	const struct bewering *b = t->b;
	char years[SPAN_TEXT];
	struct woorden claim = {0};
	struct finding_place place = {.file = table_name(t->alle->table),
				      .record = (size_t)(b - t->alle->list) + 2,
				      .row = b->rij,
				      .name = text_of("waarde"),
				      .value = b->waarde};
	woorden_add(&claim, text_of(woorden[b->woord]));
	woorden_add(&claim, b->waarde);
	melding_add(k->findings, regel, &place,
		    TEXTS(b->tekst, b->bron, text_of(b->maat->naam),
			  regios_at(k->regios, b->regio)->code,
			  span_format(b->span, years), woorden_text(&claim),
			  figure, more, t->tip));
	free(claim.s);
}

static enum regel
why(struct toets *t)
{
	bool exact = t->b->woord == PRECIES && t->b->getal.units != 0 &&
		     t->b->maat->soort != MAAT_JAREN;
	if (is_rounding(t))
		return REGEL_BEWERING_AFRONDING;
	if (exact && t->b->heeft_datum && is_date(t))
		return REGEL_BEWERING_DATUM;
	if (exact && is_period(t))
		return REGEL_BEWERING_PERIODE;
	return REGEL_BEWERING;
}

static void
contradict(struct toets *t)
{
	char number[NUM_TEXT], last[PERIOD_TEXT];
	struct woorden more = {0};
	struct num n;
	if (!t->c.vergelijkbaar) {
		t->tip = period_format(t->c.tm, last);
		report(t, REGEL_BEWERING_ONGELIJK, text_of(""), text_of(""));
		return;
	}
	if (!cijfer_round(&t->c, t->c.noemer.units == 0 ? AANTAL_SCALE : 2, &n))
		n = num_of(0);
	cijfer_tell(&t->c, &more);
	enum regel regel = why(t);
	report(t, regel, num_format(n, number), woorden_text(&more));
	free(more.s);
}

static bool
is_member(const struct regio *r, long m)
{
	for (size_t j = 0; j < r->leden_count; j++)
		if ((long)r->leden[j] == m)
			return true;
	return false;
}

/* An earlier statement that lays this municipality in another deal. */
static const struct bewering *
elsewhere(const struct toets *t)
{
	const struct regios *list = t->s->kader->regios;
	const struct bewering *b = t->b;
	for (const struct bewering *x = t->alle->list; x < b; x++)
		if (x->maat->soort == MAAT_GEMEENTE &&
		    x->gemeente == b->gemeente && x->regio != b->regio &&
		    regios_at(list, x->regio)->level ==
			regios_at(list, b->regio)->level)
			return x;
	return NULL;
}

static enum oordeel
judge_member(struct toets *t)
{
	const struct regios *list = t->s->kader->regios;
	const struct bewering *other = elsewhere(t);
	if (other != NULL) {
		t->tip = num_format(num_of((int64_t)other->rij), t->tip_buf);
		report(t, REGEL_BEWERING_DUBBEL,
		       regios_at(list, other->regio)->code, text_of(""));
	}
	if (is_member(regios_at(list, t->b->regio), t->b->gemeente))
		return other == NULL ? KLOPT : WEERSPROKEN;
	report(t, REGEL_BEWERING_GEMEENTE,
	       regios_woondeal_of(list, (size_t)t->b->gemeente), text_of(""));
	return WEERSPROKEN;
}

static enum oordeel
judge(struct toets *t)
{
	if (t->b->maat->soort == MAAT_GEMEENTE)
		return judge_member(t);
	cijfer_of(t->s, &t->v, &t->c);
	if (!t->c.bekend) {
		report(t, REGEL_BEWERING_ONBEKEND, text_of(""), text_of(""));
		return NIET_TE_TOETSEN;
	}
	if (t->c.vergelijkbaar && fits(t->b, &t->c))
		return KLOPT;
	contradict(t);
	return WEERSPROKEN;
}

void
toets_alle(const struct stand *s, const struct beweringen *list)
{
	size_t n[OORDELEN] = {0};
	for (size_t i = 0; i < list->count; i++) {
		const struct bewering *b = &list->list[i];
		struct toets t = {.s = s, .alle = list, .b = b};
		t.v = (struct vraagstuk){b->maat, b->regio, b->span,
					 b->heeft_datum ? b->datum
							: s->kader->peildatum};
		n[judge(&t)]++;
	}
	diag_note("%zu statements = %zu hold + %zu contradicted + %zu not to "
		  "be checked",
		  list->count, n[KLOPT], n[WEERSPROKEN], n[NIET_TE_TOETSEN]);
}
