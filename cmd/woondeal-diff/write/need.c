#include "write/need.h"

#include "growth/pace.h"
#include "period.h"
#include "stand/whole.h"

/* All that a row says; what is not known is empty, and named in missing. */
struct line {
	const struct regio *regio;
	size_t place;
	struct wanted_dwellings need;
	struct span plans; /* years that are planned for it */
	int32_t day;	   /* of the stock */
	struct maybe stock;
	struct maybe plan[HARDHEDEN];
	struct maybe target; /* what remains of it until then */
	struct pace pace;    /* of all dwellings */
	struct buffer missing, derived;
	struct buffer hidden; /* kinds of which not all plans are counted */
};

static void
names(struct csvout *w, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		csvout_string(w, list[i]);
	csvout_end(w);
}

static void
dwellings(struct csvout *w, struct maybe m)
{
	if (m.known)
		csvout_num(w, amount_num(m.n));
	else
		csvout_empty(w);
}

static void
share(struct csvout *w, struct maybe a, struct maybe b)
{
	char buf[NUM_TEXT];
	struct percentage p = stand_percent(a, b);
	csvout_text(w, p.known ? num_format_fixed(p.n, 1, buf) : text_of(""));
}

static struct maybe
less(struct maybe a, struct maybe b)
{
	return (struct maybe){a.known && b.known, a.n - b.n};
}

static struct maybe
plus(struct maybe a, struct maybe b)
{
	return (struct maybe){a.known && b.known, a.n + b.n};
}

static struct maybe
sure(int64_t n)
{
	return (struct maybe){true, n};
}

/* A percentage of a number of dwellings, to a whole dwelling. */
static struct maybe
part_of(struct maybe all, struct num percent)
{
	struct num n;
	struct maybe m = {0};
	if (!all.known || !num_multiply(amount_num(all.n), percent, &n) ||
	    !num_divide(n, num_of(100), 0, NUM_HALF_AWAY, &n))
		return m;
	for (; n.scale > 0; n.scale--)
		n.units /= 10;
	return sure(n.units * AMOUNT_ONE);
}

/* --- which need there is --- */

static bool
same(const struct wanted_dwellings *a, const struct wanted_dwellings *b)
{
	return a->year == b->year && text_equal(a->segment, b->segment) &&
	       text_equal(a->category, b->category);
}

static const struct wanted_dwellings *
given(const struct behoefte *b, size_t regio,
      const struct wanted_dwellings *what)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->list[i].regio == regio && same(&b->list[i], what))
			return &b->list[i];
	return NULL;
}

/* Its own, else the sum of all its municipalities: then it is derived, and the
 * range as wide as all of theirs together. */
static bool
need_of(const struct need_from *f, size_t i,
	const struct wanted_dwellings *what, struct wanted_dwellings *out)
{
	const struct regios *list = f->stand->frame->regios;
	const struct regio *r = regios_at(list, i);
	const struct wanted_dwellings *own = given(f->need, i, what);
	if (own) {
		*out = *own;
		return true;
	}
	*out = (struct wanted_dwellings){.year = what->year,
					 .segment = what->segment,
					 .category = what->category,
					 .ranged = true,
					 .derived = true};
	for (size_t j = 0; j < r->members_count; j++) {
		const struct wanted_dwellings *one = given(
		    f->need, regios_gemeente_index(list, r->members[j]), what);
		if (!one || r->level == REGION_GEMEENTE)
			return false;
		out->n += one->n;
		out->low += one->low;
		out->high += one->high;
		out->ranged = out->ranged && one->ranged;
		if (j == 0)
			out->source = one->source;
		else if (!text_equal(out->source, one->source))
			out->source = text_of("som van de gemeenten");
		if (j == 0)
			out->date = one->date;
		else if (!text_equal(out->date, one->date))
			out->date = text_of("");
	}
	return r->members_count > 0;
}

/* --- what it is set against --- */

static void
lacks(struct line *l, const char *what)
{
	buffer_list(&l->missing, "|", text_of(what));
}

/* On the reference date, or on the day of the need when that is before it;
 * of a category the share that the stock has of it. */
static void
fill_stock(const struct need_from *f, struct line *l)
{
	const struct frame *k = f->stand->frame;
	int32_t day;
	date_days(l->need.year, 1, 1, &day);
	l->day = day < k->peildatum ? day : k->peildatum;
	l->stock.known = series_stock(f->series, l->place, l->day, &l->stock.n);
	if (l->stock.known && l->need.segment.n > 0) {
		const struct stock_share *s = voorraad_of(
		    f->stock, l->place, l->need.segment, l->need.category);
		l->stock =
		    s ? part_of(l->stock, s->share) : (struct maybe){false, 0};
	}
	if (!l->stock.known)
		lacks(l, "voorraad");
}

/* From the year of the reference date to the year before that of the need. */
static bool
later_years(const struct frame *k, int year, struct span *out)
{
	out->from = frame_plan_year(k);
	out->to = year - 1;
	if (out->to > k->years.to)
		out->to = k->years.to;
	if (out->to == k->years.to)
		out->from = k->years.from;
	return out->to >= frame_plan_year(k);
}

/* Those that are shown, of a region, by kind. */
static bool
shown_plans(const struct stand *s, const struct line *l, int64_t sum[HARDHEDEN])
{
	bool known = true;
	for (size_t j = 0; j < l->regio->members_count; j++) {
		known =
		    known && plans_delivered(s->plans, l->regio->members[j]);
		capacity_sum(s->capacity, l->regio->members[j], l->plans, sum);
	}
	return known;
}

/* Of all dwellings also those of plans that are not shown, where the stand says
 * how many; of a category it is not known what these are. */
static void
fill_hidden(const struct need_from *f, struct line *l, const int64_t *shown)
{
	for (int h = 0; h < HARDHEDEN; h++) {
		struct maybe own[HARDHEDEN] = {{false, 0}};
		own[h] = sure(shown[h]);
		if (l->need.segment.n == 0)
			own[h] = l->plan[h];
		if (whole_put(f->stand->whole, l->regio, l->plans, own,
			      &l->hidden) != 0 &&
		    l->need.segment.n > 0)
			buffer_list(&l->hidden, "|",
				    hardheid_name((enum hardheid)h));
		if (l->need.segment.n == 0)
			l->plan[h] = own[h];
	}
}

static void
fill_plans(const struct need_from *f, struct line *l)
{
	const struct stand *s = f->stand;
	int64_t shown[HARDHEDEN] = {0}, part[HARDHEDEN] = {0};
	int64_t *sum = l->need.segment.n > 0 ? part : shown;
	bool known;
	if (!later_years(s->frame, l->need.year, &l->plans)) {
		l->plans = (struct span){0, 0};
		return;
	}
	known = shown_plans(s, l, shown);
	if (l->need.segment.n > 0)
		known = split_sum(f->split, l->place, l->need.segment,
				  l->need.category, l->plans, part);
	for (int h = 0; h < HARDHEDEN; h++)
		l->plan[h] = (struct maybe){known, sum[h]};
	if (known)
		fill_hidden(f, l, shown);
	else
		lacks(l, "plannen");
}

/* Of all dwellings only: what was agreed until then less what grew. */
static void
fill_target(const struct need_from *f, struct line *l)
{
	const struct stand *s = f->stand;
	struct frame k = *s->frame;
	struct stand until = *s;
	struct stand_row row = {0};
	if (l->need.segment.n > 0 || l->plans.to == 0)
		return;
	k.years.to = l->plans.to;
	until.frame = &k;
	stand_row(&until, l->place, k.years, &row);
	l->target = row.rest;
	stand_derived(&row, &l->derived);
	stand_row_free(&row);
	if (!l->target.known)
		lacks(l, "opgave");
}

/* Of all dwellings only: how fast it went until the day of the stock. */
static void
fill_pace(const struct need_from *f, struct line *l)
{
	const struct stand *s = f->stand;
	if (l->need.segment.n == 0)
		l->pace = pace_until(s->frame, s->cells, l->place, l->day);
}

/* --- what is written --- */

static void
begin(struct csvout *w, const struct regio *r)
{
	csvout_string(w, region_level_name(r->level));
	csvout_text(w, r->code);
	csvout_text(w, r->name);
}

static struct maybe
planned(const struct line *l)
{
	return plus(plus(l->plan[HARDHEID_HARD], l->plan[HARDHEID_ZACHT]),
		    l->plan[HARDHEID_ONBEKEND]);
}

/* Too little or too much when it is so at the least and at the most. */
static const char *
verdict(const struct line *l)
{
	struct maybe left = l->plans.to == 0 ? sure(0) : planned(l);
	if (!l->stock.known || !left.known)
		return "";
	if (l->need.low - l->stock.n - left.n > 0)
		return "te weinig";
	if (l->need.high - l->stock.n - left.n < 0)
		return "te veel";
	return l->need.ranged ? "binnen de marge" : "precies";
}

static void
write_left(struct csvout *w, const struct line *l, struct maybe gap)
{
	struct maybe zero = {true, 0};
	struct maybe want = gap.known && gap.n < 0 ? zero : gap;
	struct maybe covered =
	    want.known && l->target.known && want.n > l->target.n ? l->target
								  : want;
	for (int h = 0; h < HARDHEDEN; h++)
		dwellings(w, l->plan[h]);
	dwellings(w, less(gap, l->plan[HARDHEID_HARD]));
	dwellings(w, less(gap, planned(l)));
	dwellings(w, l->target);
	share(w, covered, l->target);
	dwellings(w, less(gap, l->target));
}

static void
number(struct csvout *w, bool known, struct num n, int decimals)
{
	char buf[NUM_TEXT];
	csvout_text(w,
		    known ? num_format_fixed(n, decimals, buf) : text_of(""));
}

/* How fast it went, how fast it has to go, and what the first leaves. */
static void
write_pace(struct csvout *w, const struct line *l, struct maybe gap)
{
	char years[SPAN_TEXT];
	struct num n = {0};
	int months = pace_left(l->day, l->need.year);
	bool all = l->need.segment.n == 0 && gap.known;
	csvout_text(w, l->pace.known ? span_format(l->pace.years, years)
				     : text_of(""));
	number(w, pace_yearly(&l->pace, &n), n, 1);
	int64_t want = gap.n > 0 ? gap.n : 0;
	number(w,
	       all && months > 0 &&
		   num_multiply(amount_num(want), num_of(12), &n) &&
		   num_divide(n, num_of(months), 0, NUM_HALF_AWAY, &n),
	       n, 0);
	number(w,
	       all && pace_months(&l->pace, months, &n) &&
		   num_subtract(amount_num(gap.n), n, &n),
	       n, 0);
}

static void
write_line(struct csvout *w, const struct line *l)
{
	char day[PERIOD_TEXT];
	const struct wanted_dwellings *n = &l->need;
	struct maybe gap = less(sure(n->n), l->stock);
	begin(w, l->regio);
	csvout_int(w, n->year);
	csvout_text(w, n->segment);
	csvout_text(w, n->category);
	dwellings(w, sure(n->n));
	dwellings(w, (struct maybe){n->ranged, n->low});
	dwellings(w, (struct maybe){n->ranged, n->high});
	dwellings(w, l->stock);
	csvout_text(w, date_format(l->day, day));
	dwellings(w, gap);
	dwellings(w, less((struct maybe){n->ranged, n->low}, l->stock));
	dwellings(w, less((struct maybe){n->ranged, n->high}, l->stock));
	share(w, gap, l->stock);
	if (l->plans.to > 0)
		csvout_int(w, l->plans.to);
	else
		csvout_empty(w);
	write_left(w, l, gap);
	csvout_string(w, verdict(l));
	csvout_text(w, buffer_view(&l->derived));
	csvout_text(w, buffer_view(&l->missing));
	csvout_text(w, n->source);
	csvout_text(w, n->date);
	write_pace(w, l, gap);
	csvout_text(w, buffer_view(&l->hidden));
	csvout_end(w);
}

static void
write_region(struct csvout *w, const struct need_from *f, size_t i,
	     const struct wanted_dwellings *what)
{
	struct line l = {.regio = regios_at(f->stand->frame->regios, i),
			 .place = i};
	if (!need_of(f, i, what, &l.need))
		return;
	if (l.need.derived)
		buffer_string(&l.derived, "behoefte");
	fill_stock(f, &l);
	fill_plans(f, &l);
	fill_target(f, &l);
	fill_pace(f, &l);
	write_line(w, &l);
	buffer_free(&l.missing);
	buffer_free(&l.hidden);
	buffer_free(&l.derived);
}

/* In order of first appearance, each year and category once. */
static bool
seen(const struct behoefte *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (same(&b->list[i], &b->list[n]))
			return true;
	return false;
}

void
need_write(struct csvout *w, const struct need_from *f)
{
	static const char *const header[] = {"niveau",
					     "regio",
					     "naam",
					     "jaar",
					     "segment",
					     "categorie",
					     "behoefte",
					     "behoefte_laag",
					     "behoefte_hoog",
					     "voorraad",
					     "voorraad_op",
					     "tekort",
					     "tekort_laag",
					     "tekort_hoog",
					     "tekort_pct",
					     "plannen_tm",
					     "hard",
					     "zacht",
					     "onbekend",
					     "tekort_na_hard",
					     "tekort_na_plannen",
					     "opgave",
					     "opgave_behoefte_pct",
					     "tekort_na_opgave",
					     "oordeel",
					     "afgeleid",
					     "ontbreekt",
					     "bron",
					     "peildatum",
					     "groei_jaren",
					     "groei_per_jaar",
					     "nodig_per_jaar",
					     "tekort_na_groei",
					     "alleen_getoond"};
	csvout_numbers(w,
		       "jaar behoefte behoefte_laag behoefte_hoog voorraad "
		       "tekort tekort_laag tekort_hoog tekort_pct plannen_tm "
		       "hard zacht onbekend tekort_na_hard tekort_na_plannen "
		       "opgave opgave_behoefte_pct tekort_na_opgave "
		       "groei_per_jaar nodig_per_jaar tekort_na_groei");
	names(w, header, sizeof(header) / sizeof(header[0]));
	for (size_t i = 0; i < regios_count(f->stand->frame->regios); i++)
		for (size_t j = 0; j < f->need->count; j++)
			if (!seen(f->need, j))
				write_region(w, f, i, &f->need->list[j]);
}

/* --- the stock by category --- */

static void
write_stock(struct csvout *w, const struct need_from *f,
	    const struct stock_share *s)
{
	const struct frame *k = f->stand->frame;
	char buf[NUM_TEXT], day[PERIOD_TEXT];
	int64_t sum[HARDHEDEN] = {0}, all[HARDHEDEN] = {0};
	struct maybe stock = {0}, mine, planned_all, planned_mine;
	bool divided = split_sum(f->split, s->regio, s->segment, s->category,
				 k->years, sum) &&
		       split_all(f->split, s->regio, s->segment, k->years, all);
	stock.known = series_stock(f->series, s->regio, k->peildatum, &stock.n);
	mine = part_of(stock, s->share);
	planned_mine = (struct maybe){divided, sum[0] + sum[1] + sum[2]};
	planned_all = (struct maybe){divided, all[0] + all[1] + all[2]};
	struct maybe then = plus(mine, planned_mine);
	struct maybe whole = plus(stock, planned_all);
	struct maybe goal =
	    s->has_goal ? part_of(whole, s->goal) : (struct maybe){false, 0};
	begin(w, regios_at(k->regios, s->regio));
	csvout_text(w, s->segment);
	csvout_text(w, s->category);
	dwellings(w, stock);
	csvout_text(w, date_format(k->peildatum, day));
	csvout_text(w, num_format(s->share, buf));
	dwellings(w, mine);
	dwellings(w, planned_mine);
	dwellings(w, planned_all);
	share(w, planned_mine, planned_all);
	share(w, then, whole);
	csvout_text(w, s->has_goal ? num_format(s->goal, buf) : text_of(""));
	dwellings(w, less(then, goal));
	csvout_text(w, s->source);
	csvout_text(w, s->date);
	csvout_end(w);
}

void
stock_write(struct csvout *w, const struct need_from *f)
{
	static const char *const header[] = {
	    "niveau",	  "regio",    "naam",	       "segment",
	    "categorie",  "voorraad", "voorraad_op",   "aandeel_pct",
	    "aantal",	  "gepland",  "gepland_alles", "gepland_pct",
	    "straks_pct", "doel_pct", "verschil",      "bron",
	    "peildatum"};
	csvout_numbers(w, "voorraad aandeel_pct aantal gepland gepland_alles "
			  "gepland_pct straks_pct doel_pct verschil");
	names(w, header, sizeof(header) / sizeof(header[0]));
	for (size_t i = 0; i < f->stock->count; i++)
		write_stock(w, f, &f->stock->list[i]);
}
