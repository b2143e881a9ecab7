/* What a file that is no workbook seems to be, from its first bytes. */
#ifndef GUESS_H
#define GUESS_H

#include <stddef.h>

/* "a CSV or other text file", "an HTML page" ...; NULL when it starts as a
 * zip does. Never mind what it is called. */
const char *guess_kind(const unsigned char *p, size_t n);

#endif
