/* The options as a table, and what the user chose. */
#ifndef KEUZES_H
#define KEUZES_H

#include <stdbool.h>

#include "opt.h"

/* NULL or false where not given. */
struct keuzes {
	const char *gemeenten;
	const char *opgave;
	struct opt_list plannen;
	const char *peildatum;
	const char *jaren;
	const char *as_of;
	const char *rooster;
	const char *findings;
	const char *fail_on;
	const char *fasering;
	const char *scenario;
	const char *groep;
	const char *gebieden;
	const char *segment;
	const char *norm;
	const char *uitleg;
	const char *capnorm;
	const char *beweringen;
	const char *planstatus;
	bool evenwicht;
	bool band;
	bool table;
	const char *color;
	bool kleur; /* no option: the view may use colour */
};

/* Filled by opt_parse(&keuzes_program, ...). */
extern struct keuzes keuzes;
extern const struct opt_program keuzes_program;

/* Options that need or exclude each other: ends the program on a fault. */
void keuzes_check(void);

#endif
