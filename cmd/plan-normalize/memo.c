#include "memo.h"

#include <stdlib.h>

bool
memo_has(const struct memo *m, struct text word)
{
	return m->known && text_equal(buffer_view(&m->word), word);
}

const void *
memo_set(struct memo *m, struct text word, const void *meaning)
{
	m->word.n = 0;
	buffer_text(&m->word, word);
	m->meaning = meaning;
	m->known = true;
	return meaning;
}

void
memo_clear(struct memo *m)
{
	free(m->word.s);
	*m = (struct memo){0};
}
