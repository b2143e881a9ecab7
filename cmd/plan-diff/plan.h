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

/* What a row of the register is of; an estimate has its own. */
struct word {
	struct text categorie;
	struct bounds bounds;
};

/* One row of the register, in 24 bytes: a register has millions. */
struct amount {
	int64_t units;		 /* dwellings; 0 when not delivered */
	const struct word *word; /* of the register */
	uint16_t van, tot;	 /* 0: not given */
	uint8_t scale;		 /* of units */
	uint8_t soort, dimensie; /* enum soort, enum dimensie */
	bool given : 1;		 /* it was delivered */
	bool estimate : 1;	 /* the word has bounds */
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
	return a->estimate ? &a->word->bounds : NULL;
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

struct plan {
	const char *names; /* plan_id, a NUL, plan_naam, a NUL */
	uint32_t id_n, naam_n;
	/* Words of the register: few, for many plans. fase is fase_id, bos
	 * hectares of wood, empty when not given. */
	const struct text *gemeente, *fase, *planstatus, *projectfase, *bos;
	uint32_t number;	/* parts of a plan without a status have one */
	uint32_t row, record;	/* the first of its rows */
	uint8_t hardheid, link; /* enum hardheid, enum link */
	bool listed;		/* its amounts are a list: it has very many */
	uint8_t netto_scale;
	/* Its amounts (packed.h): bytes of the register's arena, or a list. */
	uint32_t count, cap; /* of these amounts; of bytes, or of the list */
	union {
		unsigned char *bytes;
		struct amount *amounts;
	};
	int64_t netto; /* bouw - sloop, dimensie totaal; by packed_finish */
	/* Of a whole: its first part; of a part: the whole. Of a plan that is
	 * gone, with LINK_NONE: what was rejected of it, or NULL. */
	struct plan *peer;
	union {
		struct plan *next; /* the next part of a split or a merger */
		size_t other; /* while it is read: the place + 1 of a part */
	};
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
/* By gemeente, plan_id and fase_id alone. */
int plan_compare_id(const struct plan *a, const struct plan *b);
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
