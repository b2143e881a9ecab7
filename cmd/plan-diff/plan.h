/* One plan (or one phase of it) in a register, with its amounts, and what it
 * was matched with in the other register. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "num.h"
#include "planword.h"
#include "text.h"

/* The least and most dwellings that an estimate allows. */
struct bounds {
	struct num least, most;
};

/* What an amount is of; an estimate has its own. Of words.h, kept once. */
struct kind {
	struct text categorie;
	struct bounds bounds; /* of an estimate */
	uint32_t number;
	uint8_t soort, dimensie; /* enum soort, enum dimensie */
	bool estimate;
};

/* One row of the register; a register has millions (packed.h). */
struct amount {
	int64_t units; /* dwellings; 0 when not delivered */
	const struct kind *kind;
	uint16_t van, tot; /* 0: not given */
	uint8_t scale;	   /* of units */
	bool given;	   /* it was delivered */
};

static inline struct num
amount_value(const struct amount *a)
{
	return (struct num){a->units, a->scale};
}

/* Of an estimate; NULL: exact. */
static inline const struct bounds *
amount_bounds(const struct amount *a)
{
	return a->kind->estimate ? &a->kind->bounds : NULL;
}

/* How a plan found its peer. */
enum link {
	LINK_NONE,
	LINK_ID,    /* municipality, plan_id and fase_id */
	LINK_FASE,  /* municipality and plan_id: fase_id differs */
	LINK_NAME,  /* municipality and name */
	LINK_SPLIT, /* one old plan, several new */
	LINK_MERGE, /* several old plans, one new */
};

/* What many plans have in common; of words.h, kept once. fase is fase_id, bos
 * hectares of wood, empty when not given. */
struct state {
	const struct text *gemeente, *fase, *planstatus, *projectfase, *bos;
	enum hardheid hardheid;
};

/* In 72 bytes: a register has very many. What is equal in two registers is
 * mostly one: names, state and bytes. */
struct plan {
	const char *names; /* plan_id, a NUL, plan_naam, a NUL */
	const struct state *state;
	/* Its amounts (packed.h): bytes of a register's arena, or a list. */
	union {
		unsigned char *bytes;
		struct amounts *list;
	};
	int64_t netto; /* bouw - sloop, dimensie totaal; by packed_finish */
	/* Of a whole: its first part; of a part: the whole. Of a plan that is
	 * gone, with LINK_NONE: what was rejected of it, or NULL. Before it is
	 * matched: the plan that is called alike, or NULL (twins.h). */
	struct plan *peer;
	union {
		struct plan *next; /* the next part of a split or a merger */
		size_t other; /* while it is read: the place + 1 of a part */
	};
	uint32_t id_n, naam_n;
	uint32_t row, record; /* the first of its rows */
	uint16_t count, cap;  /* of packed amounts; of bytes that are its own */
	uint8_t link;	      /* enum link */
	uint8_t netto_scale;
	bool listed; /* its amounts are a list: it has very many */
};

static inline struct text
plan_id(const struct plan *p)
{
	return (struct text){p->names, p->id_n};
}

static inline struct text
plan_naam(const struct plan *p)
{
	return (struct text){p->names + p->id_n + 1, p->naam_n};
}

static inline struct num
plan_netto(const struct plan *p)
{
	return (struct num){p->netto, p->netto_scale};
}

static inline const struct plan *
plan_rejected(const struct plan *p)
{
	return p->link == LINK_NONE ? p->peer : NULL;
}

/* By gemeente, plan_id, fase_id and name as it is compared (fold.h). */
int plan_compare(const struct plan *a, const struct plan *b);
/* The same, then by hardheid: no two plans of a register are equal. */
int plan_order(const struct plan *a, const struct plan *b);
/* By gemeente, plan_id and fase_id alone. */
int plan_compare_id(const struct plan *a, const struct plan *b);
/* A plan and its peer have the same names, state and amounts. */
bool plan_unchanged(const struct plan *p);
/* Two texts are one as they are compared (fold.h). */
bool plan_same(struct text a, struct text b);
/* Order of two amounts by soort, dimensie, categorie; then by years. Of a plan
 * they are in that order. */
int amount_compare_group(const struct amount *a, const struct amount *b);
int amount_compare_years(const struct amount *a, const struct amount *b);
/* *sum += v (or -= v); -1 with a message when it no longer fits. */
int plan_sum(struct num *sum, struct num v);
int plan_subtract(struct num *sum, struct num v);

#endif
