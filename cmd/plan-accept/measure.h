/* What a delivery is held against: numbers of a municipality's plans that do
 * not change by much from one delivery to the next. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>

#include "text.h"

/* The word of grenzen.csv. Dwellings are netto (bouw less sloop) of what
 * counts, where nothing else is said.
 *   sums: of dwellings, or counts
 *   BEKEND: plans of before that are there again
 *   JAREN, STATUS: dwellings that moved to another year or planstatus
 *   PLAN, GETAL: of one plan, all dwellings; in the same years
 *   VOORRAAD: dwellings as percent of the housing stock, whatever was before */
#define MEASURES(X)                         \
	X(WONINGEN, "woningen")             \
	X(RIJEN, "rijen")                   \
	X(PLANNEN, "plannen")               \
	X(HARD, "hard")                     \
	X(ZACHT, "zacht")                   \
	X(ONBEKEND, "onbekend")             \
	X(SLOOP, "sloop")                   \
	X(GEREALISEERD, "gerealiseerd")     \
	X(WONINGTYPE, "woningtype")         \
	X(BETAALBAARHEID, "betaalbaarheid") \
	X(WONEN_ZORG, "wonen_zorg")         \
	X(FLEX, "flex")                     \
	X(OPDRACHTGEVER, "opdrachtgever")   \
	X(BEKEND, "bekend")                 \
	X(JAREN, "jaren")                   \
	X(STATUS, "status")                 \
	X(PLAN, "plan")                     \
	X(GETAL, "getal")                   \
	X(VOORRAAD, "voorraad")

#define MEASURE(word, name) MEASURE_##word,
enum measure { MEASURES(MEASURE) MEASURE_COUNT };
#undef MEASURE

/* Those before this one are sums. */
#define MEASURE_SUMS MEASURE_BEKEND

struct text measure_name(enum measure m);
/* For table_word. */
extern const char *const measure_words[MEASURE_COUNT];

#endif
