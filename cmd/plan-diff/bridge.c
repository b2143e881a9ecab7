#include "bridge.h"

#include <stdlib.h>

#include "arena.h"
#include "diag.h"
#include "map.h"
#include "mem.h"

struct line {
	bool used;
	struct num vorig, nieuw, vervallen, geweigerd, aantal, status;
	struct num totaal; /* what the new register says */
};

struct place {
	struct text gemeente;
	struct line lines[HARDHEID_COUNT];
};

struct bridge {
	struct arena *arena;
	struct map *places;
};

static struct line *
line_of(struct bridge *b, const struct plan *p)
{
	void **slot = map_slot(b->places, *p->state->gemeente);
	struct place *place = *slot;

	if (!place) {
		place = arena_alloc(b->arena, 1, sizeof(*place));
		place->gemeente = *p->state->gemeente;
		*slot = place;
	}
	place->lines[p->state->hardheid].used = true;
	return &place->lines[p->state->hardheid];
}

/* A part of a merger moves with what it had; what the whole has more or less
 * than its parts is under the new hardheid. */
static int
add_merged(struct bridge *b, const struct plan *part)
{
	struct line *was = line_of(b, part), *is = line_of(b, part->peer);

	if (plan_subtract(&is->aantal, plan_netto(part)) != 0)
		return -1;
	if (was == is)
		return 0;
	if (plan_subtract(&was->status, plan_netto(part)) != 0)
		return -1;
	return plan_sum(&is->status, plan_netto(part));
}

/* One old plan and what became of it: p is the new plan, or a part of it. */
static int
add_peer(struct bridge *b, const struct plan *old, const struct plan *p)
{
	struct line *was = line_of(b, old), *is = line_of(b, p);

	if (plan_sum(&was->aantal, plan_netto(p)) != 0)
		return -1;
	if (was == is)
		return 0;
	if (plan_subtract(&was->status, plan_netto(p)) != 0)
		return -1;
	return plan_sum(&is->status, plan_netto(p));
}

static int
add_old(struct bridge *b, const struct plan *p)
{
	struct line *l = line_of(b, p);

	if (plan_sum(&l->vorig, plan_netto(p)) != 0)
		return -1;
	if (p->link == LINK_NONE)
		return plan_sum(plan_rejected(p) ? &l->geweigerd
						 : &l->vervallen,
				plan_netto(p));
	if (p->link == LINK_MERGE)
		return add_merged(b, p);
	if (plan_subtract(&l->aantal, plan_netto(p)) != 0)
		return -1;
	if (p->link != LINK_SPLIT)
		return add_peer(b, p, p->peer);
	for (const struct plan *q = p->peer; q; q = q->next)
		if (add_peer(b, p, q) != 0)
			return -1;
	return 0;
}

static int
add_new(struct bridge *b, const struct plan *p)
{
	struct line *l = line_of(b, p);

	if (plan_sum(&l->totaal, plan_netto(p)) != 0)
		return -1;
	if (p->link == LINK_MERGE)
		return plan_sum(&l->aantal, plan_netto(p));
	return p->link == LINK_NONE ? plan_sum(&l->nieuw, plan_netto(p)) : 0;
}

static int
build(struct bridge *b, const struct plans *old, const struct plans *new)
{
	for (size_t i = 0; i < plans_count(old); i++)
		if (add_old(b, plans_at(old, i)) != 0)
			return -1;
	for (size_t i = 0; i < plans_count(new); i++)
		if (add_new(b, plans_at(new, i)) != 0)
			return -1;
	return 0;
}

static int
check(const struct place *p, const struct line *l, enum hardheid h)
{
	struct num sum = l->vorig;
	char found[NUM_TEXT], expected[NUM_TEXT];

	if (plan_sum(&sum, l->nieuw) != 0 ||
	    plan_subtract(&sum, l->vervallen) != 0 ||
	    plan_subtract(&sum, l->geweigerd) != 0 ||
	    plan_sum(&sum, l->aantal) != 0 || plan_sum(&sum, l->status) != 0)
		return -1;
	if (num_compare(sum, l->totaal) == 0)
		return 0;
	num_format(sum, found);
	num_format(l->totaal, expected);
	return diag_fail("internal error: the bridge of %s %s gives %s, the "
			 "new register %s",
			 p->gemeente.s, hardheid_name(h).s, found, expected);
}

static void
write_line(struct csvout *w, const struct place *p, enum hardheid h)
{
	const struct line *l = &p->lines[h];

	csvout_text(w, p->gemeente);
	csvout_text(w, hardheid_name(h));
	csvout_num(w, l->vorig);
	csvout_num(w, l->nieuw);
	csvout_num(w, l->vervallen);
	csvout_num(w, l->aantal);
	csvout_num(w, l->status);
	csvout_num(w, l->totaal);
	csvout_num(w, l->geweigerd);
	csvout_end(w);
}

static int
write_place(struct csvout *w, const struct place *p)
{
	for (int h = 0; h < HARDHEID_COUNT; h++) {
		if (!p->lines[h].used)
			continue;
		if (check(p, &p->lines[h], (enum hardheid)h) != 0)
			return -1;
		write_line(w, p, (enum hardheid)h);
	}
	return 0;
}

static int
by_gemeente(const void *x, const void *y)
{
	const struct place *const *a = x, *const *b = y;

	return text_compare((*a)->gemeente, (*b)->gemeente);
}

static int
write_all(const struct bridge *b, struct csvout *w)
{
	static const char *const HEADER[] = {
	    "gemeente", "hardheid", "vorig",  "nieuw",	  "vervallen",
	    "aantal",	"status",   "totaal", "geweigerd"};
	size_t n = map_count(b->places);
	const struct place **sorted = mem_array(n, sizeof(*sorted));
	int rc = 0;

	for (size_t i = 0; i < n; i++)
		sorted[i] = map_value(b->places, i);
	qsort(sorted, n, sizeof(*sorted), by_gemeente);
	csvout_numbers(w,
		       "vorig nieuw vervallen aantal status totaal geweigerd");
	for (size_t i = 0; i < sizeof(HEADER) / sizeof(HEADER[0]); i++)
		csvout_string(w, HEADER[i]);
	csvout_end(w);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = write_place(w, sorted[i]);
	free(sorted);
	return rc;
}

int
bridge_write(const struct plans *old, const struct plans *new, struct csvout *w)
{
	struct bridge b = {arena_new(), map_new()};
	int rc = build(&b, old, new);

	if (rc == 0)
		rc = write_all(&b, w);
	map_free(b.places);
	arena_free(b.arena);
	return rc;
}
