/* The rows of a register by plan, kept outside memory. Held: each plan and
 * each stretch of its rows. */
#ifndef LEDGER_H
#define LEDGER_H

#include "planword.h"
#include "num.h"
#include "record.h"
#include "register.h"

/* A row as the exchange needs it. Texts are valid until the next plan. */
struct row {
	struct text field[REGISTER_WIDTH];
	enum soort soort;
	enum dimensie dimensie;
	enum hardheid hardheid;
	bool given; /* there is a number */
	struct num aantal;
	int at;	       /* column_of its categorie */
	bool national; /* whole dwellings, of a kind that the exchange has */
	bool own_hardheid; /* its plan has several */
};

struct ledger;

/* name is for messages. NULL with the message given. */
struct ledger *ledger_open(const char *name);
void ledger_close(struct ledger *l);
/* The row at hand, of this plan. 1; 0 when the plan's rows before it say
 * otherwise what a plan has once, and it is not taken; -1 with the message
 * given. */
int ledger_add(struct ledger *l, const struct registers *in, size_t plan);
size_t ledger_plans(const struct ledger *l);
/* All rows of plan i, in the order of its first; how many. -1 with the message
 * given. */
long ledger_rows(struct ledger *l, size_t i, struct row **rows);

#endif
