#include "number.h"

#include <stdlib.h>

#include "mem.h"
#include "schema.h"

struct numbers {
	struct schemas *schemas;
	char *folder;
	struct text names;
};

struct numbers *
numbers_new(const char *path)
{
	struct numbers *n = mem_new(struct numbers);
	const char *slash = strrchr(path, '/');

	n->folder =
	    slash ? mem_text(path, (size_t)(slash - path)) : mem_text(".", 1);
	n->names = text_of(slash ? slash + 1 : path);
	if (n->names.n > 4 &&
	    memcmp(n->names.s + n->names.n - 4, ".csv", 4) == 0)
		n->names.n -= 4;
	n->schemas = schemas_new(n->folder);
	return n;
}

void
numbers_free(struct numbers *n)
{
	if (!n)
		return;
	schemas_free(n->schemas);
	free(n->folder);
	free(n);
}

int
numbers_has(struct numbers *n, struct text column)
{
	struct text row[SCHEMA_COLUMNS];
	int rc = schema_find(n->schemas, n->names, column, text_of(""), row);

	return rc < 1 ? rc
		      : text_is(row[SCHEMA_TYPE], "integer") ||
			    text_is(row[SCHEMA_TYPE], "number");
}
