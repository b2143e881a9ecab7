#include "stand/figure.h"

#include "period.h"

/* The row of a region as if the span were all years and the date the
 * reference date; capacity stays that of the reference date. */
static void
row_of(const struct stand *s, const struct query *v, size_t regio,
       struct stand_row *r)
{
	struct frame k = *s->frame;
	struct stand other = *s;
	k.years = v->span;
	if (v->column->formula.kind == FORMULA_CUM)
		k.years.from = s->frame->years.from;
	k.peildatum = v->date;
	other.frame = &k;
	stand_row(&other, regio, k.years, r);
	if (!formula_capacity(&v->column->formula))
		return;
	/* Buckets count when all years that have plans are asked for. */
	struct stand_row all = {0};
	if (v->span.to == s->frame->years.to &&
	    v->span.from <= frame_plan_year(s->frame)) {
		stand_row(s, regio, s->frame->years, &all);
		for (int h = 0; h < HARDHEDEN; h++)
			r->capacity[h] = all.capacity[h];
	}
	stand_row_free(&all);
}

static struct maybe
sum_of(const struct stand *s, const struct query *v, size_t regio,
       const struct terms *terms)
{
	struct stand_row r = {0};
	struct frame k = *s->frame;
	k.years = v->span;
	row_of(s, v, regio, &r);
	struct maybe sum = formula_sum(&v->column->formula, terms, &k, &r);
	stand_row_free(&r);
	return sum;
}

/* The province of a region: the one that has its municipalities. */
static size_t
province_of(const struct regios *list, size_t regio)
{
	const struct regio *r = regios_at(list, regio);
	for (size_t i = 0; i < regios_count(list); i++) {
		const struct regio *p = regios_at(list, i);
		for (size_t j = 0; j < p->members_count; j++)
			if (p->level == REGION_PROVINCIE &&
			    r->members_count > 0 &&
			    p->members[j] == r->members[0])
				return i;
	}
	return regio;
}

static void
divide_by(struct figure *c, struct maybe by, int64_t factor)
{
	c->known = c->known && by.known && by.n > 0;
	c->denominator = amount_num(by.n);
	c->factor = num_of(factor);
}

/* True when months before the date, within the span, are missing. */
static bool
falls_short(const struct frame *k, const struct stand_row *r)
{
	int32_t end = 0;
	int year = k->years.to;
	while (year > k->years.from && frame_months(k, year) == 0)
		year--;
	int months = frame_months(k, year);
	date_days(year + months / 12, months % 12 + 1, 1, &end);
	return r->growth.known && period_end(r->growth.until) < end;
}

static int64_t
years_of(struct span s)
{
	return s.to - s.from + 1;
}

static void
divide(const struct stand *s, const struct query *v, struct figure *c)
{
	const struct formula *m = &v->column->formula;
	struct maybe years = {true, years_of(v->span) * AMOUNT_ONE};
	size_t whole = province_of(s->frame->regios, v->regio);
	switch (m->kind) {
	case FORMULA_PERCENT:
		divide_by(c, sum_of(s, v, v->regio, &m->denominator), 100);
		return;
	case FORMULA_SHARE:
		divide_by(c, sum_of(s, v, whole, &m->numerator), 100);
		return;
	case FORMULA_PER_YEAR:
		divide_by(c, years, 1);
		return;
	case FORMULA_PROPORTIONAL:
		c->years = num_of(years_of(v->span));
		years.n = years_of(s->frame->years) * AMOUNT_ONE;
		divide_by(c, years, 1);
		return;
	default:
		return;
	}
}

/* A difference of growth over only a part of the span is none. */
static bool
comparable(const struct formula *m, const struct stand_row *r)
{
	bool difference = m->numerator.opgave < 0 && m->numerator.growth > 0;
	return !difference || formula_capacity(m) || r->growth.whole;
}

void
figure_of(const struct stand *s, const struct query *v, struct figure *out)
{
	struct query asked = *v;
	struct stand_row r = {0};
	struct frame k = *s->frame;
	*out = (struct figure){.factor = num_of(1)};
	if (v->column->formula.kind == FORMULA_YEARS) {
		out->known = out->comparable = true;
		out->numerator = num_of(years_of(v->span));
		return;
	}
	if (!span_within(v->span, s->frame->years) ||
	    v->column->formula.kind == FORMULA_GEMEENTE)
		return;
	if (v->column->formula.kind == FORMULA_PROPORTIONAL)
		asked.span = s->frame->years;
	k.years = asked.span;
	k.peildatum = asked.date;
	row_of(s, &asked, v->regio, &r);
	struct maybe sum = formula_sum(&v->column->formula,
				       &v->column->formula.numerator, &k, &r);
	out->known = sum.known && !(formula_growth(&v->column->formula) &&
				    falls_short(&k, &r));
	out->numerator = amount_num(sum.n);
	out->until = r.growth.until;
	out->status = r.growth.status;
	out->derived =
	    r.derived && (v->column->formula.numerator.opgave != 0 ||
			  v->column->formula.denominator.opgave != 0);
	out->comparable = comparable(&v->column->formula, &r);
	stand_row_free(&r);
	divide(s, v, out);
}

bool
figure_round(const struct figure *c, int decimals, struct num *out)
{
	struct num n = c->numerator;
	if (!num_multiply(n, c->factor, &n) ||
	    (c->years.units != 0 && !num_multiply(n, c->years, &n)))
		return false;
	if (c->denominator.units == 0)
		return num_round(n, decimals, NUM_HALF_AWAY, out);
	return num_divide(n, c->denominator, decimals, NUM_HALF_AWAY, out);
}

void
figure_tell(const struct figure *c, struct buffer *out)
{
	char buf[NUM_TEXT];
	if (c->denominator.units == 0)
		return;
	buffer_add(out, num_format(c->numerator, buf));
	buffer_string(out, " / ");
	buffer_add(out, num_format(c->denominator, buf));
	if (c->years.units != 0) {
		buffer_string(out, " x ");
		buffer_add(out, num_format(c->years, buf));
	}
}
