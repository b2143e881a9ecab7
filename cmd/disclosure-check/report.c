#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "diag.h"
#include "mem.h"
#include "num.h"

enum { TELLS, WAS_TOLD, COST, SHOWN };

static const struct finding_rule RULES[] = {
    [TELLS] = {"D001", SEVERITY_ERROR, "{0} {1}, {2}, {3}: {4}; from {6}: {7}",
	       "{0} {1}, {2}, {3}: {5}; uit {6}: {7}. Publiceer dit niet: laat "
	       "de tabellen maken met --protect."},
    [WAS_TOLD] = {"D002", SEVERITY_WARNING,
		  "{0} {1}, {2}, {3}: told by {4}; nothing can take that back",
		  "{0} {1}, {2}, {3}: al te berekenen uit {5}; dat is niet "
		  "terug te nemen."},
    [COST] = {"D003", SEVERITY_INFO,
	      "{0} {1}: confidential plans {2} ({3} dwellings), public plans "
	      "merged with them {4} ({5} dwellings), cells of totals withheld "
	      "{6}, rounded {7}",
	      "{0} {1}: vertrouwelijke plannen {2} ({3} woningen), openbare "
	      "plannen die ermee zijn samengevoegd {4} ({5} woningen), cellen "
	      "van totalen onderdrukt {6}, afgerond {7}."},
    [SHOWN] = {"D004", SEVERITY_ERROR,
	       "{0} {1}, {2}, {3}: in the public plan table by itself",
	       "{0} {1}, {2}, {3}: staat zelf in de openbare plantabel. Laat "
	       "die maken met --protect."},
};

static const struct finding_rule COUNT_RULES[] = {
    {"D005", SEVERITY_ERROR, "{0} is withheld in {1}, but {2}",
     "{0} is in {1} onderdrukt, maar {3}. Verhoog kleinste_aantal of laat het "
     "weg."},
    {"D006", SEVERITY_WARNING, "{0} is withheld by its source in {1}, but {2}",
     "{0} is volgens de bron geheim ({1}), maar {3}."},
};

static const char *const COLUMNS[] = {
    "wat",	"gemeente", "plan_id",	 "plan_naam", "fase_id",
    "jaar_van", "jaar_tot", "aantal",	 "laag",      "hoog",
    "plannen",	"oordeel",  "bestanden", "som"};
#define COLUMN_COUNT (sizeof(COLUMNS) / sizeof(COLUMNS[0]))

static const char *const ENGLISH[] = {
    [VERDICT_CROWD] = "too few plans behind a sum, or one of them too large",
    [VERDICT_NEAR] = "told too nearly",
    [VERDICT_TOLD] = "told exactly",
    [VERDICT_SHOWN] = ""};

struct writing {
	const struct judge *j;
	const char *name;
	const char *const *before;
	struct csvout *csv;
	struct findings *findings;
	size_t count[VERDICT_SHOWN + 1];
};

static void
year(struct csvout *w, int y)
{
	if (y == NEVER || y == NO_YEAR)
		csvout_empty(w);
	else
		csvout_int(w, y);
}

static void
amount(const struct writing *w, int64_t value)
{
	csvout_num(w->csv, (struct num){value, world_scale(w->j->world)});
}

/* By the name of its folder, whatever link leads there. */
static void
name_release(const char *folder, struct buffer *b)
{
	char *real = realpath(folder, NULL);
	const char *path = real ? real : folder;
	const char *name = strrchr(path, '/');

	buffer_string(b, name ? name + 1 : path);
	free(real);
}

/* args has the four that say of what. */
static void
tell_before(struct writing *w, const struct unknown *u,
	    const struct finding_place *place, struct text *args)
{
	struct buffer english = {0}, dutch = {0};
	int round = w->j->teller[u->number];

	if (round == 0) {
		buffer_string(&english, "releases before together");
		buffer_string(&dutch, "eerdere uitgaven samen");
	} else {
		buffer_string(&english, "release ");
		buffer_string(&dutch, "uitgave ");
		name_release(w->before[round - BEFORE], &english);
		name_release(w->before[round - BEFORE], &dutch);
	}
	args[4] = buffer_view(&english);
	args[5] = buffer_view(&dutch);
	finding_add(w->findings, &RULES[WAS_TOLD], place, args, 6);
	buffer_free(&english);
	buffer_free(&dutch);
}

static void
tell(struct writing *w, const struct unknown *u, const int years[2],
     const struct judged *d)
{
	struct finding_place place = {.file = w->name};
	struct buffer period = {0};
	struct text id = u->plan->id.n ? u->plan->id : u->plan->naam;

	buffer_printf(&period, "%d", years[0]);
	if (years[1] != years[0])
		buffer_char(&period, '-');
	if (years[1] != years[0] && years[1] != NEVER)
		buffer_printf(&period, "%d", years[1]);
	struct text args[] = {u->plan->gemeente,
			      id,
			      u->plan->naam,
			      buffer_view(&period),
			      text_of(ENGLISH[d->verdict]),
			      text_of(VERDICT_WORDS[d->verdict]),
			      d->files,
			      d->sum};
	place.value = id;
	if (d->verdict == VERDICT_BEFORE)
		tell_before(w, u, &place, args);
	else if (d->verdict == VERDICT_SHOWN)
		finding_add(w->findings, &RULES[SHOWN], &place, args, 4);
	else if (d->verdict > VERDICT_BEFORE)
		finding_add(w->findings, &RULES[TELLS], &place, args, 8);
	buffer_free(&period);
}

/* Beyond the limit nothing is said of how far it can be. */
static void
write_bounds(const struct writing *w, int64_t value, const struct judged *d)
{
	if (d->verdict == VERDICT_NEAR || d->verdict == VERDICT_TOLD) {
		amount(w, value - d->down);
		amount(w, value + d->up);
	} else {
		csvout_empty(w->csv);
		csvout_empty(w->csv);
	}
	if (d->plans)
		csvout_int(w->csv, (int64_t)d->plans);
	else
		csvout_empty(w->csv);
}

static void
write_row(struct writing *w, const struct unknown *u, const int years[2],
	  const struct judged *d)
{
	struct csvout *csv = w->csv;

	csvout_text(csv, u->plan->gemeente);
	csvout_text(csv, u->plan->id);
	csvout_text(csv, u->plan->naam);
	csvout_text(csv, u->plan->fase);
	year(csv, years[0]);
	year(csv, years[1]);
	amount(w, u->value);
	write_bounds(w, u->value, d);
	csvout_string(csv, VERDICT_WORDS[d->verdict]);
	csvout_text(csv, d->files.s ? d->files : text_of(""));
	csvout_text(csv, d->sum.s ? d->sum : text_of(""));
	csvout_end(csv);
	w->count[d->verdict]++;
	tell(w, u, years, d);
}

/* The years of a plan together, after the last of them: the amounts up to
 * `end`. */
static void
write_plan(struct writing *w, const struct round *r, size_t end)
{
	struct plan *p = r->amounts[end - 1]->entry->plan;
	struct unknown all = {.plan = p};
	int years[2] = {NEVER, NO_YEAR};

	for (size_t i = end; i-- > 0 && r->amounts[i]->entry->plan == p;) {
		const struct amount *a = r->amounts[i];

		if (!a->unknown ||
		    w->j->unknowns[a->unknown->number].verdict == VERDICT_NONE)
			continue;
		all.value += a->unknown->value;
		years[0] = a->van < years[0] ? a->van : years[0];
		years[1] = a->tot > years[1] ? a->tot : years[1];
	}
	csvout_string(w->csv, "plan");
	write_row(w, &all, years, &w->j->plans[p->number]);
}

static void
write_amount(struct writing *w, const struct round *r, size_t i)
{
	const struct amount *a = r->amounts[i];
	const struct unknown *u = a->unknown;
	bool last = i + 1 == r->amount_count ||
		    r->amounts[i + 1]->entry->plan != a->entry->plan;

	if (!a->entry->closed)
		return;
	if (u && w->j->unknowns[u->number].verdict != VERDICT_NONE) {
		csvout_string(w->csv, "jaar");
		write_row(w, u, (const int[]){u->van, u->tot},
			  &w->j->unknowns[u->number]);
	}
	if (last && w->j->plans[a->entry->plan->number].verdict != VERDICT_NONE)
		write_plan(w, r, i + 1);
}

/* --- withheld counts --- */

static void
tell_count(const struct writing *w, const struct count *c)
{
	struct finding_place place = {.file = c->table.s, .value = c->key};
	struct buffer english = {0}, dutch = {0};

	if (c->shown.n > 0) {
		buffer_printf(&english, "shown in %s", c->shown.s);
		buffer_printf(&dutch, "staat in %s", c->shown.s);
	} else if (!c->told) {
		buffer_printf(&english, "totals and parts leave %d values only",
			      (int)c->room + 1);
		buffer_printf(&dutch,
			      "totalen en delen laten maar %d waarden open",
			      (int)c->room + 1);
	} else {
		buffer_string(&english, "follows from totals and parts");
		buffer_string(&dutch, "volgt uit totalen en delen");
	}
	struct text args[] = {c->key, c->table, buffer_view(&english),
			      buffer_view(&dutch)};
	finding_add(w->findings, &COUNT_RULES[c->ours ? 0 : 1], &place, args,
		    4);
	buffer_free(&english);
	buffer_free(&dutch);
}

static void
write_count(struct writing *w, const struct count *c)
{
	enum verdict v = c->told	? VERDICT_TOLD
			 : c->room >= 0 ? VERDICT_NEAR
					: VERDICT_SAFE;

	csvout_string(w->csv, "telling");
	csvout_text(w->csv, c->region);
	csvout_text(w->csv, c->key);
	for (int i = 0; i < 8; i++)
		csvout_empty(w->csv);
	csvout_string(w->csv, VERDICT_WORDS[v]);
	csvout_text(w->csv, c->table);
	csvout_text(w->csv, c->shown);
	csvout_end(w->csv);
	w->count[v]++;
	if (v != VERDICT_SAFE)
		tell_count(w, c);
}

void
report_write(const struct report *report, struct output *o)
{
	struct writing w = {.j = report->judge,
			    .name = report->name,
			    .before = report->before,
			    .findings = report->findings};
	const struct round *r = world_round(w.j->world, NOW);
	size_t told, safe, before;

	w.csv = csvout_new(o, CSVOUT_ASKED);
	csvout_numbers(w.csv, "jaar_van jaar_tot aantal laag hoog plannen");
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		csvout_string(w.csv, COLUMNS[i]);
	csvout_end(w.csv);
	for (size_t i = 0; i < r->amount_count; i++)
		write_amount(&w, r, i);
	for (size_t i = 0; i < counts_count(report->counts); i++)
		write_count(&w, counts_at(report->counts, i));
	csvout_finish(w.csv);
	safe = w.count[VERDICT_SAFE];
	before = w.count[VERDICT_BEFORE];
	told = w.count[VERDICT_CROWD] + w.count[VERDICT_NEAR] +
	       w.count[VERDICT_TOLD] + w.count[VERDICT_SHOWN];
	diag_note("confidential numbers: %zu = %zu safe + %zu told before + "
		  "%zu that can be told",
		  safe + before + told, safe, before, told);
}

/* --- what protection cost --- */

/* Of what is hidden how many, and dwellings of all years without sign. */
struct part {
	size_t count;
	int64_t size;
};

struct cost {
	struct text region;
	unsigned hardheid;
	struct part closed, merged;
	size_t withheld, rounded;
};

struct costs {
	struct cost *at;
	size_t count, cap;
};

static struct cost *
cost_of(struct costs *c, struct text region, unsigned hardheid)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->at[i].hardheid == hardheid &&
		    text_equal(c->at[i].region, region))
			return &c->at[i];
	c->at = mem_grow(c->at, &c->cap, c->count + 1, sizeof(*c->at));
	c->at[c->count] = (struct cost){.region = region, .hardheid = hardheid};
	return &c->at[c->count++];
}

static int
by_region(const void *x, const void *y)
{
	const struct cost *a = x, *b = y;
	int c = text_compare(a->region, b->region);

	return c ? c : (int)a->hardheid - (int)b->hardheid;
}

/* Sums of several kinds follow from these. */
static bool
is_one_kind(unsigned hardheid)
{
	return (hardheid & (hardheid - 1)) == 0;
}

static void
write_count_of(struct buffer *b, size_t n)
{
	buffer_clear(b);
	buffer_printf(b, "%zu", n);
}

static void
write_dwellings(const struct judge *j, struct buffer *b, int64_t size)
{
	char digits[NUM_TEXT];

	buffer_clear(b);
	buffer_add(
	    b, num_format((struct num){size, world_scale(j->world)}, digits));
}

static void
tell_cost(const struct judge *j, const struct cost *c, const char *name,
	  struct findings *f)
{
	struct finding_place place = {.file = name, .value = c->region};
	struct buffer b[6] = {0};
	struct text args[8] = {c->region, world_word(c->hardheid)};

	write_count_of(&b[0], c->closed.count);
	write_dwellings(j, &b[1], c->closed.size);
	write_count_of(&b[2], c->merged.count);
	write_dwellings(j, &b[3], c->merged.size);
	write_count_of(&b[4], c->withheld);
	write_count_of(&b[5], c->rounded);
	for (size_t i = 0; i < 6; i++)
		args[2 + i] = buffer_view(&b[i]);
	finding_add(f, &RULES[COST], &place, args, 8);
	for (size_t i = 0; i < 6; i++)
		buffer_free(&b[i]);
}

static void
add_part(struct part *p, const struct part *more)
{
	p->count += more->count;
	p->size += more->size;
}

static void
count_plans(const struct judge *j, struct costs *c)
{
	const struct round *r = world_round(j->world, NOW);

	for (size_t i = 0; i < r->entry_count; i++) {
		const struct entry *e = r->entries[i];
		const struct part one = {1, e->size};
		struct cost *to;

		if (e->shown || e->hardheid == TELT_NIET)
			continue;
		to = cost_of(c, e->plan->gemeente, e->hardheid);
		add_part(e->closed ? &to->closed : &to->merged, &one);
	}
}

static void
count_cells(const struct judge *j, struct costs *c)
{
	for (size_t i = 0; i < cells_count(j->cells); i++) {
		const struct cell *cell = cells_at(j->cells, i);

		if (cell->round != NOW || !cell->tables ||
		    !is_one_kind(cell->hardheid))
			continue;
		if (!cell->shown)
			cost_of(c, cell->region, cell->hardheid)->withheld++;
		else if (cell->base)
			cost_of(c, cell->region, cell->hardheid)->rounded++;
	}
}

void
report_cost(const struct judge *j, const char *name, struct findings *f)
{
	struct costs c = {0};
	struct cost sum = {0};
	struct buffer b[2] = {0};

	count_plans(j, &c);
	count_cells(j, &c);
	if (c.count > 0)
		qsort(c.at, c.count, sizeof(*c.at), by_region);
	for (size_t i = 0; i < c.count; i++) {
		tell_cost(j, &c.at[i], name, f);
		add_part(&sum.closed, &c.at[i].closed);
		add_part(&sum.merged, &c.at[i].merged);
		sum.withheld += c.at[i].withheld;
		sum.rounded += c.at[i].rounded;
	}
	free(c.at);
	write_dwellings(j, &b[0], sum.closed.size);
	write_dwellings(j, &b[1], sum.merged.size);
	diag_note("hidden: %zu confidential plans of %s dwellings, %zu public "
		  "plans with them of %s, %zu cells of totals; %zu rounded",
		  sum.closed.count, buffer_view(&b[0]).s, sum.merged.count,
		  buffer_view(&b[1]).s, sum.withheld, sum.rounded);
	buffer_free(&b[0]);
	buffer_free(&b[1]);
}
