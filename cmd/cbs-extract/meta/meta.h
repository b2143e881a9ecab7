/* What CBS says about a table: its dimensions with their codes, its measures
 * with unit and meaning of a blank. Filled by resource.c from the bulk zip or
 * from -M files; asked by edition.c. Held in memory, one arena a table. */
#ifndef META_H
#define META_H

#include <stdbool.h>
#include <stddef.h>

#include "map.h"
#include "text.h"

enum axis_kind { AXIS_UNKNOWN, AXIS_PLAIN, AXIS_TIME, AXIS_GEO };

/* DataProperties.Default: what a blank cell of a typed form stands for. */
enum meta_blank { BLANK_UNKNOWN, BLANK_IMPOSSIBLE, BLANK_MISSING, BLANK_ZERO };

struct meta_code {
	struct text key; /* trimmed of its padding */
	struct text title;
	struct text status;	 /* as CBS writes it; only periods have one */
	size_t place;		 /* in the order of the metadata */
	struct meta_code *alike; /* the next with this title: meta_titled */
};

struct meta_dimension {
	struct text key;
	struct text title;
	enum axis_kind kind;
	struct map *codes;  /* of struct meta_code, by key */
	struct map *titles; /* the same by title, the first of each */
};

/* A group of measures: part of the label that StatLine gives them. */
struct meta_group {
	struct text title;
	struct text parent; /* its id, or empty */
};

struct meta_measure {
	struct text key;
	struct text title;
	struct text unit;
	struct text group;	 /* its id, or empty */
	bool is_text, is_number; /* neither: not said */
	enum meta_blank blank;
};

/* One table's; open, since it is plain values. */
struct meta {
	struct text table; /* empty: not said */
	struct text title;
	struct map *dimensions; /* of struct meta_dimension, in order */
	struct map *measures;	/* of struct meta_measure, in order */
	struct map *groups;	/* of struct meta_group, by id */
	struct arena *arena;
};

struct meta *meta_new(void);
void meta_free(struct meta *m);
/* The entry of this key, made when it is new; all texts are copied. */
struct meta_dimension *meta_add_dimension(struct meta *m, struct text key);
struct meta_code *meta_add_code(struct meta *m, struct text dimension,
				struct text key);
struct meta_measure *meta_add_measure(struct meta *m, struct text key);
struct meta_group *meta_add_group(struct meta *m, struct text id);
struct text meta_keep(struct meta *m, struct text t);

/* What is known of one table, the nearest source first; NULLs are passed
 * over. */
#define META_SOURCES 6
struct meta_view {
	const struct meta *of[META_SOURCES];
};

/* NULL when no source knows it. */
const struct meta_measure *meta_measure(const struct meta_view *v,
					struct text key);
const struct meta_code *meta_code(const struct meta_view *v,
				  struct text dimension, struct text key);
/* The first code with this title, of the first source that lists any codes of
 * the dimension; the others follow by alike. NULL when there is none. Asked
 * when all metadata are read. */
const struct meta_code *meta_titled(const struct meta_view *v,
				    struct text dimension, struct text title);
enum axis_kind meta_kind(const struct meta_view *v, struct text dimension);
/* The first that has a title, or NULL. */
const struct meta_dimension *meta_dimension(const struct meta_view *v,
					    struct text key);
/* True when some source lists measures. */
bool meta_has_measures(const struct meta_view *v);
/* The codes of this dimension by the first source that lists any, or NULL. */
const struct map *meta_codes(const struct meta_view *v, struct text dimension);
/* The first source with any dimension, or NULL. */
const struct meta *meta_dimensions(const struct meta_view *v);

#endif
