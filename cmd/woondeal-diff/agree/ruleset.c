#include "agree/ruleset.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum column { RULESET, PLANSTATUS, HARDHEID, COLUMNS };

static const char *const columns[COLUMNS] = {"regelset", "planstatus",
					     "hardheid"};

struct rulesets {
	struct table *table;
};

struct rulesets *
rulesets_load(const char *path)
{
	struct rulesets *r = mem_new(struct rulesets);
	r->table = table_load(path, columns, COLUMNS);
	if (r->table)
		return r;
	free(r);
	return NULL;
}

void
rulesets_free(struct rulesets *r)
{
	if (!r)
		return;
	table_free(r->table);
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
