#include "ground/report.h"

#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

/* Records that are named of those in which a finding came again. */
#define NAMED 5

/* What a column causes, beyond its first record. */
struct repeat {
	struct finding_rule rule; /* "and so in more records" */
	size_t column;		  /* from 1; 0: none */
	struct text name;
	size_t count, first;
	struct buffer records;
};

struct repeats {
	struct map *by_key;
	struct buffer key;
};

static void
add(struct report *r, enum rule rule, struct finding_place *p,
    struct text extra)
{
	struct text args[3] = {p->value, extra, p->name};

	p->file = r->file;
	finding_add(r->findings, &rules[rule], p, args, 3);
	if (rules[rule].severity == SEVERITY_ERROR)
		r->error = true;
}

struct repeats *
repeats_new(void)
{
	struct repeats *r = mem_new(struct repeats);

	r->by_key = map_new();
	return r;
}

void
repeats_free(struct repeats *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < map_count(r->by_key); i++) {
		struct repeat *p = map_value(r->by_key, i);

		buffer_free(&p->records);
		free(p);
	}
	map_free(r->by_key);
	buffer_free(&r->key);
	free(r);
}

/* No error, which costs a record: what a column, or a word, causes in every
 * record that has it. */
static bool
is_repeated(enum rule rule)
{
	return rule == RULE_FRACTION || rule == RULE_SLOOP ||
	       rule == RULE_PAST || rule == RULE_RESIDUE ||
	       rule == RULE_ROUNDED || rule == RULE_CLOSED;
}

/* True when the same was told of this column, or of this word. */
static bool
came_before(struct report *r, enum rule rule, const struct finding_place *p)
{
	struct repeats *all = r->repeats;
	struct repeat **slot, *again;

	buffer_clear(&all->key);
	buffer_uint(&all->key, rule);
	buffer_char(&all->key, ' ');
	buffer_uint(&all->key, p->column);
	buffer_part(&all->key, r->owner);
	if (!p->column)
		buffer_part(&all->key, p->value);
	slot = (struct repeat **)map_slot(all->by_key, buffer_view(&all->key));
	if (!*slot) {
		again = *slot = mem_new(struct repeat);
		again->rule = rules[rule];
		again->rule.english = "the same in more records: {0}, in {1}";
		again->rule.dutch = "Hetzelfde in nog meer rijen ({0}): {1}";
		again->column = p->column;
		again->name = p->name;
		return false;
	}
	again = *slot;
	if (!again->count++)
		again->first = p->record;
	if (again->count <= NAMED)
		buffer_printf(&again->records,
			      again->count > 1 ? ", %zu" : "%zu", p->record);
	return true;
}

void
report_repeats(struct report *r)
{
	for (size_t i = 0; i < map_count(r->repeats->by_key); i++) {
		struct repeat *again = map_value(r->repeats->by_key, i);
		struct finding_place p = {.file = r->file,
					  .record = again->first,
					  .column = again->column,
					  .name = again->name,
					  .value = {"", 0}};
		char count[24];
		struct text args[2] = {text_of(count), {"", 0}};

		if (!again->count)
			continue;
		if (again->count > NAMED)
			buffer_string(&again->records, ", ...");
		snprintf(count, sizeof(count), "%zu", again->count);
		args[0] = text_of(count);
		args[1] = buffer_view(&again->records);
		finding_add(r->findings, &again->rule, &p, args, 2);
	}
}

void
report_add(struct report *r, enum rule rule, long column, struct text value,
	   struct text extra)
{
	struct finding_place p = {.record = csvin_record(r->in),
				  .row = csvin_row(r->in),
				  .name = {"", 0},
				  .value = value};

	if (column >= 0) {
		p.column = (size_t)column + 1;
		p.name = r->names[column];
	}
	if (is_repeated(rule) && came_before(r, rule, &p))
		return;
	add(r, rule, &p, extra);
}

void
report_header(struct report *r, enum rule rule, size_t column,
	      struct text value, struct text extra)
{
	struct finding_place p = {.record = r->header,
				  .column = column + 1,
				  .name = r->names[column],
				  .value = value};

	add(r, rule, &p, extra);
}

void
report_column(struct report *r, enum rule rule, size_t column,
	      struct text extra)
{
	report_header(r, rule, column, r->names[column], extra);
}

void
report_whole(struct report *r, enum rule rule, const struct text *args,
	     size_t count)
{
	struct finding_place p = {
	    .file = r->file, .name = {"", 0}, .value = {"", 0}};

	finding_add(r->findings, &rules[rule], &p, args, count);
}

void
report_past(struct report *r, enum rule rule, size_t record, struct text value,
	    const struct text extra[2])
{
	struct finding_place p = {
	    .file = r->file, .record = record, .name = {"", 0}, .value = value};
	struct text args[3] = {value, extra[0], extra[1]};

	finding_add(r->findings, &rules[rule], &p, args, 3);
}

void
report_past_cell(struct report *r, enum rule rule, const size_t cell[2],
		 struct text value, struct text extra)
{
	struct finding_place p = {.record = cell[0],
				  .column = cell[1] + 1,
				  .name = r->names[cell[1]],
				  .value = value};

	add(r, rule, &p, extra);
}
