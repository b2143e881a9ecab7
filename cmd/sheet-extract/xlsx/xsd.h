/* Values of attributes, as XML Schema and Office Open XML write them. */
#ifndef XSD_H
#define XSD_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* A whole number of one to nine digits; `fallback` when t is NULL or another
 * thing. */
size_t xsd_whole(const struct text *t, size_t fallback);
/* "1", "true", "on"; false when t is NULL or another thing. */
bool xsd_is_true(const struct text *t);

#endif
