/* A statement that somebody published, as the file has it: bewering,regio,
 * jaar_van,jaar_tot,kolom,woord,waarde,peildatum,bron and, where it needs them,
 * scenario,segment,categorie,regelset,onderwerp. */
#ifndef CLAIM_H
#define CLAIM_H

#include "plans/scenario.h"
#include "stand/columns.h"
#include "table.h"

/* How the number was put. */
enum claim_word {
	CLAIM_EXACTLY,
	CLAIM_AMPLY,
	CLAIM_ALMOST,
	CLAIM_ABOUT,
	CLAIM_UNDER,
	CLAIM_OVER,
	CLAIM_LEAST,
	CLAIM_MOST,
	CLAIM_EACH_UNDER, /* in each of the years */
	CLAIM_EACH_OVER,
	CLAIM_WORDS
};

struct claim {
	struct text text; /* lives with the table, as all texts */
	struct text source;
	struct text value;
	size_t regio;	  /* index in the whole list */
	struct span span; /* all years of the stand when none are given */
	const struct column *column;
	enum claim_word word;
	struct num number;
	int decimals;  /* as written */
	long gemeente; /* FORMULA_GEMEENTE: its number */
	bool has_date;
	int32_t date;	     /* growth before it; else that of the stand */
	int32_t first, last; /* FORMULA_DATES: from and up to that day */
	size_t scenario;     /* 0: the stand as it is, then one for each */
	struct text segment, category; /* FORMULA_SEGMENT */
	struct text ruleset;	       /* empty: as the register has it */
	struct text subject;	       /* FORMULA_OBSERVED */
	size_t row;		       /* physical row */
};

struct claim_list {
	struct table *table;
	struct claim *items;
	size_t count;
};

/* scenarios may be NULL: then a statement about one is passed over. 0, or -1
 * with the message given. Free in both cases. */
int claim_list_load(struct claim_list *c, const struct frame *k,
		    const char *path, const struct scenarios *scenarios);
void claim_list_free(struct claim_list *c);
/* "ruim", or empty. */
const char *claim_word_name(enum claim_word w);

#endif
