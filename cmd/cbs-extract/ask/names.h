/* The names there are, for messages about one that there is not. */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

#include "text.h"

/* The texts stay the caller's and are NUL-terminated. */
struct names {
	const char **items;
	size_t count, cap;
};

#define NAMES_ADVICE 400

/* A name that is there already or empty is passed over. */
void names_add(struct names *n, struct text name);
void names_free(struct names *n);
/* "a, b, c", cut with "and 12 more". Returns buf. */
const char *names_list(const struct names *n, char buf[NAMES_ADVICE]);
/* "did you mean 'b'?", or the list when nothing is near. Returns buf. */
const char *names_advice(const struct names *n, struct text wrong,
			 char buf[NAMES_ADVICE]);

#endif
