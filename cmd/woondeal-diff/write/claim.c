#include "write/claim.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "period.h"

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
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "bewering", "regio",  "jaar_van",  "jaar_tot", "kolom",
    "woord",	"waarde", "peildatum", "bron"};

static const char *const words[] = {"",		"ruim",	 "bijna",
				    "ongeveer", "onder", "boven"};

#define WORDS (sizeof(words) / sizeof(words[0]))

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
parse_word(const struct table *t, size_t i, enum word *out)
{
	struct text word = table_cell(t, i, WORD);
	for (size_t j = 0; j < WORDS; j++) {
		*out = (enum word)j;
		if (text_is(word, words[j]))
			return 0;
	}
	return table_fail(t, i, WORD,
			  "'%s', expected nothing, ruim, bijna, ongeveer, "
			  "onder or boven",
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

static int
parse_number(const struct table *t, size_t i, struct claim *b)
{
	const char *point = memchr(b->value.s, '.', b->value.n);
	if (point)
		b->decimals = (int)strlen(point + 1);
	if (num_parse(b->value, NUM_PLAIN, &b->number) == NUM_OK &&
	    b->decimals <= DECIMALS_MAX)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' is not a number (plain decimals, at most six)",
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

static int
parse(const struct table *t, size_t i, const struct frame *k, struct claim *b)
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
	return b->column->formula.kind == FORMULA_GEMEENTE
		   ? parse_member(t, i, k, b)
		   : parse_number(t, i, b);
}

int
claims_load(struct claims *b, const struct frame *k, const char *path)
{
	b->table = table_load(path, columns, COLUMNS);
	if (!b->table)
		return -1;
	size_t n = table_rows(b->table);
	b->list = mem_array(n + 1, sizeof(*b->list));
	for (; b->count < n; b->count++)
		if (parse(b->table, b->count, k, &b->list[b->count]) != 0)
			return -1;
	return 0;
}

void
claims_free(struct claims *b)
{
	free(b->list);
	table_free(b->table);
}
