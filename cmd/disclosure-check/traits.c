#include "traits.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "register.h"
#include "world.h"

/* A row of the table that has a number, or hectares. */
struct fact {
	const struct gemeente *gemeente;
	size_t plan;
	enum dimensie dimensie;
	enum hardheid hardheid;
	struct text categorie, name;
	struct text fields[REGISTER_WIDTH];
	int van, tot;
	bool whole, closed, wood;
	struct num net, ha;
};

/* All that is said of wood by a plan. */
struct wood {
	bool counts, mixed, says, disputed;
	enum hardheid hardheid;
	struct num ha;
};

struct traits {
	struct arena *arena;
	const struct gemeenten *gemeenten;
	int first, last;
	struct fact *facts;
	size_t count, cap, plans;
	struct map *built; /* segments */
	struct map *sums;  /* by segment, region and category */
	struct map *seen;  /* plans of a sum */
	struct buffer key;
};

static const char *const PARTITIONS[] = {"betaalbaarheid", "woningtype",
					 "wonen_zorg", "flex"};
/* The categories of wood: dwellings of who says something, and who does not;
 * hectares of plans that count, and of others. */
static const char WITH[] = "woningen met bos", SILENT[] = "niet opgegeven",
		  WOOD[] = "bos", OUTSIDE[] = "bos buiten de stand";

void
traits_free(struct traits *t)
{
	if (!t)
		return;
	map_free(t->built);
	map_free(t->sums);
	map_free(t->seen);
	buffer_free(&t->key);
	free(t->facts);
	arena_free(t->arena);
	free(t);
}

static void
take(struct traits *t, const struct registers *in, const struct plan_row *row)
{
	struct fact *f;

	t->facts = mem_grow(t->facts, &t->cap, t->count + 1, sizeof(*t->facts));
	f = &t->facts[t->count++];
	*f = (struct fact){.gemeente =
			       gemeenten_by_code(t->gemeenten, row->gemeente),
			   .plan = row->plan,
			   .dimensie = row->dimensie,
			   .hardheid = row->hardheid,
			   .van = row->van ? row->van : NO_YEAR,
			   .tot = row->tot ? row->tot : NEVER,
			   .whole = row->telling == TELLING_JAAR,
			   .closed = !registers_public(in),
			   .wood = row->bos_given,
			   .ha = row->bos};
	f->categorie = arena_text(t->arena, row->categorie);
	f->name = arena_text(t->arena,
			     row->plan_id.n ? row->plan_id : row->plan_naam);
	if (row->given && row->soort != SOORT_GEREALISEERD)
		f->net = row->aantal;
	if (row->soort == SOORT_SLOOP)
		f->net.units = -f->net.units;
	for (int c = REGISTER_PLANSTATUS; c <= REGISTER_KNELPUNTEN; c++)
		f->fields[c] = arena_text(
		    t->arena, registers_field(in, (enum register_column)c));
	t->plans = row->plan >= t->plans ? row->plan + 1 : t->plans;
}

struct traits *
traits_load(const struct gemeenten *g, const char *path, const int years[2])
{
	struct traits *t = mem_new(struct traits);
	struct registers *in = registers_new();
	struct plan_row row;
	int rc = registers_open(in, path);

	t->arena = arena_new();
	t->gemeenten = g;
	t->first = years[0];
	t->last = years[1];
	t->built = map_new();
	t->sums = map_new();
	t->seen = map_new();
	if (rc == 0)
		while ((rc = registers_next(in, &row)) == 1)
			take(t, in, &row);
	if (registers_close(in) != 0 || rc < 0) {
		traits_free(t);
		t = NULL;
	}
	registers_free(in);
	return t;
}

/* --- what counts --- */

static bool
is_unyeared(const struct fact *f)
{
	return f->van == NO_YEAR && f->tot == NEVER;
}

/* What remains of years that began before lies in those from the first on. */
static bool
is_within(const struct traits *t, const struct fact *f)
{
	int from = !f->whole && f->van < t->first ? t->first : f->van;

	return !is_unyeared(f) && f->tot >= t->first && from >= t->first &&
	       f->tot <= t->last;
}

static bool
counts(const struct fact *f, enum dimensie dimensie)
{
	return f->gemeente && f->dimensie == dimensie && f->net.units != 0 &&
	       f->hardheid != HARDHEID_TELT_NIET;
}

static struct trait_sum *
sum_of(struct traits *t, struct text segment, struct text region,
       struct text category)
{
	void **slot;

	buffer_clear(&t->key);
	buffer_part(&t->key, segment);
	buffer_part(&t->key, region);
	buffer_part(&t->key, category);
	slot = map_slot(t->sums, buffer_view(&t->key));
	if (!*slot)
		*slot = arena_alloc(t->arena, 1, sizeof(struct trait_sum));
	return *slot;
}

static bool
is_new(struct traits *t, const struct trait_sum *sum, size_t plan)
{
	void **slot;
	bool new;

	buffer_clear(&t->key);
	buffer_printf(&t->key, "%p %zu", (const void *)sum, plan);
	slot = map_slot(t->seen, buffer_view(&t->key));
	new = !*slot;
	*slot = t;
	return new;
}

static void
more(struct num *to, struct num n)
{
	struct num sum;

	if (num_add(*to, n, &sum))
		*to = sum;
}

/* An amount of a fact, to a sum. */
static void
put(struct traits *t, struct trait_sum *sum, const struct fact *f,
    enum hardheid hardheid, struct num n)
{
	enum trait_number at = hardheid == HARDHEID_HARD    ? TRAIT_HARD
			       : hardheid == HARDHEID_ZACHT ? TRAIT_ZACHT
							    : TRAIT_ONBEKEND;

	more(&sum->numbers[at], n);
	more(&sum->numbers[TRAIT_TOTAAL], n);
	if (is_new(t, sum, f->plan))
		more(&sum->numbers[TRAIT_PLANS], num_of(1));
	if (f->closed)
		sum->closed = f->name;
}

/* To each region that a fact lies in. */
static void
put_all(struct traits *t, struct text segment, struct text category,
	const struct fact *f, enum hardheid hardheid, struct num n)
{
	const struct text regions[] = {f->gemeente->code, f->gemeente->woondeal,
				       f->gemeente->provincie};

	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		if (regions[i].n > 0)
			put(t, sum_of(t, segment, regions[i], category), f,
			    hardheid, n);
}

/* --- segments --- */

static struct text
or_none(struct text word)
{
	return word.n > 0 ? word : text_of(SILENT);
}

static void
put_fact(struct traits *t, struct text segment, struct text category,
	 const struct fact *f)
{
	put_all(t, segment, or_none(category), f, f->hardheid, f->net);
}

/* Empty and Onbekend say nothing; Geen says that there is none. */
static struct text
reserve(struct text knelpunten, bool later)
{
	struct text part;
	bool none = false;

	while (text_split(&knelpunten, '|', &part)) {
		if (part.n == 0 || text_is(part, "Onbekend"))
			continue;
		if (!text_is(part, "Geen"))
			return text_of(later ? "later met knelpunt"
					     : "met knelpunt");
		none = true;
	}
	if (none)
		return text_of(later ? "later zonder knelpunt"
				     : "zonder knelpunt");
	return text_of(later ? "later knelpunt niet opgegeven"
			     : "knelpunt niet opgegeven");
}

static long
column_of(struct text name)
{
	for (long c = REGISTER_PLANSTATUS; c <= REGISTER_KNELPUNTEN; c++)
		if (text_is(name,
			    register_column_name((enum register_column)c)))
			return c;
	return -1;
}

/* Each value of a column that may have several. */
static bool
next_value(long column, struct text *rest, struct text *value)
{
	if (column == REGISTER_KNELPUNTEN)
		return text_split(rest, '|', value);
	if (!rest->s)
		return false;
	*value = *rest;
	rest->s = NULL;
	return true;
}

/* The values of one column, or each with each of a second (-1: none). */
static void
put_values(struct traits *t, struct text segment, const long column[2],
	   const struct fact *f)
{
	struct text x, y, rest = f->fields[column[0]];

	while (next_value(column[0], &rest, &x)) {
		struct text second = text_of("");
		struct buffer pair = {0};

		if (column[1] < 0) {
			put_fact(t, segment, x, f);
			continue;
		}
		second = f->fields[column[1]];
		while (next_value(column[1], &second, &y)) {
			buffer_clear(&pair);
			buffer_add(&pair, or_none(x));
			buffer_string(&pair, " + ");
			buffer_add(&pair, or_none(y));
			put_fact(t, segment, buffer_view(&pair), f);
		}
		buffer_free(&pair);
	}
}

static bool
build_columns(struct traits *t, struct text segment)
{
	struct text rest = segment, first, second;
	long column[2] = {-1, -1};

	text_split(&rest, '+', &first);
	column[0] = column_of(first);
	if (text_split(&rest, '+', &second) &&
	    (column[1] = column_of(second)) < 0)
		return false;
	for (size_t i = 0; column[0] >= 0 && i < t->count; i++) {
		const struct fact *f = &t->facts[i];

		if (!counts(f, DIMENSIE_TOTAAL) || !is_within(t, f))
			continue;
		put_all(t, segment, text_of(""), f, f->hardheid, f->net);
		put_values(t, segment, column, f);
	}
	return column[0] >= 0;
}

static bool
build_partition(struct traits *t, struct text segment)
{
	bool known = false;

	for (size_t i = 0; i < sizeof(PARTITIONS) / sizeof(PARTITIONS[0]); i++)
		known = known || text_is(segment, PARTITIONS[i]);
	for (size_t i = 0; known && i < t->count; i++) {
		const struct fact *f = &t->facts[i];

		if (!text_equal(dimensie_name(f->dimensie), segment) ||
		    !counts(f, f->dimensie) ||
		    !(is_within(t, f) || is_unyeared(f)))
			continue;
		put_all(t, segment, text_of(""), f, f->hardheid, f->net);
		put_fact(t, segment, f->categorie, f);
	}
	return known;
}

static void
build_reserve(struct traits *t, struct text segment)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct fact *f = &t->facts[i];
		bool later = f->van > t->last;

		if (!counts(f, DIMENSIE_TOTAAL) || !(is_within(t, f) || later))
			continue;
		put_all(t, segment, text_of(""), f, f->hardheid, f->net);
		put_fact(t, segment,
			 reserve(f->fields[REGISTER_KNELPUNTEN], later), f);
	}
}

/* --- wood --- */

/* What a plan says: one amount in all its rows, or nothing. */
static void
hear_wood(struct wood *w, const struct fact *f, bool first)
{
	if (first) {
		w->says = f->wood;
		w->ha = f->ha;
	} else if (w->says != f->wood || num_compare(w->ha, f->ha) != 0) {
		w->disputed = true;
	}
}

static void
put_wood(struct traits *t, struct text segment, const struct wood *w,
	 const struct fact *f)
{
	if (w->says && !w->disputed)
		put_all(t, segment, text_of(w->counts ? WOOD : OUTSIDE), f,
			w->mixed || !w->counts ? HARDHEID_ONBEKEND
					       : w->hardheid,
			w->ha);
}

static void
hear_all(const struct traits *t, struct wood *by, bool *heard)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct fact *f = &t->facts[i];
		struct wood *w = &by[f->plan];

		hear_wood(w, f, !heard[f->plan]);
		heard[f->plan] = true;
		if (!counts(f, DIMENSIE_TOTAAL) || !is_within(t, f))
			continue;
		w->mixed =
		    w->mixed || (w->counts && w->hardheid != f->hardheid);
		w->counts = true;
		w->hardheid = f->hardheid;
	}
}

static void
build_wood(struct traits *t, struct text segment)
{
	struct wood *by = mem_array(t->plans + 1, sizeof(*by));
	bool *once = mem_array(t->plans + 1, sizeof(*once));

	hear_all(t, by, once);
	for (size_t i = 0; i < t->count; i++) {
		const struct fact *f = &t->facts[i];
		const struct wood *w = &by[f->plan];
		bool says = w->says && !w->disputed;

		if (f->gemeente && once[f->plan])
			put_wood(t, segment, w, f);
		once[f->plan] = false;
		if (counts(f, DIMENSIE_TOTAAL) && is_within(t, f))
			put_fact(t, segment, text_of(says ? WITH : SILENT), f);
	}
	free(by);
	free(once);
}

static bool
build(struct traits *t, struct text segment)
{
	void **slot = map_slot(t->built, segment);

	if (*slot)
		return true;
	if (text_is(segment, "bos"))
		build_wood(t, segment);
	else if (text_is(segment, "reserve"))
		build_reserve(t, segment);
	else if (!build_partition(t, segment) && !build_columns(t, segment))
		return false;
	*slot = t;
	return true;
}

bool
traits_sum(struct traits *t, struct text segment, struct text region,
	   struct text category, struct trait_sum *sum)
{
	struct text part;

	if (!build(t, segment))
		return false;
	*sum = (struct trait_sum){.closed = text_of("")};
	while (text_split(&category, '|', &part)) {
		const struct trait_sum *one = sum_of(t, segment, region, part);

		for (int i = 0; i < TRAIT_NUMBERS; i++)
			more(&sum->numbers[i], one->numbers[i]);
		if (one->closed.n > 0)
			sum->closed = one->closed;
	}
	sum->numbers[TRAIT_GEHEEL] =
	    sum_of(t, segment, region, text_of(""))->numbers[TRAIT_TOTAAL];
	return true;
}
