#include "export.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "crypto.h"
#include "csvout.h"
#include "diag.h"
#include "map.h"
#include "mem.h"
#include "place.h"
#include "planline.h"
#include "table.h"

/* What a record of DetailPlanning is of, besides the plan. */
static const enum register_column of_record[] = {
    REGISTER_JAAR_VAN, REGISTER_JAAR_TOT, REGISTER_TELLING, REGISTER_PEILDATUM,
    REGISTER_LEVERING};
#define OF_RECORD (sizeof(of_record) / sizeof(of_record[0]))

/* Our own columns of each record, in the order they are written. */
static const char *const own_names[] = {
    "eigen_telling",	    "eigen_peildatum", "eigen_levering",
    "eigen_jaar_van",	    "eigen_jaar_tot",  "eigen_bouw_verdeling",
    "eigen_sloop_verdeling"};
#define OWN (sizeof(own_names) / sizeof(own_names[0]))
#define FIXED (DETAIL_SLOOP + CELLS + 1 + OWN)

/* The rows of one record of DetailPlanning, or of two: what is realised is
 * apart. */
struct group {
	struct text of[OF_RECORD];
	struct rows soort[SOORT_COUNT];
};

struct export
{
	const struct export_options *options;
	struct gemeenten *gemeenten;
	struct table *words; /* of the national list */
	struct ledger *ledger;
	struct store *details;
	struct columns *columns, *plan_columns; /* of the two tables */
	struct record *detail, *plan;
	uint64_t *places;
	size_t place_count, place_cap;
	struct group *groups; /* of the plan at hand */
	size_t group_count, group_cap, group_made;
	struct place place;
	struct csvout *plans, *rest;
	struct sum rest_dwellings;
	size_t rest_rows;
};

enum { WORD_VELD, WORD_WOORD, WORD_WAARDE };

/* The national word for a planstatus; empty for none. */
static struct text
status_word(const struct export *e, struct text code)
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
refuse(const struct export *e, const struct registers *in,
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
leave(struct export *e, const struct registers *in, const struct plan_row *row,
      const char *why)
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
read_register(struct export *e, struct registers *in, const char *path)
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

/* An id that follows from these pieces, as a uuid is written. */
static struct text
uuid(const struct text *pieces, size_t count, char buf[40])
{
	unsigned char sum[CRYPTO_MD5_SIZE];
	struct buffer all = {0};
	struct text one;
	char *p = buf;

	for (size_t i = 0; i < count; i++) {
		if (i)
			buffer_char(&all, '\x1f');
		buffer_add(&all, pieces[i]);
	}
	one = buffer_view(&all);
	crypto_digest(CRYPTO_MD5, &one, 1, sum);
	buffer_free(&all);
	for (size_t i = 0; i < CRYPTO_MD5_SIZE; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = "0123456789abcdef"[sum[i] >> 4];
		*p++ = "0123456789abcdef"[sum[i] & 15];
	}
	return (struct text){buf, (size_t)(p - buf)};
}

static struct group *
group_of(struct export *e, const struct row *r)
{
	struct group *g;

	for (size_t i = e->group_count; i-- > 0;) {
		size_t same = 0;

		g = &e->groups[i];
		while (same < OF_RECORD &&
		       text_equal(g->of[same], r->field[of_record[same]]))
			same++;
		if (same == OF_RECORD)
			return g;
	}
	e->groups = mem_grow(e->groups, &e->group_cap, e->group_count + 1,
			     sizeof(*e->groups));
	g = &e->groups[e->group_count++];
	if (e->group_count > e->group_made) {
		e->group_made = e->group_count;
		*g = (struct group){0};
	}
	for (size_t i = 0; i < OF_RECORD; i++)
		g->of[i] = r->field[of_record[i]];
	for (size_t s = 0; s < SOORT_COUNT; s++)
		rows_clear(&g->soort[s]);
	return g;
}

static bool
has_rows(const struct rows *r)
{
	for (size_t d = 0; d < DIMENSIE_COUNT; d++)
		if (r->count[d])
			return true;
	return false;
}

static bool
has_record(const struct group *g, bool built)
{
	return built ? has_rows(&g->soort[SOORT_GEREALISEERD])
		     : has_rows(&g->soort[SOORT_BOUW]) ||
			   has_rows(&g->soort[SOORT_SLOOP]);
}

static void
put(struct export *e, const char *name, struct text t)
{
	record_set(e->detail, columns_place(e->columns, text_of(name)), t);
}

/* Of one plan each period has an id of its own; where it comes again, counted
 * or delivered otherwise, a number is added. */
static void
put_id(struct export *e, const struct group *g, struct text plan, bool built)
{
	struct text pieces[5] = {plan, g->of[0]};
	size_t n = 2, times = 0;
	struct buffer to = {0};
	char buf[40], count[NUM_TEXT];
	bool one = g->of[0].n && text_equal(g->of[0], g->of[1]);

	buffer_char(&to, '-');
	buffer_add(&to, g->of[1]);
	if (!one)
		pieces[n++] = buffer_view(&to);
	if (built)
		pieces[n++] = text_of("Ja");
	for (const struct group *o = e->groups; o < g; o++)
		times += has_record(o, built) &&
			 text_equal(o->of[0], g->of[0]) &&
			 text_equal(o->of[1], g->of[1]);
	if (times)
		pieces[n++] = num_format(num_of((int64_t)times), count);
	put(e, "GlobalID", uuid(pieces, n, buf));
	buffer_free(&to);
}

static int
put_soort(struct export *e, const struct rows *rows, bool sloop, bool open)
{
	struct buffer told = {0};
	int rc;

	e->place.base = sloop ? DETAIL_SLOOP : DETAIL_BOUW;
	rc = place_rows(&e->place, rows, open);
	for (int d = 0; d < DIMENSIE_COUNT; d++)
		if (e->place.told[d])
			buffer_list(&told, "|",
				    dimensie_name((enum dimensie)d));
	put(e, sloop ? "eigen_sloop_verdeling" : "eigen_bouw_verdeling",
	    told.n ? buffer_view(&told) : text_of("geen"));
	buffer_free(&told);
	return rc;
}

/* A record for what is to be built and demolished in a period, or one for what
 * was built. */
static int
add_detail(struct export *e, const struct group *g, const struct row *plan,
	   struct text id, const struct gemeente *gm, bool built)
{
	static const struct rows none;
	const struct rows *bouw =
	    &g->soort[built ? SOORT_GEREALISEERD : SOORT_BOUW];
	bool one = g->of[0].n && text_equal(g->of[0], g->of[1]);
	bool open = one && plan->hardheid != HARDHEID_TELT_NIET;

	record_clear(e->detail);
	put_id(e, g, id, built);
	put(e, "parent_globalid", id);
	put(e, "gemeente", gm->naam);
	put(e, "regio", gm->woondeal);
	put(e, "vertrouwelijkheid", plan->field[REGISTER_VERTROUWELIJKHEID]);
	put(e, "bouw_gerealiseerd", text_of(built ? "Ja" : "Nee"));
	put(e, "sloop_gerealiseerd", text_of("Nee"));
	put(e, one ? "jaartal" : "eigen_jaar_van", g->of[0]);
	if (!one)
		put(e, "eigen_jaar_tot", g->of[1]);
	put(e, "eigen_telling", g->of[2]);
	put(e, "eigen_peildatum", g->of[3]);
	put(e, "eigen_levering", g->of[4]);
	if (put_soort(e, bouw, false, open) < 0 ||
	    put_soort(e, built ? &none : &g->soort[SOORT_SLOOP], true, open) <
		0)
		return -1;
	e->places = mem_grow(e->places, &e->place_cap, e->place_count + 1,
			     sizeof(*e->places));
	return store_add(e->details, e->detail, &e->places[e->place_count++]);
}

static int
add_details(struct export *e, const struct row *plan, struct text id,
	    const struct gemeente *gm, struct totals *t)
{
	e->place.own_all = e->place.own_type = e->place.own_price = false;
	for (size_t i = 0; i < e->group_count; i++)
		for (int built = 0; built < 2; built++) {
			if (!has_record(&e->groups[i], built))
				continue;
			if (add_detail(e, &e->groups[i], plan, id, gm, built) <
			    0)
				return -1;
			totals_take(t, e->detail, built);
		}
	t->own_all = e->place.own_all;
	t->own_type = e->place.own_type;
	t->own_price = e->place.own_price;
	return 0;
}

/* Rows by period; whether the plan has several hardheden. */
static int
sort_rows(struct export *e, struct row *rows, size_t n, struct totals *t,
	  bool *mixed)
{
	e->group_count = 0;
	*mixed = false;
	for (size_t i = 0; i < n; i++)
		*mixed = *mixed || rows[i].hardheid != rows[0].hardheid;
	for (size_t i = 0; i < n; i++) {
		struct row *r = &rows[i];

		r->own_hardheid = *mixed;
		rows_add(&group_of(e, r)->soort[r->soort], r);
		if (r->given && r->dimensie == DIMENSIE_TOTAAL &&
		    sum_add(&t->soort[r->soort], r->aantal) < 0)
			return -1;
	}
	return 0;
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
add_plan(struct export *e, size_t i)
{
	struct totals t = {0};
	const struct gemeente *gm;
	struct text pieces[4], id;
	struct row *rows;
	char buf[40];
	bool mixed;
	long n = ledger_rows(e->ledger, i, &rows);

	if (n <= 0 || sort_rows(e, rows, (size_t)n, &t, &mixed) < 0)
		return -1;
	for (size_t k = 0; k < 4; k++)
		pieces[k] = rows->field[REGISTER_GEMEENTE + k];
	id = uuid(pieces, 4, buf);
	gm = gemeenten_by_code(e->gemeenten, pieces[0]);
	if (!gm)
		return diag_fail("%s: no %s", e->options->gemeenten,
				 pieces[0].s);
	if (add_details(e, rows, id, gm, &t) < 0)
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

/* DetailPlanning: its columns, then ours, those that say their kind by name. */
static int
by_name(const void *a, const void *b)
{
	const struct text *x = a, *y = b;

	return text_compare(*x, *y);
}

static int
write_details(struct export *e, struct csvout *out)
{
	size_t n = columns_count(e->columns),
	       *from = mem_array(n, sizeof(*from));
	struct text *names = mem_array(n, sizeof(*names));
	int rc = 0;

	for (size_t i = 0; i < n; i++)
		names[i] = columns_name(e->columns, i);
	qsort(names + FIXED, n - FIXED, sizeof(*names), by_name);
	for (size_t i = 0; i < n; i++) {
		from[i] = (size_t)columns_find(e->columns, names[i].s);
		csvout_text(out, names[i]);
	}
	csvout_end(out);
	for (size_t i = 0; rc == 0 && i < e->place_count; i++) {
		rc = store_get(e->details, e->places[i], e->detail);
		for (size_t k = 0; rc == 0 && k < n; k++)
			csvout_text(out, record_get(e->detail, from[k]));
		if (rc == 0)
			csvout_end(out);
	}
	free(from);
	free(names);
	return rc;
}

/* What became of the rows, and of the dwellings to be built in them. */
static int
account(const struct export *e, const struct registers *in, const char *path)
{
	char own[SUM_TEXT], rest[SUM_TEXT];
	struct text left = sum_format(e->rest_dwellings, rest);
	size_t rows = registers_rows(in), again = registers_again(in);
	struct buffer b = {0};

	if (rows != e->place.national + e->place.own + again + e->rest_rows)
		return diag_fail("%s: the account does not balance", path);
	diag_note("%s: %zu rows = %zu in the national columns + %zu in our own "
		  "(%s dwellings to be built) + %zu that stand twice + %zu in "
		  "the rest (%s)",
		  path, rows, e->place.national, e->place.own,
		  sum_format(e->place.own_dwellings, own).s, again,
		  e->rest_rows, left.s);
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
write_all(struct export *e, struct output *const *outs, const char *path)
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
		rc = write_details(e, details);
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
prepare(struct export *e, const char *path)
{
	static const char *const columns[] = {"veld", "woord", "waarde"};

	e->gemeenten = gemeenten_load(e->options->gemeenten);
	e->words = table_load(e->options->words, columns, 3);
	e->ledger = ledger_open(path);
	e->details = store_open(path);
	e->columns = columns_new();
	column_add_detail(e->columns);
	for (size_t i = 0; i < OWN; i++)
		columns_place(e->columns, text_of(own_names[i]));
	e->plan_columns = planline_columns();
	e->detail = record_new();
	e->plan = record_new();
	e->place.columns = e->columns;
	e->place.record = e->detail;
	return e->gemeenten && e->words && e->ledger && e->details ? 0 : -1;
}

static void
finish(struct export *e)
{
	for (size_t i = 0; i < e->group_made; i++)
		for (size_t s = 0; s < SOORT_COUNT; s++)
			rows_free(&e->groups[i].soort[s]);
	free(e->groups);
	free(e->places);
	record_free(e->detail);
	record_free(e->plan);
	columns_free(e->columns);
	columns_free(e->plan_columns);
	store_close(e->details);
	ledger_close(e->ledger);
	table_free(e->words);
	gemeenten_free(e->gemeenten);
}

int
export_register(const struct export_options *o, const char *path)
{
	struct export e = {.options = o};
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
