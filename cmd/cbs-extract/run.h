/* One run: what is asked, what is known, where the reader is and what was
 * counted. At the bottom of the rooms: all of them share it, and it knows
 * none of them. */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "cause.h"
#include "rule.h"
#include "text.h"

struct run {
	const char *form;     /* -f; NULL: seen from the content */
	struct text table_id; /* --table-id; empty when not given */
	bool list;	      /* --list: count, do not write */
	bool labels;	      /* --labels: titles beside the codes */
	bool know;	      /* all measures must be known before the rows */
	bool bare;	      /* nothing but rows are written: ready.c may */
	struct choice *choice;
	struct library *library; /* the -M files */
	struct catalog *catalog; /* tables, with --list */
	struct edition **editions;
	size_t edition_count;
	struct rows *rows;
	const struct cell_taker *taker;
	struct causes *causes; /* the findings */
	struct arena *arena;   /* what lives as long as the run */
	/* Whose keys stand in the fields of rows. */
	const struct edition *keyed;
	/* Where the reader is, for findings. */
	const char *file;
	size_t record, row;
	/* Records read; observations read = written + left out + refused. */
	size_t records, cells, written, left_out, refused;
	size_t completed; /* of the observations: by --complete */
	size_t summed;	  /* of those written: parts of a sum but the last */
	size_t trimmed;	  /* keys of dimensions with blanks around them */
	struct text trimmed_first;
};

/* A copy that lives as long as the run. */
const char *run_keep(struct run *run, const char *s);

/* Of a finding at the current record; column counts from 1, 0 for none. */
struct spot {
	size_t column;
	struct text name;
	struct text value;
};
void run_finding(struct run *run, enum rule rule, const struct spot *spot,
		 const struct text *args, size_t count);

#endif
