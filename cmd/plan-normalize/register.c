#include "register.h"

#include <stdlib.h>

#include "mem.h"

static const char *const names[] = {
    "gemeente",	      "plan_id",   "plan_naam",	  "fase_id",
    "planstatus",     "hardheid",  "projectfase", "plantype",
    "opdrachtgever",  "gebied",	   "knelpunten",  "vertrouwelijkheid",
    "sleutelproject", "jaar_van",  "jaar_tot",	  "soort",
    "dimensie",	      "categorie", "aantal",	  "herkomst",
    "peildatum",      "levering",  "bron_rij",	  "bron_kolom",
    "telling"};

struct register_writer {
	struct csvout *csv;
	struct text peildatum, levering, telling;
};

struct register_writer *
register_new(struct csvout *csv, struct text peildatum, struct text levering,
	     struct text telling)
{
	struct register_writer *w = mem_new(struct register_writer);

	w->csv = csv;
	w->peildatum = peildatum;
	w->levering = levering;
	w->telling = telling;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		csvout_string(csv, names[i]);
	csvout_end(csv);
	return w;
}

void
register_free(struct register_writer *w)
{
	free(w);
}

static void
write_plan(struct csvout *csv, const struct plan *p, const struct kind *k)
{
	static const enum field later[] = {
	    FIELD_PROJECTFASE,	 FIELD_PLANTYPE,   FIELD_OPDRACHTGEVER,
	    FIELD_GEBIED,	 FIELD_KNELPUNTEN, FIELD_VERTROUWELIJKHEID,
	    FIELD_SLEUTELPROJECT};

	csvout_text(csv, p->gemeente->code);
	csvout_text(csv, p->field[FIELD_PLAN_ID]);
	csvout_text(csv, p->field[FIELD_PLAN_NAAM]);
	csvout_text(csv, p->field[FIELD_FASE_ID]);
	csvout_text(csv, p->planstatus);
	csvout_text(csv, k->hardheid.n ? k->hardheid : p->hardheid);
	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++)
		csvout_text(csv, p->field[later[i]]);
}

static void
write_year(struct csvout *csv, int year)
{
	if (year)
		csvout_int(csv, year);
	else
		csvout_empty(csv);
}

static void
write_amount(struct csvout *csv, const struct amount *a)
{
	write_year(csv, a->years.from);
	write_year(csv, a->years.to);
	csvout_text(csv, soort_name(a->kind.soort));
	csvout_text(csv, a->kind.dimensie);
	csvout_text(csv, a->kind.categorie);
	if (a->given)
		csvout_num(csv, a->value);
	else
		csvout_empty(csv);
	csvout_text(csv, herkomst_name(a->herkomst));
}

static void
write_row(struct register_writer *w, const struct plan *p,
	  const struct amount *a)
{
	char letters[TEXT_LETTERS];

	write_plan(w->csv, p, &a->kind);
	write_amount(w->csv, a);
	csvout_text(w->csv, w->peildatum);
	csvout_text(w->csv, w->levering);
	csvout_int(w->csv, (int64_t)p->record);
	csvout_string(w->csv, text_letters(a->column->column, letters));
	csvout_text(w->csv, w->telling);
	csvout_end(w->csv);
}

int
register_plan(struct register_writer *w, const struct plan *plan,
	      const struct amount *amounts, size_t count,
	      struct account *written)
{
	for (size_t i = 0; i < count; i++) {
		const struct amount *a = &amounts[i];

		if (a->column->check)
			continue;
		write_row(w, plan, a);
		if (amount_counts(a) &&
		    account_add(written, a->kind.soort, a->value) < 0)
			return -1;
	}
	return 0;
}
