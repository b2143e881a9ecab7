#include "stand/choice.h"

#include <stdlib.h>

#include "arena.h"
#include "mem.h"
#include "table.h"

enum column { NAME, FIELD, VALUE, SIZE, COLUMNS };

static const char *const columns[COLUMNS] = {"selectie", "veld", "waarde",
					     "omvang"};

/* What can be asked of a plan, and what is shown of it. */
static const enum register_column fields[] = {
    REGISTER_PLANSTATUS, REGISTER_HARDHEID,	 REGISTER_PROJECTFASE,
    REGISTER_PLANTYPE,	 REGISTER_OPDRACHTGEVER, REGISTER_GEBIED,
    REGISTER_KNELPUNTEN};
#define FIELDS (sizeof(fields) / sizeof(fields[0]))

/* Of a list of all plans: who may know of it, and where it stands. */
static const enum register_column marks[] = {
    REGISTER_VERTROUWELIJKHEID, REGISTER_LEVERING, REGISTER_BRON_RIJ};
#define MARKS (sizeof(marks) / sizeof(marks[0]))

static const enum register_column keys[] = {
    REGISTER_PLAN_ID, REGISTER_PLAN_NAAM, REGISTER_FASE_ID};
#define KEYS (sizeof(keys) / sizeof(keys[0]))

struct chosen {
	size_t gemeente;
	struct text key[KEYS];
	struct text said[FIELDS];
	struct text mark[MARKS];
	int64_t within, later; /* net dwellings */
	int first, last;       /* years; 0 when none is given */
};

struct choice {
	struct frame *frame;
	struct table *table; /* NULL: all plans */
	struct arena *arena;
	struct chosen **plans; /* by their number, NULL: none that counts */
	size_t cap;
	size_t *field; /* of each row of the table */
	struct num *size;
};

static int
read_field(struct choice *c, size_t i)
{
	const char *names[FIELDS];
	for (size_t j = 0; j < FIELDS; j++)
		names[j] = register_column_name(fields[j]);
	int rc = table_word(c->table, i, FIELD, names, FIELDS, &c->field[i]);
	return rc != 0 ? rc
		       : table_fail(c->table, i, FIELD,
				    "'' found, expected planstatus, "
				    "projectfase or what else a plan says");
}

static int
read_row(struct choice *c, size_t i)
{
	if (table_cell(c->table, i, NAME).n == 0)
		return table_fail(c->table, i, NAME,
				  "'' found, expected a name");
	if (read_field(c, i) != 1)
		return -1;
	int rc = table_whole(c->table, i, SIZE, &c->size[i]);
	if (rc < 0)
		return -1;
	if (rc == 0 || c->size[i].units < 0)
		return table_fail(c->table, i, SIZE,
				  "'%s' found, expected dwellings of 0 or more",
				  table_cell(c->table, i, SIZE).s);
	for (size_t j = 0; j < i; j++)
		if (text_equal(table_cell(c->table, j, NAME),
			       table_cell(c->table, i, NAME)) &&
		    num_compare(c->size[j], c->size[i]) != 0)
			return table_fail(c->table, i, SIZE,
					  "another omvang than line %zu has "
					  "for the same selectie",
					  table_line(c->table, j));
	return 0;
}

struct choice *
choice_new(struct frame *k, const char *path)
{
	struct choice *c = mem_new(struct choice);
	c->frame = k;
	c->arena = arena_new();
	c->table = path ? table_load(path, columns, COLUMNS) : NULL;
	size_t n = c->table ? table_rows(c->table) : 0;
	c->field = mem_array(n + 1, sizeof(*c->field));
	c->size = mem_array(n + 1, sizeof(*c->size));
	bool fine = c->table || !path;
	for (size_t i = 0; fine && i < n; i++)
		fine = read_row(c, i) == 0;
	if (fine)
		return c;
	choice_free(c);
	return NULL;
}

void
choice_free(struct choice *c)
{
	if (!c)
		return;
	table_free(c->table);
	arena_free(c->arena);
	free(c->plans);
	free(c->field);
	free(c->size);
	free(c);
}

static struct chosen *
plan_of(struct choice *c, const struct registers *r,
	const struct plan_amount *a)
{
	size_t before = c->cap;
	c->plans = mem_grow(c->plans, &c->cap, a->plan + 1, sizeof(*c->plans));
	for (size_t i = before; i < c->cap; i++)
		c->plans[i] = NULL;
	if (c->plans[a->plan])
		return c->plans[a->plan];
	struct chosen *p = arena_alloc(c->arena, 1, sizeof(*p));
	p->gemeente = a->gemeente;
	for (size_t i = 0; i < KEYS; i++)
		p->key[i] = arena_text(c->arena, registers_field(r, keys[i]));
	for (size_t i = 0; i < FIELDS; i++)
		p->said[i] =
		    arena_text(c->arena, registers_field(r, fields[i]));
	for (size_t i = 0; i < MARKS; i++)
		p->mark[i] = arena_text(c->arena, registers_field(r, marks[i]));
	return c->plans[a->plan] = p;
}

static void
take_years(struct chosen *p, struct span s)
{
	if (s.from != SPAN_OPEN_FROM && (p->first == 0 || s.from < p->first))
		p->first = s.from;
	if (s.to != SPAN_OPEN_TO && s.to > p->last)
		p->last = s.to;
}

static void
count(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct choice *c = ctx;
	enum lot lot = capacity_lot(c->frame, a);
	bool later = a->span.from > c->frame->years.to;
	if (a->amount == 0 || (lot != LOT_YEAR && lot != LOT_BUCKET && !later))
		return;
	struct chosen *p = plan_of(c, from->registers, a);
	take_years(p, a->span);
	if (later)
		p->later += a->amount;
	else
		p->within += a->amount;
}

struct taker
choice_taker(struct choice *c)
{
	return (struct taker){.ctx = c, .count = count};
}

/* One of several joined by |. */
static bool
says(struct text all, struct text word)
{
	struct text part;
	while (text_split(&all, '|', &part))
		if (text_equal(part, word))
			return true;
	return false;
}

/* Every veld that the selectie of row i names has one of its values. */
static bool
fits(const struct choice *c, const struct chosen *p, size_t i)
{
	const struct table *t = c->table;
	struct text name = table_cell(t, i, NAME);
	bool asked[FIELDS] = {0}, found[FIELDS] = {0};
	for (size_t j = 0; j < table_rows(t); j++) {
		size_t f = c->field[j];
		if (!text_equal(table_cell(t, j, NAME), name))
			continue;
		asked[f] = true;
		found[f] =
		    found[f] || says(p->said[f], table_cell(t, j, VALUE));
	}
	for (size_t f = 0; f < FIELDS; f++)
		if (asked[f] && !found[f])
			return false;
	return num_compare(amount_num(p->within + p->later), c->size[i]) >= 0;
}

static void
header(const struct choice *c, struct csvout *w)
{
	csvout_numbers(w, "jaar_van jaar_tot aantal later omvang bron_rij");
	if (c->table)
		csvout_string(w, "selectie");
	csvout_string(w, "gemeente");
	csvout_string(w, "naam");
	for (size_t i = 0; i < KEYS; i++)
		csvout_string(w, register_column_name(keys[i]));
	for (size_t i = 0; i < FIELDS; i++)
		csvout_string(w, register_column_name(fields[i]));
	csvout_string(w, "jaar_van");
	csvout_string(w, "jaar_tot");
	csvout_string(w, "aantal");
	csvout_string(w, "later");
	if (c->table)
		csvout_string(w, "omvang");
	for (size_t i = 0; !c->table && i < MARKS; i++)
		csvout_string(w, register_column_name(marks[i]));
	csvout_end(w);
}

static void
year(struct csvout *w, int n)
{
	if (n == 0)
		csvout_empty(w);
	else
		csvout_int(w, n);
}

static void
write_row(const struct choice *c, struct csvout *w, size_t i,
	  const struct chosen *p)
{
	const struct regio *r =
	    regios_gemeente_at(c->frame->regios, p->gemeente);
	if (c->table)
		csvout_text(w, table_cell(c->table, i, NAME));
	csvout_text(w, r->code);
	csvout_text(w, r->name);
	for (size_t j = 0; j < KEYS; j++)
		csvout_text(w, p->key[j]);
	for (size_t j = 0; j < FIELDS; j++)
		csvout_text(w, p->said[j]);
	year(w, p->first);
	year(w, p->last);
	csvout_num(w, amount_num(p->within));
	csvout_num(w, amount_num(p->later));
	if (c->table)
		csvout_num(w, c->size[i]);
	for (size_t j = 0; !c->table && j < MARKS; j++)
		csvout_text(w, p->mark[j]);
	csvout_end(w);
}

static int
by_size(const void *a, const void *b)
{
	const struct chosen *x = *(struct chosen *const *)a;
	const struct chosen *y = *(struct chosen *const *)b;
	int64_t m = x->within + x->later, n = y->within + y->later;
	if (m != n)
		return m < n ? 1 : -1;
	if (x->gemeente != y->gemeente)
		return x->gemeente < y->gemeente ? -1 : 1;
	for (size_t i = 0; i < KEYS; i++) {
		int rc = text_compare(x->key[i], y->key[i]);
		if (rc != 0)
			return rc;
	}
	return 0;
}

static bool
first_of_name(const struct table *t, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (text_equal(table_cell(t, j, NAME), table_cell(t, i, NAME)))
			return false;
	return true;
}

void
choice_write(const struct choice *c, struct csvout *w)
{
	struct chosen **list = mem_array(c->cap + 1, sizeof(*list));
	size_t n = 0;
	for (size_t i = 0; i < c->cap; i++)
		if (c->plans[i])
			list[n++] = c->plans[i];
	qsort(list, n, sizeof(*list), by_size);
	header(c, w);
	for (size_t j = 0; !c->table && j < n; j++)
		write_row(c, w, 0, list[j]);
	for (size_t i = 0; c->table && i < table_rows(c->table); i++)
		for (size_t j = 0; first_of_name(c->table, i) && j < n; j++)
			if (fits(c, list[j], i))
				write_row(c, w, i, list[j]);
	free(list);
}
