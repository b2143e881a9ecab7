/* Which layouts a run may choose from: the files of -l, where a folder stands
 * for the layouts in it; without -l those of the folder `indeling` beside the
 * municipalities (a province's own) and of the one a folder higher (the
 * national ones). */
#ifndef CHOICES_H
#define CHOICES_H

#include <stdbool.h>
#include <stddef.h>

#include "opt.h"

struct choices {
	char **paths;
	size_t count, cap;
	size_t nearest; /* so many come first: tried before the others */
};

/* With `names` also the lists of names that only --propose reads. gemeenten:
 * the path of -g, or NULL. 0, or -1 after a message; free in both cases. */
int choices_find(struct choices *c, const struct opt_list *given,
		 const char *gemeenten, bool names);
/* Whether the file is such a list of names; -1 after a message. */
int choices_is_names(const char *path, bool *names);
void choices_free(struct choices *c);

#endif
