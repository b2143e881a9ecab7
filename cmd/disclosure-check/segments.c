#include "segments.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "diag.h"
#include "table.h"
#include "traits.h"

enum { REGIO, SEGMENT, CATEGORIE, NUMBER, COLUMNS = NUMBER + TRAIT_NUMBERS };
/* After these, what follows from them. */
static const char *const NAMES[] = {
    "regio",	    "segment",	 "categorie", "plannen",       "hard",
    "zacht",	    "onbekend",	 "totaal",    "?geheel",       "?niveau",
    "?naam",	    "?eenheid",	 "?volledig", "?oordeel",      "?verschil",
    "?aandeel_pct", "?norm_van", "?norm_tot", "?norm_van_pct", "?norm_tot_pct",
    "?onderdrukt"};
#define WIDTH (sizeof(NAMES) / sizeof(NAMES[0]))

static const struct finding_rule RULE = {
    "D007", SEVERITY_ERROR,
    "{0} {1}, {2}: {3} is {4}, where the public plans have {5}{6}",
    "{0} {1}, {2}: {3} is {4}, terwijl de openbare plannen {5} geven{7}. Maak "
    "de tabel van de openbare plantabel."};

struct job {
	const struct segments *s;
	const struct table *table;
	const char *path; /* below the release */
	int years[2];
	struct traits *open;	      /* of what is shown */
	struct facts *register_facts; /* once asked */
	struct traits *all;
	long told;
};

/* Of the register, when it can be read again. */
static bool
sum_all(struct job *j, size_t i, struct trait_sum *sum)
{
	if (!j->register_facts && strcmp(j->s->register_path, "-") != 0)
		j->register_facts =
		    facts_load(j->s->gemeenten, j->s->register_path);
	if (!j->register_facts)
		return false;
	if (!j->all)
		j->all = traits_new(j->register_facts);
	traits_years(j->all, j->years);
	return traits_sum(j->all, table_cell(j->table, i, SEGMENT),
			  table_cell(j->table, i, REGIO),
			  table_cell(j->table, i, CATEGORIE), sum);
}

static void
tell(struct job *j, size_t i, int k, const struct trait_sum *open)
{
	struct finding_place place = {.file = j->path,
				      .value = table_cell(j->table, i, REGIO)};
	struct buffer english = {0}, dutch = {0};
	struct trait_sum all;
	char digits[NUM_TEXT];

	if (sum_all(j, i, &all) && all.closed.n > 0) {
		buffer_printf(&english,
			      "; the confidential plan %s is among all",
			      all.closed.s);
		buffer_printf(&dutch,
			      "; het vertrouwelijke plan %s hoort bij alle",
			      all.closed.s);
	}
	struct text args[] = {
	    table_cell(j->table, i, REGIO),
	    table_cell(j->table, i, SEGMENT),
	    table_cell(j->table, i, CATEGORIE),
	    text_of(NAMES[NUMBER + k] + (NAMES[NUMBER + k][0] == '?')),
	    table_cell(j->table, i, (size_t)(NUMBER + k)),
	    num_format(open->numbers[k], digits),
	    buffer_view(&english),
	    buffer_view(&dutch)};
	finding_add(j->s->findings, &RULE, &place, args, 8);
	j->told++;
	buffer_free(&english);
	buffer_free(&dutch);
}

static int
judge_row(struct job *j, size_t i)
{
	struct trait_sum open;

	if (!traits_sum(j->open, table_cell(j->table, i, SEGMENT),
			table_cell(j->table, i, REGIO),
			table_cell(j->table, i, CATEGORIE), &open))
		return table_fail(j->table, i, SEGMENT,
				  "\"%s\": how it is a sum of plans is not "
				  "known",
				  table_cell(j->table, i, SEGMENT).s);
	for (int k = 0; k < TRAIT_NUMBERS; k++) {
		struct text cell =
		    table_cell(j->table, i, (size_t)(NUMBER + k));
		struct num n;

		if (cell.n == 0)
			continue;
		if (num_parse(cell, NUM_PLAIN, &n) != NUM_OK)
			return table_fail(j->table, i, (size_t)(NUMBER + k),
					  "a number expected");
		if (num_compare(n, open.numbers[k]) != 0)
			tell(j, i, k, &open);
	}
	return 0;
}

static int
judge_table(struct job *j, size_t table, const char *path)
{
	struct table *t = table_load_only(path, NAMES, WIDTH);
	int rc = t ? 0 : -1;

	cells_years(j->s->cells, NOW, table, j->years);
	j->table = t;
	j->path = tables_at(j->s->list, table)->path;
	if (t && !j->open)
		rc = diag_fail("%s: segments, and no public plan table",
			       j->s->folder);
	else if (t)
		traits_years(j->open, j->years);
	for (size_t i = 0; rc == 0 && i < table_rows(t); i++)
		rc = judge_row(j, i);
	table_free(t);
	return rc;
}

long
segments_judge(const struct segments *s)
{
	struct job j = {.s = s, .open = s->facts ? traits_new(s->facts) : NULL};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < tables_count(s->list); i++) {
		char *path = tables_at(s->list, i)->form == FORM_SEGMENT
				 ? tables_find(s->list, i, s->folder)
				 : NULL;

		if (path)
			rc = judge_table(&j, i, path);
		free(path);
	}
	traits_free(j.open);
	traits_free(j.all);
	facts_free(j.register_facts);
	return rc == 0 ? j.told : -1;
}
