/* The observations, held by region, year and subject: net growth and its
 * parts, of dwellings only (gebruiksfunctie A045364, where that column is),
 * in years, months and quarters. Other rows are passed over. */
#ifndef OBSERVATION_H
#define OBSERVATION_H

#include <stdbool.h>
#include <stdint.h>

#include "csvin.h"
#include "ground/frame.h"

enum subject {
	SALDO,
	NIEUWBOUW,
	OVERIGE_TOEVOEGING,
	SLOOP,
	OVERIGE_ONTTREKKING,
	CORRECTIE,
	SUBJECTS
};

/* From firm to weak: what is computed from several takes the weakest. */
enum status { DEFINITIEF, NADER_VOORLOPIG, VOORLOPIG, STATUS_ONBEKEND };

/* Places within a year: the year itself, twelve months, four quarters. */
enum slot { SLOT_YEAR = 0, SLOT_MONTH = 1, SLOT_QUARTER = 13, SLOTS = 17 };

struct cell {
	int64_t value;
	size_t row; /* physical row it came from; 0: there is no such row */
	const char *table; /* where CBS has it; empty when not known */
	bool known;	   /* false: the row has no value */
	enum status status;
};

struct observations;

/* Reads all of r. k gives regions, those of areas too, and years; its reference
 * date may be set later. Two rows for one cell are an error that names both.
 * NULL on failure, message given. */
struct observations *observations_load(struct csvin *r, struct frame *k);
void observations_free(struct observations *w);
/* The cell of region i (in the whole list), or place frame_area_regio. */
const struct cell *observations_cell(const struct observations *w, size_t i,
				     int year, enum subject o, int slot);
/* The first day after the last whole year of growth of any municipality, or
 * with `month` after its last unbroken month; when the years have none, after
 * the last whole year of the ten before them. False when there is none. */
bool observations_end(const struct observations *w, bool month, int32_t *out);
/* How the file is called in messages. */
const char *observations_name(const struct observations *w);
const char *subject_name(enum subject o);
const char *status_name(enum status s);

#endif
