/* Every number of a delivery by where it stands: in a column that the layout
 * takes for dwellings, or in one that nobody reads. So no cell is lost without
 * a word. Columns that are fields of a plan, or that the layout leaves alone
 * (negeer), are no numbers here. */
#ifndef SURVEY_H
#define SURVEY_H

#include "ground/report.h"
#include "judge/tally.h"
#include "read/binding.h"

struct survey;

struct survey *survey_new(const struct binding *b, enum num_form form);
void survey_free(struct survey *s);
/* The numbers of the record at hand. read: of columns of dwellings; unread: of
 * the others. Dwellings are those of dimensie totaal, of a column that nobody
 * reads what could be dwellings. -1 when a sum does not fit, message given. */
int survey_record(struct survey *s, const struct csvin *in,
		  struct account *read, struct account *unread);
/* Any number of the record at hand, which has not the header's width. */
size_t survey_cells(const struct survey *s, const struct csvin *in);
/* The record at hand is left out by a rule of the layout (overslaan). */
void survey_skip(struct survey *s, const struct csvin *in,
		 const struct bound_skip *skip, const struct account *read);
/* After the last record: what the layout left out, and the columns that nobody
 * read, with their values; those without a name only when they have any. */
void survey_tell(const struct survey *s, const struct header *h,
		 struct report *r);

#endif
