/* The metadata given with -M, by table. An Atom resource says which table it
 * is of, and so does a file of sections; CSV resources are of the table that
 * the TableInfos or Properties beside them names, and of any table when there
 * is none among them. */
#ifndef LIBRARY_H
#define LIBRARY_H

#include "meta/meta.h"
#include "text.h"
#include "zipin.h"

struct library;

struct library *library_new(void);
void library_free(struct library *l);
/* Metadata that came with the data; they live as long as the library. */
struct meta *library_own(struct library *l);
/* Reads what one -M names: a resource as Atom or CSV, the portal's sections, a
 * bulk zip, or a folder with such files, whose CSV resources are of one table.
 * 0 or -1. */
int library_add(struct library *l, const char *path);
/* The metadata of a bulk zip, which `m` takes. 0 or -1. */
int library_zip(struct meta *m, struct zipin *z);
/* What is known of a table: own first (may be NULL), then the library. */
void library_view(const struct library *l, struct text table,
		  const struct meta *own, struct meta_view *view);
/* What was read: at 0 the loose CSV resources, maybe none. */
size_t library_count(const struct library *l);
const struct meta *library_at(const struct library *l, size_t i);
/* The table's identifier when the library names exactly one, else empty. */
struct text library_table(const struct library *l);

#endif
