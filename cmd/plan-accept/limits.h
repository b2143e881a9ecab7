/* grenzen.csv: how much a measure may change from one delivery to the next:
 * maat,gemeente,daling,stijging,vanaf. daling and stijging in percent of what
 * it was, empty for no limit; a change of less than vanaf is never too much.
 * A row with a gemeente goes before one without, a later file before an
 * earlier one. */
#ifndef LIMITS_H
#define LIMITS_H

#include <stdbool.h>
#include <stdint.h>

#include "measure.h"
#include "sum.h"

struct limit {
	bool falls, rises;  /* there is a limit */
	int64_t fall, rise; /* percent */
	struct sum from;
};

struct limits;

struct limits *limits_new(void);
void limits_free(struct limits *l);
/* Adds a file. -1 with the message given. */
int limits_load(struct limits *l, const char *path);
/* Without limits where no row says any. */
struct limit limits_of(const struct limits *l, enum measure m,
		       struct text gemeente);

#endif
