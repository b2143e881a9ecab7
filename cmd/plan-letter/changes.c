#include "changes.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "table.h"

enum { GEMEENTE, ID, NAAM, WIJZIGING, VELD, OUD, NIEUW, VERSCHIL, COLUMNS };

static const char *const columns[COLUMNS] = {
    "gemeente", "plan_id", "plan_naam", "wijziging",
    "veld",	"oud",	   "nieuw",	"verschil"};

enum { B_GEMEENTE, B_HARDHEID, B_VORIG, B_COLUMNS };

static const char *const bridge_columns[B_COLUMNS] = {"gemeente", "hardheid",
						      "vorig"};

struct changes {
	struct table *table, *bridge;
};

struct changes *
changes_new(void)
{
	return mem_new(struct changes);
}

void
changes_free(struct changes *c)
{
	if (!c)
		return;
	table_free(c->table);
	table_free(c->bridge);
	free(c);
}

static int
check_number(const struct table *t, size_t i, size_t column)
{
	struct text cell = table_cell(t, i, column);
	struct num v;
	enum num_result rc = num_parse(cell, NUM_PLAIN, &v);

	if (rc == NUM_OK || rc == NUM_EMPTY)
		return 0;
	return table_fail(t, i, column, "\"%s\" is not a number", cell.s);
}

static int
check_hardheid(const struct table *t, size_t i)
{
	struct text word = table_cell(t, i, B_HARDHEID);
	enum hardheid h;

	if (hardheid_parse(word, &h))
		return 0;
	return table_fail(t, i, B_HARDHEID, "\"%s\" is not a hardheid", word.s);
}

int
changes_load(struct changes *c, const char *path)
{
	c->table = table_load(path, columns, COLUMNS);
	if (!c->table)
		return -1;
	for (size_t i = 0; i < table_rows(c->table); i++)
		if (check_number(c->table, i, VERSCHIL) < 0)
			return -1;
	return 0;
}

int
changes_bridge(struct changes *c, const char *path)
{
	c->bridge = table_load(path, bridge_columns, B_COLUMNS);
	if (!c->bridge)
		return -1;
	for (size_t i = 0; i < table_rows(c->bridge); i++)
		if (check_number(c->bridge, i, B_VORIG) < 0 ||
		    check_hardheid(c->bridge, i) < 0)
			return -1;
	return 0;
}

bool
changes_known(const struct changes *c)
{
	return c->table != NULL;
}

bool
changes_bridged(const struct changes *c)
{
	return c->bridge != NULL;
}

size_t
changes_count(const struct changes *c)
{
	return c->table ? table_rows(c->table) : 0;
}

static struct num
number(struct text cell)
{
	struct num v = {0};

	num_parse(cell, NUM_PLAIN, &v);
	return v;
}

struct change
changes_at(const struct changes *c, size_t i)
{
	const struct table *t = c->table;
	struct text veld = table_cell(t, i, VELD), fase = text_of("");
	const char *at = memchr(veld.s, '@', veld.n);

	if (at) {
		fase =
		    (struct text){at + 1, veld.n - (size_t)(at - veld.s) - 1};
		veld.n = (size_t)(at - veld.s);
	}
	return (struct change){.gemeente = table_cell(t, i, GEMEENTE),
			       .plan_id = table_cell(t, i, ID),
			       .plan_naam = table_cell(t, i, NAAM),
			       .fase = fase,
			       .wijziging = table_cell(t, i, WIJZIGING),
			       .veld = veld,
			       .oud = table_cell(t, i, OUD),
			       .nieuw = table_cell(t, i, NIEUW),
			       .verschil = number(table_cell(t, i, VERSCHIL))};
}

void
changes_before(const struct changes *c, struct text gemeente,
	       struct sum netto[HARDHEID_COUNT])
{
	memset(netto, 0, HARDHEID_COUNT * sizeof(*netto));
	for (size_t i = 0; c->bridge && i < table_rows(c->bridge); i++) {
		enum hardheid h;

		if (!text_equal(table_cell(c->bridge, i, B_GEMEENTE),
				gemeente) ||
		    !hardheid_parse(table_cell(c->bridge, i, B_HARDHEID), &h))
			continue;
		netto[h] =
		    sum_plus(netto[h],
			     sum_of(number(table_cell(c->bridge, i, B_VORIG))));
	}
}
