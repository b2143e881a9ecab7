/* What the plans of two registers have in common, kept once: a text, a state,
 * a kind of amount is the same one where it is the same in both. */
#ifndef WORDS_H
#define WORDS_H

#include <stdint.h>

#include "plan.h"
#include "text.h"

struct words;

struct words *words_new(void);
void words_free(struct words *w);
/* All of them live as long as w. */
const struct text *words_text(struct words *w, struct text t);
/* Its texts are of words_text. */
const struct state *words_state(struct words *w, const struct state *s);
/* bounds NULL: exact. The categorie is copied. */
const struct kind *words_kind(struct words *w, enum soort soort,
			      enum dimensie dimensie, struct text categorie,
			      const struct bounds *bounds);
/* By its number. */
const struct kind *words_numbered(const struct words *w, uint32_t number);

#endif
