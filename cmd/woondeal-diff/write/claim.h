/* What somebody published, from a file bewering,regio,jaar_van,jaar_tot,
 * kolom,woord,waarde,peildatum,bron. */
#ifndef CLAIM_H
#define CLAIM_H

#include "ground/frame.h"
#include "stand/columns.h"
#include "table.h"

/* How the number was put. */
enum word { EXACTLY, AMPLY, ALMOST, ABOUT, UNDER, OVER };

struct claim {
	struct text text; /* lives with the table, as all texts */
	struct text source;
	struct text value;
	size_t regio;	  /* index in the whole list */
	struct span span; /* all years of the stand when none are given */
	const struct column *column;
	enum word word;
	struct num number;
	int decimals;  /* as written */
	long gemeente; /* FORMULA_GEMEENTE: its number */
	bool has_date;
	int32_t date; /* growth before it; else that of the stand */
	size_t row;   /* physical row */
};

struct claims {
	struct table *table;
	struct claim *list;
	size_t count;
};

/* 0, or -1 with the message given. Free in both cases. */
int claims_load(struct claims *b, const struct frame *k, const char *path);
void claims_free(struct claims *b);

#endif
