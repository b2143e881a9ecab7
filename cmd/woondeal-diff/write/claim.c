#include "write/claim.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "period.h"
#include "stand/segment.h"

enum claim_column {
	TEXT,
	REGIO,
	FROM,
	TO,
	COLUMN,
	WORD,
	VALUE,
	PEILDATUM,
	SOURCE,
	SCENARIO,
	SEGMENT,
	CATEGORY,
	RULESET,
	SUBJECT,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "bewering", "regio",      "jaar_van",  "jaar_tot",	"kolom",
    "woord",	"waarde",     "peildatum", "bron",	"?scenario",
    "?segment", "?categorie", "?regelset", "?onderwerp"};

static const char *const words[CLAIM_WORDS] = {
    "",	     "ruim",	 "bijna",     "ongeveer",	"onder",
    "boven", "minstens", "hoogstens", "elk jaar onder", "elk jaar boven"};

const char *
claim_word_name(enum claim_word w)
{
	return words[w];
}

/* More decimals than anybody publishes. */
#define DECIMALS_MAX 6

static int
parse_span(const struct table *t, size_t i, const struct frame *k,
	   struct span *out)
{
	struct text from = table_cell(t, i, FROM);
	struct text to = table_cell(t, i, TO);
	*out = k->years;
	if (from.n == 0 && to.n == 0)
		return 0;
	if (span_year(from, &out->from) && span_year(to, &out->to) &&
	    out->from <= out->to)
		return 0;
	return table_fail(t, i, FROM, "'%s' to '%s' are no years in order",
			  from.s, to.s);
}

static int
parse_measure(const struct table *t, size_t i, struct claim *b)
{
	struct text name = table_cell(t, i, COLUMN);
	struct buffer all = {0};
	b->column = column_find(name, FOR_CLAIMS);
	if (b->column)
		return 0;
	column_names(&all, FOR_CLAIMS);
	table_fail(t, i, COLUMN, "'%s', expected %s", name.s,
		   buffer_view(&all).s);
	buffer_free(&all);
	return -1;
}

static int
parse_word(const struct table *t, size_t i, enum claim_word *out)
{
	struct text word = table_cell(t, i, WORD);
	for (size_t j = 0; j < CLAIM_WORDS; j++) {
		*out = (enum claim_word)j;
		if (text_is(word, words[j]))
			return 0;
	}
	return table_fail(t, i, WORD,
			  "'%s', expected nothing, ruim, bijna, ongeveer, "
			  "onder, boven, minstens, hoogstens, elk jaar onder "
			  "or elk jaar boven",
			  word.s);
}

/* By code or by name. */
static int
parse_member(const struct table *t, size_t i, const struct frame *k,
	     struct claim *b)
{
	b->gemeente = regios_gemeente(k->regios, b->value);
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++)
		if (text_equal(regios_gemeente_at(k->regios, m)->name,
			       b->value))
			b->gemeente = (long)m;
	if (b->gemeente >= 0)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' is no municipality of the municipalities file",
			  b->value.s);
}

/* A percentage is no thousands: 16.667 can be read in one way. */
static bool
is_percentage(const struct table *t, size_t i)
{
	struct text name = table_cell(t, i, COLUMN);

	return name.n > 4 &&
	       text_is((struct text){name.s + name.n - 4, 4}, "_pct");
}

static int
parse_number(const struct table *t, size_t i, struct claim *b)
{
	const char *point = memchr(b->value.s, '.', b->value.n);
	bool read = is_percentage(t, i) &&
		    num_parse(b->value, NUM_PLAIN, &b->number) == NUM_OK;
	int rc = read ? 1 : table_decimal(t, i, VALUE, &b->number);

	if (point)
		b->decimals = (int)strlen(point + 1);
	if (rc < 0)
		return -1;
	if (rc == 1 && b->decimals <= DECIMALS_MAX)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' found, expected a number of at most six "
			  "decimals",
			  b->value.s);
}

static int
parse_date(const struct table *t, size_t i, struct claim *b)
{
	struct text date = table_cell(t, i, PEILDATUM);
	b->has_date = date.n > 0;
	if (!b->has_date)
		return 0;
	if (!date_parse(date, &b->date))
		return table_fail(t, i, PEILDATUM,
				  "'%s' is not a date, expected YYYY-MM-DD",
				  date.s);
	if (formula_growth(&b->column->formula) &&
	    !formula_capacity(&b->column->formula))
		return 0;
	return table_fail(t, i, PEILDATUM,
			  "a date of its own is for growth without capacity");
}

/* A day, or the first and the last with / between. */
static int
parse_days(const struct table *t, size_t i, struct claim *b)
{
	struct text rest = b->value;
	struct text first = {"", 0}, last;
	text_split(&rest, '/', &first);
	last = rest.s ? rest : first;
	if (date_parse(first, &b->first) && date_parse(last, &b->last) &&
	    b->first <= b->last)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' is not a day or two days as "
			  "2024-09-01/2024-11-30",
			  b->value.s);
}

static int
parse_scenario(const struct table *t, size_t i, const struct scenarios *list,
	       struct claim *b)
{
	struct text name = table_cell(t, i, SCENARIO);
	if (name.n == 0 || text_is(name, "basis"))
		return 0;
	b->scenario = SIZE_MAX;
	for (size_t j = 0; j < scenarios_count(list); j++)
		if (text_equal(scenarios_name(list, j), name))
			b->scenario = j + 1;
	if (!list || b->scenario != SIZE_MAX)
		return 0;
	return table_fail(t, i, SCENARIO, "'%s' is none of the scenarios",
			  name.s);
}

/* What only some statements have, and those need. */
static int
parse_about(const struct table *t, size_t i, struct claim *b)
{
	enum formula_kind kind = b->column->formula.kind;
	bool years = table_cell(t, i, FROM).n > 0;
	b->segment = table_cell(t, i, SEGMENT);
	b->category = table_cell(t, i, CATEGORY);
	b->ruleset = table_cell(t, i, RULESET);
	b->subject = table_cell(t, i, SUBJECT);
	if ((kind == FORMULA_SEGMENT) !=
		(b->segment.n > 0 && b->category.n > 0) ||
	    (b->segment.n > 0 && !segment_known(b->segment.s)))
		return table_fail(t, i, SEGMENT,
				  "'%s': a segment and its categorie are for "
				  "aandeel_pct",
				  b->segment.s);
	if ((kind == FORMULA_OBSERVED) != (b->subject.n > 0))
		return table_fail(t, i, SUBJECT,
				  "'%s': an onderwerp is for waarneming",
				  b->subject.s);
	if (b->ruleset.n > 0 && !formula_capacity(&b->column->formula))
		return table_fail(t, i, RULESET,
				  "a regelset is for a number of plans");
	if (kind == FORMULA_OBSERVED && (!years || b->span.from != b->span.to))
		return table_fail(t, i, FROM, "expected one year");
	if (kind == FORMULA_SEGMENT && years)
		return table_fail(t, i, FROM,
				  "'%s': a share is that of all years",
				  table_cell(t, i, FROM).s);
	return 0;
}

static int
parse(const struct table *t, size_t i, const struct frame *k,
      const struct scenarios *scenarios, struct claim *b)
{
	struct text code = table_cell(t, i, REGIO);
	long regio = regios_find(k->regios, code);
	*b = (struct claim){.text = table_cell(t, i, TEXT),
			    .source = table_cell(t, i, SOURCE),
			    .value = table_cell(t, i, VALUE),
			    .row = table_line(t, i)};
	if (regio < 0)
		return table_fail(t, i, REGIO,
				  "'%s' is not in the municipalities file",
				  code.s);
	b->regio = (size_t)regio;
	if (parse_span(t, i, k, &b->span) != 0 || parse_measure(t, i, b) != 0 ||
	    parse_word(t, i, &b->word) != 0 || parse_date(t, i, b) != 0)
		return -1;
	if (parse_scenario(t, i, scenarios, b) != 0 ||
	    parse_about(t, i, b) != 0)
		return -1;
	if (b->column->formula.kind == FORMULA_GEMEENTE)
		return parse_member(t, i, k, b);
	if (b->column->formula.kind == FORMULA_DATES)
		return parse_days(t, i, b);
	return parse_number(t, i, b);
}

int
claim_list_load(struct claim_list *c, const struct frame *k, const char *path,
		const struct scenarios *scenarios)
{
	*c = (struct claim_list){.table = table_load(path, columns, COLUMNS)};
	if (!c->table)
		return -1;
	size_t n = table_rows(c->table);
	c->items = mem_array(n + 1, sizeof(*c->items));
	for (; c->count < n; c->count++)
		if (parse(c->table, c->count, k, scenarios,
			  &c->items[c->count]) != 0)
			return -1;
	return 0;
}

void
claim_list_free(struct claim_list *c)
{
	free(c->items);
	table_free(c->table);
}
