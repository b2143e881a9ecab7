#include "detail.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "uuid.h"

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

struct details {
	struct store *store;
	struct columns *columns;
	struct record *record;
	uint64_t *places; /* of the records in the store */
	size_t place_count, place_cap;
	struct group *groups; /* of the plan at hand */
	size_t group_count, group_cap, group_made;
	struct place place;
};

struct details *
details_open(const char *name)
{
	struct store *s = store_open(name);
	struct details *d;

	if (!s)
		return NULL;
	d = mem_new(struct details);
	d->store = s;
	d->columns = columns_new();
	column_add_detail(d->columns);
	for (size_t i = 0; i < OWN; i++)
		columns_place(d->columns, text_of(own_names[i]));
	d->record = record_new();
	d->place.columns = d->columns;
	d->place.record = d->record;
	return d;
}

void
details_close(struct details *d)
{
	if (!d)
		return;
	for (size_t i = 0; i < d->group_made; i++)
		for (size_t s = 0; s < SOORT_COUNT; s++)
			rows_free(&d->groups[i].soort[s]);
	free(d->groups);
	free(d->places);
	record_free(d->record);
	columns_free(d->columns);
	store_close(d->store);
	free(d);
}

const struct place *
details_placed(const struct details *d)
{
	return &d->place;
}

static struct group *
group_of(struct details *d, const struct row *r)
{
	struct group *g;

	for (size_t i = d->group_count; i-- > 0;) {
		size_t same = 0;

		g = &d->groups[i];
		while (same < OF_RECORD &&
		       text_equal(g->of[same], r->field[of_record[same]]))
			same++;
		if (same == OF_RECORD)
			return g;
	}
	d->groups = mem_grow(d->groups, &d->group_cap, d->group_count + 1,
			     sizeof(*d->groups));
	g = &d->groups[d->group_count++];
	if (d->group_count > d->group_made) {
		d->group_made = d->group_count;
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
put(struct details *d, const char *name, struct text t)
{
	record_set(d->record, columns_place(d->columns, text_of(name)), t);
}

/* Of one plan each period has an id of its own; where it comes again, counted
 * or delivered otherwise, a number is added. */
static void
put_id(struct details *d, const struct group *g, struct text plan, bool built)
{
	struct text pieces[5] = {plan, g->of[0]};
	size_t n = 2, times = 0;
	struct buffer to = {0};
	char buf[UUID_TEXT], count[NUM_TEXT];
	bool one = g->of[0].n && text_equal(g->of[0], g->of[1]);

	buffer_char(&to, '-');
	buffer_add(&to, g->of[1]);
	if (!one)
		pieces[n++] = buffer_view(&to);
	if (built)
		pieces[n++] = text_of("Ja");
	for (const struct group *o = d->groups; o < g; o++)
		times += has_record(o, built) &&
			 text_equal(o->of[0], g->of[0]) &&
			 text_equal(o->of[1], g->of[1]);
	if (times)
		pieces[n++] = num_format(num_of((int64_t)times), count);
	put(d, "GlobalID", uuid(pieces, n, buf));
	buffer_free(&to);
}

static int
put_soort(struct details *d, const struct rows *rows, bool sloop, bool open)
{
	struct buffer told = {0};
	int rc;

	d->place.base = sloop ? DETAIL_SLOOP : DETAIL_BOUW;
	rc = place_rows(&d->place, rows, open);
	for (int k = 0; k < DIMENSIE_COUNT; k++)
		if (d->place.told[k])
			buffer_list(&told, "|",
				    dimensie_name((enum dimensie)k));
	put(d, sloop ? "eigen_sloop_verdeling" : "eigen_bouw_verdeling",
	    told.n ? buffer_view(&told) : text_of("geen"));
	buffer_free(&told);
	return rc;
}

/* A record for what is to be built and demolished in a period, or one for what
 * was built. */
static int
add_detail(struct details *d, const struct group *g, const struct row *plan,
	   struct text id, const struct gemeente *gm, bool built)
{
	static const struct rows none;
	const struct rows *bouw =
	    &g->soort[built ? SOORT_GEREALISEERD : SOORT_BOUW];
	bool one = g->of[0].n && text_equal(g->of[0], g->of[1]);
	bool open = one && plan->hardheid != HARDHEID_TELT_NIET;

	record_clear(d->record);
	put_id(d, g, id, built);
	put(d, "parent_globalid", id);
	put(d, "gemeente", gm->naam);
	put(d, "regio", gm->woondeal);
	put(d, "vertrouwelijkheid", plan->field[REGISTER_VERTROUWELIJKHEID]);
	put(d, "bouw_gerealiseerd", text_of(built ? "Ja" : "Nee"));
	put(d, "sloop_gerealiseerd", text_of("Nee"));
	put(d, one ? "jaartal" : "eigen_jaar_van", g->of[0]);
	if (!one)
		put(d, "eigen_jaar_tot", g->of[1]);
	put(d, "eigen_telling", g->of[2]);
	put(d, "eigen_peildatum", g->of[3]);
	put(d, "eigen_levering", g->of[4]);
	if (put_soort(d, bouw, false, open) < 0 ||
	    put_soort(d, built ? &none : &g->soort[SOORT_SLOOP], true, open) <
		0)
		return -1;
	d->places = mem_grow(d->places, &d->place_cap, d->place_count + 1,
			     sizeof(*d->places));
	return store_add(d->store, d->record, &d->places[d->place_count++]);
}

static int
add_details(struct details *d, const struct row *plan, struct text id,
	    const struct gemeente *gm, struct totals *t)
{
	d->place.own_all = d->place.own_type = d->place.own_price = false;
	for (size_t i = 0; i < d->group_count; i++)
		for (int built = 0; built < 2; built++) {
			if (!has_record(&d->groups[i], built))
				continue;
			if (add_detail(d, &d->groups[i], plan, id, gm, built) <
			    0)
				return -1;
			totals_take(t, d->record, built);
		}
	t->own_all = d->place.own_all;
	t->own_type = d->place.own_type;
	t->own_price = d->place.own_price;
	return 0;
}

/* Rows by period; whether the plan has several hardheden. */
static int
sort_rows(struct details *d, struct row *rows, size_t n, struct totals *t,
	  bool *mixed)
{
	d->group_count = 0;
	*mixed = false;
	for (size_t i = 0; i < n; i++)
		*mixed = *mixed || rows[i].hardheid != rows[0].hardheid;
	for (size_t i = 0; i < n; i++) {
		struct row *r = &rows[i];

		r->own_hardheid = *mixed;
		rows_add(&group_of(d, r)->soort[r->soort], r);
		if (r->given && r->dimensie == DIMENSIE_TOTAAL &&
		    sum_add(&t->soort[r->soort], r->aantal) < 0)
			return -1;
	}
	return 0;
}

int
details_add(struct details *d, struct row *rows, size_t n, struct text id,
	    const struct gemeente *g, struct totals *t, bool *mixed)
{
	if (sort_rows(d, rows, n, t, mixed) < 0)
		return -1;
	return add_details(d, rows, id, g, t);
}

/* DetailPlanning: its columns, then ours, those that say their kind by name. */
static int
by_name(const void *a, const void *b)
{
	const struct text *x = a, *y = b;

	return text_compare(*x, *y);
}

int
details_write(struct details *d, struct csvout *out)
{
	size_t n = columns_count(d->columns),
	       *from = mem_array(n, sizeof(*from));
	struct text *names = mem_array(n, sizeof(*names));
	int rc = 0;

	for (size_t i = 0; i < n; i++)
		names[i] = columns_name(d->columns, i);
	qsort(names + FIXED, n - FIXED, sizeof(*names), by_name);
	for (size_t i = 0; i < n; i++) {
		from[i] = (size_t)columns_find(d->columns, names[i].s);
		csvout_text(out, names[i]);
	}
	csvout_end(out);
	for (size_t i = 0; rc == 0 && i < d->place_count; i++) {
		rc = store_get(d->store, d->places[i], d->record);
		for (size_t k = 0; rc == 0 && k < n; k++)
			csvout_text(out, record_get(d->record, from[k]));
		if (rc == 0)
			csvout_end(out);
	}
	free(from);
	free(names);
	return rc;
}
