/* Hectares of wood (bos) that come with a plan: a trait of the plan, exact. */
#ifndef BOS_H
#define BOS_H

#include "layout.h"
#include "num.h"
#include "report.h"
#include "text.h"

/* Room for the text of a number of hectares. */
struct bos {
	char buf[NUM_TEXT];
};

/* The cell as a plain number of hectares; empty when there is none, or none
 * that can be read (E029 in that column: told). A view into *b. */
struct text bos_read(struct bos *b, const struct layout *l, enum num_form form,
		     struct text cell, long column, struct report *report);

#endif
