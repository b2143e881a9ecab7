/* Region codes of CBS and the Woondeals, which are regions of our own.
 * GM numbers do not encode a province: that is data (gemeenten.csv). */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "text.h"

enum region_level {
	REGION_OTHER,
	REGION_LAND,	  /* NL01 */
	REGION_LANDSDEEL, /* LD */
	REGION_PROVINCIE, /* PV24 */
	REGION_COROP,	  /* CR40 */
	REGION_WOONDEAL,  /* WD-MRA: ours */
	REGION_GEMEENTE,  /* GM0034 */
	REGION_WIJK,	  /* WK003401 */
	REGION_BUURT	  /* BU00340101 */
};

/* As our tools write it: trimmed of CBS's padding, NL00 (the neighbourhood
 * tables) as NL01. The result is a view into `code` or a constant. */
struct text region_normalize(struct text code);
enum region_level region_level(struct text code);
/* A code of any division of CBS: two capitals and digits, as many as there
 * must be where we know; or of a Woondeal. */
bool region_is_code(struct text code);
/* A wijk or buurt: part of a municipality. */
bool region_is_part(struct text code);
/* The Dutch word: "gemeente", "provincie", "woondeal", "land" ... */
const char *region_level_name(enum region_level level);

#endif
