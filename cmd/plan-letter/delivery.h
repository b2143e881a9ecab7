/* A delivery as its register has it: the plans with their net capacity, whose
 * each record is, and which fields nobody filled in. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include <stdbool.h>
#include <stddef.h>

#include "planword.h"
#include "sum.h"
#include "text.h"

/* Which years numbers are of. {0}: none. */
struct letter_years {
	int van, tot; /* 0: no year is given */
	bool later;   /* and what follows on the last */
	bool undated; /* and some without a year */
};

struct letter_plan {
	struct text gemeente, id, naam, fase, planstatus;
	struct sum netto[HARDHEID_COUNT]; /* bouw - sloop, dimensie totaal */
	struct sum below, above;   /* by which netto may be less or more: of
				    * estimates, but telt_niet */
	size_t estimates;	   /* how many */
	struct text bos;	   /* hectares of wood; empty: not given */
	struct letter_years years; /* of netto, telt_niet too */
};

struct delivery;

struct delivery *delivery_new(void);
void delivery_free(struct delivery *d);
/* Reads the register ("-" is standard input). -1 with the message given. */
int delivery_load(struct delivery *d, const char *path);
/* Of the plans that were rejected only whose their records are. */
int delivery_rejected(struct delivery *d, const char *path);

/* In the order of the register. */
size_t delivery_plans(const struct delivery *d);
const struct letter_plan *delivery_plan(const struct delivery *d, size_t i);
/* The plan that plan-diff names so, or delivery_plans(d) for none. */
size_t delivery_find(const struct delivery *d, const struct letter_plan *named);
/* All hardheden together, but telt_niet. */
struct sum letter_plan_total(const struct letter_plan *p);

/* Takes the other's years too. */
void letter_years_add(struct letter_years *y, struct letter_years other);

/* Whose record it is; empty when no plan says. */
struct text delivery_owner(const struct delivery *d, size_t record);
/* The last record before this one that is somebody's; 0 for none. */
size_t delivery_before(const struct delivery *d, size_t record);
/* Records of a municipality that are in the register. */
size_t delivery_accepted(const struct delivery *d, struct text gemeente);

/* The i-th field that the province asks for and no plan has; NULL after the
 * last. Nothing is said of a register without plans. */
const char *delivery_missing(const struct delivery *d, size_t i);
/* What the rows say, empty without rows. */
struct text delivery_levering(const struct delivery *d);
struct text delivery_peildatum(const struct delivery *d);

#endif
