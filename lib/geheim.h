/* What a province finds too little to hide behind: geheim.csv, with the
 * columns toepassing,grens,waarde. What it does not say has its default. */
#ifndef GEHEIM_H
#define GEHEIM_H

#include <stdbool.h>
#include <stdint.h>

/* How the totals are kept from telling. */
enum remedy {
	REMEDY_MERGE,	 /* samenvoegen: public plans join what is hidden */
	REMEDY_SUPPRESS, /* onderdrukken: only cells of totals are withheld */
	REMEDY_ROUND	 /* afronden: rounded rather than withheld */
};

struct geheim {
	/* plannen,aantal: so many plans with dwellings stand behind each
	 * number that has a confidential one in it (default 3). */
	int64_t least;
	/* plannen,procent: nobody comes nearer to a confidential number than
	 * this, from above or below, and neither does who made another plan
	 * of the same sum: the p% rule (default 10). */
	int64_t percent;
	enum remedy remedy; /* plannen,wijze (default samenvoegen) */
	/* plannen,afronding: what is rounded is a multiple of so many dwellings
	 * (default 10), or of a hundred times as many at most. */
	int64_t base;
	/* tellingen,marge: so many other values a withheld count can have; 1
	 * (the default): it cannot be worked out exactly. */
	int64_t margin;
};

/* NULL: the defaults. 0, or -1 with the message given. */
int geheim_load(struct geheim *l, const char *path);
/* The least step away from a value that is far enough. */
int64_t geheim_step(const struct geheim *l, int64_t value);

#endif
