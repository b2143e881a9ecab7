/* The numbers of the stand by name, and others derived from them: each is a
 * sum of target, growth and capacity, or one such sum divided by another. */
#ifndef MAAT_H
#define MAAT_H

#include <stdbool.h>

#include "stand/stand.h"

/* How often each counts: 1, -1 or 0. */
struct som {
	int opgave;
	int groei; /* or that part of growth which the maat is about */
	int capaciteit[HARDHEDEN];
};

enum maatsoort {
	MAAT_AANTAL,
	MAAT_CUM,	/* from the first year of the stand on */
	MAAT_PROCENT,	/* of another sum */
	MAAT_AANDEEL,	/* in percent of the same sum of the province */
	MAAT_PER_JAAR,	/* divided by the years */
	MAAT_EVENREDIG, /* all years' sum, divided evenly */
	MAAT_JAREN,	/* how many years it is about, in the stand or not */
	MAAT_GEMEENTE	/* no number: which municipality lies in it */
};

struct maat {
	const char *naam;
	enum maatsoort soort;
	bool stand; /* a column of the stand */
	enum onderwerp deel;
	struct som teller;
	struct som noemer;
};

/* NULL when there is none. */
const struct maat *maat_find(struct text naam);
/* The one that is just this sum, or NULL. */
const struct maat *maat_of(const struct som *s);
/* All names, or those of columns of the stand: joined by ", ". */
void maat_names(struct woorden *out, bool stand);
/* The nearest name, or NULL. */
const char *maat_nearest(struct text naam, bool stand);
bool maat_capaciteit(const struct maat *m);
bool maat_groei(const struct maat *m);
/* The sum for a row; not known when any part of it is not. Before anything
 * could grow, growth beside a target of all years is 0. */
struct misschien maat_som(const struct maat *m, const struct som *s,
			  const struct kader *k, const struct standrij *r);

#endif
