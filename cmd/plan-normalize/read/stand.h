/* Plans by key with their net capacity, of a delivery or of an earlier
 * register, to be compared. */
#ifndef STAND_H
#define STAND_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/kind.h"
#include "sum.h"
#include "text.h"

enum hardheid { HARD, ZACHT, ONBEKEND, TELT_NIET, HARDHEID_COUNT };

struct stand_plan {
	struct text gemeente, id, naam, fase, planstatus;
	struct sum netto[HARDHEID_COUNT]; /* bouw - sloop, dimensie totaal */
	struct sum below, above;  /* by which netto may be less or more: of
				   * estimates, but telt_niet */
	size_t estimates;	  /* how many */
	struct text bos;	  /* hectares of wood; empty: not given */
	struct stand_plan *other; /* the same plan in the other stand */
};

struct stand;

struct stand *stand_new(void);
void stand_free(struct stand *s);
/* The plan with this id, or without one this name, and this phase; made when
 * it is new. Texts are copied. */
struct stand_plan *stand_get(struct stand *s, const struct stand_plan *like);
/* An amount of dimensie totaal; bounds NULL: exact. */
struct stand_amount {
	struct text hardheid;
	enum soort soort;
	struct num value;
	const struct bounds *bounds;
};

/* Adds it. -1 when the sum does not fit. */
int stand_add(struct stand_plan *p, const struct stand_amount *a);
/* Adds a register. -1 with the message given. */
int stand_load(struct stand *s, const char *path);
/* In the order they came. */
size_t stand_count(const struct stand *s);
struct stand_plan *stand_at(const struct stand *s, size_t i);
/* All hardheden together, but telt_niet. */
struct sum stand_total(const struct stand_plan *p);
/* Points the plans of both at each other. */
void stand_pair(struct stand *a, struct stand *b);

#endif
