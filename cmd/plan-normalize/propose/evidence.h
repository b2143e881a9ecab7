/* What the cells of a sample's column give away. */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "propose/sample.h"
#include "text.h"

/* What a number gives away. */
enum evidence {
	EVIDENCE_NL,	/* can only be read as Dutch */
	EVIDENCE_EN,	/* only as English */
	EVIDENCE_EITHER /* in two ways, as 1.234 */
};

/* The first cell that shows it, or NULL. */
const struct text *evidence_number(const struct sample *s, size_t column,
				   enum evidence e);
/* True when there are numbers in the column and little else. */
bool evidence_numeric(const struct sample *s, size_t column);
/* True when a cell is a bare code like 1A or 3. */
bool evidence_codes(const struct sample *s, size_t column);
/* True when all cells begin with a code of a status and go on: "2A Vastge...".
 */
bool evidence_statuses(const struct sample *s, size_t column);
/* The first row (from 1, after the header) that says total; 0 when there is
 * none. */
size_t evidence_total(const struct sample *s, size_t column);

#endif
