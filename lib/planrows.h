/* The rows of each plan of a register, to tell which comes again: those of the
 * plan at hand as they are, those of plans before it packed into a few bytes a
 * row, for a register has millions and mostly lists a plan at a time. A plan
 * may come again; one of many rows stays unpacked, with a table of its own. */
#ifndef PLANROWS_H
#define PLANROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/* A number that counts, by what it is the number of. */
struct planrow {
	uint32_t levering, categorie;
	uint16_t van, tot;
	uint8_t what; /* soort, dimensie and hardheid in one */
	uint8_t scale;
	bool given, estimate;
	uint32_t row; /* in its file */
	int64_t units;
};

struct rowtable;

/* Of one plan; zeroed is none. The bytes are the arena's. */
struct planrows {
	union {
		unsigned char *bytes;
		struct rowtable *table;
	};
	uint32_t cap;	/* of bytes; or that there is a table */
	uint32_t count; /* rows that are packed in them */
};

struct rowbook;

/* The arena outlives it. */
struct rowbook *rowbook_new(struct arena *a);
void rowbook_free(struct rowbook *b);
/* From here on the rows are of this plan, which outlives the book. */
void rowbook_turn(struct rowbook *b, struct planrows *of);
/* The row before it that is of the same delivery, years and kind, or NULL after
 * keeping this one; valid until the next call. */
const struct planrow *rowbook_enter(struct rowbook *b, const struct planrow *r);
/* The rows of the plan at hand, as they were kept; likewise. */
const struct planrow *rowbook_rows(const struct rowbook *b, size_t *count);

#endif
