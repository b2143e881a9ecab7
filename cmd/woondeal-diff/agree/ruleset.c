#include "agree/ruleset.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum kolom { REGELSET, PLANSTATUS, HARDHEID, KOLOMMEN };

static const char *const kolommen[KOLOMMEN] = {"regelset", "planstatus",
					       "hardheid"};

struct regelsets {
	struct table *table;
};

struct regelsets *
regelsets_load(const char *path)
{
	struct regelsets *r = mem_new(struct regelsets);
	r->table = table_load(path, kolommen, KOLOMMEN);
	if (r->table != NULL)
		return r;
	free(r);
	return NULL;
}

void
regelsets_free(struct regelsets *r)
{
	if (r == NULL)
		return;
	table_free(r->table);
	free(r);
}

void
regelsets_tell(const struct regelsets *r, struct text planstatus,
	       const char *hardheid, struct woorden *out)
{
	const char *separator = " volgens ";
	if (r == NULL)
		return;
	woorden_add(out, text_of(hardheid));
	for (size_t i = 0; i < table_rows(r->table); i++) {
		if (!text_equal(table_cell(r->table, i, PLANSTATUS),
				planstatus) ||
		    !text_is(table_cell(r->table, i, HARDHEID), hardheid))
			continue;
		woorden_add(out, text_of(separator));
		woorden_add(out, table_cell(r->table, i, REGELSET));
		separator = " en ";
	}
	if (text_is(text_of(separator), " volgens "))
		woorden_add(out, text_of(" volgens geen regelset"));
}
