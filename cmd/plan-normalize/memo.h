/* What a word meant in the record before: most records say the same again,
 * and need no look-up then. */
#ifndef MEMO_H
#define MEMO_H

#include <stdbool.h>

#include "buffer.h"

/* {0} remembers nothing. */
struct memo {
	struct buffer word;
	bool known;
	const void *meaning;
};

/* True when the word is the one remembered. */
bool memo_has(const struct memo *m, struct text word);
/* Remembers, and returns meaning. */
const void *memo_set(struct memo *m, struct text word, const void *meaning);
void memo_clear(struct memo *m);

#endif
