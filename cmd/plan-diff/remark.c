#include "remark.h"

#include <stdlib.h>

#include "buffer.h"
#include "fold.h"
#include "rule.h"

static struct text
name_key(struct buffer *b, const struct plan *p)
{
	buffer_clear(b);
	buffer_part(b, *p->state->gemeente);
	fold_add(b, plan_naam(p));
	return buffer_view(b);
}

void
remark_init(struct remark *m, struct findings *f, const struct plans *new)
{
	*m = (struct remark){f, plans_name(new), new, NULL};
}

/* Municipality and name to new plan: the first of each in their order. */
static struct map *
names_of(const struct plans *new)
{
	struct map *names = map_new();
	struct buffer key = {0};

	for (size_t i = 0; i < plans_count(new); i++) {
		struct plan *p = plans_at(new, i);
		void **slot = map_slot(names, name_key(&key, p));
		if (!*slot || plan_order(p, *slot) < 0)
			*slot = p;
	}
	buffer_free(&key);
	return names;
}

void
remark_end(struct remark *m)
{
	map_free(m->names);
}

void
remark_order(struct remark *m, const struct plans *old, const struct plans *new)
{
	struct text before = plans_peildatum(old);
	struct text after = plans_peildatum(new);
	const struct finding_place place = {
	    .file = m->file, .name = text_of("peildatum"), .value = after};
	const struct text args[] = {after, before};

	if (after.n > 0 && text_compare(after, before) < 0)
		finding_add(m->findings, &rules[RULE_ORDER], &place, args, 2);
}

static void
add(struct remark *m, enum rule which, const struct plan *p,
    const struct text args[4])
{
	static const char *const COLUMNS[RULE_COUNT] = {
	    [RULE_BY_NAME] = "plan_id",
	    [RULE_SOFTER] = "hardheid",
	    [RULE_RULE_SET] = "hardheid",
	    [RULE_RENUMBERED] = "plan_id"};
	bool id = which == RULE_BY_NAME || which == RULE_RENUMBERED;
	const struct finding_place place = {
	    .file = m->file,
	    .record = p->record,
	    .row = p->row,
	    .name = text_of(COLUMNS[which]),
	    .value = id ? plan_id(p) : hardheid_name(p->state->hardheid),
	};

	finding_add(m->findings, &rules[which], &place, args, 4);
}

static void
remark_hardheid(struct remark *m, const struct plan *old,
		const struct plan *new)
{
	char netto[NUM_TEXT];
	struct text was = hardheid_name(old->state->hardheid);
	struct text is = hardheid_name(new->state->hardheid);
	struct num dwellings =
	    old->link == LINK_MERGE ? plan_netto(old) : plan_netto(new);
	const struct text softer[4] = {plan_naam(new),
				       num_format(dwellings, netto), is};
	const struct text status[4] = {plan_naam(new), *new->state->planstatus,
				       was, is};

	if (text_equal(*old->state->planstatus, *new->state->planstatus))
		add(m, RULE_RULE_SET, new, status);
	else if (old->state->hardheid == HARDHEID_HARD)
		add(m, RULE_SOFTER, new, softer);
}

/* The id stayed while the name went to another id: running numbers. */
static void
remark_renumbered(struct remark *m, const struct plan *old,
		  const struct plan *new)
{
	struct buffer key = {0};
	const struct plan *other;

	if (!m->names)
		m->names = names_of(m->new);
	other = map_get(m->names, name_key(&key, old));
	buffer_free(&key);
	if (!other || text_equal(plan_id(other), plan_id(new)))
		return;
	const struct text args[4] = {plan_id(new), plan_naam(old),
				     plan_naam(new), plan_id(other)};
	add(m, RULE_RENUMBERED, new, args);
}

void
remark_pair(struct remark *m, const struct plan *old, const struct plan *new)
{
	if (new->link == LINK_NAME && !text_equal(plan_id(old), plan_id(new))) {
		const struct text args[4] = {plan_naam(new), plan_id(old),
					     plan_id(new)};
		add(m, RULE_BY_NAME, new, args);
	}
	if (old->state->hardheid != new->state->hardheid)
		remark_hardheid(m, old, new);
	if (new->link == LINK_ID && !plan_same(plan_naam(old), plan_naam(new)))
		remark_renumbered(m, old, new);
}
