/* The catalog (ODataCatalog/Tables): which tables there are. Only for --list.
 */
#ifndef CATALOG_H
#define CATALOG_H

#include "meta/atom.h"
#include "csvout.h"
#include "extract.h"

struct catalog;

void catalog_free(struct catalog *c);
/* Keeps an entry of Tables; -1 with a message when it names no table. */
int catalog_add(struct extract *x, const struct atom_column *columns,
		size_t count);
/* A row for each table, in the columns of the list. */
void catalog_write(const struct catalog *c, struct csvout *out);

#endif
