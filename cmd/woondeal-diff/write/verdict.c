#include "write/verdict.h"

#include <stdlib.h>
#include <string.h>

bool
check_member(const struct regio *r, long m)
{
	for (size_t j = 0; j < r->members_count; j++)
		if ((long)r->members[j] == m)
			return true;
	return false;
}

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
fits(const struct claim *b, const struct figure *c)
{
	struct num g = b->number;
	struct num n;
	int decimals = b->word == CLAIM_EXACTLY ? b->decimals : AMOUNT_SCALE;
	if (!figure_round(c, decimals, &n))
		return false;
	switch (b->word) {
	case CLAIM_AMPLY:
		return between(n, g, part(g, 105));
	case CLAIM_ALMOST:
		return between(n, part(g, 95), g) && num_compare(n, g) < 0;
	case CLAIM_ABOUT:
		return between(n, part(g, 95), part(g, 105));
	case CLAIM_UNDER:
	case CLAIM_EACH_UNDER:
		return num_compare(n, g) < 0;
	case CLAIM_OVER:
	case CLAIM_EACH_OVER:
		return num_compare(n, g) > 0;
	case CLAIM_LEAST:
		return num_compare(n, g) >= 0;
	case CLAIM_MOST:
		return num_compare(n, g) <= 0;
	default:
		return num_compare(n, g) == 0;
	}
}

static void
share_of(const struct check *t, struct figure *c)
{
	int64_t mine, all;
	const struct segment *s = t->all->segments[t->number];
	*c = (struct figure){.factor = num_of(100), .comparable = true};
	c->known = s &&
		   segment_part(s, t->b->regio, t->b->category, &mine, &all) &&
		   all > 0;
	if (!c->known)
		return;
	c->numerator = amount_num(mine);
	c->denominator = amount_num(all);
}

static void
observed_of(const struct check *t, struct figure *c)
{
	const struct observed *x = &t->all->observed[t->number];
	const struct regio *r = regios_at(t->s.frame->regios, t->b->regio);
	*c = (struct figure){.factor = num_of(1),
			     .comparable = true,
			     .numerator = amount_num(x->value)};
	c->known = x->own || (x->members > 0 && x->members == r->members_count);
}

static void
figure_at(const struct check *t, struct span span, int32_t date,
	  struct figure *c)
{
	struct query v = t->v;
	switch (t->b->column->formula.kind) {
	case FORMULA_SEGMENT:
		share_of(t, c);
		return;
	case FORMULA_OBSERVED:
		observed_of(t, c);
		return;
	default:
		v.span = span;
		v.date = date;
		figure_of(&t->s, &v, c);
	}
}

static bool
fits_at(struct check *t, struct span span, int32_t date)
{
	struct figure c;
	figure_at(t, span, date, &c);
	return c.known && fits(t->b, &c);
}

/* Near: less than one of the last decimal away. */
static bool
is_rounding(struct check *t)
{
	struct num n, far;
	if (t->c.denominator.units == 0 || t->b->word != CLAIM_EXACTLY ||
	    !figure_round(&t->c, AMOUNT_SCALE, &n) ||
	    !num_subtract(n, t->b->number, &far))
		return false;
	far.units = far.units < 0 ? -far.units : far.units;
	if (num_compare(far, (struct num){1, t->b->decimals}) >= 0 ||
	    !figure_round(&t->c, t->b->decimals, &n))
		return false;
	t->tip = num_format(n, t->tip_buf);
	return true;
}

/* The first day of another month of these years before which it was so. */
static bool
is_date(struct check *t)
{
	int32_t date;
	if (!formula_growth(&t->b->column->formula) ||
	    formula_capacity(&t->b->column->formula))
		return false;
	for (int m = 1; m <= 12 * (t->v.span.to - t->v.span.from + 1); m++) {
		date_days(t->v.span.from + m / 12, m % 12 + 1, 1, &date);
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
	return abs(a.from - b.from) + abs(a.to - b.to);
}

/* The nearest other years for which it is so. */
static bool
is_period(struct check *t)
{
	struct span years = t->s.frame->years;
	struct span best = t->v.span;
	for (int from = years.from; from <= years.to; from++) {
		for (int to = from; to <= years.to; to++) {
			struct span span = {from, to};
			bool nearer = span_equal(best, t->v.span) ||
				      distance(span, t->v.span) <
					  distance(best, t->v.span);
			if (nearer && !span_equal(span, t->v.span) &&
			    fits_at(t, span, t->v.date))
				best = span;
		}
	}
	t->tip = span_format(best, t->tip_buf);
	return !span_equal(best, t->v.span);
}

static enum rule
why(struct check *t)
{
	bool exact = t->b->word == CLAIM_EXACTLY && t->b->number.units != 0 &&
		     t->b->column->formula.kind < FORMULA_YEARS;
	if (is_rounding(t))
		return RULE_CLAIM_ROUNDING;
	if (exact && t->b->has_date && is_date(t))
		return RULE_CLAIM_DATE;
	if (exact && is_period(t))
		return RULE_CLAIM_PERIOD;
	return RULE_CLAIM;
}

static void
tell_figure(struct check *t)
{
	struct num n;
	if (!figure_round(&t->c, t->c.denominator.units == 0 ? AMOUNT_SCALE : 2,
			  &n))
		n = num_of(0);
	t->figure = num_format(n, t->figure_buf);
	if (t->c.denominator.units == 0)
		return;
	buffer_string(&t->more, " (");
	figure_tell(&t->c, &t->more);
	buffer_char(&t->more, ')');
}

static void
contradict(struct check *t)
{
	char last[PERIOD_TEXT];
	t->verdict = CONTRADICTED;
	if (!t->c.comparable) {
		t->rule = RULE_CLAIM_UNEQUAL;
		struct text until = period_format(t->c.until, last);
		memcpy(t->tip_buf, until.s, until.n + 1);
		t->tip = (struct text){t->tip_buf, until.n};
		return;
	}
	tell_figure(t);
	t->rule = why(t);
	if (t->rule == RULE_CLAIM)
		t->tip = text_of("");
}

/* In each year: the first in which it is not so is told. */
static void
judge_years(struct check *t)
{
	struct span years = t->b->span;
	char year[SPAN_TEXT];
	for (int y = years.from; y <= years.to; y++) {
		struct span one = {y, y};
		figure_at(t, one, t->v.date, &t->c);
		if (!t->c.known || !t->c.comparable) {
			t->verdict = UNCHECKABLE;
			return;
		}
		if (fits(t->b, &t->c))
			continue;
		t->v.span = one;
		t->verdict = CONTRADICTED;
		t->rule = RULE_CLAIM;
		tell_figure(t);
		buffer_string(&t->more, " in ");
		buffer_add(&t->more, span_format(one, year));
		return;
	}
	t->verdict = HOLDS;
}

/* All deliveries of its municipalities lie between the days. */
static void
judge_days(struct check *t)
{
	const struct regio *r = regios_at(t->s.frame->regios, t->b->regio);
	struct days all = {0};
	char day[PERIOD_TEXT];
	for (size_t j = 0; j < r->members_count; j++) {
		const struct days *d = &t->all->days[r->members[j]];
		if (!d->known)
			continue;
		if (!all.known || d->first < all.first)
			all.first = d->first;
		if (!all.known || d->last > all.last)
			all.last = d->last;
		all.known = true;
	}
	t->verdict = !all.known ? UNCHECKABLE
		     : all.first >= t->b->first && all.last <= t->b->last
			 ? HOLDS
			 : CONTRADICTED;
	t->rule = RULE_CLAIM;
	if (!all.known)
		return;
	struct text first = date_format(all.first, day);
	memcpy(t->figure_buf, first.s, first.n + 1);
	t->figure = (struct text){t->figure_buf, first.n};
	if (all.last == all.first)
		return;
	t->figure_buf[first.n] = '/';
	struct text last = date_format(all.last, day);
	memcpy(t->figure_buf + first.n + 1, last.s, last.n + 1);
	t->figure.n += 1 + last.n;
}

/* An earlier statement that lays this municipality in another deal. */
const struct claim *
check_elsewhere(const struct check *t)
{
	const struct regios *list = t->s.frame->regios;
	const struct claim *b = t->b;
	for (const struct claim *x = t->all->list.items; x < b; x++)
		if (x->column->formula.kind == FORMULA_GEMEENTE &&
		    x->gemeente == b->gemeente && x->regio != b->regio &&
		    regios_at(list, x->regio)->level ==
			regios_at(list, b->regio)->level)
			return x;
	return NULL;
}

static void
judge_member(struct check *t)
{
	const struct regios *list = t->s.frame->regios;
	const struct claim *other = check_elsewhere(t);
	if (!check_member(regios_at(list, t->b->regio), t->b->gemeente)) {
		t->verdict = CONTRADICTED;
		t->rule = RULE_CLAIM_GEMEENTE;
		t->figure = regios_woondeal_of(list, (size_t)t->b->gemeente);
	} else if (other) {
		t->verdict = CONTRADICTED;
		t->rule = RULE_CLAIM_DUPLICATE;
		t->figure = regios_at(list, other->regio)->code;
		t->tip = num_format(num_of((int64_t)other->row), t->tip_buf);
	} else {
		t->verdict = HOLDS;
	}
}

static void
judge(struct check *t)
{
	enum formula_kind kind = t->b->column->formula.kind;
	t->rule = RULE_CLAIM_ONBEKEND;
	t->verdict = UNCHECKABLE;
	if (!t->known)
		return;
	if (kind == FORMULA_GEMEENTE) {
		judge_member(t);
		return;
	}
	if (kind == FORMULA_DATES) {
		judge_days(t);
		return;
	}
	if (t->b->word >= CLAIM_EACH_UNDER) {
		judge_years(t);
		return;
	}
	figure_at(t, t->v.span, t->v.date, &t->c);
	if (!t->c.known)
		return;
	t->verdict = HOLDS;
	if (!t->c.comparable || !fits(t->b, &t->c))
		contradict(t);
	else
		tell_figure(t);
}

/* The stand it is about: its scenario's, with the capacity of its rule set. */
static void
prepare(struct check *t, const struct claim_facts *list,
	const struct stand *stands, size_t i)
{
	const struct claim *b = &list->list.items[i];
	*t = (struct check){.all = list, .b = b, .number = i};
	t->known = b->scenario != SIZE_MAX;
	t->s = stands[t->known ? b->scenario : 0];
	t->v = (struct query){b->column, b->regio, b->span,
			      b->has_date ? b->date : t->s.frame->peildatum};
	if (b->ruleset.n == 0)
		return;
	t->s.capacity =
	    list->recount ? recount_of(list->recount, b->ruleset) : NULL;
	t->known = t->known && t->s.capacity;
	if (!t->s.capacity)
		t->s = stands[0];
}

void
check_claim(struct check *t, const struct claim_facts *all,
	    const struct stand *stands, size_t i)
{
	prepare(t, all, stands, i);
	judge(t);
}
