/* In which unit the values of each series are: that of the catalogue, else the
 * first that comes. A source in another is converted, where the table of units
 * knows both, or its values are left out; both are told once for each unit,
 * with how many there were. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "finding.h"
#include "observations.h"
#include "tables/catalogue.h"
#include "tables/units.h"

struct measures;

/* units and c outlive it. */
struct measures *measures_new(const struct catalogue *c,
			      const struct units *units);
void measures_free(struct measures *m);
/* This series in the unit of that one, where the catalogue says it. */
void measures_like(struct measures *m, size_t series, size_t as);
/* The unit of a series; empty when nobody said. */
struct text measures_unit(const struct measures *m, size_t series);
/* Brings the value of the current record into the unit of the series; one that
 * does not fit has none then, reden onbekend. file lives as long as m. True
 * when it has that unit already, or none. */
bool measures_take(struct measures *m, size_t series,
		   const struct observations *o, const char *file,
		   struct observation *x);
/* The findings, after all records. */
void measures_tell(const struct measures *m, struct findings *f);

#endif
