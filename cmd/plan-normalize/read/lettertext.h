/* The words of a letter. */
#ifndef LETTERTEXT_H
#define LETTERTEXT_H

#include "read/letter.h"
#include "output.h"
#include "read/page.h"
#include "read/stand.h"

struct lettertext {
	const struct letter_facts *facts;
	const struct page *general;
	const struct stand *stand, *previous; /* paired; previous may be NULL */
	struct output *out;
	size_t pages; /* written so far */
};

void lettertext_page(struct lettertext *t, const struct page *p);

#endif
