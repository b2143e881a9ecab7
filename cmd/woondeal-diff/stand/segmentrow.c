#include "stand/segmentrow.h"

#include <string.h>

void
segment_sum_add(struct segment_sum *sum, const struct segment_sum *other)
{
	for (int h = 0; h < HARDHEDEN; h++)
		sum->n[h] += other->n[h];
	sum->plans += other->plans;
}

void
segment_row_header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	    "regio",	"naam",	       "segment",
	    "categorie",    "plannen",	"hard",	       "zacht",
	    "onbekend",	    "totaal",	"aandeel_pct", "norm_van_pct",
	    "norm_tot_pct", "verschil", "oordeel",     "volledig"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static int64_t
total(const struct segment_sum *s)
{
	int64_t sum = 0;
	for (int h = 0; h < HARDHEDEN; h++)
		sum += s->n[h];
	return sum;
}

static void
percentage(struct csvout *w, bool known, struct num n)
{
	char buf[NUM_TEXT];
	if (known)
		csvout_text(w, num_format(n, buf));
	else
		csvout_empty(w);
}

/* Dwellings that `percent` of all is, exactly: hundredths of percents of
 * millionths of dwellings. */
static bool
part_of(int64_t all, struct num percent, struct num *out)
{
	return num_multiply(amount_num(all), percent, out) &&
	       num_divide(*out, num_of(100), 10, NUM_HALF_AWAY, out);
}

/* How many dwellings under (negative) or over the norm, or 0 within it. */
static bool
distance(const struct segment_row *r, int64_t have, int64_t all,
	 struct num *out)
{
	struct num edge;
	if (!part_of(all, r->norm->from, &edge) ||
	    !num_subtract(amount_num(have), edge, out))
		return false;
	if (out->units < 0)
		return num_round(*out, AMOUNT_SCALE, NUM_UP, out);
	if (r->norm->has_to && part_of(all, r->norm->to, &edge) &&
	    num_compare(amount_num(have), edge) > 0)
		return num_subtract(amount_num(have), edge, out) &&
		       num_round(*out, AMOUNT_SCALE, NUM_UP, out);
	*out = num_of(0);
	return true;
}

static void
write_norm(struct csvout *w, const struct segment_row *r, int64_t have,
	   int64_t all)
{
	struct num far;
	if (!r->norm) {
		for (int i = 0; i < 4; i++)
			csvout_empty(w);
		return;
	}
	percentage(w, true, r->norm->from);
	percentage(w, r->norm->has_to, r->norm->to);
	if (all <= 0 || !distance(r, have, all, &far)) {
		csvout_empty(w);
		csvout_empty(w);
		return;
	}
	csvout_num(w, far);
	if (far.units == 0)
		csvout_string(w, "voldoet");
	else
		csvout_string(w, far.units < 0 ? "te weinig" : "te veel");
}

static void
write_amounts(struct csvout *w, const struct segment_row *r, int64_t have,
	      int64_t all)
{
	char buf[NUM_TEXT];
	struct num share;
	for (int h = 0; h < HARDHEDEN; h++)
		csvout_num(w, amount_num(r->terms.n[h]));
	csvout_num(w, amount_num(have));
	if (all > 0 && amount_percent(have, all, NUM_HALF_AWAY, &share))
		csvout_text(w, num_format_fixed(share, 1, buf));
	else
		csvout_empty(w);
	write_norm(w, r, have, all);
}

/* The plans of several categories together are not known from their sums. */
static bool
counts_plans(const struct segment_row *r)
{
	return !memchr(r->category.s, '|', r->category.n);
}

void
segment_row_write(struct csvout *w, const struct segment_row *r)
{
	bool any = r->all.plans > 0;
	csvout_string(w, region_level_name(r->regio->level));
	csvout_text(w, r->regio->code);
	csvout_text(w, r->regio->name);
	csvout_string(w, r->segment);
	csvout_text(w, r->category);
	if (any && counts_plans(r))
		csvout_int(w, r->terms.plans);
	else
		csvout_empty(w);
	if (any)
		write_amounts(w, r, total(&r->terms), total(&r->all));
	else
		for (int i = 0; i < 9; i++)
			csvout_empty(w);
	csvout_text(w, r->undivided.n == 0 ? text_of("ja") : r->undivided);
	csvout_end(w);
}
