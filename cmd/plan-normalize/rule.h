/* The rules a delivery is held against. An error keeps the record out of the
 * register, a warning does not. Where each comes from: section 2 of the
 * domain document, and QUIRKS.md. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"
#include "kind.h"

enum rule {
	RULE_WIDTH,	    /* E002 */
	RULE_COLUMN,	    /* E003 */
	RULE_YEAR_COLUMN,   /* E005 */
	RULE_GEMEENTE,	    /* E010 */
	RULE_ALIAS,	    /* E012 */
	RULE_MISMATCH,	    /* E011 */
	RULE_NUMBER,	    /* E020 */
	RULE_FRACTION,	    /* E021 */
	RULE_AMBIGUOUS,	    /* E022 */
	RULE_NEGATIVE,	    /* E023 */
	RULE_SLOOP,	    /* E024 */
	RULE_YEAR,	    /* E025 */
	RULE_NO_CIRCA,	    /* E026 */
	RULE_NO_BEREIK,	    /* E026 */
	RULE_DATE,	    /* E027 */
	RULE_ESTIMATE,	    /* E028 */
	RULE_HECTARES,	    /* E029 */
	RULE_STATUS,	    /* E030 */
	RULE_LABEL,	    /* E031 */
	RULE_NO_CAPACITY,   /* E032 */
	RULE_PLANLIJST,	    /* E033 */
	RULE_BARE_CODE,	    /* E034 */
	RULE_WORD,	    /* E035 */
	RULE_SAME_DAY,	    /* E036 */
	RULE_DAY_ORDER,	    /* E036 */
	RULE_NOT_YET,	    /* E037 */
	RULE_NO_DAY,	    /* E038 */
	RULE_SUM,	    /* E040 */
	RULE_GROUP,	    /* E041 */
	RULE_GROUP_YEAR,    /* E041 */
	RULE_REST,	    /* E042 */
	RULE_HARDHEID,	    /* E043 */
	RULE_SUM_PART,	    /* E044 */
	RULE_DOUBLE_ID,	    /* E050 */
	RULE_DOUBLE_NAME,   /* E051 */
	RULE_PHASES,	    /* E052 */
	RULE_TOTAL_ROW,	    /* E053 */
	RULE_TOTAL_DIFFERS, /* E054 */
	RULE_TWO_BOS,	    /* E055 */
	RULE_BUCKET,	    /* E060 */
	RULE_PAST,	    /* E061 */
	RULE_REQUIRED,	    /* E070 */
	RULE_LEEG_NUL,	    /* E071 */
	RULE_NO_STATUS,	    /* E072 */
	RULE_PRICE_YEAR,    /* E080 */
	RULE_PRICE_LIMIT,   /* E081 */
	RULE_SMALL,	    /* E090 */
	RULE_CLOSED,	    /* E091 */
	RULE_AREA,	    /* E092 */
	RULE_AREA_UNUSED,   /* E093 */
	RULE_COUNT
};

/* In the sentences {0} is the value found, {1} what the rule has to add, {2}
 * the name of the column. */
extern const struct finding_rule rules[RULE_COUNT];

/* That of a price class without a name. */
enum rule rule_of_price(const struct kind *k);

#endif
