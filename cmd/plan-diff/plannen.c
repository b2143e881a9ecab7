#include "plannen.h"

#include <stdlib.h>

#include "arena.h"
#include "buf.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "map.h"
#include "mem.h"
#include "phase.h"

enum column {
	GEMEENTE,
	PLAN_ID,
	PLAN_NAAM,
	FASE_ID,
	PLANSTATUS,
	HARDHEID,
	PROJECTFASE,
	JAAR_VAN,
	JAAR_TOT,
	SOORT,
	DIMENSIE,
	CATEGORIE,
	AANTAL,
	PEILDATUM,
	AANTAL_LAAG,
	AANTAL_HOOG,
	BOS_HA,
	COLUMNS
};

/* Older registers have only those before. */
#define NEEDED AANTAL_LAAG

static const char *const NAMES[COLUMNS] = {
    "gemeente",	   "plan_id",	  "plan_naam", "fase_id",   "planstatus",
    "hardheid",	   "projectfase", "jaar_van",  "jaar_tot",  "soort",
    "dimensie",	   "categorie",	  "aantal",    "peildatum", "aantal_laag",
    "aantal_hoog", "bos_ha"};

struct plannen {
	struct arena *arena;
	struct map *words; /* every distinct text, kept once */
	struct map *keys;
	struct plan **plans;
	const char *name;
	size_t rows;
	struct text peildatum;
};

/* What reading needs and nothing after it. */
struct load {
	struct plannen *r;
	struct csvin *csv;
	long at[COLUMNS]; /* -1: not there */
	struct buf key, folded;
};

static struct text
kept(struct plannen *r, struct text t)
{
	void **slot = map_slot(r->words, t);

	if (*slot == NULL) {
		struct text *copy = arena_alloc(r->arena, 1, sizeof *copy);
		*copy = arena_text(r->arena, t);
		*slot = copy;
	}
	return *(struct text *)*slot;
}

static struct text
field(const struct load *l, enum column c)
{
	return l->at[c] < 0 ? text_of("")
			    : csvin_field(l->csv, (size_t)l->at[c]);
}

static int
refuse(const struct load *l, enum column c, const char *expected)
{
	char shown[TEXT_SHOW];

	return diag_fail_at(csvin_name(l->csv), csvin_row(l->csv),
			    "column %s: '%s' found, %s expected", NAMES[c],
			    text_show(field(l, c), shown), expected);
}

static struct text
folded(struct load *l, struct text name)
{
	buf_clear(&l->folded);
	buf_add(&l->folded, name);
	buf_add(&l->folded, name);
	buf_text(&l->folded);
	return text_fold(name, l->folded.s, l->folded.cap);
}

/* A plan without an id goes by its name. Without a planstatus it may have
 * amounts of several hardheden (tables with columns for hard and zacht): these
 * are plans of their own until all rows are known. */
static struct text
plan_key(struct load *l)
{
	struct text id = field(l, PLAN_ID);

	buf_clear(&l->key);
	buf_part(&l->key, field(l, GEMEENTE));
	buf_part(&l->key, id);
	buf_part(&l->key, field(l, FASE_ID));
	if (id.n == 0)
		buf_part(&l->key, folded(l, field(l, PLAN_NAAM)));
	if (text_is(field(l, PLANSTATUS), PLANSTATUS_UNKNOWN))
		buf_part(&l->key, field(l, HARDHEID));
	return buf_text(&l->key);
}

static struct plan *
plan_new(struct load *l, enum hardheid hardheid)
{
	struct plannen *r = l->r;
	struct plan *p = arena_alloc(r->arena, 1, sizeof *p);

	p->gemeente = kept(r, field(l, GEMEENTE));
	p->id = kept(r, field(l, PLAN_ID));
	p->fase = kept(r, field(l, FASE_ID));
	p->naam = kept(r, field(l, PLAN_NAAM));
	p->folded = kept(r, folded(l, p->naam));
	p->planstatus = kept(r, field(l, PLANSTATUS));
	p->projectfase = kept(r, field(l, PROJECTFASE));
	p->bos = kept(r, field(l, BOS_HA));
	p->hardheid = hardheid;
	p->row = csvin_row(l->csv);
	p->record = csvin_record(l->csv);
	return p;
}

/* The row must say of its plan what the rows before it said. The name, the
 * project phase and the wood are not worth a refusal: the first by bytes
 * counts. */
static int
check_plan(struct load *l, struct plan *p, enum hardheid hardheid)
{
	struct text naam = field(l, PLAN_NAAM);
	struct text fase = field(l, PROJECTFASE);
	struct text bos = field(l, BOS_HA);
	bool status = text_equal(field(l, PLANSTATUS), p->planstatus);

	if (text_compare(naam, p->naam) < 0) {
		p->naam = kept(l->r, naam);
		p->folded = kept(l->r, folded(l, naam));
	}
	if (text_compare(fase, p->projectfase) < 0)
		p->projectfase = kept(l->r, fase);
	if (text_compare(bos, p->bos) < 0)
		p->bos = kept(l->r, bos);
	if (status && hardheid == p->hardheid)
		return 0;
	return plan_two_values(p, NAMES[status ? HARDHEID : PLANSTATUS],
			       l->r->name, csvin_row(l->csv));
}

static bool
is_year(struct text t)
{
	if (t.n != 4 && t.n != 0)
		return false;
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	return true;
}

static int
check_row(const struct load *l, enum hardheid *hardheid)
{
	struct text soort = field(l, SOORT);
	struct text gemeente = field(l, GEMEENTE);

	if (gemeente.n == 0)
		return refuse(l, GEMEENTE, "a region code as GM1680");
	if (!hardheid_of(field(l, HARDHEID), hardheid))
		return refuse(l, HARDHEID,
			      "hard, zacht, onbekend or telt_niet");
	if (!text_is(soort, "bouw") && !text_is(soort, "sloop") &&
	    !text_is(soort, "gerealiseerd"))
		return refuse(l, SOORT, "bouw, sloop or gerealiseerd");
	if (field(l, DIMENSIE).n == 0)
		return refuse(l, DIMENSIE, "totaal or a partition");
	if (!is_year(field(l, JAAR_VAN)))
		return refuse(l, JAAR_VAN, "a year as 2024, or nothing");
	if (!is_year(field(l, JAAR_TOT)))
		return refuse(l, JAAR_TOT, "a year as 2024, or nothing");
	if (!hectares_valid(field(l, BOS_HA)))
		return refuse(l, BOS_HA, "hectares as 2.5, or nothing");
	return 0;
}

/* Of an estimate; nothing when neither is given. */
static int
take_bounds(const struct load *l, struct amount *a)
{
	struct bounds *b;

	if (field(l, AANTAL_LAAG).n == 0 && field(l, AANTAL_HOOG).n == 0)
		return 0;
	b = arena_alloc(l->r->arena, 1, sizeof *b);
	b->low = kept(l->r, text_trim(field(l, AANTAL_LAAG)));
	b->high = kept(l->r, text_trim(field(l, AANTAL_HOOG)));
	if (!bounds_read(b, a->value))
		return refuse(l, AANTAL_LAAG,
			      "with aantal_hoog two numbers around aantal");
	a->bounds = b;
	return 0;
}

static int
take_amount(const struct load *l, struct plan *p)
{
	struct amount a = {.row = csvin_row(l->csv)};
	enum num_result rc = num_parse(field(l, AANTAL), NUM_PLAIN, &a.value);

	if (rc == NUM_RANGE)
		return refuse(l, AANTAL, "a number of at most 18 digits");
	if (rc != NUM_OK && rc != NUM_EMPTY)
		return refuse(l, AANTAL, "a number with a decimal point");
	a.soort = kept(l->r, field(l, SOORT));
	a.dimensie = kept(l->r, field(l, DIMENSIE));
	a.categorie = kept(l->r, field(l, CATEGORIE));
	a.van = kept(l->r, field(l, JAAR_VAN));
	a.tot = kept(l->r, field(l, JAAR_TOT));
	a.written = kept(l->r, text_trim(field(l, AANTAL)));
	if (take_bounds(l, &a) != 0)
		return -1;
	plan_add(p, &a);
	return 0;
}

static int
take_row(struct load *l)
{
	struct plannen *r = l->r;
	enum hardheid hardheid;

	if (check_row(l, &hardheid) != 0)
		return -1;
	void **slot = map_slot(r->keys, plan_key(l));
	if (*slot == NULL)
		*slot = plan_new(l, hardheid);
	else if (check_plan(l, *slot, hardheid) != 0)
		return -1;
	if (text_compare(field(l, PEILDATUM), r->peildatum) > 0)
		r->peildatum = kept(r, field(l, PEILDATUM));
	r->rows++;
	return take_amount(l, *slot);
}

static int
read_rows(struct load *l)
{
	int rc;

	if (csvin_header(l->csv) != 0)
		return -1;
	for (int c = 0; c < COLUMNS; c++) {
		bool needed = c < NEEDED;

		l->at[c] = needed ? csvin_need(l->csv, NAMES[c])
				  : csvin_find(l->csv, NAMES[c]);
		if (needed && l->at[c] < 0)
			return -1;
	}
	while ((rc = csvin_next_row(l->csv)) == 1)
		if (take_row(l) != 0)
			return -1;
	return rc;
}

static int
by_plan(const void *x, const void *y)
{
	const struct plan *const *a = x, *const *b = y;
	int c = plan_compare(*a, *b);

	return c != 0 ? c : (int)(*a)->hardheid - (int)(*b)->hardheid;
}

static int
finish(struct plannen *r)
{
	size_t n = map_count(r->keys);

	r->plans = mem_array(n + 1, sizeof *r->plans);
	for (size_t i = 0; i < n; i++) {
		r->plans[i] = map_value(r->keys, i);
		if (plan_finish(r->plans[i], r->name) != 0)
			return -1;
	}
	qsort(r->plans, n, sizeof *r->plans, by_plan);
	if (phase_name(r->plans, n, r->arena, r->name) != 0)
		return -1;
	qsort(r->plans, n, sizeof *r->plans, by_plan);
	return 0;
}

struct plannen *
plannen_load(const char *path)
{
	struct input *in = input_open(path);
	struct load l = {0};
	int rc;

	if (in == NULL)
		return NULL;
	l.r = mem_new(struct plannen);
	l.r->arena = arena_new();
	l.r->words = map_new();
	l.r->keys = map_new();
	l.r->peildatum = text_of("");
	struct text name = text_of(input_name(in));
	l.r->name = arena_string(l.r->arena, name.s, name.n);
	l.csv = csvin_new(in, ',');
	rc = read_rows(&l);
	csvin_free(l.csv);
	free(l.key.s);
	free(l.folded.s);
	if (input_close(in) != 0)
		rc = -1;
	if (rc == 0)
		rc = finish(l.r);
	if (rc == 0)
		return l.r;
	plannen_free(l.r);
	return NULL;
}

void
plannen_free(struct plannen *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < map_count(r->keys); i++)
		free(((struct plan *)map_value(r->keys, i))->amounts);
	free(r->plans);
	map_free(r->keys);
	map_free(r->words);
	arena_free(r->arena);
	free(r);
}

const char *
plannen_name(const struct plannen *r)
{
	return r->name;
}

size_t
plannen_count(const struct plannen *r)
{
	return map_count(r->keys);
}

struct plan *
plannen_at(const struct plannen *r, size_t i)
{
	return r->plans[i];
}

size_t
plannen_rows(const struct plannen *r)
{
	return r->rows;
}

struct text
plannen_peildatum(const struct plannen *r)
{
	return r->peildatum;
}
