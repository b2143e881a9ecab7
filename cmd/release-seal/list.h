/* The list of what a release consists of:
 * pad,soort,schema,nodig,dialect
 * pad is the path of a file, or a pattern with * for a part of one name. The
 * first row that a file fits is the one that is of it. */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "files.h"
#include "text.h"

enum list_kind {
	LIST_TABLE, /* tabel: a CSV; every cell as its schema says */
	LIST_FORM,  /* vorm: a CSV of others; only its columns are known */
	LIST_JSON,
	LIST_TEXT,     /* tekst: not empty, UTF-8, ends with a newline */
	LIST_MANIFEST, /* is written at the end */
};

struct list_row {
	const char *pattern;
	enum list_kind kind;
	struct text schema;
	struct text need; /* ja, nee, or a path: needed when that is there */
	bool feed;	  /* dialect doel: as the receiver wants its numbers */
	size_t met;	  /* files that fit it */
};

struct list;

/* NULL with the message given. */
struct list *list_load(const char *path);
void list_free(struct list *l);
/* The row of a file, counted as met; NULL when it is in no row. */
struct list_row *list_find(struct list *l, const char *name);
/* After all files were looked for: -1 when one that there must be is not
 * there, message given. */
int list_complete(const struct list *l, const struct files *f);

#endif
