/* What is asked of a workbook, and the doing of it. */
#ifndef EXTRACT_H
#define EXTRACT_H

#include <stdbool.h>

#include "book.h"
#include "finding.h"
#include "output.h"

struct extract {
	bool list;
	const char *sheet; /* name or number; NULL: the first */
	const char *range; /* NULL: all */
	bool fill_merged, visible;
	bool info; /* findings of severity info too */
};

/* NULL, or what is wrong with the options: for a usage error. */
const char *extract_check(const struct extract *e);
/* 0, or -1 with the message given. */
int extract_run(const struct extract *e, struct book *b, struct output *out,
		struct findings *findings);

#endif
