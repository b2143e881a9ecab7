/* The rows of an explanation: the number, then what it was made of. The
 * numbers of the other rows add up to the first. */
#ifndef UITLEGRIJ_H
#define UITLEGRIJ_H

#include "csvout.h"
#include "growth/growth.h"
#include "agree/opgaverow.h"
#include "agree/ruleset.h"
#include "stand/stand.h"

void uitlegrij_header(struct csvout *w);
/* What was asked for, or a part of it; what else is to be said of it. */
struct antwoord {
	const char *soort;
	const char *kolom;
	struct text waarde;
	bool opgave;   /* why there is none */
	bool groei;    /* until when it counts */
	bool volledig; /* who is not complete */
};

void uitlegrij_answer(struct csvout *w, const struct standrij *r,
		      const struct antwoord *a);
/* sign: 1 or -1, what the cell or target does to the number. */
void uitlegrij_cel(struct csvout *w, const struct stand *s,
		   const struct groeicel *c, enum onderwerp o, int sign);
void uitlegrij_opgave(struct csvout *w, const struct stand *s,
		      const struct opgaverij *row, int sign);
/* sets: may be NULL. */
void uitlegrij_plan(struct csvout *w, const struct kader *k,
		    const struct planaantal *a, const struct regelsets *sets);
/* A row when municipality m is not complete, with what is missing. */
void uitlegrij_volledig(struct csvout *w, const struct stand *s,
			const struct standrij *r, size_t m);

#endif
