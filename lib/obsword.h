/* The words of observations (contracts.md, waarnemingen): how final a value
 * is, and why there is none. */
#ifndef OBSWORD_H
#define OBSWORD_H

#include <stdbool.h>

#include "text.h"

/* In order: what is computed from several takes the last of theirs. */
enum status {
	STATUS_NONE, /* no value, no status */
	STATUS_DEFINITIEF,
	STATUS_NADER_VOORLOPIG,
	STATUS_VOORLOPIG,
	STATUS_ONBEKEND,
	STATUS_COUNT
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
	REDEN_GEHEIM,
	REDEN_COUNT
};

/* False when the word is none of them. The empty word is STATUS_NONE and
 * REDEN_NONE. */
bool status_parse(struct text word, enum status *out);
bool reden_parse(struct text word, enum reden *out);
struct text status_name(enum status s);
struct text reden_name(enum reden r);

#endif
