/* One observation: what stands in a cell of the source becomes a value, or
 * the reason why there is none, and goes to who takes the observations. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>

#include "table/edition.h"
#include "text.h"

/* How a form writes its cells. */
struct cell_form {
	bool untyped; /* a blank is impossible; else DataProperties says */
	bool comma;   /* decimal comma */
};

/* An observation of the edition's current record, valid while it is taken. */
struct cell {
	struct text value;
	struct text reason; /* reden: lives as long as the program */
	bool plain;	    /* the value needs no quotes */
};

/* Who takes each observation, in the order of the source. */
struct cell_taker {
	void (*take)(void *ctx, struct edition *e, struct topic *t,
		     const struct cell *c);
	void *ctx;
};

/* One observation of the record whose keys were given last. is_text: the
 * source says that it is no number. */
void cell_read(struct edition *e, struct topic *t, struct text cell,
	       bool is_text, const struct cell_form *form);
/* Puts it in the fields of rows; true when none of them needs quotes. */
bool cell_fill(struct edition *e, const struct topic *t, const struct cell *c);

#endif
