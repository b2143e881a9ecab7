/* The rows of an explanation: the number, then what it was made of. The
 * numbers of the other rows add up to the first. */
#ifndef UITLEGRIJ_H
#define UITLEGRIJ_H

#include "csvout.h"
#include "groei.h"
#include "opgaverij.h"
#include "stand.h"

void uitlegrij_header(struct csvout *w);
/* The number asked for, and whether target and growth are part of it. */
struct antwoord {
	const char *kolom;
	struct misschien n;
	bool opgave;
	bool groei;
};

void uitlegrij_answer(struct csvout *w, const struct standrij *r,
		      const struct antwoord *a);
/* sign: 1 or -1, what the cell or target does to the number. */
void uitlegrij_cel(struct csvout *w, const struct stand *s,
		   const struct groeicel *c, enum onderwerp o, int sign);
void uitlegrij_opgave(struct csvout *w, const struct stand *s,
		      const struct opgaverij *row, int sign);
void uitlegrij_plan(struct csvout *w, const struct kader *k,
		    const struct planaantal *a);

#endif
