/* What somebody published (claim.h), beside the stand: a finding for each that
 * its figures contradict, with what would make it true: another rounding,
 * period or date; and a table of all of them. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "csvout.h"
#include "plans/plan.h"
#include "stand/stand.h"

/* Which of them: those about plans by a trait or another rule set are made of
 * other sums than the stand's, and may have a table of their own. */
enum claim_part { CLAIMS_ALL, CLAIMS_OF_STAND, CLAIMS_OF_PLANS };

struct claims_setting {
	const char *path;
	const struct scenarios *scenarios; /* may be NULL */
	const char *planstatus;		   /* may be NULL */
	struct text observations;	   /* files joined by :, or empty */
	enum claim_part part;
};

struct claims;

/* NULL on failure, message given. */
struct claims *claims_load(struct frame *k, const struct claims_setting *s);
void claims_free(struct claims *b);
/* How many look at the plans for it, and each of them. */
size_t claims_takers(const struct claims *b);
struct taker claims_taker(const struct claims *b, size_t i);
/* stands: as it is, then one for each scenario. Findings. */
void claims_check(const struct stand *stands, const struct claims *b);
/* Header and a row for each; no findings. */
void claims_write(struct csvout *w, const struct stand *stands,
		  const struct claims *b);

#endif
