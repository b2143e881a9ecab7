/* Parts of an Office package and the relations between them (ECMA-376 part
 * 2): who is found through a relation is never looked for by its name. */
#ifndef OPC_H
#define OPC_H

#include <stddef.h>

#include "arena.h"
#include "zipin.h"

struct relation {
	const char *id;
	const char *type;   /* the last word: "worksheet", "styles" */
	const char *target; /* a part's name, resolved; "" when external */
};

struct relations {
	struct relation *list;
	size_t count;
};

/* The relations of `part` ("" is the package itself). A part without any has
 * none. 0, or -1 with the message given. Texts live in `arena`. */
int opc_relations(struct zipin *zip, const char *part, struct arena *arena,
		  struct relations *out);
/* The first of a type, or the one with this id; NULL when there is none. */
const struct relation *opc_by_type(const struct relations *r, const char *type);
const struct relation *opc_by_id(const struct relations *r, const char *id);
/* The entry of a part in the zip, %20 and such undone; -1: not there. */
long opc_find(const struct zipin *zip, const char *part);

#endif
