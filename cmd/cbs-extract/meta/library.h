/* The metadata given with -M, by table. An Atom resource says which table it
 * is of; CSV resources are of the table their TableInfos or Properties
 * names, and of any table when there is none among them. */
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
/* Reads one -M file: a resource as Atom or CSV, or a bulk zip. 0 or -1. */
int library_add(struct library *l, const char *path);
/* The metadata of a bulk zip, which `m` takes. 0 or -1. */
int library_zip(struct meta *m, struct zipin *z);
/* What is known of a table: own first (may be NULL), then the library. */
void library_view(const struct library *l, struct text table,
		  const struct meta *own, struct meta_view *view);
/* The table's identifier when the library names exactly one, else empty. */
struct text library_table(const struct library *l);

#endif
