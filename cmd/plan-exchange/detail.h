/* Records of DetailPlanning, made plan by plan and kept outside memory until
 * all columns are known. */
#ifndef DETAIL_H
#define DETAIL_H

#include "csvout.h"
#include "place.h"
#include "planline.h"

struct details;

/* name is for messages. NULL with the message given. */
struct details *details_open(const char *name);
void details_close(struct details *d);
/* The records of one plan, of its rows, n of them and at least one; id: the
 * plan's. *t is what they have, *mixed whether the plan has several hardheden.
 * -1 with the message given. */
int details_add(struct details *d, struct row *rows, size_t n, struct text id,
		const struct gemeente *g, struct totals *t, bool *mixed);
/* Where all rows so far were placed. */
const struct place *details_placed(const struct details *d);
/* After the last plan: the header and all records. -1 with the message given.
 */
int details_write(struct details *d, struct csvout *out);

#endif
