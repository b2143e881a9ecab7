/* A number worked out from the stand for any span of its years and, for
 * growth, any reference date: exact, as one number or as a fraction. */
#ifndef CIJFER_H
#define CIJFER_H

#include "stand/measure.h"

struct vraagstuk {
	const struct maat *maat;
	size_t regio; /* index in the whole list */
	struct span span;
	int32_t datum; /* growth before it */
};

struct cijfer {
	bool bekend;
	bool vergelijkbaar; /* growth covers the span that the target is for */
	struct num teller;
	struct num noemer; /* 0: not divided */
	struct num factor; /* 100 for percentages */
	struct num jaren;  /* MAAT_EVENREDIG: years times its teller; or 0 */
	struct period tm;  /* the last month or year of growth */
};

void cijfer_of(const struct stand *s, const struct vraagstuk *v,
	       struct cijfer *out);
/* Rounded half away from zero; false when it cannot be held exactly. */
bool cijfer_round(const struct cijfer *c, int decimals, struct num *out);
/* " (24233 / 40912)", or empty for what is not divided. */
void cijfer_tell(const struct cijfer *c, struct woorden *out);

#endif
