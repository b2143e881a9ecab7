/* The letter to a municipality about its delivery, in Dutch, one page for each
 * municipality that is in it: received, changed, missing, what to correct and
 * where. */
#ifndef LETTER_H
#define LETTER_H

#include "changes.h"
#include "delivery.h"
#include "gemeenten.h"
#include "notes.h"
#include "output.h"
#include "table.h"

/* What was asked, as text; NULL where an option was not given. */
struct letter_facts {
	const char *gemeente, *file, *levering, *peildatum, *ruleset;
};

/* Columns of vankracht.csv, for table_load. */
enum {
	IN_FORCE_GEMEENTE,
	IN_FORCE_LEVERING,
	IN_FORCE_PEILDATUM,
	IN_FORCE_COLUMNS
};
extern const char *const letter_in_force[IN_FORCE_COLUMNS];

struct letter {
	struct letter_facts facts;
	struct gemeenten *gemeenten;
	struct delivery *delivery;
	struct notes *notes;
	struct changes *changes;
	bool left_out; /* nothing of it counts */
	/* What stays in force then; NULL: nothing is known to. */
	struct table *in_force;
};

/* Fills in what the options left to the register and the findings. -1 with
 * the message given: a municipality that is not in gemeenten.csv. */
int letter_settle(struct letter *l);
/* Writes the pages, or the one of a delivery that is left out. */
void letter_write(const struct letter *l, struct output *out);

#endif
