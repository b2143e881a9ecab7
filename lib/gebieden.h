/* gebieden.csv: named areas, which may lie in several municipalities
 * (Oosterwold, Pampus): gebied,gemeente,veld,waarde. veld says by what a plan
 * or a region belongs to the area: plan_id, plan_naam (with * at the end its
 * beginning), both folded (fold.h), or regio: a CBS code (WK, BU, GM) whose
 * growth is the area's. */
#ifndef GEBIEDEN_H
#define GEBIEDEN_H

#include <stddef.h>

#include "gemeenten.h"
#include "text.h"

enum gebied_veld { GEBIED_PLAN_ID, GEBIED_PLAN_NAAM, GEBIED_REGIO };

/* A row of the file. */
struct gebied {
	struct text naam;     /* of the area, as its first row writes it */
	struct text gemeente; /* GM0034 */
	enum gebied_veld veld;
	struct text waarde; /* as written, with its asterisk */
	size_t index;	    /* of the row, from 0 */
	size_t line;	    /* in the file, for messages */
};

struct gebieden;

/* NULL on failure, message given: a gemeente that g does not have, an unknown
 * veld, an empty value, one plan or region in two rows, a regio that lies in
 * another one or outside the gemeente (growth would count twice). */
struct gebieden *gebieden_load(const char *path, const struct gemeenten *g);
void gebieden_free(struct gebieden *g);
/* What is wrong with the names in the file (name.h). */
void gebieden_tell(const struct gebieden *g, struct findings *f);
/* The rows, in the order of the file; valid as long as g. */
size_t gebieden_count(const struct gebieden *g);
const struct gebied *gebieden_at(const struct gebieden *g, size_t i);
/* The areas, each once, in the order of the file. */
size_t gebieden_names(const struct gebieden *g);
struct text gebieden_name(const struct gebieden *g, size_t i);
/* The row that a plan belongs to, or NULL: by its id, else its name, else the
 * longest beginning of its name. Id and name may be empty. */
const struct gebied *gebieden_plan(const struct gebieden *g,
				   struct text gemeente, struct text plan_id,
				   struct text plan_naam);
/* The name of an area as the file writes it, but for case and blanks; any
 * other name as it is. */
struct text gebieden_spelling(const struct gebieden *g, struct text naam);
/* The row of a region's code, exactly, or NULL. */
const struct gebied *gebieden_regio(const struct gebieden *g, struct text code);

#endif
