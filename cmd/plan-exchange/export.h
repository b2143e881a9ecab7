/* A register as the tables of the exchange: Planregistratie.csv and
 * DetailPlanning.csv, and in rest.csv the rows that do not cross, with the
 * reason (in Dutch) in a last column. */
#ifndef EXPORT_H
#define EXPORT_H

#include <stdbool.h>

struct export_options {
	const char *dir;       /* where the three go */
	const char *gemeenten; /* path */
	const char *words; /* path of veld,woord,waarde: the national list */
	bool closed; /* also plans that are confidential to a municipality */
};

/* Writes all three or none. 0; 1 when there are rows in rest.csv, which is
 * told; -1 with the message given. */
int export_register(const struct export_options *o, const char *path);

#endif
