/* The shared strings of a workbook, all held: cells name them by number. The
 * counts the part declares are not believed. */
#ifndef STRINGS_H
#define STRINGS_H

#include <stddef.h>

#include "input.h"
#include "text.h"

struct strings;

/* Reads the part and closes it. NULL on failure, message given (in may be
 * NULL when that failed). */
struct strings *strings_load(struct input *in);
void strings_free(struct strings *s);
size_t strings_count(const struct strings *s);
/* String i < strings_count; lives as long as s. */
struct text strings_at(const struct strings *s, size_t i);

#endif
