/* The observations, held by region, year and subject: net growth and its
 * parts, of dwellings only (gebruiksfunctie A045364, where that column is),
 * in years, months and quarters. Other rows are passed over. */
#ifndef CELLS_H
#define CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"
#include "obsword.h"

enum subject {
	SALDO,
	NIEUWBOUW,
	OVERIGE_TOEVOEGING,
	SLOOP,
	OVERIGE_ONTTREKKING,
	CORRECTIE,
	SUBJECTS
};

/* Places within a year: the year itself, twelve months, four quarters. */
enum slot { SLOT_YEAR = 0, SLOT_MONTH = 1, SLOT_QUARTER = 13, SLOTS = 17 };

struct cell {
	int64_t value;
	size_t row; /* physical row it came from; 0: there is no such row */
	const char *table; /* where CBS has it; empty when not known */
	bool known;	   /* false: the row has no value */
	enum status status;
};

struct cells;

/* Reads all of the file ("-" is standard input). k gives regions, those of
 * areas too, and years; its reference date may be set later. A value in
 * another unit than dwellings is left out, with a finding; two rows for one
 * cell are an error that names both. s, which may be NULL, takes every record.
 * NULL on failure, message given. */
struct series;
struct cells *cells_load(const char *path, struct frame *k, struct series *s);
void cells_free(struct cells *w);
/* The cell of region i (in the whole list), or place frame_area_regio. */
const struct cell *cells_at(const struct cells *w, size_t i, int year,
			    enum subject o, int slot);
/* The first day after the last whole year of growth of any municipality, or
 * with `month` after its last unbroken month; when the years have none, after
 * the last whole year of the ten before them. False when there is none. */
bool cells_end(const struct cells *w, bool month, int32_t *out);
/* How the file is called in messages. */
const char *cells_name(const struct cells *w);
const char *subject_name(enum subject o);

#endif
