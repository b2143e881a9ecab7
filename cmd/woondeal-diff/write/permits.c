#include "write/permits.h"

#include <stdlib.h>

#include "mem.h"
#include "period.h"
#include "stand/lead.h"

static void
names(struct csvout *w, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		csvout_string(w, list[i]);
	csvout_end(w);
}

static void
begin(struct csvout *w, const struct regio *r)
{
	csvout_string(w, region_level_name(r->level));
	csvout_text(w, r->code);
	csvout_text(w, r->name);
}

static void
put_quarter(struct csvout *w, int quarter)
{
	char buf[PERIOD_TEXT];
	csvout_text(w, period_format((struct period){.grain = GRAIN_QUARTER,
						     .year = quarter / 4,
						     .number = quarter % 4 + 1},
				     buf));
}

/* The first quarter that is not over on the reference date. */
static int
running_quarter(const struct frame *k)
{
	int year, month, day;
	date_split(k->peildatum, &year, &month, &day);
	return 4 * year + (month - 1) / 3;
}

/* --- by quarter --- */

static void
write_quarter(struct csvout *w, const struct stand *s,
	      const struct series *series, size_t i, int quarter)
{
	int64_t n[FLOWS];
	bool known[FLOWS], any = false;
	for (int f = 0; f < FLOWS; f++) {
		known[f] =
		    series_quarter(series, i, (enum flow)f, quarter, &n[f]);
		any = any || (known[f] && f != FLOW_BUILT);
	}
	if (!any)
		return;
	begin(w, regios_at(s->frame->regios, i));
	put_quarter(w, quarter);
	for (int f = 0; f < FLOWS; f++)
		if (known[f])
			csvout_num(w, amount_num(n[f]));
		else
			csvout_empty(w);
	csvout_text(w, series_tables(series, FLOW_PERMITS));
	csvout_end(w);
}

void
permits_write(struct csvout *w, const struct stand *s,
	      const struct series *series)
{
	static const char *const header[] = {"niveau",	  "regio",   "naam",
					     "kwartaal",  "vergund", "gestart",
					     "nieuwbouw", "bron"};
	int first, last, from = 0, to = -1;
	csvout_numbers(w, "vergund gestart nieuwbouw");
	names(w, header, sizeof(header) / sizeof(header[0]));
	for (int f = FLOW_PERMITS; f <= FLOW_STARTS; f++) {
		if (!series_span(series, (enum flow)f, &first, &last))
			continue;
		from = to < 0 || first < from ? first : from;
		to = last > to ? last : to;
	}
	if (to >= running_quarter(s->frame))
		to = running_quarter(s->frame) - 1;
	for (size_t i = 0; i < regios_count(s->frame->regios); i++)
		for (int q = from; q <= to; q++)
			write_quarter(w, s, series, i, q);
}

/* --- the outlook --- */

/* The unbroken quarters up to the last that is over in which both are known;
 * whole dwellings. */
struct stretch {
	int first, last; /* quarters; last < first: none */
	int64_t *before, *built;
};

static bool
both(const struct series *series, size_t i, enum flow f, int q, int64_t *before,
     int64_t *built)
{
	const int64_t most = LEAD_MOST * AMOUNT_ONE;
	return series_quarter(series, i, f, q, before) &&
	       series_quarter(series, i, FLOW_BUILT, q, built) &&
	       *before <= most && *before >= -most && *built <= most &&
	       *built >= -most;
}

static struct stretch
stretch_of(const struct frame *k, const struct series *series, size_t i,
	   enum flow f)
{
	struct stretch s = {0, -1, NULL, NULL};
	int first, last;
	int64_t a, b;
	if (!series_span(series, f, &first, &last))
		return s;
	s.last = last < running_quarter(k) ? last : running_quarter(k) - 1;
	while (s.last >= first && !both(series, i, f, s.last, &a, &b))
		s.last--;
	s.first = s.last + 1;
	while (s.first > first && both(series, i, f, s.first - 1, &a, &b))
		s.first--;
	size_t n = (size_t)(s.last - s.first + 1);
	s.before = mem_array(n + 1, sizeof(int64_t));
	s.built = mem_array(n + 1, sizeof(int64_t));
	for (size_t q = 0; q < n; q++) {
		both(series, i, f, s.first + (int)q, &a, &b);
		s.before[q] = a / AMOUNT_ONE;
		s.built[q] = b / AMOUNT_ONE;
	}
	return s;
}

/* A quarter of each year's target, of a period evenly over its years. */
static bool
target_of(const struct stand *s, size_t i, int from, int to, int64_t *out)
{
	int64_t sum;
	*out = 0;
	for (int q = from; q <= to; q++) {
		struct span year = {q / 4, q / 4};
		const struct target *b = opgaven_bucket(s->opgaven, i, q / 4);
		if (opgaven_sum(s->opgaven, i, year, &sum))
			*out += sum / 4;
		else if (b)
			*out += b->amount / 4 / (b->span.to - b->span.from + 1);
		else
			return false;
	}
	return true;
}

static const char *
verdict(const struct lead_outlook *o, int64_t target)
{
	if (o->high < target)
		return "te weinig";
	return o->low >= target ? "genoeg" : "binnen de spreiding";
}

static void
put_tenths(struct csvout *w, int64_t n)
{
	char buf[NUM_TEXT];
	csvout_text(w, num_format_fixed((struct num){n, 1}, 1, buf));
}

static void
write_outlook(struct csvout *w, const struct stand *s, size_t i,
	      const struct stretch *x, const struct lead_series *l,
	      const struct lead_fit *fit, const struct lead_test *test)
{
	struct lead_outlook o;
	int64_t target;
	lead_look(l, fit, test, &o);
	bool known =
	    target_of(s, i, x->last + 1, x->last + o.quarters, &target);
	target = known ? (target + AMOUNT_ONE / 2) / AMOUNT_ONE : 0;
	csvout_int(w, o.quarters);
	put_quarter(w, x->last + o.quarters);
	csvout_int(w, o.expected);
	csvout_int(w, o.low);
	csvout_int(w, o.high);
	if (known)
		csvout_int(w, target);
	else
		csvout_empty(w);
	csvout_string(w, known ? verdict(&o, target) : "");
	csvout_empty(w);
}

static void
empty(struct csvout *w, int n)
{
	while (n-- > 0)
		csvout_empty(w);
}

static void
write_fit(struct csvout *w, const struct lead_fit *fit,
	  const struct lead_test *test)
{
	if (!fit->known) {
		empty(w, 5);
		return;
	}
	csvout_int(w, fit->lag);
	put_tenths(w, (fit->built * 1000 + fit->before / 2) / fit->before);
	csvout_int(w, (fit->error + 500) / 1000);
	csvout_int(w, (int64_t)test->count);
	if (test->count > 0)
		put_tenths(w, test->error);
	else
		csvout_empty(w);
}

static void
write_region(struct csvout *w, const struct stand *s,
	     const struct series *series, size_t i, enum flow f)
{
	struct stretch x = stretch_of(s->frame, series, i, f);
	size_t n = (size_t)(x.last - x.first + 1);
	struct lead_series l = {x.before, x.built, n};
	struct lead_fit fit = {0};
	struct lead_test test = {0};
	lead_measure(&l, &fit);
	if (fit.known)
		lead_try(&l, &test);
	begin(w, regios_at(s->frame->regios, i));
	csvout_string(w, flow_name(f));
	csvout_int(w, (int64_t)n);
	if (n > 0) {
		put_quarter(w, x.first);
		put_quarter(w, x.last);
	} else {
		empty(w, 2);
	}
	write_fit(w, &fit, &test);
	if (test.count > 0) {
		write_outlook(w, s, i, &x, &l, &fit, &test);
	} else {
		empty(w, 7);
		csvout_string(w, n < LEAD_LEAST ? "reeks te kort"
				 : fit.known	? "niet te toetsen"
						: "niets vergund");
	}
	csvout_text(w, series_tables(series, f));
	csvout_end(w);
	free(x.before);
	free(x.built);
}

void
outlook_write(struct csvout *w, const struct stand *s,
	      const struct series *series)
{
	static const char *const header[] = {
	    "niveau",  "regio",	   "naam",	 "reeks",	"kwartalen",
	    "van",     "tm",	   "vertraging", "gebouwd_pct", "fout_jaar",
	    "toetsen", "fout_pct", "vooruit",	 "vooruit_tm",	"verwacht",
	    "laag",    "hoog",	   "opgave",	 "oordeel",	"reden",
	    "bron"};
	csvout_numbers(w, "kwartalen vertraging gebouwd_pct fout_jaar toetsen "
			  "fout_pct vooruit verwacht laag hoog opgave");
	names(w, header, sizeof(header) / sizeof(header[0]));
	for (size_t i = 0; i < regios_count(s->frame->regios); i++)
		for (int f = FLOW_PERMITS; f <= FLOW_STARTS; f++)
			write_region(w, s, series, i, (enum flow)f);
}
