/* What the cells of a sample's column give away. */
#ifndef EVIDENCE_H
#define EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "sample.h"
#include "text.h"

enum evidence {
	EVIDENCE_NL,	/* a number that can only be read as Dutch */
	EVIDENCE_EN,	/* only as English */
	EVIDENCE_EITHER /* in two ways, as 1.234 */
};

/* The first cell that shows it, or NULL. */
const struct text *evidence_number(const struct sample *s, size_t column,
				   enum evidence e);
/* True when there are numbers in the column and little else. */
bool evidence_is_numeric(const struct sample *s, size_t column);
/* True when a cell is a bare code like 1A or 3. */
bool evidence_has_codes(const struct sample *s, size_t column);
/* The first row (from 1, after the header) that begins with totaal; 0 when
 * there is none. */
size_t evidence_total_row(const struct sample *s, size_t column);

#endif
