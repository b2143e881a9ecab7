/* The codes of indicators, which become names of columns elsewhere. */
#ifndef CODES_H
#define CODES_H

#include "text.h"

/* Texts allowed as an indicator code: a column name that ArcGIS and Swing
 * take (domain/feeds.md 1.1, 2.2). NULL, or what is wrong with it. */
const char *codes_fault(struct text code);

#endif
