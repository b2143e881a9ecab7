/* The shared strings of a workbook, all held: cells name them by number. */
#ifndef STRINGS_H
#define STRINGS_H

#include <stddef.h>

#include "text.h"

struct strings;

struct strings *strings_new(void);
void strings_free(struct strings *s);
void strings_add(struct strings *s, struct text t);
size_t strings_count(const struct strings *s);
/* String i < strings_count; lives as long as s, until the next is added. */
struct text strings_at(const struct strings *s, size_t i);

#endif
