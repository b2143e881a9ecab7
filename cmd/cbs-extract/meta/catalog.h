/* The catalog (ODataCatalog/Tables): which tables there are. Only for --list.
 */
#ifndef CATALOG_H
#define CATALOG_H

#include "csvout.h"
#include "meta/odata.h"
#include "run.h"

struct catalog;

void catalog_free(struct catalog *c);
/* Keeps an entry of Tables; -1 with a message when it names no table. */
int catalog_add(struct run *run, const struct odata_column *columns,
		size_t count);
/* A row for each table, in the columns of the list. */
void catalog_write(const struct catalog *c, struct csvout *out);

#endif
