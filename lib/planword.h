/* The words of the plan register (contracts.md, plannen): one list of each,
 * for who writes them and who reads them. */
#ifndef PLANWORD_H
#define PLANWORD_H

#include <stdbool.h>

#include "text.h"

/* In the order of reports. */
enum hardheid {
	HARDHEID_HARD,
	HARDHEID_ZACHT,
	HARDHEID_ONBEKEND,
	HARDHEID_TELT_NIET,
	HARDHEID_COUNT
};

enum soort { SOORT_BOUW, SOORT_SLOOP, SOORT_GEREALISEERD, SOORT_COUNT };

/* All dwellings, and the partitions of the same dwellings. */
enum dimensie {
	DIMENSIE_TOTAAL,
	DIMENSIE_WONINGTYPE,
	DIMENSIE_BETAALBAARHEID,
	DIMENSIE_WONEN_ZORG,
	DIMENSIE_FLEX,
	DIMENSIE_OPDRACHTGEVER,
	DIMENSIE_COUNT
};

/* Where a number comes from. Without a number: leeg, nvt, onbekend. */
enum herkomst {
	HERKOMST_OPGEGEVEN,
	HERKOMST_NUL,
	HERKOMST_LEEG,
	HERKOMST_NVT,
	HERKOMST_ONBEKEND,
	HERKOMST_AFGELEID,
	HERKOMST_CIRCA,
	HERKOMST_BEREIK,
	HERKOMST_COUNT
};

/* What a layout counts: what remains to be built, or the whole year. */
enum telling { TELLING_REST, TELLING_JAAR, TELLING_COUNT };

/* A status that nobody gave. */
#define PLANSTATUS_UNKNOWN "onbekend"
/* The only vertrouwelijkheid with which a plan may be shown as a plan. */
#define PLAN_PUBLIC "Openbaar"

struct text hardheid_name(enum hardheid h);
struct text soort_name(enum soort s);
struct text dimensie_name(enum dimensie d);
struct text herkomst_name(enum herkomst h);
struct text telling_name(enum telling t);

/* False when the word is none of them. */
bool hardheid_parse(struct text word, enum hardheid *out);
bool soort_parse(struct text word, enum soort *out);
bool dimensie_parse(struct text word, enum dimensie *out);
bool herkomst_parse(struct text word, enum herkomst *out);
bool telling_parse(struct text word, enum telling *out);

#endif
