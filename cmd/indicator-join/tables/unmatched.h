/* The rows of --unmatched: what on either side found no partner.
 * kant,sleutel,oorzaak,bestand,regel */
#ifndef UNMATCHED_H
#define UNMATCHED_H

#include <stddef.h>

#include "output.h"
#include "text.h"

struct unmatched;

enum side { SIDE_WAARNEMINGEN, SIDE_INDICATOREN };

/* NULL on failure. path NULL: counted by others, written nowhere. */
struct unmatched *unmatched_open(const char *path);
/* parts: joined by '|' they are the key. line 0: none. */
void unmatched_add(struct unmatched *u, enum side side,
		   const struct text parts[4], const char *cause);
/* Where the next ones stand. */
void unmatched_at(struct unmatched *u, const char *file, size_t line);
/* The output to commit with the others, or NULL. Call once. */
struct output *unmatched_finish(struct unmatched *u);
/* Frees, and discards what was not finished. */
void unmatched_free(struct unmatched *u);

#endif
