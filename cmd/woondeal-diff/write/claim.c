#include "write/claim.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "period.h"

enum kolom {
	TEKST,
	REGIO,
	VAN,
	TOT,
	KOLOM,
	WOORD,
	WAARDE,
	PEILDATUM,
	BRON,
	KOLOMMEN
};

static const char *const kolommen[KOLOMMEN] = {
    "bewering", "regio",  "jaar_van",  "jaar_tot", "kolom",
    "woord",	"waarde", "peildatum", "bron"};

static const char *const woorden[] = {"",	  "ruim",  "bijna",
				      "ongeveer", "onder", "boven"};

#define WOORDEN (sizeof woorden / sizeof woorden[0])

/* More decimals than anybody publishes. */
#define DECIMALS_MAX 6

static int
parse_span(const struct table *t, size_t i, const struct kader *k,
	   struct span *out)
{
	struct text van = table_cell(t, i, VAN);
	struct text tot = table_cell(t, i, TOT);
	*out = k->jaren;
	if (van.n == 0 && tot.n == 0)
		return 0;
	if (span_year(van, &out->van) && span_year(tot, &out->tot) &&
	    out->van <= out->tot)
		return 0;
	return table_fail(t, i, VAN, "'%s' to '%s' are no years in order",
			  van.s, tot.s);
}

static int
parse_measure(const struct table *t, size_t i, struct bewering *b)
{
	struct text naam = table_cell(t, i, KOLOM);
	struct woorden all = {0};
	b->maat = maat_find(naam);
	if (b->maat != NULL)
		return 0;
	maat_names(&all, false);
	table_fail(t, i, KOLOM, "'%s', expected %s", naam.s,
		   woorden_text(&all).s);
	free(all.s);
	return -1;
}

static int
parse_word(const struct table *t, size_t i, enum woord *out)
{
	struct text word = table_cell(t, i, WOORD);
	for (size_t j = 0; j < WOORDEN; j++) {
		*out = (enum woord)j;
		if (text_is(word, woorden[j]))
			return 0;
	}
	return table_fail(t, i, WOORD,
			  "'%s', expected nothing, ruim, bijna, ongeveer, "
			  "onder or boven",
			  word.s);
}

/* By code or by name. */
static int
parse_member(const struct table *t, size_t i, const struct kader *k,
	     struct bewering *b)
{
	b->gemeente = regios_gemeente(k->regios, b->waarde);
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++)
		if (text_equal(regios_gemeente_at(k->regios, m)->naam,
			       b->waarde))
			b->gemeente = (long)m;
	if (b->gemeente >= 0)
		return 0;
	return table_fail(t, i, WAARDE,
			  "'%s' is no municipality of the municipalities file",
			  b->waarde.s);
}

static int
parse_number(const struct table *t, size_t i, struct bewering *b)
{
	const char *point = memchr(b->waarde.s, '.', b->waarde.n);
	if (point != NULL)
		b->decimalen = (int)strlen(point + 1);
	if (num_parse(b->waarde, NUM_PLAIN, &b->getal) == NUM_OK &&
	    b->decimalen <= DECIMALS_MAX)
		return 0;
	return table_fail(t, i, WAARDE,
			  "'%s' is not a number (plain decimals, at most six)",
			  b->waarde.s);
}

static int
parse_date(const struct table *t, size_t i, struct bewering *b)
{
	struct text date = table_cell(t, i, PEILDATUM);
	b->heeft_datum = date.n > 0;
	if (!b->heeft_datum)
		return 0;
	if (!date_parse(date, &b->datum))
		return table_fail(t, i, PEILDATUM,
				  "'%s' is not a date, expected YYYY-MM-DD",
				  date.s);
	if (maat_groei(b->maat) && !maat_capaciteit(b->maat))
		return 0;
	return table_fail(t, i, PEILDATUM,
			  "a date of its own is for growth without capacity");
}

static int
parse(const struct table *t, size_t i, const struct kader *k,
      struct bewering *b)
{
	struct text code = table_cell(t, i, REGIO);
	long regio = regios_find(k->regios, code);
	*b = (struct bewering){.tekst = table_cell(t, i, TEKST),
			       .bron = table_cell(t, i, BRON),
			       .waarde = table_cell(t, i, WAARDE),
			       .rij = table_line(t, i)};
	if (regio < 0)
		return table_fail(t, i, REGIO,
				  "'%s' is not in the municipalities file",
				  code.s);
	b->regio = (size_t)regio;
	if (parse_span(t, i, k, &b->span) != 0 || parse_measure(t, i, b) != 0 ||
	    parse_word(t, i, &b->woord) != 0 || parse_date(t, i, b) != 0)
		return -1;
	return b->maat->soort == MAAT_GEMEENTE ? parse_member(t, i, k, b)
					       : parse_number(t, i, b);
}

int
beweringen_load(struct beweringen *b, const struct kader *k, const char *path)
{
	b->table = table_load(path, kolommen, KOLOMMEN);
	if (b->table == NULL)
		return -1;
	size_t n = table_rows(b->table);
	b->list = mem_array(n + 1, sizeof *b->list);
	for (; b->count < n; b->count++)
		if (parse(b->table, b->count, k, &b->list[b->count]) != 0)
			return -1;
	return 0;
}

void
beweringen_free(struct beweringen *b)
{
	free(b->list);
	table_free(b->table);
}
