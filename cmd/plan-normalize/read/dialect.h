/* Which layout, encoding and delimiter a delivery has. */
#ifndef DIALECT_H
#define DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/choices.h"
#include "input.h"
#include "layout/layout.h"

struct dialect {
	const struct layout *layout;
	const char *encoding; /* NULL: UTF-8 */
	char delimiter;
	bool bom; /* the delivery begins with a UTF-8 byte order mark */
};

/* The layout (layouts[i] is that of c->paths[i]; when there are several, the
 * header chooses, first among the nearest), the encoding and the mark. encoding
 * and delimiter: the options, NULL and 0 when not given, stronger than a
 * layout's. Looks at the first bytes of `in` only. -1 with the message given
 * when it cannot be decided. */
int dialect_find(struct input *in, struct layout *const *layouts,
		 const struct choices *c, const char *encoding, char delimiter,
		 struct dialect *out);
/* The layout that fits and leaves no column with a name unread, into *out; NULL
 * where none does. -1 with the message given when two fit equally well. */
int dialect_known(struct input *in, struct layout *const *layouts,
		  const struct choices *c, const char *encoding, char delimiter,
		  const struct layout **out);
/* The delimiter, where it was not given: from the header in `in`, which is
 * UTF-8 by now. */
int dialect_delimiter(struct input *in, struct dialect *d);

#endif
