#include "read/stand.h"

#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "map.h"
#include "mem.h"

#define FOLD_MAX 512

struct stand {
	struct map *plans;
	struct arena *arena;
	struct buffer key;
};

struct stand *
stand_new(void)
{
	struct stand *s = mem_new(struct stand);

	s->plans = map_new();
	s->arena = arena_new();
	return s;
}

void
stand_free(struct stand *s)
{
	if (!s)
		return;
	map_free(s->plans);
	arena_free(s->arena);
	free(s->key.s);
	free(s);
}

static struct text
key_of(struct stand *s, const struct stand_plan *like)
{
	char buf[FOLD_MAX];
	struct text name = text_fold(like->naam, buf, sizeof(buf));

	s->key.n = 0;
	buffer_add(&s->key, like->gemeente);
	buffer_char(&s->key, '\x1f');
	buffer_add(&s->key, like->id);
	buffer_char(&s->key, '\x1f');
	buffer_add(&s->key, like->id.n ? text_of("") : name);
	buffer_char(&s->key, '\x1f');
	buffer_add(&s->key, like->fase);
	return buffer_view(&s->key);
}

struct stand_plan *
stand_get(struct stand *s, const struct stand_plan *like)
{
	struct stand_plan **slot =
	    (struct stand_plan **)map_slot(s->plans, key_of(s, like));
	struct stand_plan *p = *slot;

	if (p)
		return p;
	p = *slot = arena_alloc(s->arena, 1, sizeof(*p));
	p->gemeente = arena_text(s->arena, like->gemeente);
	p->id = arena_text(s->arena, like->id);
	p->naam = arena_text(s->arena, like->naam);
	p->fase = arena_text(s->arena, like->fase);
	p->planstatus = arena_text(s->arena, like->planstatus);
	p->bos = arena_text(s->arena, like->bos);
	return p;
}

static enum hardheid
hardheid_of(struct text word)
{
	if (text_is(word, "hard"))
		return HARD;
	if (text_is(word, "zacht"))
		return ZACHT;
	return text_is(word, "telt_niet") ? TELT_NIET : ONBEKEND;
}

/* More sloop is less netto. */
static int
add_bounds(struct stand_plan *p, const struct stand_amount *a)
{
	struct span s = {0};

	p->estimates++;
	if (span_add(&s, a->value, a->bounds) < 0)
		return -1;
	p->below =
	    sum_plus(p->below, a->soort == SOORT_SLOOP ? s.above : s.below);
	p->above =
	    sum_plus(p->above, a->soort == SOORT_SLOOP ? s.below : s.above);
	return 0;
}

int
stand_add(struct stand_plan *p, const struct stand_amount *a)
{
	enum hardheid h = hardheid_of(a->hardheid);
	struct num v = a->value;

	if (a->soort == SOORT_GEREALISEERD)
		return 0;
	if (a->bounds && h != TELT_NIET && add_bounds(p, a) < 0)
		return -1;
	if (a->soort == SOORT_SLOOP)
		v.units = -v.units;
	return sum_add(&p->netto[h], v);
}

enum {
	GEMEENTE,
	ID,
	NAAM,
	FASE,
	STATUS,
	HARDHEID,
	SOORT,
	DIMENSIE,
	AANTAL,
	LAAG,
	HOOG,
	BOS,
	COLUMNS
};

/* Older registers do not have the last three. */
#define NEEDED LAAG

static const char *const columns[COLUMNS] = {
    "gemeente",	  "plan_id",	 "plan_naam",	"fase_id",
    "planstatus", "hardheid",	 "soort",	"dimensie",
    "aantal",	  "aantal_laag", "aantal_hoog", "bos_ha"};

/* False when it is neither a number nor empty. */
static bool
is_number(struct text t, struct num *v)
{
	enum num_result rc = num_parse(t, NUM_PLAIN, v);

	if (rc == NUM_EMPTY)
		*v = num_of(0);
	return rc == NUM_OK || rc == NUM_EMPTY;
}

static int
take_row(struct stand *s, const struct csvin *r, const long *at)
{
	struct text f[COLUMNS];
	struct stand_plan like = {0};
	struct stand_amount a = {.soort = SOORT_BOUW};
	struct bounds b = {0};

	for (size_t i = 0; i < COLUMNS; i++)
		f[i] = at[i] < 0 ? text_of("") : csvin_field(r, (size_t)at[i]);
	like = (struct stand_plan){.gemeente = f[GEMEENTE],
				   .id = f[ID],
				   .naam = f[NAAM],
				   .fase = f[FASE],
				   .planstatus = f[STATUS],
				   .bos = f[BOS]};
	a.hardheid = f[HARDHEID];
	a.bounds = f[LAAG].n && f[HOOG].n ? &b : NULL;
	while (a.soort < SOORT_COUNT &&
	       !text_equal(f[SOORT], soort_name(a.soort)))
		a.soort++;
	if (a.soort == SOORT_COUNT || !is_number(f[AANTAL], &a.value) ||
	    !is_number(f[LAAG], &b.low) || !is_number(f[HOOG], &b.high))
		return diag_fail_at(csvin_name(r), csvin_row(r),
				    "not a row of a plan register: soort "
				    "\"%s\", aantal \"%s\"",
				    f[SOORT].s, f[AANTAL].s);
	if (!text_is(f[DIMENSIE], "totaal"))
		return 0;
	return stand_add(stand_get(s, &like), &a);
}

static int
load(struct stand *s, struct csvin *r)
{
	long at[COLUMNS];
	int rc;

	if (csvin_header(r) < 0)
		return -1;
	for (size_t i = 0; i < COLUMNS; i++) {
		bool needed = i < NEEDED;

		at[i] = needed ? csvin_need(r, columns[i])
			       : csvin_find(r, columns[i]);
		if (needed && at[i] < 0)
			return -1;
	}
	while ((rc = csvin_next_row(r)) == 1)
		if (take_row(s, r, at) < 0)
			return -1;
	return rc;
}

int
stand_load(struct stand *s, const char *path)
{
	struct input *in = input_open(path);
	struct csvin *r;
	int rc;

	if (!in)
		return -1;
	r = csvin_new(in, ',');
	rc = load(s, r);
	csvin_free(r);
	return input_close(in) < 0 ? -1 : rc;
}

size_t
stand_count(const struct stand *s)
{
	return map_count(s->plans);
}

struct stand_plan *
stand_at(const struct stand *s, size_t i)
{
	return map_value(s->plans, i);
}

struct sum
stand_total(const struct stand_plan *p)
{
	return sum_plus(p->netto[HARD],
			sum_plus(p->netto[ZACHT], p->netto[ONBEKEND]));
}

void
stand_pair(struct stand *a, struct stand *b)
{
	for (size_t i = 0; i < stand_count(a); i++) {
		struct stand_plan *p = stand_at(a, i);
		struct stand_plan *o = map_get(b->plans, key_of(a, p));

		p->other = o;
		if (o)
			o->other = p;
	}
}
