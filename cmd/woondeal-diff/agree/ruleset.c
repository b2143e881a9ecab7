#include "agree/ruleset.h"

#include <stdbool.h>
#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum column { RULESET, PLANSTATUS, HARDHEID, COLUMNS };

static const char *const columns[COLUMNS] = {"regelset", "planstatus",
					     "hardheid"};

struct rulesets {
	struct table *table;
	size_t *first; /* the first row of each set */
	size_t count;
	enum hardheid *hardheid; /* by row */
};

static int
read_row(struct rulesets *r, size_t i)
{
	const struct table *t = r->table;
	bool new = true;
	if (!hardheid_parse(table_cell(t, i, HARDHEID), &r->hardheid[i]))
		return table_fail(t, i, HARDHEID,
				  "'%s' found, expected hard, zacht, onbekend "
				  "or telt_niet",
				  table_cell(t, i, HARDHEID).s);
	for (size_t j = 0; new &&j < r->count; j++)
		new =
		    !text_equal(rulesets_name(r, j), table_cell(t, i, RULESET));
	if (new)
		r->first[r->count++] = i;
	return 0;
}

struct rulesets *
rulesets_load(const char *path)
{
	struct rulesets *r = mem_new(struct rulesets);
	r->table = table_load(path, columns, COLUMNS);
	size_t n = r->table ? table_rows(r->table) : 0;
	r->first = mem_array(n + 1, sizeof(*r->first));
	r->hardheid = mem_array(n + 1, sizeof(*r->hardheid));
	static const size_t once[] = {PLANSTATUS, RULESET};
	bool fine = r->table && table_once(r->table, once, 2) == 0;
	for (size_t i = 0; fine && i < n; i++)
		fine = read_row(r, i) == 0;
	if (fine)
		return r;
	rulesets_free(r);
	return NULL;
}

size_t
rulesets_count(const struct rulesets *r)
{
	return r->count;
}

struct text
rulesets_name(const struct rulesets *r, size_t i)
{
	return table_cell(r->table, r->first[i], RULESET);
}

enum hardheid
rulesets_call(const struct rulesets *r, size_t i, struct text planstatus)
{
	struct text name = rulesets_name(r, i);
	for (size_t j = 0; j < table_rows(r->table); j++)
		if (text_equal(table_cell(r->table, j, RULESET), name) &&
		    text_equal(table_cell(r->table, j, PLANSTATUS), planstatus))
			return r->hardheid[j];
	return HARDHEID_ONBEKEND;
}

void
rulesets_free(struct rulesets *r)
{
	if (!r)
		return;
	table_free(r->table);
	free(r->first);
	free(r->hardheid);
	free(r);
}

void
rulesets_tell(const struct rulesets *r, struct text planstatus,
	      const char *hardheid, struct buffer *out)
{
	const char *separator = " volgens ";
	if (!r)
		return;
	buffer_add(out, text_of(hardheid));
	for (size_t i = 0; i < table_rows(r->table); i++) {
		if (!text_equal(table_cell(r->table, i, PLANSTATUS),
				planstatus) ||
		    !text_is(table_cell(r->table, i, HARDHEID), hardheid))
			continue;
		buffer_add(out, text_of(separator));
		buffer_add(out, table_cell(r->table, i, RULESET));
		separator = " en ";
	}
	if (text_is(text_of(separator), " volgens "))
		buffer_string(out, " volgens geen regelset");
}
