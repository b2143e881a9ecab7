/* The plan of one record: its text fields, read as the layout says. */
#ifndef PLAN_H
#define PLAN_H

#include "read/binding.h"
#include "gebieden.h"
#include "gemeenten.h"
#include "ground/report.h"
#include "layout/status.h"

struct plan {
	struct text field[FIELD_COUNT]; /* views, valid for this record */
	const struct gemeente *gemeente;
	struct text planstatus, hardheid;
	const struct kind *kind;    /* of a categorie, or NULL */
	struct years years;	    /* of the record, or none */
	struct text peildatum;	    /* its own, or the delivery's */
	bool realised[SOORT_COUNT]; /* its numbers of that soort */
	unsigned told[SOORT_COUNT]; /* of which enum dimensie its columns of a
				     * crossing tell, as bits */
	bool to_come;		    /* its years are after the peildatum */
	size_t record;		    /* in the delivery, header 1 */
};

/* What plans are read with. */
struct plan_context {
	const struct binding *binding;
	const struct gemeenten *gemeenten;
	const struct gemeente *gemeente; /* --gemeente, or NULL */
	const struct status *status;
	const struct gebieden *gebieden; /* or NULL */
	enum num_form form;		 /* of the hectares of wood */
	struct text peildatum;		 /* for fields told by dates */
	struct report *report;
};

struct plan_reader;

struct plan_reader *plan_reader_new(const struct plan_context *c);
void plan_reader_free(struct plan_reader *p);
/* Reads the current record; what is wrong goes to the report. */
void plan_read(struct plan_reader *p, const struct csvin *in, struct plan *out);
/* For a record that cannot be read: the empty cells after it do not take what
 * stood before it. */
void plan_unread(struct plan_reader *p);
/* After the last record. */
void plan_finish(struct plan_reader *p);

#endif
