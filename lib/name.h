/* Names that do harm where people open them: in a spreadsheet, in which a name
 * may be a formula, and on a terminal or a page, which it may steer or turn
 * about. What machines read keeps its bytes; who reads a name from outside
 * tells what is wrong with it, by one rule for all tools. */
#ifndef NAME_H
#define NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "table.h"
#include "text.h"

/* In characters. */
#define NAME_LONGEST 200

/* What a spreadsheet computes when it opens a CSV, quoted or not: OWASP's list
 * (= + - @, a tab or a CR in front), without what is a number. */
bool name_is_formula(struct text t);

struct name_judge;

/* f outlives it. */
struct name_judge *name_judge_new(struct findings *f);
void name_judge_free(struct name_judge *n);
/* Tells what is wrong with a name at p (N001 to N003, warnings); p->value is
 * the name. Of each kind in a column the first is told, other names that have
 * it are counted; the same name again is nothing new. */
void name_judge_name(struct name_judge *n, const struct finding_place *p);
/* The same of text of any length: a remark. */
void name_judge_remark(struct name_judge *n, const struct finding_place *p);
/* All of a column of a table that people keep. */
void name_judge_column(struct name_judge *n, const struct table *t,
		       size_t column);
/* After the last: how many more names of each kind there are, and in which
 * records the first of them. */
void name_judge_tell(struct name_judge *n);

#endif
