/* The cell styles of a workbook, as far as they make dates of numbers: each
 * names a number format, which the workbook gives or all workbooks have. */
#ifndef STYLES_H
#define STYLES_H

#include <stddef.h>

#include "cell/format.h"

struct styles;

struct styles *styles_new(void);
void styles_free(struct styles *s);
/* A format of the workbook's own. It wins over the built-in one of its
 * number, the last over those before. */
void styles_add_format(struct styles *s, size_t id, struct text code);
/* The next style: its number format. */
void styles_add(struct styles *s, size_t id);
/* After the last of both, before the first question. */
void styles_settle(struct styles *s);
size_t styles_count(const struct styles *s);
/* What style i < styles_count makes of numbers. */
const struct format_code *styles_format(const struct styles *s, size_t i);

#endif
