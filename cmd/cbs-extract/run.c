#include "run.h"

const char *
run_keep(struct run *run, const char *s)
{
	return arena_text(run->arena, text_of(s)).s;
}

void
run_finding(struct run *run, enum rule rule, const struct spot *spot,
	    const struct text *args, size_t count)
{
	struct finding_place place = {.file = run->file,
				      .record = run->record,
				      .row = run->row,
				      .column = spot->column,
				      .name = spot->name,
				      .value = spot->value};

	causes_add(run->causes, rule, &place, args, count);
}
