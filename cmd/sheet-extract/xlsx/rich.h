/* The text of a string item (<si> or <is>): its runs joined, phonetic runs
 * left out, blanks and escapes as rich_end_string says. */
#ifndef RICH_H
#define RICH_H

#include "buffer.h"
#include "xmlin.h"

struct rich {
	const char *t, *phonetic, *space;
	size_t skip; /* elements deep in a phonetic run */
	bool on;     /* inside a <t> that counts */
	bool preserve;
	size_t from;
	struct buffer text;
};

/* Ends a <t> that began at offset `from`: blanks at its ends go unless
 * xml:space said preserve (as Excel does), _xHHHH_ becomes its character. */
void rich_end_string(struct buffer *b, size_t from, bool preserve);

void rich_init(struct rich *r, struct xmlin *x);
void rich_free(struct rich *r);
/* A new item begins. */
void rich_clear(struct rich *r);
void rich_start(struct rich *r, const char *local,
		const struct xml_attribute *attrs, size_t count);
void rich_end(struct rich *r, const char *local);
void rich_text(struct rich *r, const char *s, size_t n);

#endif
