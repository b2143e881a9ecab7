#include "judge/duplicate.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"

#define FOLD_MAX 512

/* The plan that had a name first, or last under another id. */
struct named {
	size_t record;
	struct text id;
};

struct duplicates {
	const struct binding *binding;
	struct report *report;
	struct map *ids;   /* key -> record number */
	struct map *names; /* key -> struct named */
	struct arena *arena;
	struct buffer key;
};

struct duplicates *
duplicates_new(const struct binding *b, struct report *report)
{
	struct duplicates *d = mem_new(struct duplicates);

	d->binding = b;
	d->report = report;
	d->ids = map_new();
	d->names = map_new();
	d->arena = arena_new();
	return d;
}

void
duplicates_free(struct duplicates *d)
{
	if (!d)
		return;
	map_free(d->ids);
	map_free(d->names);
	arena_free(d->arena);
	free(d->key.s);
	free(d);
}

static void
append(struct duplicates *d, struct text t)
{
	buffer_add(&d->key, t);
	buffer_char(&d->key, '\x1f');
}

/* What tells the rows of one plan apart in deliveries that have several. */
static void
append_row(struct duplicates *d, const struct plan *p)
{
	static const enum field fields[] = {FIELD_FASE_ID,  FIELD_CATEGORIE,
					    FIELD_GROEP,    FIELD_JAAR,
					    FIELD_JAAR_VAN, FIELD_JAAR_TOT};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		append(d, p->field[fields[i]]);
}

static void
tell(struct duplicates *d, enum rule rule, enum field f, struct text value,
     size_t record)
{
	char number[24];

	snprintf(number, sizeof(number), "%zu", record);
	report_add(d->report, rule, d->binding->field[f], value,
		   text_of(number));
}

static void
check_id(struct duplicates *d, const struct plan *p)
{
	void **slot;

	d->key.n = 0;
	append(d, p->gemeente->code);
	append(d, p->field[FIELD_PLAN_ID]);
	append_row(d, p);
	slot = map_slot(d->ids, buffer_view(&d->key));
	if (*slot)
		tell(d, RULE_DOUBLE_ID, FIELD_PLAN_ID, p->field[FIELD_PLAN_ID],
		     (size_t)(uintptr_t)*slot);
	else
		*slot = (void *)(uintptr_t)p->record;
}

/* Rows of one name that differ in phase are parts of one plan; without ids
 * so are those that differ in status, category or year. */
static void
append_name(struct duplicates *d, const struct plan *p)
{
	char buf[FOLD_MAX];

	d->key.n = 0;
	append(d, p->gemeente->code);
	append(d, text_fold(p->field[FIELD_PLAN_NAAM], buf, sizeof(buf)));
	append(d, p->field[FIELD_FASE_ID]);
	if (p->field[FIELD_PLAN_ID].n)
		return;
	append(d, p->planstatus);
	append(d, p->hardheid);
	append_row(d, p);
}

static void
check_name(struct duplicates *d, const struct plan *p)
{
	struct text name = p->field[FIELD_PLAN_NAAM];
	struct text id = p->field[FIELD_PLAN_ID];
	struct named **slot;
	bool known;

	append_name(d, p);
	slot = (struct named **)map_slot(d->names, buffer_view(&d->key));
	known = *slot != NULL;
	if (!known)
		*slot = arena_alloc(d->arena, 1, sizeof(**slot));
	if (known && d->binding->field[FIELD_PLAN_NAAM] < 0 && !id.n)
		tell(d, RULE_DOUBLE_ID, FIELD_GEMEENTE, p->gemeente->naam,
		     (*slot)->record);
	else if (known && (!id.n || !text_equal((*slot)->id, id)))
		tell(d, RULE_DOUBLE_NAME,
		     name.n ? FIELD_PLAN_NAAM : FIELD_GEMEENTE,
		     name.n ? name : p->gemeente->naam, (*slot)->record);
	else if (known)
		return;
	(*slot)->record = p->record;
	(*slot)->id = arena_text(d->arena, id);
}

void
duplicates_check(struct duplicates *d, const struct plan *plan)
{
	if (plan->field[FIELD_PLAN_ID].n)
		check_id(d, plan);
	if (plan->field[FIELD_PLAN_NAAM].n || !plan->field[FIELD_PLAN_ID].n)
		check_name(d, plan);
}
