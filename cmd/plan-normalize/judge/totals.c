#include "judge/totals.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "sum.h"

/* Rows of which a totals row may be the sum. */
struct window {
	struct span *sums; /* by column of the binding */
	size_t rows;
};

/* All rows; and all up to the last totals row, up to the last blank one. */
enum { ALL, TO_TOTAL, TO_BLANK, WINDOWS };

/* A record that may be the sum of those below it. */
struct heading {
	size_t record, row;
	struct text name;
	bool total;	   /* a totals row: else it counts as a plan */
	bool found;	   /* it is the sum */
	struct span *said; /* by column; with has */
	bool *has;
	struct window before; /* all rows with it */
};

/* So many of a delivery; a list without ids and statuses is all headings. */
#define HEADINGS 16

struct totals {
	struct heading headings[HEADINGS];
	size_t heading_count;
	bool bare; /* the record at hand has neither id nor status */
	const struct binding *binding;
	enum num_form form;
	struct report *report;
	struct window windows[WINDOWS];
	struct map *gemeenten; /* struct window by the word for it */
	struct buffer word;    /* that of the record before */
	struct window *own;    /* and its window */
	struct arena *arena;
	struct buffer key;
};

struct totals *
totals_new(const struct binding *b, enum num_form form, struct report *report)
{
	struct totals *t = mem_new(struct totals);

	t->binding = b;
	t->form = form;
	t->report = report;
	t->gemeenten = map_new();
	t->arena = arena_new();
	for (size_t i = 0; i < WINDOWS; i++)
		t->windows[i].sums = arena_alloc(t->arena, b->column_count + 1,
						 sizeof(struct span));
	return t;
}

void
totals_free(struct totals *t)
{
	if (!t)
		return;
	map_free(t->gemeenten);
	arena_free(t->arena);
	buffer_free(&t->key);
	buffer_free(&t->word);
	free(t);
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (signed char)c < 0;
}

static bool
is_word(struct text word)
{
	static const char *const words[] = {
	    "totaal",	  "totalen",	 "total",
	    "totals",	  "subtotaal",	 "subtotalen",
	    "eindtotaal", "eindtotalen", "tussentotaal"};
	char lower[16];

	if (word.n < 5 || word.n >= sizeof(lower))
		return false;
	for (size_t i = 0; i < word.n; i++)
		lower[i] = (char)(word.s[i] | 0x20);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == word.n &&
		    memcmp(lower, words[i], word.n) == 0)
			return true;
	return false;
}

bool
totals_word(struct text t)
{
	size_t i = 0;

	while (i < t.n) {
		size_t begin = i;

		while (i < t.n && is_letter(t.s[i]))
			i++;
		if (is_word((struct text){t.s + begin, i - begin}))
			return true;
		i++;
	}
	return false;
}

static struct text
field_cell(const struct totals *t, const struct csvin *in, enum field f)
{
	long at = t->binding->field[f];

	return at < 0 ? text_of("") : text_trim(csvin_field(in, (size_t)at));
}

/* The municipality as the record has it: NULL when it says none. */
static struct window *
of_gemeente(struct totals *t, const struct csvin *in, bool make)
{
	struct text word = field_cell(t, in, FIELD_GEMEENTE);
	struct window *w;
	struct text key;

	if (!word.n)
		word = field_cell(t, in, FIELD_GEMEENTE_NAAM);
	if (!word.n)
		return NULL;
	if (t->own && text_equal(word, buffer_view(&t->word)))
		return t->own;
	key = fold(&t->key, word);
	w = map_get(t->gemeenten, key);
	if (!w && !make)
		return NULL;
	buffer_clear(&t->word);
	buffer_add(&t->word, word);
	if (w)
		return t->own = w;
	w = arena_alloc(t->arena, 1, sizeof(*w));
	w->sums = arena_alloc(t->arena, t->binding->column_count + 1,
			      sizeof(*w->sums));
	*map_slot(t->gemeenten, key) = w;
	return t->own = w;
}

static int
add(struct window *w, const struct amount *list, size_t count)
{
	w->rows++;
	for (size_t i = 0; i < count; i++)
		if (list[i].given &&
		    span_add(&w->sums[i], list[i].value, list[i].bounds) < 0)
			return -1;
	return 0;
}

int
totals_add(struct totals *t, const struct csvin *in, const struct amount *list,
	   size_t count)
{
	struct window *own = of_gemeente(t, in, true);

	if (add(&t->windows[ALL], list, count) < 0)
		return -1;
	return own ? add(own, list, count) : 0;
}

/* A number of a totals row; false when the cell has none. */
static bool
read_sum(const struct totals *t, const struct csvin *in, size_t i,
	 struct span *out)
{
	const struct bound_column *c = &t->binding->columns[i];
	struct num v;

	if (c->sum || num_parse(text_trim(csvin_field(in, c->column)), t->form,
				&v) != NUM_OK)
		return false;
	/* Sloop was made positive in the rows. */
	if (c->kind->soort == SOORT_SLOOP && !c->check && v.units < 0)
		v.units = -v.units;
	*out = (struct span){.sum = sum_of(v)};
	return true;
}

/* What a window has more than another one: NULL is nothing. */
static struct span
sum_since(const struct window *w, const struct window *before, size_t i)
{
	struct span s = w->sums[i];

	if (before) {
		s.sum = sum_minus(s.sum, before->sums[i].sum);
		s.below = sum_minus(s.below, before->sums[i].below);
		s.above = sum_minus(s.above, before->sums[i].above);
	}
	return s;
}

/* Each number of the record is the sum of two rows or more, one of them is not
 * zero, and most columns have one. */
static bool
is_sum_of(const struct totals *t, const struct csvin *in,
	  const struct window *w, const struct window *before)
{
	size_t given = 0, missing = 0, nonzero = 0;
	struct span said, sum;

	if (!w || w->rows < 2 + (before ? before->rows : 0))
		return false;
	for (size_t i = 0; i < t->binding->column_count; i++) {
		bool has = read_sum(t, in, i, &said);

		sum = sum_since(w, before, i);
		if (has && !span_meets(&said, &sum))
			return false;
		given += has;
		nonzero += has && said.sum.units != 0;
		missing +=
		    !has && sum.sum.units != 0 && !t->binding->columns[i].sum;
	}
	return nonzero && given >= missing;
}

/* The same of what a record above them said. */
static bool
heads(const struct totals *t, const struct heading *h)
{
	const struct window *all = &t->windows[ALL];
	size_t given = 0, missing = 0, nonzero = 0;

	if (all->rows < h->before.rows + 2)
		return false;
	for (size_t i = 0; i < t->binding->column_count; i++) {
		struct span sum = sum_since(all, &h->before, i);

		if (h->has[i] && !span_meets(&h->said[i], &sum))
			return false;
		given += h->has[i];
		nonzero += h->has[i] && h->said[i].sum.units != 0;
		missing += !h->has[i] && sum.sum.units != 0 &&
			   !t->binding->columns[i].sum;
	}
	return given >= missing && nonzero > 0;
}

/* A block ends here, or may: which headings are the sum of what came since? */
static void
close_block(struct totals *t)
{
	for (size_t i = 0; i < t->heading_count; i++)
		if (!t->headings[i].found)
			t->headings[i].found = heads(t, &t->headings[i]);
}

static void
open_block(struct totals *t, const struct csvin *in, bool total)
{
	size_t n = t->binding->column_count;
	struct heading *h;

	close_block(t);
	if (t->heading_count == HEADINGS)
		return;
	h = &t->headings[t->heading_count++];
	*h = (struct heading){
	    .record = csvin_record(in), .row = csvin_row(in), .total = total};
	h->name = arena_text(
	    t->arena, text_trim(csvin_field(in, (size_t)totals_named(t, in))));
	h->said = arena_alloc(t->arena, n + 1, sizeof(*h->said));
	h->has = arena_alloc(t->arena, n + 1, sizeof(*h->has));
	h->before.sums = arena_alloc(t->arena, n + 1, sizeof(struct span));
	for (size_t i = 0; i < n; i++)
		h->has[i] = read_sum(t, in, i, &h->said[i]);
	h->before.rows = t->windows[ALL].rows;
	memcpy(h->before.sums, t->windows[ALL].sums,
	       n * sizeof(*h->before.sums));
}

static bool
is_sum(struct totals *t, const struct csvin *in)
{
	const struct window *all = &t->windows[ALL];

	return is_sum_of(t, in, all, NULL) ||
	       is_sum_of(t, in, all, &t->windows[TO_TOTAL]) ||
	       is_sum_of(t, in, all, &t->windows[TO_BLANK]) ||
	       is_sum_of(t, in, of_gemeente(t, in, false), NULL);
}

/* Fields that name a plan and its place. A remark may speak of a total. */
static const enum field naming[] = {FIELD_PLAN_NAAM, FIELD_PLAN_ID,
				    FIELD_FASE_ID, FIELD_GEMEENTE,
				    FIELD_GEMEENTE_NAAM};

#define NAMING (sizeof(naming) / sizeof(naming[0]))

/* In these fields, and in the first column. */
static bool
says_total(const struct totals *t, const struct csvin *in)
{
	for (size_t i = 0; i < NAMING; i++)
		if (totals_word(field_cell(t, in, naming[i])))
			return true;
	return totals_word(csvin_field(in, 0));
}

long
totals_named(const struct totals *t, const struct csvin *in)
{
	for (size_t i = 0; i < NAMING; i++)
		if (totals_word(field_cell(t, in, naming[i])))
			return t->binding->field[naming[i]];
	for (size_t i = 0; i < NAMING; i++)
		if (field_cell(t, in, naming[i]).n &&
		    !totals_word(csvin_field(in, 0)))
			return t->binding->field[naming[i]];
	return 0;
}

/* An id or a status that stands in the record itself. */
static bool
has_own(const struct totals *t, const struct csvin *in)
{
	struct text id = field_cell(t, in, FIELD_PLAN_ID);
	struct text status = field_cell(t, in, FIELD_PLANSTATUS);

	return (id.n && !totals_word(id)) || (status.n && !totals_word(status));
}

static bool
may_have_own(const struct totals *t)
{
	return t->binding->field[FIELD_PLAN_ID] >= 0 ||
	       t->binding->field[FIELD_PLANSTATUS] >= 0;
}

static bool
is_declared(struct totals *t, const struct csvin *in,
	    const struct skip_rule *rule)
{
	if (!rule || !rule->total)
		return false;
	if (rule->how != SKIP_BEGINT && rule->how != SKIP_BEVAT)
		return true;
	return !has_own(t, in) || is_sum(t, in);
}

enum totals_verdict
totals_judge(struct totals *t, const struct csvin *in,
	     const struct skip_rule *rule)
{
	bool own, word;

	t->bare = false;
	if (is_declared(t, in, rule))
		return TOTALS_TOTAL;
	if (t->binding->layout->sums_are_plans)
		return TOTALS_PLAN;
	own = has_own(t, in);
	t->bare = !own && may_have_own(t);
	word = says_total(t, in);
	if (own && !word)
		return TOTALS_PLAN;
	if (is_sum(t, in))
		return word || may_have_own(t) ? TOTALS_SUM : TOTALS_ALIKE;
	return word && !own ? TOTALS_WORD : TOTALS_PLAN;
}

static void
check(struct totals *t, const struct csvin *in, const struct window *own,
      size_t i)
{
	const struct bound_column *c = &t->binding->columns[i];
	char buf[SUM_TEXT];
	struct span said;

	if (!read_sum(t, in, i, &said))
		return;
	for (size_t k = 0; k < WINDOWS; k++) {
		struct span sum =
		    sum_since(&t->windows[ALL], k ? &t->windows[k] : NULL, i);

		if (span_meets(&said, &sum))
			return;
	}
	if (!own || !span_meets(&said, &own->sums[i]))
		report_add(t->report, RULE_TOTAL_DIFFERS, (long)c->column,
			   text_trim(csvin_field(in, c->column)),
			   sum_format(t->windows[ALL].sums[i].sum, buf));
}

/* A window begins anew after the rows so far. */
static void
reset(struct totals *t, struct window *w)
{
	w->rows = t->windows[ALL].rows;
	memcpy(w->sums, t->windows[ALL].sums,
	       t->binding->column_count * sizeof(*w->sums));
}

void
totals_row(struct totals *t, const struct csvin *in)
{
	const struct window *own = of_gemeente(t, in, false);

	if (t->windows[ALL].rows == 0) {
		open_block(t, in, true);
		return;
	}
	close_block(t);
	for (size_t i = 0; i < t->binding->column_count; i++)
		check(t, in, own, i);
	reset(t, &t->windows[TO_TOTAL]);
}

void
totals_blank(struct totals *t)
{
	close_block(t);
	reset(t, &t->windows[TO_BLANK]);
}

void
totals_counts(struct totals *t, const struct csvin *in)
{
	if (t->bare)
		open_block(t, in, false);
}

/* A totals row above all others: the first column that differs from them. */
static void
tell_heading(struct totals *t, const struct heading *h)
{
	char said[SUM_TEXT], below[SUM_TEXT];
	struct text extra[2] = {{"", 0}, {"", 0}};

	for (size_t i = 0; i < t->binding->column_count; i++) {
		struct span sum = sum_since(&t->windows[ALL], &h->before, i);

		if (!h->has[i] || span_meets(&h->said[i], &sum))
			continue;
		extra[0] = sum_format(sum.sum, below);
		report_past(t->report, RULE_TOTAL_BELOW, h->record,
			    sum_format(h->said[i].sum, said), extra);
		return;
	}
}

int
totals_finish(struct totals *t, const struct csvin *in)
{
	char shown[TEXT_SHOW];

	close_block(t);
	for (size_t i = 0; i < t->heading_count; i++) {
		const struct heading *h = &t->headings[i];

		if (h->total && !h->found)
			tell_heading(t, h);
		if (!h->total && h->found)
			return diag_fail_at(
			    csvin_name(in), h->row,
			    "\"%s\" has neither id nor status, and its numbers "
			    "are the sum of rows below it: say so in the "
			    "layout, as totaalrij or, of plans, as "
			    "somrij,,,plan",
			    text_show(h->name, shown));
	}
	return 0;
}
