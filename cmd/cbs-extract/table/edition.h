/* A table being read: its dimensions (axes) and measures (topics), and what
 * the user wants of them. What happens to a key is decided when it is first
 * seen and remembered, so that a record costs a few comparisons. Held in
 * memory: the distinct keys. */
#ifndef EDITION_H
#define EDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/choice.h"
#include "map.h"
#include "meta/meta.h"
#include "period.h"
#include "table/ids.h"
#include "run.h"
#include "text.h"

/* A key of a dimension. */
struct code {
	struct text raw; /* with its padding */
	struct text key; /* without */
	struct text out; /* as we write it */
	struct text title;
	struct text begin;    /* its first day, of a period */
	struct text status;   /* of a period */
	struct period period; /* GRAIN_NONE when it is not one of ours */
	bool keep;
	bool plain;	   /* out needs no quotes */
	size_t count;	   /* observations, for --list */
	struct code *next; /* the key that came after it last time */
};

struct axis {
	struct text key; /* Gebruiksfunctie */
	enum axis_kind kind;
	size_t place;	   /* its column in the rows */
	struct map *codes; /* by key */
	struct map *raws;  /* by what stands in the source */
	struct code *last;
};

struct topic {
	struct text key, title, name, unit;
	size_t place; /* among the topics */
	bool keep;
	bool plain; /* name and unit need no quotes */
	bool is_text;
	bool is_number; /* by metadata, type or a cell that is one */
	bool zero_told;
	struct choice_part part_of; /* of a sum; sign 0: of none */
	bool shared;		    /* another table has it too: series.h */
	bool ranged;		    /* van, tot of the selection */
	struct choice_range range;
	unsigned part; /* of the balance of --check: balance.c settles it */
	enum meta_blank blank;
	size_t count;
	struct slot *slot; /* its column in --wide */
	struct topic *next;
};

struct edition {
	struct run *run;
	struct text table;
	struct meta_view view;
	struct axis *axes;
	size_t axis_count;
	struct map *topics;
	struct topic *last;
	bool narrow; /* an observation a record */
	bool labels; /* the keys are labels: StatLine */
	bool bound;  /* axes are known */
	bool table_plain;
	bool wanted;	      /* this record */
	struct axis *keyless; /* an axis without key in this record */
	bool plain;	      /* the keys of this record need no quotes */
	bool feed, feed_ends; /* pages were read; one of them was the last */
	struct text next_page;
	struct ids ids;	   /* of the records, in forms that have them */
	struct map *cells; /* else the keys of the records; NULL: none */
	const char *file;
};

/* The edition of a table, made when it is new; asked for once a file or page,
 * and read by code until said otherwise. table: as the data say, empty
 * when they do not; own: the metadata that came with the data, or NULL; must
 * outlive the run. NULL on failure, message given. */
struct edition *edition_of(struct run *run, struct text table,
			   const struct meta *own);
void edition_free(struct edition *e);
/* Its dimensions, as the columns of a file. The first time they are settled,
 * later they must be the same, in any order. In order: the axis of each. */
int edition_bind(struct edition *e, const struct text *keys, size_t count,
		 size_t *order);
/* The keys of a record of so many observations, in the order of the axes:
 * true when it is wanted; else its observations are counted as left out, or
 * as refused when a key is empty. */
bool edition_keys(struct edition *e, const struct text *keys, size_t cells);
/* Have a topic for each measure of the metadata. */
void edition_all_topics(struct edition *e);
/* Makes a record current that was read before, by its codes. */
void edition_again(struct edition *e, const struct code *const *codes);
/* The end of a page or file: a finding when its records were there before. */
void edition_end(struct edition *e);
/* Of a form without IDs, once edition_keys took the record: a finding when its
 * cell (of one measure, or t is NULL) was there before. */
void edition_once(struct edition *e, const struct topic *t);
/* Is this measure of the current record wanted? */
bool edition_keeps(const struct edition *e, const struct topic *t);
/* The measure of this key; never NULL. */
struct topic *edition_topic(struct edition *e, struct text key);

#endif
