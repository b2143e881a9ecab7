/* Segments and wood: tables of plans by a trait. Each of their numbers must be
 * what the public plan table has, from which everybody can work it out; one
 * that is not counts plans that are not shown, and is told (D007). */
#ifndef SEGMENTS_H
#define SEGMENTS_H

#include "cells.h"
#include "finding.h"
#include "gemeenten.h"
#include "tables.h"
#include "facts.h"

struct segments {
	const struct tables *list;
	const struct cells *cells; /* for the years of a stand */
	const struct gemeenten *gemeenten;
	struct facts *facts; /* of the public plan table; NULL: none is there */
	const char *folder, *register_path; /* of this release */
	struct findings *findings;
};

/* All tables of that form. How many numbers were told, or -1 with the message
 * given. */
long segments_judge(const struct segments *s);

#endif
