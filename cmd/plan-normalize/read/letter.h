/* The letter to a municipality about its delivery, one page each, in Dutch:
 * received, changed, missing, what to correct and where. Held: a line per
 * finding (the first of each rule, and their count) and the plans' sums. */
#ifndef LETTER_H
#define LETTER_H

#include "read/binding.h"
#include "finding.h"
#include "gemeenten.h"
#include "read/amount.h"
#include "ground/rule.h"
#include "read/stand.h"

struct letter;

/* What stands in the head of each page. */
struct letter_facts {
	const char *file;
	struct text levering, peildatum;
	const char *ruleset;
	const struct binding *binding;
	const struct gemeenten *gemeenten;
};

struct letter *letter_new(void);
void letter_free(struct letter *l);
/* A finding; it belongs to the page of its record, or to all when it is about
 * the header. */
void letter_note(struct letter *l, enum rule rule,
		 const struct finding_place *place, const struct text *args,
		 size_t count);
/* The header is over. */
void letter_begin(struct letter *l);
/* The record is over: accepted with these numbers, or rejected (amounts
 * NULL). plan NULL: it could not be read. -1 when a sum does not fit. */
int letter_record(struct letter *l, size_t record, const struct plan *plan,
		  const struct amount *amounts, size_t count);
/* Writes the pages; previous NULL: there is no earlier register. */
void letter_write(struct letter *l, const struct letter_facts *facts,
		  struct stand *previous, struct output *out);

#endif
