#include "stand/figure.h"

#include "period.h"

/* The row of a region as if the span were all years and the date the
 * reference date; capacity stays that of the reference date. */
static void
row_of(const struct stand *s, const struct vraagstuk *v, size_t regio,
       struct standrij *r)
{
	struct kader k = *s->kader;
	struct stand other = *s;
	k.jaren = v->span;
	if (v->maat->soort == MAAT_CUM)
		k.jaren.van = s->kader->jaren.van;
	k.peildatum = v->datum;
	other.kader = &k;
	stand_row(&other, regio, k.jaren, r);
	if (!maat_capaciteit(v->maat))
		return;
	/* Buckets count when all years that have plans are asked for. */
	struct standrij all = {0};
	if (v->span.tot == s->kader->jaren.tot &&
	    v->span.van <= kader_planjaar(s->kader)) {
		stand_row(s, regio, s->kader->jaren, &all);
		for (int h = 0; h < HARDHEDEN; h++)
			r->capaciteit[h] = all.capaciteit[h];
	}
	standrij_free(&all);
}

static struct misschien
sum_of(const struct stand *s, const struct vraagstuk *v, size_t regio,
       const struct som *som)
{
	struct standrij r = {0};
	struct kader k = *s->kader;
	k.jaren = v->span;
	row_of(s, v, regio, &r);
	struct misschien sum = maat_som(v->maat, som, &k, &r);
	standrij_free(&r);
	return sum;
}

/* The province of a region: the one that has its municipalities. */
static size_t
province_of(const struct regios *list, size_t regio)
{
	const struct regio *r = regios_at(list, regio);
	for (size_t i = 0; i < regios_count(list); i++) {
		const struct regio *p = regios_at(list, i);
		for (size_t j = 0; j < p->leden_count; j++)
			if (p->level == REGION_PROVINCIE &&
			    r->leden_count > 0 && p->leden[j] == r->leden[0])
				return i;
	}
	return regio;
}

static void
divide_by(struct cijfer *c, struct misschien by, int64_t factor)
{
	c->bekend = c->bekend && by.bekend && by.n > 0;
	c->noemer = aantal_num(by.n);
	c->factor = num_of(factor);
}

/* True when months before the date, within the span, are missing. */
static bool
falls_short(const struct kader *k, const struct standrij *r)
{
	int32_t end = 0;
	int year = k->jaren.tot;
	while (year > k->jaren.van && kader_maanden(k, year) == 0)
		year--;
	int months = kader_maanden(k, year);
	date_days(year + months / 12, months % 12 + 1, 1, &end);
	return r->groei.bekend && period_end(r->groei.tm) < end;
}

static int64_t
years_of(struct span s)
{
	return s.tot - s.van + 1;
}

static void
divide(const struct stand *s, const struct vraagstuk *v, struct cijfer *c)
{
	const struct maat *m = v->maat;
	struct misschien years = {true, years_of(v->span) * AANTAL_ONE};
	size_t whole = province_of(s->kader->regios, v->regio);
	switch (m->soort) {
	case MAAT_PROCENT:
		divide_by(c, sum_of(s, v, v->regio, &m->noemer), 100);
		return;
	case MAAT_AANDEEL:
		divide_by(c, sum_of(s, v, whole, &m->teller), 100);
		return;
	case MAAT_PER_JAAR:
		divide_by(c, years, 1);
		return;
	case MAAT_EVENREDIG:
		c->jaren = num_of(years_of(v->span));
		years.n = years_of(s->kader->jaren) * AANTAL_ONE;
		divide_by(c, years, 1);
		return;
	default:
		return;
	}
}

/* A difference of growth over only a part of the span is none. */
static bool
comparable(const struct maat *m, const struct standrij *r)
{
	bool difference = m->teller.opgave < 0 && m->teller.groei > 0;
	return !difference || maat_capaciteit(m) || r->groei.heel;
}

void
cijfer_of(const struct stand *s, const struct vraagstuk *v, struct cijfer *out)
{
	struct vraagstuk asked = *v;
	struct standrij r = {0};
	struct kader k = *s->kader;
	*out = (struct cijfer){.factor = num_of(1)};
	if (v->maat->soort == MAAT_JAREN) {
		out->bekend = out->vergelijkbaar = true;
		out->teller = num_of(years_of(v->span));
		return;
	}
	if (!span_within(v->span, s->kader->jaren) ||
	    v->maat->soort == MAAT_GEMEENTE)
		return;
	if (v->maat->soort == MAAT_EVENREDIG)
		asked.span = s->kader->jaren;
	k.jaren = asked.span;
	k.peildatum = asked.datum;
	row_of(s, &asked, v->regio, &r);
	struct misschien sum = maat_som(v->maat, &v->maat->teller, &k, &r);
	out->bekend =
	    sum.bekend && !(maat_groei(v->maat) && falls_short(&k, &r));
	out->teller = aantal_num(sum.n);
	out->tm = r.groei.tm;
	out->vergelijkbaar = comparable(v->maat, &r);
	standrij_free(&r);
	divide(s, v, out);
}

bool
cijfer_round(const struct cijfer *c, int decimals, struct num *out)
{
	struct num n = c->teller;
	if (!num_multiply(n, c->factor, &n) ||
	    (c->jaren.units != 0 && !num_multiply(n, c->jaren, &n)))
		return false;
	if (c->noemer.units == 0)
		return num_round(n, decimals, NUM_HALF_AWAY, out);
	return num_divide(n, c->noemer, decimals, NUM_HALF_AWAY, out);
}

void
cijfer_tell(const struct cijfer *c, struct woorden *out)
{
	char buf[NUM_TEXT];
	if (c->noemer.units == 0)
		return;
	woorden_add(out, text_of(" ("));
	woorden_add(out, num_format(c->teller, buf));
	woorden_add(out, text_of(" / "));
	woorden_add(out, num_format(c->noemer, buf));
	if (c->jaren.units != 0) {
		woorden_add(out, text_of(" x "));
		woorden_add(out, num_format(c->jaren, buf));
	}
	woorden_add(out, text_of(")"));
}
