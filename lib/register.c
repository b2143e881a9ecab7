#include "register.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "dwellings.h"
#include "input.h"
#include "mem.h"
#include "period.h"
#include "region.h"

#define NAME(word, name) [REGISTER_##word] = name,
static const char *const names[REGISTER_WIDTH] = {REGISTER_COLUMNS(NAME)};
#undef NAME

/* The first of what is told once. */
struct first {
	size_t count;
	struct finding_place place;
};

struct registers {
	struct planset *plans;
	struct arena *arena;
	struct input *in;
	struct csvin *csv;
	const struct text *fields; /* of the current row */
	const char *file;
	long at[REGISTER_WIDTH]; /* -1: not there */
	bool bounds;		 /* the register has columns for them */
	bool loose;
	struct buffer gemeente, day; /* seen last, and right */
	size_t rows, again;
	struct first residue, trimmed;
};

const char *
register_column_name(enum register_column c)
{
	return names[c];
}

struct registers *
registers_new(void)
{
	struct registers *r = mem_new(struct registers);

	r->plans = planset_new();
	r->arena = arena_new();
	return r;
}

void
registers_free(struct registers *r)
{
	if (!r)
		return;
	registers_close(r);
	planset_free(r->plans);
	buffer_free(&r->gemeente);
	buffer_free(&r->day);
	arena_free(r->arena);
	free(r);
}

static int
find_columns(struct registers *r)
{
	for (int c = 0; c < REGISTER_WIDTH; c++) {
		bool needed = c < REGISTER_OPTIONAL;

		r->at[c] = needed ? csvin_need(r->csv, names[c])
				  : csvin_find(r->csv, names[c]);
		if (needed && r->at[c] < 0)
			return -1;
	}
	r->bounds = r->at[REGISTER_AANTAL_LAAG] >= 0 &&
		    r->at[REGISTER_AANTAL_HOOG] >= 0;
	return 0;
}

int
registers_open(struct registers *r, const char *path)
{
	r->in = input_open(path);
	if (!r->in)
		return -1;
	struct text name = text_of(input_name(r->in));
	r->file = arena_string(r->arena, name.s, name.n);
	r->csv = csvin_new(r->in, ',');
	return csvin_header(r->csv) < 0 ? -1 : find_columns(r);
}

int
registers_close(struct registers *r)
{
	int rc = 0;

	if (r->in) {
		csvin_free(r->csv);
		rc = input_close(r->in);
	}
	r->in = NULL;
	return rc;
}

const char *
registers_name(const struct registers *r)
{
	return r->file;
}

struct text
registers_field(const struct registers *r, enum register_column c)
{
	if (r->at[c] < 0)
		return (struct text){"", 0};
	return text_trim(r->fields[r->at[c]]);
}

struct finding_place
registers_place(const struct registers *r, enum register_column c)
{
	return (struct finding_place){.file = r->file,
				      .record = csvin_record(r->csv),
				      .row = csvin_row(r->csv),
				      .column = (size_t)(r->at[c] + 1),
				      .name = text_of(names[c]),
				      .value = registers_field(r, c)};
}

int
registers_fail(const struct registers *r, enum register_column c,
	       const char *expected)
{
	char shown[TEXT_SHOW];

	return diag_fail_at(r->file, csvin_row(r->csv),
			    "column %s: '%s' found, %s expected", names[c],
			    text_show(registers_field(r, c), shown), expected);
}

bool
registers_public(const struct registers *r)
{
	return text_is(registers_field(r, REGISTER_VERTROUWELIJKHEID),
		       PLAN_PUBLIC);
}

static void
note_first(struct registers *r, struct first *x, enum register_column c)
{
	if (x->count++ > 0)
		return;
	x->place = registers_place(r, c);
	x->place.value = arena_text(r->arena, x->place.value);
}

/* A field as it is read: blanks around it are counted. */
static struct text
take(struct registers *r, enum register_column c)
{
	struct text all, t;

	if (r->at[c] < 0)
		return (struct text){"", 0};
	all = r->fields[r->at[c]];
	t = text_trim(all);
	if (t.n < all.n)
		note_first(r, &r->trimmed, c);
	return t;
}

/* Whether it is what was right in the row before; it is kept. */
static bool
is_seen(struct buffer *last, struct text t)
{
	if (t.n && text_equal((struct text){last->s, last->n}, t))
		return true;
	buffer_clear(last);
	buffer_add(last, t);
	return false;
}

static int
take_words(struct registers *r, struct plan_row *row)
{
	struct text telling = take(r, REGISTER_TELLING);

	if (!is_seen(&r->gemeente, row->gemeente) &&
	    region_level(row->gemeente) != REGION_GEMEENTE)
		return registers_fail(r, REGISTER_GEMEENTE,
				      "a region code as GM1680");
	if (!hardheid_parse(take(r, REGISTER_HARDHEID), &row->hardheid))
		return registers_fail(r, REGISTER_HARDHEID,
				      "hard, zacht, onbekend or telt_niet");
	if (!soort_parse(take(r, REGISTER_SOORT), &row->soort))
		return registers_fail(r, REGISTER_SOORT,
				      "bouw, sloop or gerealiseerd");
	if (!dimensie_parse(take(r, REGISTER_DIMENSIE), &row->dimensie))
		return registers_fail(r, REGISTER_DIMENSIE,
				      "totaal, woningtype, betaalbaarheid, "
				      "wonen_zorg, flex or opdrachtgever");
	if (!herkomst_parse(take(r, REGISTER_HERKOMST), &row->herkomst))
		return registers_fail(r, REGISTER_HERKOMST,
				      "opgegeven, nul, leeg, nvt, onbekend, "
				      "afgeleid, circa or bereik");
	row->telling = TELLING_REST;
	if (telling.n && !telling_parse(telling, &row->telling))
		return registers_fail(r, REGISTER_TELLING, "rest or jaar");
	return 0;
}

/* Four digits, or nothing: 0. */
static bool
parse_year(struct text t, int *out)
{
	int year = 0;

	if (t.n != 0 && t.n != 4)
		return false;
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
		year = year * 10 + (t.s[i] - '0');
	}
	*out = year;
	return t.n == 0 || year > 0;
}

/* Of rows that count nowhere what is wrong is only left out. */
static int
refuse(const struct registers *r, enum register_column c, const char *expected)
{
	return r->loose ? 0 : registers_fail(r, c, expected);
}

static int
take_years(struct registers *r, struct plan_row *row)
{
	bool van = parse_year(take(r, REGISTER_JAAR_VAN), &row->van);
	bool tot = parse_year(take(r, REGISTER_JAAR_TOT), &row->tot);

	if (van && tot && (!row->tot || row->tot >= row->van))
		return 0;
	row->van = row->tot = 0;
	if (!van)
		return refuse(r, REGISTER_JAAR_VAN,
			      "a year as 2024, or nothing");
	return refuse(r, REGISTER_JAAR_TOT,
		      tot ? "a year not before jaar_van"
			  : "a year as 2024, or nothing");
}

static int
take_times(struct registers *r, struct plan_row *row)
{
	int32_t days;

	row->peildatum = take(r, REGISTER_PEILDATUM);
	if (row->peildatum.n && !is_seen(&r->day, row->peildatum) &&
	    !date_parse(row->peildatum, &days))
		return refuse(r, REGISTER_PEILDATUM,
			      "a date as 2024-01-01, or nothing");
	return take_years(r, row);
}

/* A number of dwellings; *given false where there is none. */
static int
take_number(struct registers *r, enum register_column c, struct num *out,
	    bool *given)
{
	struct text t = take(r, c);
	enum dwellings d = DWELLINGS_EMPTY;

	*out = num_of(0);
	if (t.n)
		d = dwellings_parse(t, NUM_PLAIN, out);
	*given = d == DWELLINGS_FINE || d == DWELLINGS_RESIDUE;
	if (d == DWELLINGS_RESIDUE)
		note_first(r, &r->residue, c);
	if (*given || d == DWELLINGS_EMPTY)
		return 0;
	return refuse(r, c, dwellings_expected(d));
}

/* An estimate has both bounds, around the number; what is exact has none. */
static int
take_bounds(struct registers *r, struct plan_row *row)
{
	bool wanted = r->bounds && row->given &&
		      (row->herkomst == HERKOMST_CIRCA ||
		       row->herkomst == HERKOMST_BEREIK);
	bool low, high;

	if (take_number(r, REGISTER_AANTAL_LAAG, &row->laag, &low) < 0 ||
	    take_number(r, REGISTER_AANTAL_HOOG, &row->hoog, &high) < 0)
		return -1;
	row->estimate = low && high && row->given &&
			num_compare(row->laag, row->aantal) <= 0 &&
			num_compare(row->aantal, row->hoog) <= 0;
	if (row->estimate)
		return 0;
	row->laag = row->hoog = row->aantal;
	if (!low && !high && !wanted)
		return 0;
	return refuse(r, REGISTER_AANTAL_LAAG,
		      "with aantal_hoog two numbers around aantal");
}

static int
take_numbers(struct registers *r, struct plan_row *row)
{
	struct text bos = take(r, REGISTER_BOS_HA);

	if (take_number(r, REGISTER_AANTAL, &row->aantal, &row->given) < 0 ||
	    take_bounds(r, row) < 0)
		return -1;
	row->bos = num_of(0);
	row->bos_given = num_parse(bos, NUM_PLAIN, &row->bos) == NUM_OK &&
			 row->bos.units >= 0;
	if (bos.n == 0 || row->bos_given)
		return 0;
	return refuse(r, REGISTER_BOS_HA, "hectares as 2.5, or nothing");
}

void
registers_loose(struct registers *r)
{
	r->loose = true;
}

static enum planset_verdict
judge(struct registers *r, struct plan_row *row)
{
	if (!r->loose)
		return planset_take(r->plans, row);
	planset_number(r->plans, row);
	return PLANSET_COUNTS;
}

static int
take_row(struct registers *r, struct plan_row *row)
{
	size_t count;

	r->fields = csvin_fields(r->csv, &count);
	row->gemeente = take(r, REGISTER_GEMEENTE);
	row->plan_id = take(r, REGISTER_PLAN_ID);
	row->plan_naam = take(r, REGISTER_PLAN_NAAM);
	row->fase_id = take(r, REGISTER_FASE_ID);
	row->planstatus = take(r, REGISTER_PLANSTATUS);
	row->categorie = take(r, REGISTER_CATEGORIE);
	row->delivery = take(r, REGISTER_LEVERING);
	row->file = r->file;
	row->row = csvin_row(r->csv);
	row->record = csvin_record(r->csv);
	if (take_words(r, row) < 0 || take_times(r, row) < 0)
		return -1;
	return take_numbers(r, row);
}

int
registers_next(struct registers *r, struct plan_row *row)
{
	enum planset_verdict v = PLANSET_AGAIN;
	int rc = 0;

	while (v == PLANSET_AGAIN && (rc = csvin_next_row(r->csv)) == 1) {
		r->rows++;
		if (take_row(r, row) < 0)
			return -1;
		v = judge(r, row);
		r->again += v == PLANSET_AGAIN;
	}
	if (rc == 1)
		return v == PLANSET_FAIL ? -1 : 1;
	return registers_close(r) < 0 ? -1 : rc;
}

const struct planset *
registers_plans(const struct registers *r)
{
	return r->plans;
}

size_t
registers_rows(const struct registers *r)
{
	return r->rows;
}

size_t
registers_again(const struct registers *r)
{
	return r->again;
}

void
registers_forget(struct registers *r)
{
	planset_forget(r->plans);
}

static const struct finding_rule residue = {
    "R003", SEVERITY_INFO,
    "numbers with the residue of a workbook's arithmetic: {0}; the first is "
    "{1}: each is the number that the workbook shows",
    "Getallen met een rekenrest van een werkmap: {0}. De eerste is {1}. Elk "
    "telt als het getal dat de werkmap toont."};
static const struct finding_rule trimmed = {
    "R004", SEVERITY_INFO,
    "values with blanks around them: {0}; the first is '{1}': the blanks are "
    "taken off",
    "Waarden met spaties eromheen: {0}. De eerste is '{1}'. De spaties zijn "
    "weggelaten."};

static void
tell(struct findings *f, const struct finding_rule *rule, const struct first *x)
{
	char count[NUM_TEXT];
	const struct text args[] = {
	    num_format(num_of((int64_t)x->count), count), x->place.value};

	if (x->count > 0)
		finding_add(f, rule, &x->place, args, 2);
}

void
registers_tell(const struct registers *r, struct findings *f)
{
	planset_tell(r->plans, f);
	tell(f, &residue, &r->residue);
	tell(f, &trimmed, &r->trimmed);
}

void
registers_say(const struct registers *r)
{
	struct findings *f = findings_open(NULL);

	if (!f)
		return;
	registers_tell(r, f);
	(void)findings_finish(f);
	findings_free(f);
}
