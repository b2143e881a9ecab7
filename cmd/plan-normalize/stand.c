#include "stand.h"

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
	buffer_text(&s->key, like->gemeente);
	buffer_char(&s->key, '\x1f');
	buffer_text(&s->key, like->id);
	buffer_char(&s->key, '\x1f');
	buffer_text(&s->key, like->id.n ? text_of("") : name);
	buffer_char(&s->key, '\x1f');
	buffer_text(&s->key, like->fase);
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

int
stand_add(struct stand_plan *p, struct text hardheid, enum soort soort,
	  struct num value)
{
	if (soort == SOORT_GEREALISEERD)
		return 0;
	if (soort == SOORT_SLOOP)
		value.units = -value.units;
	return sum_add(&p->netto[hardheid_of(hardheid)], value);
}

enum { GEMEENTE, ID, NAAM, FASE, STATUS, HARDHEID, SOORT, DIMENSIE, AANTAL };

static const char *const columns[] = {"gemeente", "plan_id",	"plan_naam",
				      "fase_id",  "planstatus", "hardheid",
				      "soort",	  "dimensie",	"aantal"};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
take_row(struct stand *s, const struct csvin *r, const long *at)
{
	struct text f[COLUMNS];
	struct stand_plan like = {0};
	enum soort soort = SOORT_BOUW;
	struct num v = {0, 0};

	for (size_t i = 0; i < COLUMNS; i++)
		f[i] = csvin_field(r, (size_t)at[i]);
	like = (struct stand_plan){.gemeente = f[GEMEENTE],
				   .id = f[ID],
				   .naam = f[NAAM],
				   .fase = f[FASE],
				   .planstatus = f[STATUS]};
	while (soort < SOORT_COUNT && !text_equal(f[SOORT], soort_name(soort)))
		soort++;
	if (soort == SOORT_COUNT ||
	    (f[AANTAL].n && num_parse(f[AANTAL], NUM_PLAIN, &v) != NUM_OK))
		return diag_fail_at(csvin_name(r), csvin_row(r),
				    "not a row of a plan register: soort "
				    "\"%s\", aantal \"%s\"",
				    f[SOORT].s, f[AANTAL].s);
	if (!text_is(f[DIMENSIE], "totaal"))
		return 0;
	return stand_add(stand_get(s, &like), f[HARDHEID], soort, v);
}

static int
load(struct stand *s, struct csvin *r)
{
	long at[COLUMNS];
	int rc;

	if (csvin_header(r) < 0)
		return -1;
	for (size_t i = 0; i < COLUMNS; i++) {
		at[i] = csvin_need(r, columns[i]);
		if (at[i] < 0)
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
