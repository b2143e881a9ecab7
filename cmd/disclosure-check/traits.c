#include "traits.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "world.h"

/* Its municipality, deal and province. */
#define REGIONS 3

/* The sum that was put to last: mostly it is asked for again. */
struct last {
	struct text segment, region, category;
	struct trait_sum *sum;
};

struct traits {
	struct arena *arena;
	struct facts *facts;
	int first, last;
	struct map *built; /* segments */
	struct map *sums;  /* by segment, region and category */
	struct last recent[2 * REGIONS];
	struct buffer key;
};

static const char *const PARTITIONS[] = {"betaalbaarheid", "woningtype",
					 "wonen_zorg", "flex"};
/* The categories of wood: dwellings of who says something, and who does not;
 * hectares of plans that count, and of others. */
static const char WITH[] = "woningen met bos", SILENT[] = "niet opgegeven",
		  WOOD[] = "bos", OUTSIDE[] = "bos buiten de stand";

struct traits *
traits_new(struct facts *f)
{
	struct traits *t = mem_new(struct traits);

	t->arena = arena_new();
	t->facts = f;
	t->built = map_new();
	t->sums = map_new();
	return t;
}

void
traits_free(struct traits *t)
{
	if (!t)
		return;
	map_free(t->built);
	map_free(t->sums);
	buffer_free(&t->key);
	arena_free(t->arena);
	free(t);
}

void
traits_years(struct traits *t, const int years[2])
{
	if (t->first == years[0] && t->last == years[1])
		return;
	t->first = years[0];
	t->last = years[1];
	map_free(t->built);
	map_free(t->sums);
	t->built = map_new();
	t->sums = map_new();
	memset(t->recent, 0, sizeof(t->recent));
}

/* --- what counts --- */

static enum hardheid
hardheid_of(const struct fact *f)
{
	return (enum hardheid)f->hardheid;
}

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

/* The same, remembered for each place in a list of regions. */
static struct trait_sum *
sum_again(struct traits *t, size_t region, struct text segment,
	  struct text code, struct text category)
{
	struct last *l = &t->recent[2 * region + (category.n > 0)];

	if (l->sum && text_equal(l->category, category) &&
	    text_equal(l->region, code) && text_equal(l->segment, segment))
		return l->sum;
	l->sum = sum_of(t, segment, code, category);
	l->segment = facts_word(t->facts, segment);
	l->region = code;
	l->category = facts_word(t->facts, category);
	return l->sum;
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
put(struct trait_sum *sum, const struct fact *f, enum hardheid hardheid,
    struct num n)
{
	enum trait_number at = hardheid == HARDHEID_HARD    ? TRAIT_HARD
			       : hardheid == HARDHEID_ZACHT ? TRAIT_ZACHT
							    : TRAIT_ONBEKEND;

	more(&sum->numbers[at], n);
	more(&sum->numbers[TRAIT_TOTAAL], n);
	if (sum->last != f->plan + 1)
		more(&sum->numbers[TRAIT_PLANS], num_of(1));
	sum->last = f->plan + 1;
	if (f->closed)
		sum->closed = f->said->name;
}

/* To each region that a fact lies in. */
static void
put_all(struct traits *t, struct text segment, struct text category,
	const struct fact *f, enum hardheid hardheid, struct num n)
{
	const struct gemeente *g = f->said->gemeente;
	const struct text regions[REGIONS] = {g->code, g->woondeal,
					      g->provincie};

	for (size_t i = 0; i < REGIONS; i++)
		if (regions[i].n > 0)
			put(sum_again(t, i, segment, regions[i], category), f,
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
	put_all(t, segment, or_none(category), f, hardheid_of(f), f->net);
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
	struct text x, y, rest = fact_field(f, column[0]);

	while (next_value(column[0], &rest, &x)) {
		struct text second = text_of("");
		struct buffer pair = {0};

		if (column[1] < 0) {
			put_fact(t, segment, x, f);
			continue;
		}
		second = fact_field(f, column[1]);
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
	for (size_t i = 0; column[0] >= 0 && i < t->facts->count; i++) {
		const struct fact *f = &t->facts->at[i];

		if (f->dimensie != DIMENSIE_TOTAAL || !is_within(t, f))
			continue;
		put_all(t, segment, text_of(""), f, hardheid_of(f), f->net);
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
	for (size_t i = 0; known && i < t->facts->count; i++) {
		const struct fact *f = &t->facts->at[i];

		if (!text_equal(dimensie_name((enum dimensie)f->dimensie),
				segment) ||
		    !(is_within(t, f) || is_unyeared(f)))
			continue;
		put_all(t, segment, text_of(""), f, hardheid_of(f), f->net);
		put_fact(t, segment, f->categorie, f);
	}
	return known;
}

static void
build_reserve(struct traits *t, struct text segment)
{
	for (size_t i = 0; i < t->facts->count; i++) {
		const struct fact *f = &t->facts->at[i];
		bool later = f->van > t->last;

		if (f->dimensie != DIMENSIE_TOTAAL ||
		    !(is_within(t, f) || later))
			continue;
		put_all(t, segment, text_of(""), f, hardheid_of(f), f->net);
		put_fact(t, segment,
			 reserve(fact_field(f, REGISTER_KNELPUNTEN), later), f);
	}
}

/* --- wood --- */

/* Hectares of plans that count, and of others. */
static void
put_hectares(struct traits *t, struct text segment)
{
	for (size_t i = 0; i < t->facts->plans; i++) {
		const struct wood *w = &t->facts->wood[i];
		const struct fact f = {
		    .said = w->said, .plan = i, .closed = w->closed};

		if (!w->said || !w->said->gemeente || !w->says || w->disputed)
			continue;
		put_all(t, segment, text_of(w->counts ? WOOD : OUTSIDE), &f,
			w->mixed || !w->counts ? HARDHEID_ONBEKEND
					       : w->hardheid,
			w->ha);
	}
}

static void
build_wood(struct traits *t, struct text segment)
{
	for (size_t i = 0; i < t->facts->plans; i++)
		t->facts->wood[i].counts = t->facts->wood[i].mixed = false;
	for (size_t i = 0; i < t->facts->count; i++) {
		const struct fact *f = &t->facts->at[i];
		struct wood *w = &t->facts->wood[f->plan];
		bool says = w->says && !w->disputed;

		if (f->dimensie != DIMENSIE_TOTAAL || !is_within(t, f))
			continue;
		w->mixed =
		    w->mixed || (w->counts && w->hardheid != hardheid_of(f));
		w->counts = true;
		w->hardheid = hardheid_of(f);
		put_fact(t, segment, text_of(says ? WITH : SILENT), f);
	}
	put_hectares(t, segment);
}

static bool
build(struct traits *t, struct text segment)
{
	void **slot = map_slot(t->built, segment);

	if (*slot)
		return true;
	facts_gather(t->facts); /* so that each plan is counted once */
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
