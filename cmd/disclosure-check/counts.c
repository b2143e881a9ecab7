#include "counts.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "csvin.h"
#include "map.h"
#include "mem.h"
#include "network.h"
#include "num.h"
#include "region.h"
#include "table.h"

#define OUTSIDE 0
#define NONE ((size_t)-1)

enum { SLEUTEL, CODE, REGIO, PERIODE, WAARDE, EENHEID, REDEN, COLUMNS };
static const char *const NAMES[COLUMNS] = {
    "sleutel", "indicator_code", "regio", "periode",
    "waarde",  "eenheid",	 "reden"};

/* A region of one indicator and period. */
struct cell {
	struct count count;
	bool hidden; /* in this release, in some table */
	bool shown;  /* in any */
	bool number; /* a whole count, not negative */
	struct num value;
};

/* What may add up: the cells of an indicator and period. */
struct group {
	struct map *cells; /* by region */
	bool counts;	   /* its unit is a count */
};

struct counts {
	const struct gemeenten *gemeenten;
	struct arena *arena;
	struct map *groups;
	struct map *withheld; /* by key */
	struct buffer buffer;
};

struct counts *
counts_new(const struct gemeenten *g)
{
	struct counts *c = mem_new(struct counts);

	c->gemeenten = g;
	c->arena = arena_new();
	c->groups = map_new();
	c->withheld = map_new();
	return c;
}

void
counts_free(struct counts *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < map_count(c->groups); i++)
		map_free(((struct group *)map_value(c->groups, i))->cells);
	map_free(c->groups);
	map_free(c->withheld);
	buffer_free(&c->buffer);
	arena_free(c->arena);
	free(c);
}

/* A cell as a table has it; in the order of the key. */
struct place {
	struct text code, region, period;
};

static struct group *
group_of(struct counts *c, const struct place *p)
{
	struct group *g;
	void **slot;

	buffer_clear(&c->buffer);
	buffer_part(&c->buffer, p->code);
	buffer_part(&c->buffer, p->period);
	slot = map_slot(c->groups, buffer_view(&c->buffer));
	g = *slot;
	if (!g) {
		g = *slot = arena_alloc(c->arena, 1, sizeof(*g));
		g->cells = map_new();
	}
	return g;
}

static struct cell *
cell_of(struct counts *c, struct group *g, const struct place *p)
{
	void **slot = map_slot(g->cells, p->region);
	struct cell *cell = *slot;

	if (cell)
		return cell;
	cell = *slot = arena_alloc(c->arena, 1, sizeof(*cell));
	cell->count.region = arena_text(c->arena, p->region);
	buffer_clear(&c->buffer);
	buffer_add(&c->buffer, p->code);
	buffer_list(&c->buffer, "|", p->region);
	buffer_list(&c->buffer, "|", p->period);
	cell->count.key = arena_text(c->arena, buffer_view(&c->buffer));
	cell->count.table = cell->count.shown = text_of("");
	return cell;
}

static void
take_value(struct cell *cell, struct text value, const char *name)
{
	if (value.n == 0 || cell->shown)
		return;
	cell->shown = num_parse(value, NUM_PLAIN, &cell->value) == NUM_OK;
	cell->number =
	    cell->shown && num_is_whole(cell->value) && cell->value.units >= 0;
	cell->count.shown = text_of(*name ? name : "a release before");
}

/* name is empty for a release before. */
static void
take_row(struct counts *c, const struct table *t, size_t i, const char *name)
{
	struct place p = {table_cell(t, i, CODE), table_cell(t, i, REGIO),
			  table_cell(t, i, PERIODE)};
	struct text reden = table_cell(t, i, REDEN);
	bool hidden = text_is(reden, "onderdrukt") || text_is(reden, "geheim");
	struct group *g = group_of(c, &p);
	struct cell *cell = cell_of(c, g, &p);

	g->counts = g->counts || text_is(table_cell(t, i, EENHEID), "aantal");
	cell->count.ours = cell->count.ours || text_is(reden, "onderdrukt");
	if (hidden && *name && !cell->hidden) {
		cell->hidden = true;
		cell->count.table = text_of(name);
		*map_slot(c->withheld, cell->count.key) = cell;
	}
	take_value(cell, table_cell(t, i, WAARDE), name);
}

static int
load_long(struct counts *c, const char *path, const char *name)
{
	struct table *t = table_load(path, NAMES, COLUMNS);

	for (size_t k = 0; t && k < table_rows(t); k++)
		take_row(c, t, k, name);
	table_free(t);
	return t ? 0 : -1;
}

/* --- a row for each region, a column for each code --- */

static struct text
field(const struct csvin *csv, long at)
{
	return at < 0 ? text_of("") : text_trim(csvin_field(csv, (size_t)at));
}

static void
take_place(struct counts *c, const struct place *p, struct text value,
	   const char *name)
{
	if (p->region.n > 0 && p->period.n > 0 && value.n > 0)
		take_value(cell_of(c, group_of(c, p), p), value, name);
}

/* A value whose period stands in the column CODE_p. */
static void
take_wide(struct counts *c, const struct csvin *csv, const char *name)
{
	struct buffer period = {0};

	for (size_t i = 0; i < csvin_columns(csv); i++) {
		struct place p = {csvin_column_name(csv, i),
				  field(csv, csvin_find(csv, "regio")),
				  text_of("")};

		buffer_clear(&period);
		buffer_add(&period, p.code);
		buffer_string(&period, "_p");
		p.period = field(csv, csvin_find(csv, buffer_view(&period).s));
		take_place(c, &p, text_trim(csvin_field(csv, i)), name);
	}
	buffer_free(&period);
}

static const struct {
	const char *level, *code; /* of CBS, to which the number is put */
	size_t digits;
} LEVELS[] = {{"gemeente", "GM", 4},
	      {"wijk", "WK", 6},
	      {"buurt", "BU", 8},
	      {"provincie", "PV", 2}};

/* The region by its level and number: gemeente 34 is GM0034. */
static struct text
swing_region(const struct csvin *csv, struct buffer *b)
{
	struct text level = field(csv, csvin_find(csv, "GEBIEDSNIVEAU"));
	struct text number = field(csv, csvin_find(csv, "GEBIED"));

	buffer_clear(b);
	for (size_t i = 0; i < sizeof(LEVELS) / sizeof(LEVELS[0]); i++) {
		if (!text_is(level, LEVELS[i].level))
			continue;
		buffer_string(b, LEVELS[i].code);
		for (size_t k = number.n; k < LEVELS[i].digits; k++)
			buffer_char(b, '0');
		buffer_add(b, number);
	}
	return buffer_view(b);
}

/* Of Swing: with a point, and none for its codes of what is missing. */
static struct text
swing_value(struct text value, struct buffer *b)
{
	buffer_clear(b);
	if (value.n != 6 || memcmp(value.s, "-9999", 5) != 0)
		for (size_t i = 0; i < value.n; i++)
			buffer_char(b, value.s[i] == ',' ? '.' : value.s[i]);
	return buffer_view(b);
}

/* Each column of a code, or ONDERWERP and WAARDE. */
static void
take_swing(struct counts *c, const struct csvin *csv, const char *name)
{
	struct buffer region = {0}, value = {0};
	long one = csvin_find(csv, "ONDERWERP");
	struct place p = {.region = swing_region(csv, &region),
			  .period = field(csv, csvin_find(csv, "PERIODE"))};

	p.code = field(csv, one);
	if (one >= 0)
		take_place(
		    c, &p,
		    swing_value(field(csv, csvin_find(csv, "WAARDE")), &value),
		    name);
	for (size_t i = 0; one < 0 && i < csvin_columns(csv); i++) {
		p.code = csvin_column_name(csv, i);
		if (p.code.s[0] >= 'a' && p.code.s[0] <= 'z')
			take_place(
			    c, &p,
			    swing_value(text_trim(csvin_field(csv, i)), &value),
			    name);
	}
	buffer_free(&region);
	buffer_free(&value);
}

/* A release before may be of when the province had another delimiter: that of
 * its header, where the one of now leaves that whole. */
static char
delimiter_before(const char *path, char delimiter)
{
	static const char others[] = ",;\t";
	struct input *in = input_open(path);
	struct csvin *csv;
	struct text only;

	if (!in)
		return delimiter;
	csv = csvin_new(in, delimiter);
	if (csvin_header(csv) == 0 && csvin_columns(csv) == 1) {
		only = csvin_column_name(csv, 0);
		for (const char *d = others; *d; d++)
			if (memchr(only.s, *d, only.n)) {
				delimiter = *d;
				break;
			}
	}
	csvin_free(csv);
	input_close(in);
	return delimiter;
}

static int
load_columns(struct counts *c, const struct table_row *row, const char *path,
	     const char *name, char delimiter)
{
	struct input *in;
	struct csvin *csv;
	int rc;

	if (!row->foreign)
		delimiter = ',';
	else if (!*name)
		delimiter = delimiter_before(path, delimiter);
	in = input_open(path);
	if (!in)
		return -1;
	csv = csvin_new(in, delimiter);
	rc = csvin_header(csv);
	if (rc == 0 &&
	    csvin_need(csv, row->form == FORM_WIDE ? "regio" : "GEBIED") < 0)
		rc = -1;
	while (rc >= 0 && (rc = csvin_next_row(csv)) == 1) {
		if (row->form == FORM_WIDE)
			take_wide(c, csv, name);
		else
			take_swing(c, csv, name);
	}
	csvin_free(csv);
	if (input_close(in) != 0)
		rc = -1;
	return rc;
}

int
counts_load(struct counts *c, const struct tables *list, const char *folder,
	    bool now, char delimiter)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < tables_count(list); i++) {
		const struct table_row *row = tables_at(list, i);
		const char *name = now ? row->path : "";
		char *path;

		if (row->form != FORM_COUNTS && row->form != FORM_WIDE &&
		    row->form != FORM_SWING)
			continue;
		path = tables_find(list, i, folder);
		if (path && row->form == FORM_COUNTS)
			rc = load_long(c, path, name);
		else if (path)
			rc = load_columns(c, row, path, name, delimiter);
		free(path);
	}
	return rc;
}

/* --- what adds up, as a network (network.h): from a deal through its
 * municipalities, and these through their wijken and buurten, to the province
 * --- */

struct chart {
	const struct counts *c;
	const struct group *g;
	size_t n;
	size_t *parent; /* of a wijk or buurt */
	bool *parts;	/* has any */
	bool bounded, bounded_parts;
};

static struct cell *
at(const struct chart *k, size_t i)
{
	return map_value(k->g->cells, i);
}

static size_t
find(const struct chart *k, struct text region)
{
	for (size_t i = 0; region.n > 0 && i < k->n; i++)
		if (text_equal(at(k, i)->count.region, region))
			return i;
	return NONE;
}

/* The wijk of a buurt where that is there, else the municipality. */
static size_t
parent_of(const struct chart *k, struct text region)
{
	char code[16] = "GM";
	size_t found;

	if (!region_is_part(region) || region.n < 8)
		return NONE;
	if (region_level(region) == REGION_BUURT) {
		memcpy(code, "WK", 2);
		memcpy(code + 2, region.s + 2, 6);
		found = find(k, text_of(code));
		if (found != NONE)
			return found;
	}
	memcpy(code, "GM", 2);
	memcpy(code + 2, region.s + 2, 4);
	code[6] = '\0';
	return find(k, text_of(code));
}

static size_t
node_of(size_t place)
{
	return place == NONE ? OUTSIDE : place + 1;
}

static size_t
total_of(const struct chart *k, size_t place, bool province)
{
	const struct gemeente *g =
	    gemeenten_by_code(k->c->gemeenten, at(k, place)->count.region);

	return g ? node_of(find(k, province ? g->provincie : g->woondeal))
		 : OUTSIDE;
}

static size_t
end_of(const struct chart *k, size_t place)
{
	while (k->parent[place] != NONE)
		place = k->parent[place];
	return total_of(k, place, true);
}

static void
lay(const struct chart *k, size_t i, struct arc *a)
{
	const struct cell *cell = at(k, i);
	enum region_level level = region_level(cell->count.region);
	bool hidden = cell->hidden && !cell->shown;

	*a = (struct arc){.place = i, .hidden = hidden};
	a->counts =
	    hidden && (region_is_part(cell->count.region) ? k->bounded_parts
							  : k->bounded);
	a->value = cell->number ? cell->value.units : 0;
	if (level == REGION_PROVINCIE) {
		a->from = node_of(i);
	} else if (level == REGION_WOONDEAL) {
		a->to = node_of(i);
	} else {
		a->from = k->parent[i] == NONE ? total_of(k, i, false)
					       : node_of(k->parent[i]);
		a->to = k->parts[i] ? node_of(i) : end_of(k, i);
	}
}

/* Whether hidden ones are known to be at least 1: where all are whole counts,
 * and no municipality is missing. */
static void
bound(struct chart *k)
{
	k->bounded = k->bounded_parts = true;
	for (size_t i = 0; i < k->n; i++) {
		const struct cell *cell = at(k, i);
		bool known = cell->number || (cell->hidden && !cell->shown);

		if (region_is_part(cell->count.region))
			k->bounded_parts =
			    k->bounded_parts && (known || !cell->shown);
		else if (region_level(cell->count.region) == REGION_GEMEENTE)
			k->bounded = k->bounded && known;
	}
	for (size_t i = 0; i < gemeenten_count(k->c->gemeenten); i++)
		if (find(k, gemeenten_at(k->c->gemeenten, i)->code) == NONE)
			k->bounded = false;
}

/* Of those that cannot be worked out exactly how near they are told. */
static void
measure(const struct chart *k, struct network *n, int64_t margin)
{
	for (size_t i = 0; i < n->count; i++) {
		struct count *count = &at(k, n->arcs[i].place)->count;
		int64_t room;

		if (!n->arcs[i].hidden || count->told)
			continue;
		room = network_room(n, i, margin);
		count->room = room < margin ? room : -1;
	}
}

static void
judge_group(struct counts *c, struct group *g, int64_t margin)
{
	struct chart k = {.c = c, .g = g, .n = map_count(g->cells)};
	struct network *n = network_new(k.n + 1, k.n);
	size_t arc;

	k.parent = mem_array(k.n + 1, sizeof(*k.parent));
	k.parts = mem_array(k.n + 1, sizeof(*k.parts));
	bound(&k);
	for (size_t i = 0; i < k.n; i++) {
		k.parent[i] = parent_of(&k, at(&k, i)->count.region);
		if (k.parent[i] != NONE)
			k.parts[k.parent[i]] = true;
	}
	for (size_t i = 0; i < k.n; i++) {
		const struct cell *cell = at(&k, i);

		if ((cell->hidden || cell->shown) &&
		    region_level(cell->count.region) != REGION_LAND)
			lay(&k, i, &n->arcs[n->count++]);
	}
	network_close(n);
	/* It finds the first; of the others one by one. */
	if (network_told(n, &arc))
		for (size_t i = 0; i < n->count; i++)
			if (n->arcs[i].hidden && network_room(n, i, 1) == 0)
				at(&k, n->arcs[i].place)->count.told = true;
	if (margin > 1)
		measure(&k, n, margin);
	network_free(n);
	free(k.parent);
	free(k.parts);
}

void
counts_judge(struct counts *c, int64_t margin)
{
	for (size_t i = 0; i < map_count(c->withheld); i++) {
		struct cell *cell = map_value(c->withheld, i);

		cell->count.told = cell->shown;
		cell->count.room = -1;
	}
	for (size_t i = 0; i < map_count(c->groups); i++) {
		struct group *g = map_value(c->groups, i);
		bool any = false;

		for (size_t k = 0; k < map_count(g->cells); k++)
			any = any ||
			      ((struct cell *)map_value(g->cells, k))->hidden;
		if (any && g->counts)
			judge_group(c, g, margin);
	}
}

size_t
counts_count(const struct counts *c)
{
	return map_count(c->withheld);
}

const struct count *
counts_at(const struct counts *c, size_t i)
{
	return &((const struct cell *)map_value(c->withheld, i))->count;
}
