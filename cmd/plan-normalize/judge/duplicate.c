#include "judge/duplicate.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "planset.h"

/* The plan that had a name first, or last under another id. */
struct named {
	size_t record;
	struct text id;
};

/* What a plan was in the record that had it first. */
struct first {
	size_t record;
	struct text planstatus, hardheid;
};

struct duplicates {
	const struct binding *binding;
	struct report *report;
	struct map *plans; /* key -> struct first */
	struct map *rows;  /* key and row -> record number */
	struct map *names; /* key -> struct named */
	struct arena *arena;
	struct buffer key, folded;
};

struct duplicates *
duplicates_new(const struct binding *b, struct report *report)
{
	struct duplicates *d = mem_new(struct duplicates);

	d->binding = b;
	d->report = report;
	d->plans = map_new();
	d->rows = map_new();
	d->names = map_new();
	d->arena = arena_new();
	return d;
}

void
duplicates_free(struct duplicates *d)
{
	if (!d)
		return;
	map_free(d->plans);
	map_free(d->rows);
	map_free(d->names);
	arena_free(d->arena);
	buffer_free(&d->key);
	buffer_free(&d->folded);
	free(d);
}

/* The field that names the plan, for a message. */
static enum field
naming(const struct duplicates *d, const struct plan *p)
{
	static const enum field names[] = {FIELD_PLAN_ID, FIELD_PLAN_NAAM};

	for (size_t i = 0; i < 2; i++)
		if (d->binding->field[names[i]] >= 0 && p->field[names[i]].n)
			return names[i];
	return FIELD_GEMEENTE;
}

static void
tell(struct duplicates *d, enum rule rule, const struct plan *p, size_t record)
{
	enum field f = naming(d, p);
	char number[24];

	if (rule == RULE_DOUBLE_NAME && d->binding->field[FIELD_PLAN_NAAM] >= 0)
		f = FIELD_PLAN_NAAM;
	snprintf(number, sizeof(number), "%zu", record);
	report_add(d->report, rule, d->binding->field[f],
		   f == FIELD_GEMEENTE ? p->gemeente->naam : p->field[f],
		   text_of(number));
}

/* By its id, or as if it had none. */
static struct text
key_of(struct duplicates *d, const struct plan *p, bool by_id)
{
	struct plan_row row = {.gemeente = p->gemeente->code,
			       .plan_id = by_id ? p->field[FIELD_PLAN_ID]
						: text_of(""),
			       .plan_naam = p->field[FIELD_PLAN_NAAM],
			       .fase_id = p->field[FIELD_FASE_ID]};

	return plan_key(&d->key, &d->folded, &row);
}

static bool
same_status(const struct first *f, const struct plan *p)
{
	return text_equal(f->planstatus, p->planstatus) &&
	       (text_is(p->planstatus, PLANSTATUS_UNKNOWN) ||
		text_equal(f->hardheid, p->hardheid));
}

/* What tells the rows of one plan apart in deliveries that have several; adds
 * it to the key. False when nothing does. */
static bool
add_row(struct duplicates *d, const struct plan *p)
{
	static const enum field fields[] = {FIELD_CATEGORIE,
					    FIELD_GROEP,
					    FIELD_JAAR,
					    FIELD_JAAR_VAN,
					    FIELD_JAAR_TOT,
					    FIELD_BOUW_GEREALISEERD,
					    FIELD_SLOOP_GEREALISEERD,
					    FIELD_TELLING,
					    FIELD_PEILDATUM,
					    FIELD_LEVERING};
	bool any = false;

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		any = any || d->binding->field[fields[i]] >= 0;
		buffer_part(&d->key, p->field[fields[i]]);
	}
	return any;
}

/* One plan has one planstatus, and one hardheid unless the status is unknown:
 * the register is refused otherwise. And each of its rows comes once. */
static void
check_plan(struct duplicates *d, const struct plan *p)
{
	struct first **plan =
	    (struct first **)map_slot(d->plans, key_of(d, p, true));
	struct first *f = *plan;
	bool known = f != NULL;
	void **row;

	if (!known) {
		f = *plan = arena_alloc(d->arena, 1, sizeof(*f));
		f->record = p->record;
		f->planstatus = arena_text(d->arena, p->planstatus);
		f->hardheid = arena_text(d->arena, p->hardheid);
	} else if (!same_status(f, p)) {
		tell(d, RULE_TWO_STATUS, p, f->record);
		return;
	}
	if (!add_row(d, p)) {
		if (known)
			tell(d, RULE_DOUBLE_ID, p, f->record);
		return;
	}
	row = map_slot(d->rows, buffer_view(&d->key));
	if (*row)
		tell(d, RULE_DOUBLE_ID, p, (size_t)(uintptr_t)*row);
	else
		*row = (void *)(uintptr_t)p->record;
}

/* The same name under another id. */
static void
check_name(struct duplicates *d, const struct plan *p)
{
	struct named **slot =
	    (struct named **)map_slot(d->names, key_of(d, p, false));
	struct text id = fold(&d->folded, p->field[FIELD_PLAN_ID]);

	if (!*slot)
		*slot = arena_alloc(d->arena, 1, sizeof(**slot));
	else if (text_equal((*slot)->id, id))
		return;
	else
		tell(d, RULE_DOUBLE_NAME, p, (*slot)->record);
	(*slot)->record = p->record;
	(*slot)->id = arena_text(d->arena, id);
}

void
duplicates_check(struct duplicates *d, const struct plan *plan)
{
	check_plan(d, plan);
	if (plan->field[FIELD_PLAN_NAAM].n && !d->report->error)
		check_name(d, plan);
}
