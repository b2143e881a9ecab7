/* The rules of woondeal-diff: what may be remarkable, and in which words. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

enum rule {
	RULE_GEMEENTE,
	RULE_AMOUNT,
	RULE_WORD,
	RULE_YEAR,
	RULE_NO_GROWTH,
	RULE_MISSING,
	RULE_PROVINCIE,
	RULE_RUNNING,
	RULE_SALDO,
	RULE_MONTHS,
	RULE_DELIVERY_DATE,
	RULE_BUCKET,
	RULE_INDIVISIBLE,
	RULE_PAST,
	RULE_DEDUCT,
	RULE_DEDUCT_ONBEKEND,
	RULE_NO_PLANS,
	RULE_EMPTY,
	RULE_ROSTER,
	RULE_NOT_IN_ROSTER,
	RULE_TOTALS,
	RULE_OPGAVE_OUTSIDE,
	RULE_OPGAVE_MISSING,
	RULE_PHASING,
	RULE_SCENARIO,
	RULE_WITHOUT_YEAR,
	RULE_NORM_CATEGORY,
	RULE_NO_WOONDEAL,
	RULE_AREA_TARGET,
	RULE_AREA_EMPTY,
	RULE_CLAIM,
	RULE_CLAIM_ROUNDING,
	RULE_CLAIM_PERIOD,
	RULE_CLAIM_DATE,
	RULE_CLAIM_UNEQUAL,
	RULE_CLAIM_GEMEENTE,
	RULE_CLAIM_DUPLICATE,
	RULE_CLAIM_ONBEKEND,
	RULE_RANGE,
	RULE_ESTIMATE,
	RULE_HECTARES,
	RULE_BOS_DISPUTE,
	RULE_DUPLICATE,
	RULE_BOS_SILENT,
	RULE_BOS_MIXED
};

/* place may be NULL. args: what {0}.. stand for. */
void rule_add(struct findings *f, enum rule rule,
	      const struct finding_place *place, const struct text *args,
	      size_t count);

#define TEXTS(...)                          \
	(const struct text[]){__VA_ARGS__}, \
	    sizeof((const struct text[]){__VA_ARGS__}) / sizeof(struct text)

#endif
