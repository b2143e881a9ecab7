/* What plan-diff says of a delivery and the one before it. */
#ifndef CHANGES_H
#define CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "planword.h"
#include "sum.h"
#include "text.h"

/* A row of plan-diff. Views into the file's text. */
struct change {
	struct text gemeente, plan_id, plan_naam, fase;
	struct text wijziging, veld, oud, nieuw;
	struct num verschil; /* 0 when it is empty */
};

struct changes;

struct changes *changes_new(void);
void changes_free(struct changes *c);
/* The output of plan-diff, of plan-diff --bridge; once each. -1 with the
 * message given. */
int changes_load(struct changes *c, const char *path);
int changes_bridge(struct changes *c, const char *path);

/* Whether each was loaded: without, nothing is known of a delivery before. */
bool changes_known(const struct changes *c);
bool changes_bridged(const struct changes *c);
size_t changes_count(const struct changes *c);
struct change changes_at(const struct changes *c, size_t i);
/* Net capacity of a municipality in the delivery before. */
void changes_before(const struct changes *c, struct text gemeente,
		    struct sum netto[HARDHEID_COUNT]);

#endif
