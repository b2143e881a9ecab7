/* The planologische status of a plan and, by a named rule set, its hardheid:
 * PLANSTATUS.csv (regelset,planstatus,hardheid). */
#ifndef STATUS_H
#define STATUS_H

#include "layout/layout.h"
#include "text.h"

struct status;

/* NULL on failure: no such rule set, a code twice, a bad hardheid. */
struct status *status_load(const char *path, const char *ruleset);
void status_free(struct status *s);
/* Hardheid of a code; NULL when the rule set does not have it. onbekend is
 * onbekend unless the rule set says otherwise. */
const struct text *status_hardheid(const struct status *s, struct text code);
/* All words for planstatus in the layout must lead to a code of the rule set.
 * -1 with the message given. */
int status_check(const struct status *s, const struct layout *l);
/* The code that a word is, but for case (1b is 1B); empty when it is more or
 * other than a code of the rule set. */
struct text status_code(const struct status *s, struct text word);
/* The code that a longer word begins with ("4B potentiele locatie"); empty
 * when it begins with none. */
struct text status_prefix(const struct status *s, struct text word);
/* The code to which the label in a word belongs by the layout's words, its
 * own code left aside ("4A Idee" is 4B); empty when there is none. */
struct text status_label(const struct layout *l, struct text word);

#endif
