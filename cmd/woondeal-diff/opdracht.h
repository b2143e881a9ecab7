/* One run: what was asked, the tables it needs, and the stand from them. */
#ifndef OPDRACHT_H
#define OPDRACHT_H

#include <stdbool.h>

#include "finding.h"
#include "opt.h"
#include "output.h"

/* The options as given; NULL where not. */
struct keuzes {
	const char *gemeenten;
	const char *opgave;
	struct opt_list plannen;
	const char *peildatum;
	const char *jaren;
	const char *as_of;
	const char *rooster;
	bool table;
	bool kleur; /* the view may use colour */
};

struct opdracht;

/* Loads everything and checks it. NULL on failure, message given. */
struct opdracht *opdracht_open(const struct keuzes *keuzes,
			       const char *waarnemingen, struct findings *f);
void opdracht_close(struct opdracht *o);
/* Writes what was asked for; errors of writing stick in out. 0 or -1. */
int opdracht_write(struct opdracht *o, struct output *out);

#endif
