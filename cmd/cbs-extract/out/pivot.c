#include "out/pivot.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "mem.h"
#include "table/rows.h"

/* The value of a measure in this row: copied, the source is read on. */
struct slot {
	struct text name;
	bool is_text;
	char *s;
	size_t n, cap;
	struct text reason;
	bool filled;
};

struct pivot {
	struct csvout *out;
	const char *missing;
	struct arena *arena;
	struct slot *slots;
	size_t count;
	struct map *columns; /* name -> struct slot */
	struct map *seen;    /* keys of the cells of narrow forms */
	const struct edition *edition;
	const struct code **codes;
	size_t code_cap;
	struct text *fields; /* of the row, as rows.h has them */
	size_t dimensions;
	char *reasons;
	size_t reasons_cap;
	bool started, open, failed;
};

struct pivot *
pivot_new(struct csvout *out, const char *missing)
{
	struct pivot *p = mem_new(struct pivot);

	p->out = out;
	p->missing = missing;
	p->arena = arena_new();
	p->columns = map_new();
	p->seen = map_new();
	return p;
}

void
pivot_free(struct pivot *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->count; i++)
		free(p->slots[i].s);
	map_free(p->columns);
	map_free(p->seen);
	arena_free(p->arena);
	free(p->slots);
	free(p->codes);
	free(p->fields);
	free(p->reasons);
	free(p);
}

static struct text
name_of(struct pivot *p, const struct topic *t)
{
	char buf[ROWS_NAME + 1];

	rows_column(t->name, "onderwerp_", buf);
	return arena_text(p->arena, text_of(buf));
}

/* A slot for each measure that is wanted of the first table. */
static void
add_slots(struct pivot *p, const struct edition *e)
{
	size_t n = map_count(e->topics);

	p->slots = mem_array(n + 1, sizeof(*p->slots));
	for (size_t i = 0; i < n; i++) {
		const struct topic *t = map_value(e->topics, i);
		struct slot *s = &p->slots[p->count];
		void **place;

		/* A sum has one column. */
		if (!t->keep || t->part_of.index > 0)
			continue;
		s->name = name_of(p, t);
		s->is_text = t->is_text;
		place = map_slot(p->columns, s->name);
		if (*place) {
			diag_fail("two measures would be column %s; name them "
				  "with -m or -s",
				  s->name.s);
			p->failed = true;
			return;
		}
		*place = s;
		p->count++;
	}
}

static void
start(struct pivot *p, const struct rows *rows, const struct edition *e)
{
	static const enum row_column fixed[] = {
	    ROW_TABEL, ROW_REGIO, ROW_PERIODE, ROW_STATUS, ROW_REDEN};

	p->started = true;
	p->dimensions = rows_dimensions(rows);
	p->fields = mem_array(ROW_FIXED + p->dimensions, sizeof(*p->fields));
	if (e)
		add_slots(p, e);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		csvout_text(p->out, rows_name(rows, fixed[i]));
	for (size_t i = 0; i < p->dimensions; i++)
		csvout_text(p->out, rows_name(rows, ROW_FIXED + i));
	for (size_t i = 0; i < p->count; i++)
		if (p->slots[i].is_text)
			csvout_text(p->out, p->slots[i].name);
		else
			csvout_number_name(p->out, p->slots[i].name);
	csvout_end(p->out);
}

static size_t
append(struct pivot *p, size_t n, struct text t)
{
	p->reasons = mem_grow(p->reasons, &p->reasons_cap, n + t.n + 1, 1);
	memcpy(p->reasons + n, t.s, t.n);
	return n + t.n;
}

/* "measure=why|...": a measure without an observation was not delivered. */
static struct text
join_reasons(struct pivot *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->count; i++) {
		const struct slot *s = &p->slots[i];

		if (s->filled && s->reason.n == 0)
			continue;
		if (n)
			n = append(p, n, text_of("|"));
		n = append(p, n, s->name);
		n = append(p, n, text_of("="));
		n = append(p, n, s->filled ? s->reason : text_of(p->missing));
	}
	return (struct text){n ? p->reasons : "", n};
}

static void
flush(struct pivot *p)
{
	if (!p->open)
		return;
	csvout_text(p->out, p->fields[ROW_TABEL]);
	csvout_text(p->out, p->fields[ROW_REGIO]);
	csvout_text(p->out, p->fields[ROW_PERIODE]);
	csvout_text(p->out, p->fields[ROW_STATUS]);
	csvout_text(p->out, join_reasons(p));
	for (size_t i = 0; i < p->dimensions; i++)
		csvout_text(p->out, p->fields[ROW_FIXED + i]);
	for (size_t i = 0; i < p->count; i++) {
		struct slot *s = &p->slots[i];

		csvout_text(p->out, (struct text){s->n ? s->s : "", s->n});
		s->n = 0;
		s->filled = false;
	}
	csvout_end(p->out);
	p->open = false;
}

static bool
same_cell(const struct pivot *p, const struct edition *e)
{
	if (!p->open || p->edition != e)
		return false;
	for (size_t i = 0; i < e->axis_count; i++)
		if (p->codes[i] != e->axes[i].last)
			return false;
	return true;
}

/* In a long source a cell that comes back would be a second row. */
static void
check_new(struct pivot *p, const struct edition *e)
{
	size_t n = e->axis_count * sizeof(*p->codes);
	void **place = map_slot(p->seen, (struct text){(char *)p->codes, n});

	if (*place && !p->failed) {
		diag_fail_at(e->run->file, e->run->row,
			     "the measures of a cell do not follow each other: "
			     "--wide cannot put them side by side");
		p->failed = true;
	}
	*place = p;
}

static void
start_cell(struct pivot *p, const struct edition *e)
{
	flush(p);
	p->open = true;
	p->edition = e;
	p->codes = mem_grow(p->codes, &p->code_cap, e->axis_count + 1,
			    sizeof(*p->codes));
	for (size_t i = 0; i < e->axis_count; i++)
		p->codes[i] = e->axes[i].last;
	memcpy(p->fields, rows_fields(e->run->rows),
	       (ROW_FIXED + p->dimensions) * sizeof(*p->fields));
	if (e->narrow)
		check_new(p, e);
}

static struct slot *
slot_of(struct pivot *p, const struct edition *e, struct topic *t)
{
	if (!t->slot)
		t->slot = map_get(p->columns, name_of(p, t));
	if (!t->slot && !p->failed) {
		diag_fail_at(e->run->file, e->run->row,
			     "no column for measure '%s': --wide must know all "
			     "measures before the first row; give the metadata "
			     "with -M, or -m",
			     t->name.s);
		p->failed = true;
	}
	return t->slot;
}

void
pivot_add(struct pivot *p, struct edition *e, struct topic *t,
	  const struct cell *c)
{
	struct slot *s;

	if (!p->started)
		start(p, e->run->rows, e);
	s = p->failed ? NULL : slot_of(p, e, t);
	if (!s)
		return;
	if (!same_cell(p, e) || s->filled)
		start_cell(p, e);
	s->s = mem_grow(s->s, &s->cap, c->value.n + 1, 1);
	memcpy(s->s, c->value.s, c->value.n);
	s->n = c->value.n;
	s->reason = c->reason;
	s->filled = true;
}

int
pivot_finish(struct pivot *p, const struct run *run)
{
	if (!p->started)
		start(p, run->rows,
		      run->edition_count ? run->editions[0] : NULL);
	if (!p->failed)
		flush(p);
	return p->failed ? -1 : 0;
}
