/* What a number in a delivery is: its soort, and the partition and hardheid
 * it belongs to; and the years it covers. Both as a layout writes them. */
#ifndef KIND_H
#define KIND_H

#include <stdbool.h>

#include "arena.h"
#include "num.h"
#include "planword.h"
#include "text.h"

/* A price class: dwellings of one segment over `from` up to and including
 * `to`. What it is called follows from the limits of a year (prices.h). */
struct price_class {
	bool given, koop, open; /* open: no upper bound */
	struct num from, to;
};

enum price_fault { PRICE_FITS, PRICE_NO_YEAR, PRICE_STRADDLES };

struct kind {
	enum soort soort;
	unsigned soorten;      /* for a controle: all it names, as bits */
	bool netto;	       /* bouw that may be negative */
	bool min;	       /* sloop is delivered negative */
	bool leeg_nul;	       /* an empty cell means zero */
	bool plan;	       /* of a controle: of all records of the plan */
	bool gone;	       /* of a controle: sloop that is realised, too */
	bool som;	       /* columns of one kind and years add up */
	struct text kolom;     /* of a controle: of columns so called, folded */
	unsigned part;	       /* 0: totaal; else which partition */
	struct text dimensie;  /* its name */
	struct text categorie; /* empty for totaal */
	/* of a crossing: the second partition; part2 0 when there is none */
	unsigned part2;
	struct text dimensie2, categorie2;
	struct price_class price; /* of the categorie of betaalbaarheid */
	enum price_fault price_fault;
	struct kind *next_priced; /* of a layout's words */
	struct text hardheid;	  /* empty: follows from the planstatus */
};

bool hardheid_known(struct text word);
/* Reads "sloop|min", "betaalbaarheid:Sociale huur|leeg:nul". Texts are copied
 * into a. False at a word that is none, which is then *bad. */
bool kind_parse(struct arena *a, struct text t, struct kind *out,
		struct text *bad);
/* Same partition (dimensie and categorie), and the same price class. */
bool kind_same_part(const struct kind *a, const struct kind *b);
/* A controle of several categories: all, or those with one beginning
 * ("betaalbaarheid:Koop*"). */
bool kind_is_open(const struct kind *k);
/* True when it has a word that only a controle may have. */
bool kind_only_checks(const struct kind *k);
/* True when a controle is of what the other is: the same, or one of its
 * categories. */
bool kind_covers(const struct kind *check, const struct kind *k);

/* Years from..to. to 0: no end; from 0: no begin; both 0: none given. */
struct years {
	int from, to;
};

/* "2024", "2025-2029", "2031-", or a limit "2024..2030" (*limit is then
 * true). False when it is none of these. */
bool years_parse(struct text t, struct years *out, bool *limit);
/* True when `in` lies within `out`; without years nothing does. */
bool years_within(struct years in, struct years out);
bool years_overlap(struct years a, struct years b);
bool years_given(struct years y);

#endif
