/* Column names as a layout writes them, held against those of a header:
 * {jaar}, {van}, {tot} and {na} are four digits, {datum} is a day of which the
 * year counts, * is any text. */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>

#include "ground/kind.h"
#include "text.h"

/* Both folded (fold.h). On a match *years is what the placeholders say,
 * without years when there are none. */
bool pattern_match(struct text pattern, struct text name, struct years *years);
/* True when there is a placeholder for a year in it. */
bool pattern_has_year(struct text pattern);
/* True for a plain name: no placeholder, no asterisk. */
bool pattern_is_plain(struct text pattern);
/* "[C]" as a column counted from 0; false for what is not letters so. */
bool pattern_letters(struct text pattern, size_t *column);

/* "[B2]" as a cell, both counted from 0; false for what is not one. */
bool pattern_cell(struct text pattern, size_t *column, size_t *row);

#endif
