#include "schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "map.h"
#include "mem.h"
#include "period.h"
#include "table.h"

const char *const schema_columns[SCHEMA_COLUMNS] = {
    "veld",    "type",	  "lengte",	 "verplicht",
    "sleutel", "waarden", "omschrijving"};

struct schemas {
	const char *dir;
	struct map *tables;
};

struct schemas *
schemas_new(const char *dir)
{
	struct schemas *s = mem_new(struct schemas);

	s->dir = dir;
	s->tables = map_new();
	return s;
}

void
schemas_free(struct schemas *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < map_count(s->tables); i++)
		table_free(map_value(s->tables, i));
	map_free(s->tables);
	free(s);
}

static struct table *
load(const char *dir, struct text name)
{
	size_t n = strlen(dir) + name.n + 8;
	char *path = mem_array(n, 1);
	struct table *t;

	snprintf(path, n, "%s/%.*s.csv", dir, (int)name.n, name.s);
	t = table_load(path, schema_columns, SCHEMA_COLUMNS);
	free(path);
	return t;
}

static const struct table *
table_of(struct schemas *s, struct text name)
{
	void **slot = map_slot(s->tables, name);

	if (!*slot)
		*slot = load(s->dir, name);
	return *slot;
}

static bool
fits(struct text pattern, struct text name)
{
	if (pattern.n == 0 || pattern.s[0] != '*')
		return text_equal(pattern, name);
	pattern.s++;
	pattern.n--;
	return name.n >= pattern.n &&
	       text_equal(pattern, (struct text){name.s + name.n - pattern.n,
						 pattern.n});
}

/* "ja" when the table is one of those named, or all are. */
static struct text
key_of(struct text cell, struct text table)
{
	struct text part;

	while (text_split(&cell, '|', &part))
		if (text_is(part, "ja") || text_equal(part, table))
			return text_of("ja");
	return text_of("");
}

static bool
find_in(const struct table *t, struct text column, struct text table,
	struct text row[SCHEMA_COLUMNS])
{
	for (size_t i = 0; i < table_rows(t); i++) {
		if (!fits(table_cell(t, i, SCHEMA_VELD), column))
			continue;
		for (size_t k = 0; k < SCHEMA_COLUMNS; k++)
			row[k] = table_cell(t, i, k);
		row[SCHEMA_VELD] = column;
		row[SCHEMA_SLEUTEL] = key_of(row[SCHEMA_SLEUTEL], table);
		return true;
	}
	return false;
}

int
schema_find(struct schemas *s, struct text names, struct text column,
	    struct text table, struct text row[SCHEMA_COLUMNS])
{
	struct text part;

	while (text_split(&names, '|', &part)) {
		const struct table *t = table_of(s, part);

		if (!t)
			return -1;
		if (find_in(t, column, table, row))
			return 1;
	}
	return 0;
}

static size_t
digits(struct text t, size_t at)
{
	size_t n = 0;

	while (at + n < t.n && t.s[at + n] >= '0' && t.s[at + n] <= '9')
		n++;
	return n;
}

/* Digits with at most one decimal sign; `decimal` 0: a whole number. */
static bool
is_number(struct text t, char decimal)
{
	size_t at = t.n && t.s[0] == '-', n = digits(t, at);

	if (n == 0)
		return false;
	at += n;
	if (decimal && at < t.n && t.s[at] == decimal) {
		n = digits(t, at + 1);
		at += n ? 1 + n : 0;
	}
	return at == t.n;
}

/* Characters, not bytes. */
static size_t
length(struct text t)
{
	size_t n = 0;

	for (size_t i = 0; i < t.n; i++)
		n += (t.s[i] & 0xc0) != 0x80;
	return n;
}

static bool
is_one_of(struct text words, struct text cell)
{
	struct text part;

	while (text_split(&words, '|', &part))
		if (text_equal(part, cell))
			return true;
	return false;
}

const char *
schema_fault(const struct text row[SCHEMA_COLUMNS], char decimal,
	     struct text cell)
{
	int32_t day;

	if (cell.n == 0)
		return text_is(row[SCHEMA_VERPLICHT], "ja") ? "a value" : NULL;
	if (text_is(row[SCHEMA_TYPE], "integer"))
		return is_number(cell, '\0') ? NULL : "a whole number";
	if (text_is(row[SCHEMA_TYPE], "number"))
		return is_number(cell, decimal) ? NULL : "a number";
	if (text_is(row[SCHEMA_TYPE], "date"))
		return date_parse(cell, &day) ? NULL : "a date";
	if (row[SCHEMA_WAARDEN].n && !is_one_of(row[SCHEMA_WAARDEN], cell))
		return row[SCHEMA_WAARDEN].s;
	if (row[SCHEMA_LENGTE].n &&
	    length(cell) > strtoul(row[SCHEMA_LENGTE].s, NULL, 10))
		return "a shorter text";
	return NULL;
}
