/* The join itself: observations, read in any order or by onderwerp, into the
 * grid of indicator x region x period. */
#ifndef JOIN_H
#define JOIN_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "buffer.h"
#include "catalogue.h"
#include "changes.h"
#include "finding.h"
#include "map.h"
#include "periods.h"
#include "places.h"
#include "source.h"
#include "store.h"
#include "unmatched.h"

struct join_options {
	const char *indicatoren, *gemeenten, *as_of, *changes;
	const char *findings, *unmatched, *explain;
	size_t min_count; /* 0: none */
	bool sorted, latest;
};

/* Every observation is counted once. */
struct join_counts {
	size_t read;
	size_t used;   /* in a cell of the grid */
	size_t others; /* municipalities outside the grid */
	size_t onderwerp, selection, region; /* unmatched */
	size_t rejected;
};

/* Open to the modules of this tool. */
struct join {
	const struct join_options *options;
	struct arena *arena;
	struct gemeenten *gemeenten;
	struct catalogue *catalogue;
	struct places *places;
	struct changes *changes; /* NULL: none */
	size_t kept;		 /* places of the grid and the changes */
	struct periods *periods;
	struct store *store;
	struct map *tables; /* tabel -> number + 1 */
	size_t last_table;  /* found last */
	bool *observed;	    /* per series: has rows */
	struct text *units; /* per series: the eenheid it began with */
	struct source **sources;
	struct text *names; /* of the sources, for messages */
	size_t source_count;
	struct findings *findings;
	struct unmatched *unmatched;
	struct buffer key, table_key;
	struct join_counts counts;
	size_t converted;	    /* cells, to the new division */
	size_t withheld, protected; /* cells, by --min-count */
};

/* Who takes the indicators as they get ready, in catalogue order. */
struct join_sink {
	void *ctx;
	int (*indicator)(void *ctx, struct join *j, size_t i);
	bool keeps; /* needs the cells after that */
};

/* Loads the tables and opens the files. NULL on failure. */
struct join *join_open(const struct join_options *o, const char *const *files,
		       size_t count);
/* Reads everything, closes the sources and hands on every indicator. */
int join_run(struct join *j, const struct join_sink *sink);
/* Closes the sources; -1 when one has an error at its end. */
int join_close(struct join *j);
void join_free(struct join *j);
/* The summary for -v, and the indicators nobody observed. */
void join_summary(struct join *j);

/* Takes in the current record of a source. -1 on a duplicate key. */
int join_observe(struct join *j, size_t source);
/* Number of a table's name, and the name. */
size_t join_table(struct join *j, struct text tabel);
struct text join_table_name(const struct join *j, size_t number);
/* Brings observations from before a change of the division to the new one.
 * -1 when they are of both. */
int join_convert(struct join *j);
/* Computes the missing cells of deals and provinces. */
void join_aggregate(struct join *j, size_t indicator);
/* Hides small counts (--min-count) and what would give them away. -1 when
 * one can still be worked out. */
int join_withhold(struct join *j, size_t indicator);
/* Tells periods that are none, and makes quartiles within the source, after
 * which other municipalities go. */
void join_settle(struct join *j, size_t series);
/* code|regio|periode, valid until the next call. */
struct text join_key(struct join *j, size_t series, size_t place,
		     size_t period);
/* The newest period of the indicator with a value in a municipality of the
 * grid; failing that with a value in any region of it; failing that any. One
 * that is kept as text only when it has no other. -1 when it has none. */
long join_latest(const struct join *j, size_t indicator);

#endif
