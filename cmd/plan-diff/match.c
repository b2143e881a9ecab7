#include "match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "fold.h"
#include "map.h"
#include "rule.h"

/* The plans of both sides that have one key and no peer yet. */
struct side {
	struct plan *first, *last;
	size_t count;
};

struct group {
	struct side old, new;
};

/* A way to find peers: puts the key of a plan together, or says that the
 * plan has none. */
struct pass {
	bool (*key)(struct buffer *b, const struct plan *p);
	enum link link;
	bool splits;	/* one old plan may become several, or the reverse */
	bool ambiguous; /* what is left in a group is a finding */
};

struct match {
	struct plans *old, *new;
	/* What has no peer by its name to the letter, in order. */
	struct plan **open[2];
	size_t open_count[2];
	struct findings *findings;
	struct buffer key;
};

/* As it is compared. */
static void
folded_part(struct buffer *b, struct text t)
{
	struct buffer folded = {0};

	buffer_part(b, t.n > 0 ? fold(&folded, t) : t);
	buffer_free(&folded);
}

static bool
key_full(struct buffer *b, const struct plan *p)
{
	buffer_part(b, *p->state->gemeente);
	folded_part(b, plan_id(p));
	folded_part(b, *p->state->fase);
	return plan_id(p).n > 0;
}

static bool
key_plan(struct buffer *b, const struct plan *p)
{
	buffer_part(b, *p->state->gemeente);
	folded_part(b, plan_id(p));
	return plan_id(p).n > 0;
}

/* A plan with neither id nor name is that of its whole municipality. */
static bool
has_name(const struct plan *p)
{
	return plan_naam(p).n > 0 || plan_id(p).n == 0;
}

static bool
key_name(struct buffer *b, const struct plan *p)
{
	buffer_part(b, *p->state->gemeente);
	folded_part(b, plan_naam(p));
	folded_part(b, *p->state->fase);
	return has_name(p);
}

static bool
key_bare_name(struct buffer *b, const struct plan *p)
{
	buffer_part(b, *p->state->gemeente);
	folded_part(b, plan_naam(p));
	return has_name(p);
}

static const struct pass PASSES[] = {
    {key_full, LINK_ID, false, false},
    {key_plan, LINK_FASE, true, false},
    {key_name, LINK_NAME, false, false},
    {key_bare_name, LINK_NAME, true, true},
};

static void
side_add(struct side *s, struct plan *p)
{
	p->next = NULL;
	if (s->last)
		s->last->next = p;
	else
		s->first = p;
	s->last = p;
	s->count++;
}

static void
gather(struct match *m, const struct pass *pass, struct arena *a,
       struct map *groups)
{
	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < m->open_count[side]; i++) {
			struct plan *p = m->open[side][i];
			buffer_clear(&m->key);
			if (p->link != LINK_NONE || !pass->key(&m->key, p))
				continue;
			void **slot = map_slot(groups, buffer_view(&m->key));
			if (!*slot)
				*slot = arena_alloc(a, 1, sizeof(struct group));
			struct group *g = *slot;
			side_add(side == 0 ? &g->old : &g->new, p);
		}
	}
}

static void
link_pair(struct plan *old, struct plan *new, enum link link)
{
	old->link = new->link = (uint8_t)link;
	old->peer = new;
	new->peer = old;
	old->next = new->next = NULL;
}

/* The parts of a plan are phases: each says which, and no two say the same. */
static bool
are_parts(const struct side *s)
{
	for (const struct plan *p = s->first; p; p = p->next) {
		if (p->state->fase->n == 0)
			return false;
		for (const struct plan *q = p->next; q; q = q->next)
			if (plan_same(*p->state->fase, *q->state->fase))
				return false;
	}
	return true;
}

static void
link_parts(struct plan *whole, struct plan *parts, enum link link)
{
	whole->link = (uint8_t)link;
	whole->peer = parts;
	for (struct plan *p = parts; p; p = p->next) {
		p->link = (uint8_t)link;
		p->peer = whole;
	}
}

static void
ambiguous(struct match *m, const struct group *g)
{
	char old[24], new[24];
	const struct plan *p = g->new.first;
	const struct finding_place place = {
	    .file = plans_name(m->new),
	    .record = p->record,
	    .row = p->row,
	    .name = text_of("plan_naam"),
	    .value = plan_naam(p),
	};

	snprintf(old, sizeof(old), "%zu", g->old.count);
	snprintf(new, sizeof(new), "%zu", g->new.count);
	const struct text args[] = {plan_naam(p), text_of(old), text_of(new)};
	finding_add(m->findings, &rules[RULE_AMBIGUOUS], &place, args, 3);
}

static void
settle(struct match *m, const struct pass *pass, struct group *g)
{
	if (g->old.count == 0 || g->new.count == 0)
		return;
	if (g->old.count == 1 && g->new.count == 1)
		link_pair(g->old.first, g->new.first, pass->link);
	else if (pass->splits && g->old.count == 1 && are_parts(&g->new))
		link_parts(g->old.first, g->new.first, LINK_SPLIT);
	else if (pass->splits && g->new.count == 1 && are_parts(&g->old))
		link_parts(g->new.first, g->old.first, LINK_MERGE);
	else if (pass->ambiguous)
		ambiguous(m, g);
}

static void
run_pass(struct match *m, const struct pass *pass)
{
	struct arena *a = arena_new();
	struct map *groups = map_new();

	gather(m, pass, a, groups);
	for (size_t i = 0; i < map_count(groups); i++)
		settle(m, pass, map_value(groups, i));
	map_free(groups);
	arena_free(a);
}

/* What one pass calls the rejected plans; the first of each key in
 * their order. */
static struct map *
name_rejected(struct match *m, const struct pass *pass,
	      const struct plans *rejected)
{
	struct map *names = map_new();

	for (size_t i = 0; i < plans_count(rejected); i++) {
		struct plan *p = plans_at(rejected, i);
		buffer_clear(&m->key);
		if (!pass->key(&m->key, p))
			continue;
		void **slot = map_slot(names, buffer_view(&m->key));
		if (!*slot || plan_order(p, *slot) < 0)
			*slot = p;
	}
	return names;
}

static void
find_rejected(struct match *m, const struct plans *rejected)
{
	for (size_t k = 0; k < sizeof(PASSES) / sizeof(PASSES[0]); k++) {
		struct map *names = name_rejected(m, &PASSES[k], rejected);
		for (size_t i = 0; i < m->open_count[0]; i++) {
			struct plan *p = m->open[0][i];
			buffer_clear(&m->key);
			if (p->link == LINK_NONE && !p->peer &&
			    PASSES[k].key(&m->key, p))
				p->peer = map_get(names, buffer_view(&m->key));
		}
		map_free(names);
	}
}

static struct match_counts
count(const struct match *m)
{
	struct match_counts n = {0};

	for (size_t i = 0; i < plans_count(m->old); i++) {
		enum link link = (enum link)plans_at(m->old, i)->link;
		n.rejected += plan_rejected(plans_at(m->old, i)) ? 1 : 0;
		n.gone += link == LINK_NONE;
		n.split += link == LINK_SPLIT;
		n.merged_parts += link == LINK_MERGE;
	}
	for (size_t i = 0; i < plans_count(m->new); i++) {
		const struct plan *p = plans_at(m->new, i);
		n.new += p->link == LINK_NONE;
		n.parts += p->link == LINK_SPLIT;
		n.merged += p->link == LINK_MERGE;
		n.by_id += p->link == LINK_ID;
		n.by_phase += p->link == LINK_FASE;
		n.by_name += p->link == LINK_NAME;
	}
	return n;
}

/* The phase may be one that its hardheid gave it (plans.c): there can be
 * another plan that is called so. */
static bool
is_named(const struct plan *p)
{
	struct text fase = *p->state->fase;
	struct text name = hardheid_name(p->state->hardheid);
	size_t begin = fase.n - name.n;

	if (fase.n < name.n || memcmp(fase.s + begin, name.s, name.n) != 0)
		return false;
	return begin == 0 || fase.s[begin - 1] == '/';
}

/* Most plans are called alike to the letter, and no other plan is: reading
 * found them. */
static void
link_twins(struct plans *new)
{
	for (size_t i = 0; i < plans_count(new); i++) {
		struct plan *p = plans_at(new, i), *twin = p->peer;

		p->peer = NULL;
		if (twin && p->id_n > 0 && !is_named(p))
			link_pair(twin, p, LINK_ID);
	}
}

/* The others, in their order. */
static void
link_named(const struct plans *before, const struct plans *after)
{
	size_t n;
	struct plan **old = plans_sorted(before, is_named, &n);
	struct plan **new = plans_sorted(after, is_named, &n);

	for (struct plan **a = old, **b = new; *a &&*b;) {
		int c = plan_compare_id(*a, *b);

		if (c == 0 && plan_id(*a).n > 0)
			link_pair(*a, *b, LINK_ID);
		a += c <= 0;
		b += c >= 0;
	}
	free(old);
	free(new);
}

static bool
is_open(const struct plan *p)
{
	return p->link == LINK_NONE;
}

struct match_counts
match_plans(struct plans *old, struct plans *new, const struct plans *rejected,
	    struct findings *f)
{
	struct match m = {.old = old, .new = new, .findings = f};

	link_twins(new);
	link_named(old, new);
	m.open[0] = plans_sorted(old, is_open, &m.open_count[0]);
	m.open[1] = plans_sorted(new, is_open, &m.open_count[1]);
	for (size_t i = 0; i < sizeof(PASSES) / sizeof(PASSES[0]); i++)
		run_pass(&m, &PASSES[i]);
	if (rejected)
		find_rejected(&m, rejected);
	buffer_free(&m.key);
	free(m.open[0]);
	free(m.open[1]);
	return count(&m);
}
