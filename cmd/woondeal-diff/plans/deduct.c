#include "plans/deduct.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"
#include "ground/rule.h"

struct gehouden {
	struct planaantal a;
	size_t eigenaar;
};

struct aftrek {
	struct kader *kader;
	struct arena *arena;
	struct gehouden *list;
	size_t count;
	size_t cap;
};

/* Which number of an amount. */
enum getal { AANTAL, LAAG, HOOG, GETALLEN };

/* What is taken from: one owner's years or buckets of one hardheid. */
struct deel {
	size_t eigenaar;
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
aftrek_hold(struct aftrek *t, const struct planaantal *a, size_t owner)
{
	t->list = mem_grow(t->list, &t->cap, t->count + 1, sizeof *t->list);
	t->list[t->count] = (struct gehouden){*a, owner};
	struct planaantal *new = &t->list[t->count++].a;
	for (int k = 0; k < KENMERKEN; k++)
		new->kenmerk[k] = arena_text(t->arena, a->kenmerk[k]);
}

static bool
belongs(const struct gehouden *h, const struct deel *d)
{
	return h->eigenaar == d->eigenaar && h->a.hardheid == d->hardheid &&
	       (h->a.span.van != h->a.span.tot) == d->emmer;
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
			net += *number(&t->list[i].a, d->getal);
	int64_t todo = net < left ? net : left;
	int64_t taken = todo > 0 ? todo : 0;
	todo = taken;
	for (size_t i = 0; i < t->count && todo > 0; i++) {
		struct planaantal *a = &t->list[i].a;
		int64_t *n = number(a, d->getal);
		if (!belongs(&t->list[i], d) || *n <= 0)
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
		struct planaantal *a = &t->list[i].a;
		if (belongs(&t->list[i], d) && a->laag > 0)
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
 * by approximate amounts of the owner, else by unknown status. */
static void
blame(struct aftrek *t, size_t m)
{
	enum schatting first = EXACT;
	for (size_t i = 0; i < t->count && first == EXACT; i++)
		if (t->list[i].eigenaar == m)
			first = t->list[i].a.schatting;
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].eigenaar == m && t->list[i].a.schatting == EXACT)
			t->list[i].a.oorzaak = first;
}

static bool
holds(const struct aftrek *t, size_t m)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].eigenaar == m)
			return true;
	return false;
}

void
aftrek_settle(struct aftrek *t, const struct waarnemingen *w,
	      const struct eigenaar *e, bool stil)
{
	const struct kader *k = t->kader;
	char number[NUM_TEXT], buf[SPAN_TEXT];
	int year = kader_planjaar(k);
	struct text jaar = span_format((struct span){year, year}, buf);
	int64_t growth;
	if (!holds(t, e->nummer))
		return;
	if (!groei_peiljaar(k, w, &e->groeiers, &growth)) {
		if (!stil)
			melding_add(k->findings, REGEL_AFTREK_ONBEKEND, NULL,
				    TEXTS(e->naam, jaar));
		return;
	}
	int64_t taken = take_all(t, e->nummer, growth, AANTAL);
	take_all(t, e->nummer, growth, LAAG);
	take_all(t, e->nummer, growth, HOOG);
	blame(t, e->nummer);
	if (taken > 0 && !stil)
		melding_add(k->findings, REGEL_AFTREK, NULL,
			    TEXTS(e->naam, aantal_format(taken, number), jaar));
}

size_t
aftrek_count(const struct aftrek *t)
{
	return t->count;
}

const struct planaantal *
aftrek_at(const struct aftrek *t, size_t i)
{
	return &t->list[i].a;
}
