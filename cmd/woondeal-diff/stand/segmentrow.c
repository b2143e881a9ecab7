#include "stand/segmentrow.h"

#include <string.h>

void
segmentsom_add(struct segmentsom *sum, const struct segmentsom *other)
{
	for (int h = 0; h < HARDHEDEN; h++)
		sum->n[h] += other->n[h];
	sum->plannen += other->plannen;
}

void
segmentrij_header(struct csvout *w)
{
	static const char *const names[] = {
	    "niveau",	    "regio",	"naam",	       "segment",
	    "categorie",    "plannen",	"hard",	       "zacht",
	    "onbekend",	    "totaal",	"aandeel_pct", "norm_van_pct",
	    "norm_tot_pct", "verschil", "oordeel",     "volledig"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static int64_t
total(const struct segmentsom *s)
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
	return num_multiply(aantal_num(all), percent, out) &&
	       num_divide(*out, num_of(100), 10, NUM_HALF_AWAY, out);
}

/* How many dwellings under (negative) or over the norm, or 0 within it. */
static bool
distance(const struct segmentrij *r, int64_t have, int64_t all, struct num *out)
{
	struct num edge;
	if (!part_of(all, r->norm->van, &edge) ||
	    !num_subtract(aantal_num(have), edge, out))
		return false;
	if (out->units < 0)
		return num_round(*out, AANTAL_SCALE, NUM_UP, out);
	if (r->norm->has_tot && part_of(all, r->norm->tot, &edge) &&
	    num_compare(aantal_num(have), edge) > 0)
		return num_subtract(aantal_num(have), edge, out) &&
		       num_round(*out, AANTAL_SCALE, NUM_UP, out);
	*out = num_of(0);
	return true;
}

static void
write_norm(struct csvout *w, const struct segmentrij *r, int64_t have,
	   int64_t all)
{
	struct num far;
	if (r->norm == NULL) {
		for (int i = 0; i < 4; i++)
			csvout_empty(w);
		return;
	}
	percentage(w, true, r->norm->van);
	percentage(w, r->norm->has_tot, r->norm->tot);
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
write_amounts(struct csvout *w, const struct segmentrij *r, int64_t have,
	      int64_t all)
{
	char buf[NUM_TEXT];
	struct num share;
	for (int h = 0; h < HARDHEDEN; h++)
		csvout_num(w, aantal_num(r->som.n[h]));
	csvout_num(w, aantal_num(have));
	if (all > 0 && aantal_percent(have, all, NUM_HALF_AWAY, &share))
		csvout_text(w, num_format_fixed(share, 1, buf));
	else
		csvout_empty(w);
	write_norm(w, r, have, all);
}

/* The plans of several categories together are not known from their sums. */
static bool
counts_plans(const struct segmentrij *r)
{
	return memchr(r->categorie.s, '|', r->categorie.n) == NULL;
}

void
segmentrij_write(struct csvout *w, const struct segmentrij *r)
{
	bool any = r->alle.plannen > 0;
	csvout_string(w, region_level_name(r->regio->level));
	csvout_text(w, r->regio->code);
	csvout_text(w, r->regio->naam);
	csvout_string(w, r->segment);
	csvout_text(w, r->categorie);
	if (any && counts_plans(r))
		csvout_int(w, r->som.plannen);
	else
		csvout_empty(w);
	if (any)
		write_amounts(w, r, total(&r->som), total(&r->alle));
	else
		for (int i = 0; i < 9; i++)
			csvout_empty(w);
	csvout_text(w, r->onverdeeld.n == 0 ? text_of("ja") : r->onverdeeld);
	csvout_end(w);
}
