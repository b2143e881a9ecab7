/* The night's deliveries, one municipality after the other: taken over,
 * accepted by name, or left, so that what was in force stays so. */
#ifndef RUN_H
#define RUN_H

#include "accepted.h"
#include "before.h"
#include "delivered.h"
#include "limits.h"
#include "stock.h"

struct run {
	const struct gemeenten *gemeenten;
	const char *gemeenten_path;
	const struct limits *limits;
	const struct delivered *delivered;
	const struct accepted *accepted;
	const struct before *before; /* NULL: there is none */
	const struct stock *stock;   /* NULL: not known */
	const char *name;	     /* of the release that is made */
	struct findings *findings;
	struct csvout *forces; /* vankracht.csv */
	struct map *kept;      /* municipalities of which what was stays */
	struct buffer without; /* those of which no stock is known */
	size_t taken, by_name, left; /* of the municipalities */
};

/* Writes to `path` what is in force (vankracht.csv), to kept_path, unless it is
 * NULL, the plans of before that stay so, and the findings: all, or none with
 * -1 and the message given. Sets what comes after `findings`. */
int run_write(struct run *r, const char *path, const char *kept_path);

#endif
