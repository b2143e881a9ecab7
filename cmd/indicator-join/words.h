/* The words for status, reden, richting, trend and kleur (contracts.md),
 * between text and enum. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "text.h"

/* In order: what is computed from several takes the last of theirs. */
enum status {
	STATUS_NONE, /* no value, no status */
	STATUS_DEFINITIEF,
	STATUS_NADER_VOORLOPIG,
	STATUS_VOORLOPIG,
	STATUS_ONBEKEND
};

/* In order: what is computed from several without a value takes the last of
 * theirs, so that a secret never turns into something milder. */
enum reden {
	REDEN_NONE,
	REDEN_NVT,
	REDEN_ONMOGELIJK,
	REDEN_NIET_GELEVERD,
	REDEN_ONTBREEKT,
	REDEN_ONBEKEND,
	REDEN_ONDERDRUKT,
	REDEN_GEHEIM
};

enum richting { RICHTING_HOGER, RICHTING_LAGER, RICHTING_NEUTRAAL };
enum trend { TREND_NONE, TREND_STABIEL, TREND_STIJGEND, TREND_DALEND };

/* False when the word is none of them. The empty word is STATUS_NONE and
 * REDEN_NONE. */
bool status_of(struct text word, enum status *out);
bool reden_of(struct text word, enum reden *out);
bool richting_of(struct text word, enum richting *out);

struct text status_name(enum status s);
struct text reden_name(enum reden r);
struct text richting_name(enum richting r);
struct text trend_name(enum trend t);
/* groen, grijs or rood. */
struct text kleur_name(enum trend t, enum richting r);

#endif
