/* The tables without what tells: of the register the public plan table, of the
 * stand its forms. */
#ifndef SAFE_H
#define SAFE_H

#include "finding.h"
#include "judge.h"
#include "output.h"

struct safe {
	struct judge *judge;
	const struct tables *list;
	const char *register_path;
	const char *from, *to; /* folders of the stand, as it is and safe */
	struct findings *findings;
};

/* The plans that are shown, as the register has them with a column sleutel
 * more, and those that are not, together. 0, or -1 with the message given. */
int safe_plans(const struct safe *s, struct output *o);
/* Each table of the stand that there is: what is withheld is empty, and named
 * in the column onderdrukt. Outputs are put in list (room for TABLES_MOST), to
 * be committed with the others. How many, or -1 with the message given. */
int safe_stand(const struct safe *s, struct output **list);

#endif
