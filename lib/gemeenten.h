/* gemeenten.csv: the municipalities of a province, their Woondeal and the
 * names they go by: gemeente,naam,woondeal,provincie,alias. A row whose
 * gemeente is not a GM code (WD-MRA, PV24, NL01) only names that region; one
 * of a wijk or buurt (WK003401, BU00340101) says that there is one: it lies
 * where its digits say, in a municipality of the file. */
#ifndef GEMEENTEN_H
#define GEMEENTEN_H

#include <stddef.h>

#include "finding.h"
#include "text.h"

struct gemeente {
	struct text code;      /* GM0034 */
	struct text naam;      /* Almere */
	struct text woondeal;  /* WD-MRA; empty when in none */
	struct text provincie; /* PV24 */
};

struct gemeenten;

/* NULL on failure (double code, double alias, bad code), message given. */
struct gemeenten *gemeenten_load(const char *path);
void gemeenten_free(struct gemeenten *g);
/* What is wrong with the names in the file (name.h). */
void gemeenten_tell(const struct gemeenten *g, struct findings *f);
size_t gemeenten_count(const struct gemeenten *g);
/* In the order of the file. */
const struct gemeente *gemeenten_at(const struct gemeenten *g, size_t i);
/* By code (GM0034), or NULL. */
const struct gemeente *gemeenten_by_code(const struct gemeenten *g,
					 struct text code);
/* How a delivery's word was matched. */
enum gemeente_match {
	GEMEENTE_NONE,
	GEMEENTE_CODE, /* GM0034 */
	GEMEENTE_NAME, /* its name as in the file, but for case and blanks */
	GEMEENTE_BARE, /* 34 or 0034: the code without GM */
	GEMEENTE_ALIAS /* a name from alias */
};
const struct gemeente *gemeenten_match(const struct gemeenten *g,
				       struct text word,
				       enum gemeente_match *how);
/* The distinct deals and provinces of the municipalities, in order of first
 * appearance. */
size_t gemeenten_woondeals(const struct gemeenten *g);
struct text gemeenten_woondeal(const struct gemeenten *g, size_t i);
size_t gemeenten_provincies(const struct gemeenten *g);
struct text gemeenten_provincie(const struct gemeenten *g, size_t i);
/* Wijken, then buurten, each by code. */
size_t gemeenten_parts(const struct gemeenten *g);
struct text gemeenten_part(const struct gemeenten *g, size_t i);
struct text gemeenten_part_name(const struct gemeenten *g, size_t i);
/* Name of any region in the file: municipality, deal, province, land. The
 * code itself when the file does not name it. */
struct text gemeenten_name(const struct gemeenten *g, struct text code);
/* Nearest name to a word nobody matched, or NULL. */
const char *gemeenten_nearest(const struct gemeenten *g, struct text word);

#endif
