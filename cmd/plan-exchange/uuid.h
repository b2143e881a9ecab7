/* Ids that follow from what they are of: the same each time. */
#ifndef UUID_H
#define UUID_H

#include <stddef.h>

#include "text.h"

#define UUID_TEXT 40
/* Of these pieces, written as a uuid is; the text is in buf. */
struct text uuid(const struct text *pieces, size_t count, char buf[UUID_TEXT]);

#endif
