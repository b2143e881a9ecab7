/* What columns are called in the layouts at hand, to recognise those of a
 * delivery that has no layout yet. */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stddef.h>

#include "layout/choices.h"
#include "ground/kind.h"
#include "text.h"

/* A row of a layout that names a column. */
struct named_column {
	struct text veld, omzetting, waarde;
	struct text kolom;  /* as written, without '?' */
	struct text folded; /* for comparing */
	struct text file;   /* the layout's name, without its folder */
};

struct vocabulary {
	struct named_column *list;
	size_t count, cap;
	struct text woorden; /* path of the first file of words, or empty */
	struct arena *arena;
};

/* The rows of all layouts, first come first; patterns that fit anything are
 * left out. NULL on failure, message given. */
struct vocabulary *vocabulary_load(const struct choices *layouts);
void vocabulary_free(struct vocabulary *v);
/* What a name (folded) is called there, with its years; NULL for none. */
const struct named_column *vocabulary_find(const struct vocabulary *v,
					   struct text name,
					   struct years *years);

#endif
