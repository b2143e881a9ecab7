/* What makes two plans one, and which rows of the registers of a run count
 * (contracts.md, "Meaning at the boundaries"). A plan is its gemeente, its
 * plan_id or without one its plan_naam, and its fase_id, each folded (fold.h).
 * Of one plan, each soort and dimensie comes from one delivery: the first that
 * was read, where the years of two overlap. What stands there twice counts
 * once. Both are told. Held: each plan and a few words for each row. */
#ifndef PLANSET_H
#define PLANSET_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "finding.h"
#include "num.h"
#include "planword.h"
#include "text.h"

/* A row of a register, as register.h reads it. The texts are views. */
struct plan_row {
	struct text gemeente, plan_id, plan_naam, fase_id, planstatus;
	struct text categorie, peildatum, delivery; /* delivery: levering */
	enum hardheid hardheid;
	enum soort soort;
	enum dimensie dimensie;
	enum herkomst herkomst;
	enum telling telling;
	int van, tot;	       /* years; 0: not given */
	bool given;	       /* there is a number */
	bool estimate;	       /* laag and hoog are given */
	bool bos_given;	       /* hectares of wood, of the whole plan */
	struct num aantal;     /* 0 when not given */
	struct num laag, hoog; /* aantal, when it is exact */
	struct num bos;
	const char *file;   /* lives as long as the registers */
	size_t row, record; /* physical line; number of the record */
	size_t plan;	    /* its number, from 0 in order of appearance */
	size_t levering;    /* likewise of deliveries */
};

/* What makes two plans one, of gemeente, plan_id, plan_naam and fase_id: the
 * same text for the same plan. In *key, valid until it changes; *folded is for
 * working in. */
struct text plan_key(struct buffer *key, struct buffer *folded,
		     const struct plan_row *r);

struct planset;

struct planset *planset_new(void);
void planset_free(struct planset *s);

enum planset_verdict {
	PLANSET_FAIL = -1, /* contradicts a row before it, message given */
	PLANSET_AGAIN,	   /* counted already, or nothing: pass it over */
	PLANSET_COUNTS
};

/* Takes a row that is filled but for plan and levering, and fills these. One
 * plan has one planstatus, and one hardheid unless the status is unknown; a
 * row that comes again with another number is refused. */
enum planset_verdict planset_take(struct planset *s, struct plan_row *row);
/* The same without a judgement: of rows that count nowhere. */
void planset_number(struct planset *s, struct plan_row *row);
size_t planset_count(const struct planset *s);
/* The key of a plan: the same text for the same plan in any set. */
struct text planset_key(const struct planset *s, size_t plan);
/* After the last row: lets go of all but what stood twice. No more rows are
 * taken, and no plan is counted or has a key. */
void planset_forget(struct planset *s);
/* The findings about what stood twice, one for each municipality. */
void planset_tell(const struct planset *s, struct findings *f);

#endif
