/* The join itself: observations, read in any order or by onderwerp, into the
 * grid of indicator x region x period. */
#ifndef JOIN_H
#define JOIN_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "buffer.h"
#include "tables/catalogue.h"
#include "tables/changes.h"
#include "finding.h"
#include "geheim.h"
#include "map.h"
#include "tables/periods.h"
#include "tables/places.h"
#include "tables/source.h"
#include "grid/kendall.h"
#include "grid/measure.h"
#include "grid/store.h"
#include "tables/unmatched.h"

struct limits;

struct join_options {
	const char *indicatoren, *gemeenten, *as_of, *changes, *units, *limits;
	const char *findings, *unmatched, *explain;
	const char *geheim;
	size_t min_count;		 /* 0: none */
	size_t trend_years, trend_least; /* the window, and values in it */
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

/* Where the records of a kind go (observations_kind). */
#define JOIN_KINDS 16
struct join_kind {
	size_t source, kind, series, place, table;
	bool same_unit; /* as the series has */
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
	bool *local;	    /* per series: has rows of municipalities */
	struct units *units;
	struct limits *limits;
	struct geheim geheim;
	struct measures *measures;
	struct kendall *kendall;
	struct source **sources;
	struct join_kind kinds[JOIN_KINDS]; /* by number; the last that came */
	struct text *names;		    /* of the sources, for messages */
	size_t source_count;
	struct findings *findings;
	struct unmatched *unmatched;
	struct buffer key, table_key;
	struct join_counts counts;
	size_t converted;	    /* cells, to the new division */
	size_t withheld, protected; /* cells, by --min-count */
};

/* Loads the tables and opens the files. NULL on failure. */
struct join *join_open(const struct join_options *o, const char *const *files,
		       size_t count);
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
/* Makes the cells of an indicator that is a ratio, those of deals and provinces
 * too; nothing of another. */
void join_divide(struct join *j, size_t indicator);
/* The period in which a part of a ratio is for a period of the ratio: the same,
 * or the quarter or month of it that the catalogue says. -1: not met. */
long join_part(const struct join *j, size_t series, size_t period);
/* Computes the missing cells of deals and provinces, but of ratios. */
void join_aggregate(struct join *j, size_t indicator);
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
