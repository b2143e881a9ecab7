/* The words for richting, trend and kleur (contracts.md), between text and
 * enum. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "obsword.h"
#include "text.h"

enum richting { RICHTING_HOGER, RICHTING_LAGER, RICHTING_NEUTRAAL };
enum trend { TREND_NONE, TREND_STABIEL, TREND_STIJGEND, TREND_DALEND };

/* False when the word is none of them. */
bool richting_of(struct text word, enum richting *out);

struct text richting_name(enum richting r);
struct text trend_name(enum trend t);
/* groen, grijs or rood; empty without a trend. */
struct text kleur_name(enum trend t, enum richting r);

#endif
