/* indicatoren.csv: what the indicators are and which observations they are
 * made of:
 * code,naam,thema,eenheid,richting,decimalen,tabel,onderwerp,dimensies,
 * weging,editie,geldig_van,geldig_tot,toelichting,teller,noemer,bron
 * Each indicator has a series of observations under its own number; what they
 * name beside those (weights, ...) has series after those. */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "text.h"
#include "tables/words.h"

/* A further column of the observations and what must stand in it. */
struct dimensie {
	struct text naam;
	struct text code;
};

/* Which observations belong to a series. */
struct selection {
	struct text tabel; /* empty: any; several joined by | */
	struct text onderwerp;
	bool of_edition; /* an indicator's, not a weight's */
	struct text editie;
	struct dimensie *dims;
	size_t dim_count;
	struct text moment; /* of a part of a ratio: Q4, 12; else empty */
	size_t next; /* the next series with this onderwerp, or SERIES_NONE */
};
#define SERIES_NONE ((size_t)-1)

/* How deals and provinces are made of their municipalities. */
enum weging { WEGING_GEEN, WEGING_SOM, WEGING_GEWICHT };

/* Where the observations come from: our own reading of CBS, by hand, or by hand
 * until the key at CBS is known. */
enum herkomst { HERKOMST_NONE, HERKOMST_CBS, HERKOMST_HAND, HERKOMST_ONBEKEND };

struct indicator {
	struct text code, naam, thema, eenheid, editie, toelichting;
	enum richting richting;
	int decimalen; /* of computed means */
	enum weging weging;
	size_t weight; /* series of the weight, with WEGING_GEWICHT */
	/* A ratio: teller divided by noemer. Its weging is WEGING_GEWICHT with
	 * the noemer as weight where deals and provinces are made of the sums
	 * of both, else WEGING_GEEN. */
	bool is_ratio;
	size_t teller, noemer; /* series */
	enum herkomst bron;
	size_t line; /* in the catalogue */
};

struct catalogue;

/* Takes the rows in force on `as_of` (YYYY-MM-DD), or, when that is NULL, on
 * the last geldig_van there is. NULL on failure, message given. */
struct catalogue *catalogue_load(const char *path, const char *as_of);
void catalogue_free(struct catalogue *c);
const char *catalogue_name(const struct catalogue *c);
/* What is wrong with the names in it (name.h). */
void catalogue_tell(const struct catalogue *c, struct findings *f);
/* Rows that are not in force. */
size_t catalogue_left_out(const struct catalogue *c);
/* In the order of the file. */
size_t catalogue_count(const struct catalogue *c);
const struct indicator *catalogue_at(const struct catalogue *c, size_t i);
/* The indicators' own series, 0 to count - 1, and the weights'. */
size_t catalogue_series(const struct catalogue *c);
const struct selection *catalogue_selection(const struct catalogue *c,
					    size_t series);
/* The series of "onderwerp|naam=code|...", of any table and edition, made when
 * it is new: a weight, or what an indicator is held against. False when that is
 * not how it is written. */
bool catalogue_further(struct catalogue *c, struct text spec, size_t *series);
/* The first series with this onderwerp, or SERIES_NONE. */
size_t catalogue_find(const struct catalogue *c, struct text onderwerp);

#endif
