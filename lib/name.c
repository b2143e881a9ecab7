#include "name.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "num.h"

/* Records that are named of those in which a kind came again. */
#define NAMED 5

enum fault { FORMULA, STEERS, LONG, FAULTS };

static const struct finding_rule rules[FAULTS] = {
    {"N001", SEVERITY_WARNING, "begins as a formula: a spreadsheet computes it",
     "Begint als een formule: een spreadsheet rekent haar uit. Laat de naam "
     "met een letter of een cijfer beginnen."},
    {"N002", SEVERITY_WARNING,
     "has a line end, a control character or one that turns text about",
     "Heeft een regeleinde, een stuurteken of een teken voor de "
     "schrijfrichting. Typ de naam opnieuw, op een regel."},
    {"N003", SEVERITY_WARNING, "is {1} characters, more than 200",
     "Is {1} tekens lang, meer dan 200. Maak er een naam van."}};

/* A kind in a column: beyond the first name. */
struct more {
	enum fault fault;
	struct text file, column;
	size_t at, count, first;
	struct buffer records;
};

struct name_judge {
	struct findings *findings;
	struct arena *arena;
	struct map *seen; /* kind, column and name */
	struct map *more; /* kind and column -> struct more */
	struct buffer key;
};

bool
name_is_formula(struct text t)
{
	struct num n;

	return t.n > 0 && memchr("=+-@\t\r", t.s[0], 6) &&
	       num_parse(t, NUM_PLAIN, &n) != NUM_OK &&
	       num_parse(t, NUM_NL, &n) != NUM_OK;
}

struct name_judge *
name_judge_new(struct findings *f)
{
	struct name_judge *n = mem_new(struct name_judge);

	n->findings = f;
	n->arena = arena_new();
	n->seen = map_new();
	n->more = map_new();
	return n;
}

void
name_judge_free(struct name_judge *n)
{
	if (!n)
		return;
	for (size_t i = 0; i < map_count(n->more); i++) {
		struct more *m = map_value(n->more, i);

		buffer_free(&m->records);
	}
	map_free(n->more);
	map_free(n->seen);
	arena_free(n->arena);
	buffer_free(&n->key);
	free(n);
}

/* Characters; t is UTF-8. */
static size_t
length(struct text t)
{
	size_t n = 0;

	for (size_t i = 0; i < t.n; i++)
		n += ((unsigned char)t.s[i] & 0xc0) != 0x80;
	return n;
}

static bool
has(enum fault f, struct text t)
{
	/* A sign alone is what people write for nothing. */
	if (f == FORMULA)
		return t.n > 1 && name_is_formula(t);
	if (f == STEERS)
		return text_steers(t) < t.n;
	return t.n > NAME_LONGEST && length(t) > NAME_LONGEST;
}

static struct more *
more_of(struct name_judge *n, enum fault f, const struct finding_place *p)
{
	void **slot = map_slot(n->more, buffer_view(&n->key));
	struct more *m = *slot;

	if (m)
		return m;
	*slot = m = arena_alloc(n->arena, 1, sizeof(*m));
	*m = (struct more){.fault = f,
			   .file = arena_text(n->arena, text_of(p->file)),
			   .column = arena_text(n->arena, p->name),
			   .at = p->column};
	return m;
}

static void
tell(struct name_judge *n, enum fault f, const struct finding_place *p)
{
	struct text args[2] = {p->value, {"", 0}};
	struct buffer count = {0};

	buffer_uint(&count, length(p->value));
	args[1] = buffer_view(&count);
	finding_add(n->findings, &rules[f], p, args, 2);
	buffer_free(&count);
}

static void
note(struct name_judge *n, enum fault f, const struct finding_place *p)
{
	void **seen;
	struct more *m;

	buffer_clear(&n->key);
	buffer_uint(&n->key, f);
	buffer_part(&n->key, text_of(p->file));
	buffer_part(&n->key, p->name);
	m = more_of(n, f, p);
	buffer_part(&n->key, p->value);
	seen = map_slot(n->seen, buffer_view(&n->key));
	if (*seen)
		return;
	*seen = m;
	if (m->count++ == 0)
		tell(n, f, p);
	else if (m->count == 2)
		m->first = p->record;
	if (m->count > 1 && m->count <= NAMED + 1)
		buffer_printf(&m->records, m->count > 2 ? ", %zu" : "%zu",
			      p->record);
}

void
name_judge_name(struct name_judge *n, const struct finding_place *p)
{
	name_judge_remark(n, p);
	if (has(LONG, p->value))
		note(n, LONG, p);
}

void
name_judge_remark(struct name_judge *n, const struct finding_place *p)
{
	for (int f = 0; f < LONG; f++)
		if (has((enum fault)f, p->value))
			note(n, (enum fault)f, p);
}

void
name_judge_column(struct name_judge *n, const struct table *t, size_t column)
{
	struct finding_place p = {.file = table_name(t),
				  .name = text_of(table_column(t, column))};

	for (size_t i = 0; i < table_rows(t); i++) {
		p.record = p.row = table_line(t, i);
		p.value = table_cell(t, i, column);
		name_judge_name(n, &p);
	}
}

void
name_judge_tell(struct name_judge *n)
{
	for (size_t i = 0; i < map_count(n->more); i++) {
		struct more *m = map_value(n->more, i);
		struct finding_rule rule = rules[m->fault];
		struct finding_place p = {.file = m->file.s,
					  .record = m->first,
					  .column = m->at,
					  .name = m->column};
		struct buffer count = {0};

		if (m->count < 2)
			continue;
		if (m->count > NAMED + 1)
			buffer_string(&m->records, ", ...");
		buffer_uint(&count, m->count - 1);
		rule.english = "the same of more names: {0}, in records {1}";
		rule.dutch = "Hetzelfde bij nog meer namen ({0}), in rij {1}.";
		finding_add(n->findings, &rule, &p,
			    (const struct text[]){buffer_view(&count),
						  buffer_view(&m->records)},
			    2);
		buffer_free(&count);
	}
}
