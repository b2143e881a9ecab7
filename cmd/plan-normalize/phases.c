#include "phases.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

#define FOLD_MAX 512

struct phases {
	struct map *counts; /* by plan */
	struct buffer key;
	char number[24];
};

struct phases *
phases_new(void)
{
	struct phases *p = mem_new(struct phases);

	p->counts = map_new();
	return p;
}

void
phases_free(struct phases *p)
{
	if (!p)
		return;
	map_free(p->counts);
	free(p->key.s);
	free(p);
}

void
phases_number(struct phases *p, struct plan *plan)
{
	struct text id = plan->field[FIELD_PLAN_ID];
	char buf[FOLD_MAX];
	uintptr_t n;
	void **slot;

	p->key.n = 0;
	buffer_text(&p->key,
		    plan->gemeente ? plan->gemeente->code : text_of(""));
	buffer_char(&p->key, '\x1f');
	buffer_text(&p->key, id);
	buffer_char(&p->key, '\x1f');
	if (!id.n)
		buffer_text(&p->key, text_fold(plan->field[FIELD_PLAN_NAAM],
					       buf, sizeof(buf)));
	slot = map_slot(p->counts, buffer_view(&p->key));
	n = (uintptr_t)*slot + 1;
	*slot = (void *)n;
	snprintf(p->number, sizeof(p->number), "%zu", (size_t)n);
	plan->field[FIELD_FASE_ID] = text_of(p->number);
}
