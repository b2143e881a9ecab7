#include "aftrek.h"

#include <stdlib.h>

#include "arena.h"
#include "groei.h"
#include "mem.h"
#include "melding.h"

struct aftrek {
	struct kader *kader;
	struct arena *arena;
	struct planaantal *list;
	size_t count;
	size_t cap;
};

/* Which number of an amount. */
enum getal { AANTAL, LAAG, HOOG, GETALLEN };

/* What is taken from: one municipality's years or buckets of one hardheid. */
struct deel {
	size_t gemeente;
	bool emmer;
	enum hardheid hardheid;
	enum getal getal;
};

struct aftrek *
aftrek_new(struct kader *k)
{
	struct aftrek *t = mem_new(struct aftrek);
	t->kader = k;
	t->arena = arena_new();
	return t;
}

void
aftrek_free(struct aftrek *t)
{
	if (t == NULL)
		return;
	arena_free(t->arena);
	free(t->list);
	free(t);
}

bool
aftrek_wants(const struct aftrek *t, const struct planaantal *a)
{
	int year = kader_planjaar(t->kader);
	enum lot lot = capaciteit_lot(t->kader, a);
	return a->geheel && a->span.van == year &&
	       kader_maanden(t->kader, year) > 0 &&
	       (lot == LOT_JAAR || lot == LOT_EMMER);
}

void
aftrek_hold(struct aftrek *t, const struct planaantal *a)
{
	t->list = mem_grow(t->list, &t->cap, t->count + 1, sizeof *t->list);
	struct planaantal *new = &t->list[t->count++];
	*new = *a;
	for (int k = 0; k < KENMERKEN; k++)
		new->kenmerk[k] = arena_text(t->arena, a->kenmerk[k]);
}

static bool
belongs(const struct planaantal *a, const struct deel *d)
{
	return a->gemeente == d->gemeente && a->hardheid == d->hardheid &&
	       (a->span.van != a->span.tot) == d->emmer;
}

static int64_t *
number(struct planaantal *a, enum getal g)
{
	int64_t *const list[GETALLEN] = {&a->aantal, &a->laag, &a->hoog};
	return list[g];
}

/* Takes at most `left` off a part, as far as it is more than 0 net. */
static int64_t
take(struct aftrek *t, const struct deel *d, int64_t left)
{
	int64_t net = 0;
	for (size_t i = 0; i < t->count; i++)
		if (belongs(&t->list[i], d))
			net += *number(&t->list[i], d->getal);
	int64_t todo = net < left ? net : left;
	int64_t taken = todo > 0 ? todo : 0;
	todo = taken;
	for (size_t i = 0; i < t->count && todo > 0; i++) {
		struct planaantal *a = &t->list[i];
		int64_t *n = number(a, d->getal);
		if (!belongs(a, d) || *n <= 0)
			continue;
		int64_t here = *n < todo ? *n : todo;
		*n -= here;
		if (d->getal == AANTAL)
			a->eraf += here;
		todo -= here;
	}
	return taken;
}

/* At least: plans of unknown status leave the growth to others, as if they
 * were not there; and any one may be the only one that is. */
static void
take_alone(struct aftrek *t, const struct deel *d, int64_t left)
{
	for (size_t i = 0; i < t->count; i++) {
		struct planaantal *a = &t->list[i];
		if (belongs(a, d) && a->laag > 0)
			a->laag -= a->laag < left ? a->laag : left;
	}
}

static int64_t
take_all(struct aftrek *t, size_t m, int64_t growth, enum getal g)
{
	int64_t left = growth > 0 ? growth : 0;
	int64_t all = left;
	for (int emmer = 0; emmer < 2; emmer++)
		for (int h = 0; h < HARDHEDEN; h++) {
			struct deel d = {m, emmer == 1, (enum hardheid)h, g};
			if (g == LAAG && h == ONBEKEND)
				take_alone(t, &d, left);
			else
				left -= take(t, &d, left);
		}
	return all - left;
}

/* An exact amount may be uncertain now, for what was taken off before it was:
 * by approximate amounts of the municipality, else by unknown status. */
static void
blame(struct aftrek *t, size_t m)
{
	enum schatting first = EXACT;
	for (size_t i = 0; i < t->count && first == EXACT; i++)
		if (t->list[i].gemeente == m)
			first = t->list[i].schatting;
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].gemeente == m && t->list[i].schatting == EXACT)
			t->list[i].oorzaak = first;
}

static bool
holds(const struct aftrek *t, size_t m)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].gemeente == m)
			return true;
	return false;
}

static void
settle(struct aftrek *t, const struct waarnemingen *w, size_t m)
{
	const struct kader *k = t->kader;
	char number[NUM_TEXT], buf[SPAN_TEXT];
	int year = kader_planjaar(k);
	struct text jaar = span_format((struct span){year, year}, buf);
	struct text code = regios_gemeente_at(k->regios, m)->code;
	int64_t growth;
	if (!groei_peiljaar(k, w, m, &growth)) {
		melding_add(k->findings, REGEL_AFTREK_ONBEKEND, NULL,
			    TEXTS(code, jaar));
		return;
	}
	int64_t taken = take_all(t, m, growth, AANTAL);
	take_all(t, m, growth, LAAG);
	take_all(t, m, growth, HOOG);
	blame(t, m);
	if (taken > 0)
		melding_add(k->findings, REGEL_AFTREK, NULL,
			    TEXTS(code, aantal_format(taken, number), jaar));
}

void
aftrek_settle(struct aftrek *t, const struct waarnemingen *w)
{
	for (size_t m = 0; m < regios_gemeenten(t->kader->regios); m++)
		if (holds(t, m))
			settle(t, w, m);
}

size_t
aftrek_count(const struct aftrek *t)
{
	return t->count;
}

const struct planaantal *
aftrek_at(const struct aftrek *t, size_t i)
{
	return &t->list[i];
}
