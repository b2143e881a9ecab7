#include "write/scenarios.h"

#include "stand/columns.h"

static void
header(struct csvout *w)
{
	static const char *const names[] = {"sleutel",
					    "scenario",
					    "niveau",
					    "regio",
					    "naam",
					    "jaar_van",
					    "jaar_tot",
					    "opgave",
					    "opgave_per_jaar",
					    "opgave_basis",
					    "verschil",
					    "rest_opgave",
					    "rest_per_jaar",
					    "gerealiseerd_pct",
					    "capaciteit_nodig"};
	csvout_numbers(
	    w, "jaar_van jaar_tot opgave opgave_per_jaar opgave_basis verschil "
	       "rest_opgave rest_per_jaar gerealiseerd_pct capaciteit_nodig");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(w, names[i]);
	csvout_end(w);
}

static void
amount(struct csvout *w, bool known, int64_t n)
{
	if (known)
		csvout_num(w, amount_num(n));
	else
		csvout_empty(w);
}

static int64_t
years_of(struct span s)
{
	return s.to - s.from + 1;
}

static void
yearly(struct csvout *w, bool known, int64_t n, int64_t years)
{
	char buf[NUM_TEXT];
	struct num each;
	if (known && years > 0 &&
	    num_divide(amount_num(n), num_of(years), 1, NUM_HALF_AWAY, &each))
		csvout_text(w, num_format_fixed(each, 1, buf));
	else
		csvout_empty(w);
}

/* Which region, area or all, and which years. */
struct about {
	struct text scenario;
	const char *level;
	struct text code, name;
	struct span span;
};

static void
begin(struct csvout *w, const struct about *a)
{
	char from[SPAN_TEXT], to[SPAN_TEXT];
	struct buffer key = {0};
	struct text van =
	    span_format((struct span){a->span.from, a->span.from}, from);
	struct text tot =
	    span_format((struct span){a->span.to, a->span.to}, to);
	buffer_add(&key, a->scenario);
	buffer_printf(&key, "|%s|", a->level);
	buffer_add(&key, a->code);
	buffer_char(&key, '|');
	buffer_add(&key, van);
	buffer_char(&key, '|');
	buffer_add(&key, tot);
	csvout_text(w, buffer_view(&key));
	csvout_text(w, a->scenario);
	csvout_string(w, a->level);
	csvout_text(w, a->code);
	csvout_text(w, a->name);
	csvout_text(w, van);
	csvout_text(w, tot);
	buffer_free(&key);
}

/* Years that plans can still fill: from that of the reference date on. */
static int64_t
years_left(const struct frame *k)
{
	int from = frame_plan_year(k);
	return from > k->years.to ? 0 : k->years.to - from + 1;
}

static void
write_rest(struct csvout *w, const struct stand *s, const struct stand_row *r)
{
	char buf[NUM_TEXT];
	struct standing here = {s, r, NULL};
	struct buffer cell = {0};
	const struct column *needed =
	    s->norm ? column_named(text_of("capaciteit_nodig")) : NULL;
	amount(w, r->rest.known, r->rest.n);
	yearly(w, r->rest.known, r->rest.n, years_left(s->frame));
	csvout_text(w, r->realised.known && r->total
			   ? num_format_fixed(r->realised.n, 1, buf)
			   : text_of(""));
	if (needed && r->total)
		needed->put(&cell, &here, needed);
	csvout_text(w, buffer_view(&cell));
	buffer_free(&cell);
}

static void
write_row(struct csvout *w, const struct stand *basis, const struct stand *s,
	  size_t regio, struct span span)
{
	struct stand_row row = {0};
	int64_t agreed;
	bool known = opgaven_sum(basis->opgaven, regio, span, &agreed);
	stand_row(s, regio, span, &row);
	begin(w, &(struct about){s->scenario, row.niveau, row.regio->code,
				 row.regio->name, span});
	amount(w, row.opgave.known, row.opgave.n);
	yearly(w, row.opgave.known, row.opgave.n, years_of(span));
	amount(w, known, agreed);
	amount(w, known && row.opgave.known, row.opgave.n - agreed);
	write_rest(w, s, &row);
	csvout_end(w);
	stand_row_free(&row);
}

/* What of a span lies within the years of the stand. */
static struct span
part_of(struct span span, struct span years)
{
	span.from = span.from < years.from ? years.from : span.from;
	span.to = span.to > years.to ? years.to : span.to;
	return span;
}

/* The years of each other target, within those of the stand, once. */
static bool
seen(const struct ambition *list, size_t j, struct span span, struct span years)
{
	if (span_equal(span, years))
		return true;
	for (size_t i = 0; i < j; i++)
		if (span_equal(part_of(list[i].span, years), span))
			return true;
	return false;
}

static void
write_spans(struct csvout *w, const struct stand *basis, const struct stand *s,
	    const struct ambition *list, size_t n, size_t regio)
{
	struct span years = s->frame->years;
	write_row(w, basis, s, regio, years);
	for (size_t j = 0; j < n; j++) {
		struct span span = part_of(list[j].span, years);
		if (span.from <= span.to && !seen(list, j, span, years))
			write_row(w, basis, s, regio, span);
	}
}

static void
write_areas(struct csvout *w, const struct stand *s,
	    const struct area_target *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct target *t = &list[i].target;
		begin(w, &(struct about){s->scenario, "gebied", list[i].area,
					 list[i].area, t->span});
		amount(w, true, t->amount);
		yearly(w, true, t->amount, years_of(t->span));
		for (int j = 0; j < 6; j++)
			csvout_empty(w);
		csvout_end(w);
	}
}

void
scenarios_write(struct csvout *w, const struct stand *stands,
		const struct scenarios *list)
{
	size_t regios = regios_count(stands->frame->regios);
	header(w);
	for (size_t i = 0; i <= scenarios_count(list); i++) {
		const struct stand *s = &stands[i];
		const struct ambition *a = NULL;
		const struct area_target *areas = NULL;
		size_t n = 0, m = 0;
		if (i > 0) {
			a = scenarios_ambitions(list, i - 1, &n);
			areas = scenarios_areas(list, i - 1, &m);
		}
		for (size_t r = 0; (i == 0 || n > 0) && r < regios; r++)
			write_spans(w, stands, s, a, n, r);
		write_areas(w, s, areas, m);
	}
}
