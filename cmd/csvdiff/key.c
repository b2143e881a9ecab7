#include "key.h"

#include <stdlib.h>

#include "diag.h"
#include "mem.h"

int
key_find(struct key *k, const char *columns, const struct csvin *r)
{
	struct text rest = text_of(columns), part;

	while (text_split(&rest, ',', &part)) {
		char *name = mem_text(part.s, part.n);
		long at = csvin_need(r, name);

		free(name);
		if (at < 0)
			return -1;
		k->at = mem_resize(k->at, k->count + 1, sizeof(*k->at));
		k->at[k->count++] = (size_t)at;
	}
	return 0;
}

void
key_free(struct key *k)
{
	free(k->at);
	buffer_free(&k->buf);
}

struct text
key_of(struct key *k, const struct csvin *r)
{
	buffer_clear(&k->buf);
	for (size_t i = 0; i < k->count; i++) {
		if (i > 0)
			buffer_char(&k->buf, '\0');
		buffer_add(&k->buf, text_trim(csvin_field(r, k->at[i])));
	}
	return buffer_view(&k->buf);
}

struct text
key_show(struct text key, char *buf)
{
	for (size_t i = 0; i < key.n; i++)
		buf[i] = key.s[i] ? key.s[i] : '|';
	return (struct text){buf, key.n};
}

int
key_twice(const struct csvin *r, struct text key, size_t first)
{
	char *bars = mem_array(key.n + 1, 1), show[TEXT_SHOW];

	diag_fail_at(csvin_name(r), csvin_row(r),
		     "key \"%s\" comes twice, first in row %zu; expected each "
		     "once",
		     text_show(key_show(key, bars), show), first);
	free(bars);
	return -1;
}
