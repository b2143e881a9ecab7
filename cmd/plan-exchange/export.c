#include "export.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "detail.h"
#include "diag.h"
#include "planline.h"
#include "table.h"
#include "uuid.h"

struct exporter {
	const struct export_options *options;
	struct gemeenten *gemeenten;
	struct table *words; /* of the national list */
	struct ledger *ledger;
	struct details *details;
	struct columns *plan_columns;
	struct record *plan;
	struct csvout *plans, *rest;
	struct sum rest_dwellings;
	size_t rest_rows;
};

enum { WORD_VELD, WORD_WOORD, WORD_WAARDE };

/* The national word for a planstatus; empty for none. */
static struct text
status_word(const struct exporter *e, struct text code)
{
	for (size_t i = 0; i < table_rows(e->words); i++)
		if (text_is(table_cell(e->words, i, WORD_VELD), "planstatus") &&
		    text_equal(table_cell(e->words, i, WORD_WAARDE), code))
			return table_cell(e->words, i, WORD_WOORD);
	return text_of("");
}

static bool
is_shared(struct text word)
{
	static const char *const words[] = {"Openbaar", "Provincie", "Regio",
					    "ProvincieGemeente"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_is(word, words[i]))
			return true;
	return false;
}

/* Why the row does not cross, in Dutch; NULL when it may. */
static const char *
refuse(const struct exporter *e, const struct registers *in,
       const struct plan_row *row)
{
	struct text knelpunten = registers_field(in, REGISTER_KNELPUNTEN);

	if (!status_word(e, row->planstatus).n)
		return "onbekende planstatus";
	if (!e->options->closed &&
	    !is_shared(registers_field(in, REGISTER_VERTROUWELIJKHEID)))
		return "vertrouwelijk";
	if (memchr(knelpunten.s, ',', knelpunten.n))
		return "knelpunt met een komma";
	if (memchr(row->categorie.s, '|', row->categorie.n))
		return "categorie met een streep";
	if (row->given && row->aantal.units < 0 && row->soort != SOORT_BOUW)
		return "negatief";
	if (!row->given &&
	    (row->soort != SOORT_BOUW || row->dimensie != DIMENSIE_TOTAAL))
		return "leeg";
	return NULL;
}

static int
leave(struct exporter *e, const struct registers *in,
      const struct plan_row *row, const char *why)
{
	for (size_t c = 0; c < REGISTER_WIDTH; c++)
		csvout_text(e->rest,
			    registers_field(in, (enum register_column)c));
	csvout_string(e->rest, why);
	csvout_end(e->rest);
	e->rest_rows++;
	if (!row->given || row->soort != SOORT_BOUW ||
	    row->dimensie != DIMENSIE_TOTAAL)
		return 0;
	return sum_add(&e->rest_dwellings, row->aantal);
}

static int
read_register(struct exporter *e, struct registers *in, const char *path)
{
	struct plan_row row;
	const char *why;
	int rc = registers_open(in, path);

	while (rc == 0 && (rc = registers_next(in, &row)) == 1) {
		why = refuse(e, in, &row);
		rc = why ? 0 : ledger_add(e->ledger, in, row.plan);
		if (rc == 0)
			rc = leave(e, in, &row,
				   why ? why
				       : "plan met verschillende kenmerken");
		if (rc > 0)
			rc = 0;
	}
	return rc < 0 ? -1 : registers_close(in);
}

static void
write_record(struct csvout *out, const struct columns *c,
	     const struct record *r)
{
	for (size_t i = 0; i < columns_count(c); i++)
		csvout_text(out, record_get(r, i));
	csvout_end(out);
}

static int
add_plan(struct exporter *e, size_t i)
{
	struct totals t = {0};
	const struct gemeente *gm;
	struct text pieces[4], id;
	struct row *rows;
	char buf[40];
	bool mixed;
	long n = ledger_rows(e->ledger, i, &rows);

	if (n <= 0)
		return -1;
	for (size_t k = 0; k < 4; k++)
		pieces[k] = rows->field[REGISTER_GEMEENTE + k];
	id = uuid(pieces, 4, buf);
	gm = gemeenten_by_code(e->gemeenten, pieces[0]);
	if (!gm)
		return diag_fail("%s: no %s", e->options->gemeenten,
				 pieces[0].s);
	if (details_add(e->details, rows, (size_t)n, id, gm, &t, &mixed) < 0)
		return -1;
	planline_fill(e->plan, e->plan_columns, rows, id, gm,
		      status_word(e, rows->field[REGISTER_PLANSTATUS]), mixed,
		      &t);
	write_record(e->plans, e->plan_columns, e->plan);
	return 0;
}

static void
write_names(struct csvout *out, const struct columns *c)
{
	for (size_t i = 0; i < columns_count(c); i++)
		csvout_text(out, columns_name(c, i));
	csvout_end(out);
}

/* What became of the rows, and of the dwellings to be built in them. */
static int
account(const struct exporter *e, const struct registers *in, const char *path)
{
	char own[SUM_TEXT], rest[SUM_TEXT];
	struct text left = sum_format(e->rest_dwellings, rest);
	size_t rows = registers_rows(in), again = registers_again(in);
	const struct place *p = details_placed(e->details);
	struct buffer b = {0};

	if (rows != p->national + p->own + again + e->rest_rows)
		return diag_fail("%s: the account does not balance", path);
	diag_note("%s: %zu rows = %zu in the national columns + %zu in our own "
		  "(%s dwellings to be built) + %zu that stand twice + %zu in "
		  "the rest (%s)",
		  path, rows, p->national, p->own,
		  sum_format(p->own_dwellings, own).s, again, e->rest_rows,
		  left.s);
	if (e->rest_rows) {
		buffer_printf(&b,
			      "%zu rows (%s dwellings to be built) are not "
			      "carried: %s/rest.csv says why",
			      e->rest_rows, left.s, e->options->dir);
		diag_at(path, SEVERITY_WARNING, buffer_view(&b).s);
	}
	buffer_free(&b);
	return e->rest_rows > 0;
}

enum { OUT_PLANS, OUT_DETAILS, OUT_REST, OUTS };

static int
write_all(struct exporter *e, struct output *const *outs, const char *path)
{
	struct registers *in = registers_new();
	struct csvout *details = csvout_new(outs[OUT_DETAILS], CSVOUT_CSV);
	int rc;

	e->plans = csvout_new(outs[OUT_PLANS], CSVOUT_CSV);
	e->rest = csvout_new(outs[OUT_REST], CSVOUT_CSV);
	write_names(e->plans, e->plan_columns);
	for (size_t c = 0; c < REGISTER_WIDTH; c++)
		csvout_string(e->rest,
			      register_column_name((enum register_column)c));
	csvout_string(e->rest, "reden");
	csvout_end(e->rest);
	rc = read_register(e, in, path);
	for (size_t i = 0; rc == 0 && i < ledger_plans(e->ledger); i++)
		rc = add_plan(e, i);
	if (rc == 0)
		rc = details_write(e->details, details);
	if (rc == 0)
		rc = account(e, in, path);
	if (rc >= 0)
		registers_say(in);
	csvout_finish(e->plans);
	csvout_finish(details);
	csvout_finish(e->rest);
	registers_free(in);
	return rc;
}

/* The three, whole or none. */
static int
open_outputs(const char *dir, struct output *outs[OUTS])
{
	static const char *const files[OUTS] = {"Planregistratie",
						"DetailPlanning", "rest"};
	struct buffer b = {0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < OUTS; i++) {
		buffer_clear(&b);
		buffer_printf(&b, "%s/%s.csv", dir, files[i]);
		outs[i] = output_open(buffer_view(&b).s);
		rc = outs[i] ? 0 : -1;
	}
	buffer_free(&b);
	return rc;
}

static int
prepare(struct exporter *e, const char *path)
{
	static const char *const columns[] = {"veld", "woord", "waarde"};

	e->gemeenten = gemeenten_load(e->options->gemeenten);
	e->words = table_load(e->options->words, columns, 3);
	e->ledger = ledger_open(path);
	e->details = details_open(path);
	e->plan_columns = planline_columns();
	e->plan = record_new();
	return e->gemeenten && e->words && e->ledger && e->details ? 0 : -1;
}

static void
finish(struct exporter *e)
{
	record_free(e->plan);
	columns_free(e->plan_columns);
	details_close(e->details);
	ledger_close(e->ledger);
	table_free(e->words);
	gemeenten_free(e->gemeenten);
}

int
export_register(const struct export_options *o, const char *path)
{
	struct exporter e = {.options = o};
	struct output *outs[OUTS] = {NULL};
	int rc = prepare(&e, path);

	if (rc == 0)
		rc = open_outputs(o->dir, outs);
	if (rc == 0)
		rc = write_all(&e, outs, path);
	finish(&e);
	if (rc >= 0)
		return output_commit(outs, OUTS) == 0 ? rc : -1;
	for (size_t i = 0; i < OUTS; i++)
		output_discard(outs[i]);
	return -1;
}
