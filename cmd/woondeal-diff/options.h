/* The options as a table, and what the user chose. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "form.h"
#include "opt.h"

/* NULL or false where not given. */
struct options {
	const char *gemeenten;
	const char *opgave;
	struct opt_list plans;
	const char *peildatum;
	const char *years;
	const char *as_of;
	const char *roster;
	const char *stand;
	const char *findings;
	const char *fail_on;
	const char *phasing;
	const char *scenario;
	const char *groep;
	const char *areas;
	const char *segment;
	const char *norm;
	const char *explain;
	struct opt_list deliveries;
	const char *capacity_norm;
	const char *claims;
	const char *planstatus;
	bool balance;
	bool figures;
	bool band;
	const char *color;
	struct opt_list forms;
	/* No options: the view may use colour; every table there is to write.
	 */
	bool paint;
	struct form_list tables;
};

/* Filled by opt_parse(&options_program, ...). */
extern struct options options;
extern const struct opt_program options_program;

/* Options that need or exclude each other: ends the program on a fault. Fills
 * options.tables, which the caller frees. */
void options_check(void);

#endif
