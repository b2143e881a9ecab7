/* A zip archive, read. The only module that knows libzip. Standard input is
 * spooled to an unlinked temporary file, since a zip is read from its end.
 * Checks of our own on top of libzip (robustness.md 1.3): bytes read equal the
 * declared size, CRC, no duplicate names, no overlapping entries, caps on
 * entries and sizes, encrypted entries and OLE containers named as such. */
#ifndef ZIPIN_H
#define ZIPIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input.h"

struct zipin;

/* Takes over `in` on success and failure. NULL on failure, message given. */
struct zipin *zipin_open(struct input *in);
void zipin_close(struct zipin *z);
/* True when these first bytes are those of a zip. */
bool zipin_is_zip(const unsigned char *p, size_t n);

size_t zipin_count(const struct zipin *z);
/* With '/' for '\'; lives as long as z. */
const char *zipin_entry_name(const struct zipin *z, size_t i);
uint64_t zipin_entry_size(const struct zipin *z, size_t i);
/* The entry called `name`, case not counted (OPC), or -1. */
long zipin_find(const struct zipin *z, const char *name);
/* An entry as input, called "ARCHIVE:NAME". Reading to its end checks CRC and
 * size; who stops before the end has no proof. Gzip inside is not undone.
 * Close it before z. NULL on failure, message given. */
struct input *zipin_input(struct zipin *z, size_t i);

#endif
