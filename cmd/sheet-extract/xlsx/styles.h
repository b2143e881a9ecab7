/* The cell styles of a workbook, as far as they make dates of numbers. */
#ifndef STYLES_H
#define STYLES_H

#include <stddef.h>

#include "cell/format.h"
#include "input.h"

struct styles;

/* Reads the part and closes it. NULL on failure, message given (in may be
 * NULL when that failed). */
struct styles *styles_load(struct input *in);
void styles_free(struct styles *s);
size_t styles_count(const struct styles *s);
/* What style i < styles_count makes of a number. */
enum format styles_format(const struct styles *s, size_t i);

#endif
