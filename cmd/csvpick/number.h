/* Which columns hold numbers, as schemas say (lib's schema.h). */
#ifndef NUMBER_H
#define NUMBER_H

#include "text.h"

struct numbers;

/* path: FOLDER/NAME, or FOLDER/NAME|NAME: the first of them that has a column
 * says what it is. A .csv behind it is passed over. The path outlives it. */
struct numbers *numbers_new(const char *path);
void numbers_free(struct numbers *n);
/* 1 or 0; -1 when a schema cannot be read, message given. */
int numbers_has(struct numbers *n, struct text column);

#endif
