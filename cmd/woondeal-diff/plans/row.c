#include "plans/row.h"

#include "plans/scenario.h"

static const char *const columns[PLAN_COLUMNS] = {
    "gemeente", "hardheid",    "jaar_van",   "jaar_tot", "soort",
    "dimensie", "aantal",      "peildatum",  "levering", "telling",
    "herkomst", "aantal_laag", "aantal_hoog"};

int
plan_row_header(struct plan_row *l, struct csvin *r, const bool uses[TRAITS])
{
	l->r = r;
	if (csvin_header(r) != 0)
		return -1;
	for (int i = 0; i < PLAN_COUNTING; i++) {
		l->column[i] = csvin_need(r, columns[i]);
		if (l->column[i] < 0)
			return -1;
	}
	for (int i = PLAN_COUNTING; i < PLAN_COLUMNS; i++)
		l->column[i] = csvin_find(r, columns[i]);
	for (int k = 0; k < TRAITS; k++) {
		l->trait[k] = -1;
		if (!uses[k])
			continue;
		l->trait[k] = csvin_need(r, trait_name((enum trait)k));
		if (l->trait[k] < 0)
			return -1;
	}
	return 0;
}

struct text
plan_row_field(const struct plan_row *l, enum plan_column k)
{
	if (l->column[k] < 0)
		return text_of("");
	return csvin_field(l->r, (size_t)l->column[k]);
}

void
plan_row_report(const struct plan_row *l, enum rule rule, enum plan_column k,
		const struct text *args, size_t count)
{
	struct finding_place place = {.file = csvin_name(l->r),
				      .record = csvin_record(l->r),
				      .row = csvin_row(l->r),
				      .column = (size_t)l->column[k] + 1,
				      .name = text_of(columns[k]),
				      .value = plan_row_field(l, k)};
	rule_add(l->frame->findings, rule, &place, args, count);
}

static bool
unknown_word(const struct plan_row *l, enum plan_column k, const char *expected)
{
	plan_row_report(l, RULE_WORD, k, TEXTS(text_of(expected)));
	return false;
}

/* An end that is not given is far away: "na 2030" is 2031 and nothing. */
static bool
parse_span(const struct plan_row *l, struct span *out)
{
	struct text from = plan_row_field(l, PLAN_FROM);
	struct text to = plan_row_field(l, PLAN_TO);
	*out = (struct span){SPAN_OPEN_FROM, SPAN_OPEN_TO};
	if ((from.n == 0 || span_year(from, &out->from)) &&
	    (to.n == 0 || span_year(to, &out->to)) && out->from <= out->to)
		return true;
	plan_row_report(l, RULE_YEAR, PLAN_FROM, TEXTS(from, to));
	return false;
}

/* What the record is about: false when it is not counted (a partition of the
 * same dwellings, realised ones) or not understood; *bad tells which. */
static bool
parse_kind(const struct plan_row *l, struct plan_amount *a, bool *bad)
{
	static const char *const words[] = {"hard", "zacht", "onbekend"};
	struct text hardheid = plan_row_field(l, PLAN_HARDHEID);
	struct text counting = plan_row_field(l, PLAN_COUNTING);
	*bad = true;
	a->whole_year = text_is(counting, "jaar");
	if (!a->whole_year && counting.n > 0 && !text_is(counting, "rest"))
		return unknown_word(l, PLAN_COUNTING, "rest, jaar");
	for (int h = 0; h < HARDHEDEN; h++) {
		if (!text_is(hardheid, words[h]))
			continue;
		a->hardheid = (enum hardheid)h;
		*bad = false;
		return true;
	}
	if (!text_is(hardheid, "telt_niet"))
		return unknown_word(l, PLAN_HARDHEID,
				    "hard, zacht, onbekend, telt_niet");
	*bad = false;
	return false;
}

static bool
parse_sign(const struct plan_row *l, int *sign, bool *bad)
{
	struct text kind = plan_row_field(l, PLAN_KIND);
	*sign = text_is(kind, "sloop") ? -1 : 1;
	*bad = !(*sign == -1 || text_is(kind, "bouw") ||
		 text_is(kind, "gerealiseerd"));
	if (*bad)
		return unknown_word(l, PLAN_KIND, "bouw, sloop, gerealiseerd");
	return !text_is(kind, "gerealiseerd");
}

/* What "ca." or a range allows: both ends around the amount, or neither where
 * the number is exact. Of sloop the most is the least net. */
static bool
parse_range(const struct plan_row *l, struct plan_amount *a, int sign)
{
	struct text least = plan_row_field(l, PLAN_LOW);
	struct text most = plan_row_field(l, PLAN_HIGH);
	struct text origin = plan_row_field(l, PLAN_ORIGIN);
	bool circa = text_is(origin, "circa");
	int64_t low = a->amount, high = a->amount;
	bool none = least.n == 0 && most.n == 0;
	if (none ? circa || text_is(origin, "bereik")
		 : !amount_parse(&l->frame->guard, least, &low) ||
		       !amount_parse(&l->frame->guard, most, &high) ||
		       low > a->amount || high < a->amount) {
		plan_row_report(
		    l, RULE_RANGE, none ? PLAN_ORIGIN : PLAN_LOW,
		    TEXTS(least, most, plan_row_field(l, PLAN_AMOUNT)));
		return false;
	}
	a->low = sign < 0 ? -high : low;
	a->high = sign < 0 ? -low : high;
	a->precision = none ? EXACT : circa ? CIRCA : RANGE;
	a->cause = a->precision;
	return true;
}

static bool
parse_amount(const struct plan_row *l, struct plan_amount *a, int sign)
{
	struct text t = plan_row_field(l, PLAN_AMOUNT);
	if (!amount_parse(&l->frame->guard, t, &a->amount)) {
		plan_row_report(l, RULE_AMOUNT, PLAN_AMOUNT, NULL, 0);
		return false;
	}
	if (!parse_range(l, a, sign))
		return false;
	a->amount *= sign;
	return true;
}

enum plan_verdict
plan_row_parse(const struct plan_row *l, struct plan_amount *a)
{
	int sign;
	bool bad;
	if (!parse_sign(l, &sign, &bad) || !parse_kind(l, a, &bad))
		return bad ? PLAN_WRONG : PLAN_COUNTS_NOT;
	if (plan_row_field(l, PLAN_AMOUNT).n == 0)
		return text_is(plan_row_field(l, PLAN_ORIGIN), "nvt")
			   ? PLAN_COUNTS_NOT
			   : PLAN_EMPTY;
	if (!parse_amount(l, a, sign) || !parse_span(l, &a->span))
		return PLAN_WRONG;
	a->row = csvin_row(l->r);
	a->file = l->file;
	for (int k = 0; k < TRAITS; k++)
		if (l->trait[k] >= 0)
			a->trait[k] = csvin_field(l->r, (size_t)l->trait[k]);
	return PLAN_COUNTS;
}
