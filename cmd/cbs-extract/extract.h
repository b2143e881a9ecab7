/* One run: what is asked, what is known, where it goes, and what was
 * counted. The readers of the forms and the editions share it. */
#ifndef EXTRACT_H
#define EXTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/choice.h"
#include "finding.h"
#include "meta/library.h"
#include "meta/meta.h"
#include "table/rows.h"
#include "rule.h"
#include "text.h"

/* The options as given; NULL or empty when absent. */
struct extract_options {
	struct choice_options choice;
	struct opt_list metadata; /* -M */
	const char *form;	  /* -f */
	const char *table_id;
	bool list;	   /* --list */
	bool labels;	   /* --labels */
	bool wide;	   /* --wide */
	const char *since; /* --since */
	bool check;	   /* --check */
	size_t tolerance;  /* of --check */
	const char *findings;
};

struct extract {
	struct choice *choice;
	struct library *library; /* the -M files */
	struct findings *findings;
	struct rows *rows;
	struct arena *arena;
	const struct extract_options *options;
	bool list;	      /* --list: count, do not write */
	bool labels;	      /* --labels: titles beside the codes */
	struct text table_id; /* --table-id; empty when not given */
	struct edition **editions;
	size_t edition_count;
	struct meta **own; /* the metadata of the zips */
	size_t own_count;
	struct catalog *catalog; /* tables, with --list */
	struct series *series;	 /* NULL: no name of two tables */
	struct pivot *pivot;	 /* --wide */
	struct ledger *ledger;	 /* --since */
	struct balance *balance; /* --check; NULL: not asked for */
	/* Whose keys stand in the fields of rows. */
	const struct edition *keyed;
	/* Where the reader is, for findings. */
	const char *file;
	size_t record, row;
	/* Records read; observations read = written + left out + refused. */
	size_t records, cells, written, left_out, refused;
};

/* Reads the selection, the -M files and opens the findings. NULL on failure,
 * message given; so for all below: -1. */
struct extract *extract_open(const struct extract_options *o);
void extract_free(struct extract *x);
/* Reads all files into `out`, which stays the caller's, and checks at the end
 * that every wanted key was there and every feed complete. */
int extract_run(struct extract *x, struct output *out, const char *const *files,
		size_t count);
/* Metadata that live as long as the run. */
struct meta *extract_own(struct extract *x);
/* A copy that lives as long as the run. */
const char *extract_keep(struct extract *x, const char *s);

/* Writes the record in the fields of rows, or what --since makes of it. */
void extract_row(struct extract *x, bool plain);

/* Of a finding at the current record; column counts from 1, 0 for none. */
struct spot {
	size_t column;
	struct text name;
	struct text value;
};
void extract_finding(struct extract *x, enum rule rule, const struct spot *spot,
		     const struct text *args, size_t count);

#endif
