/* What a letter knows of one municipality. */
#ifndef PAGE_H
#define PAGE_H

#include <stddef.h>

#include "arena.h"
#include "finding.h"
#include "gemeenten.h"
#include "ground/rule.h"

/* As many lines per rule as a person reads; the rest is counted. */
#define PAGE_NOTES 20

struct note {
	enum rule rule;
	size_t record;
	struct text text; /* "rij 5, cel C5 (2024): ..." */
};

struct page {
	const struct gemeente *gemeente; /* NULL: not known */
	size_t accepted, rejected;
	size_t counts[RULE_COUNT];
	struct note *notes;
	size_t note_count, note_cap;
};

/* The line for a finding: where, in spreadsheet terms, and the Dutch
 * sentence. Kept in a. */
struct text note_text(struct arena *a, enum rule rule,
		      const struct finding_place *place,
		      const struct text *args, size_t count);
void page_add(struct page *p, const struct note *n);
void page_clear(struct page *p);

#endif
