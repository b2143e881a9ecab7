#include "table/ids.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* No table has more records. */
#define DIGITS 10
#define STRIDE 64

void
ids_free(struct ids *s)
{
	free(s->bits);
	*s = (struct ids){0};
}

static void
mark(struct ids *s, uint64_t id)
{
	uint64_t bit = UINT64_C(1) << (id % 64);
	uint64_t *word = &s->bits[id / 64];

	if (*word & bit) {
		if (s->twice == 0 || id < s->twice_first)
			s->twice_first = id;
		if (s->twice == 0 || id > s->twice_last)
			s->twice_last = id;
		s->twice++;
	}
	*word |= bit;
}

/* The run that ends is marked: word by word where it is all new. */
static void
flush(struct ids *s)
{
	uint64_t id = s->first, end = s->first + s->count;
	size_t words = (size_t)(end / 64 + 1);

	if (s->count > 0 && words > s->words) {
		size_t grown = words > 2 * s->words ? words : 2 * s->words;

		s->bits = mem_resize(s->bits, grown, sizeof(*s->bits));
		memset(s->bits + s->words, 0,
		       (grown - s->words) * sizeof(*s->bits));
		s->words = grown;
	}
	while (id < end) {
		if (id % 64 == 0 && end - id >= 64 && s->bits[id / 64] == 0) {
			s->bits[id / 64] = UINT64_MAX;
			id += 64;
		} else {
			mark(s, id++);
		}
	}
	s->count = 0;
}

static bool
number_of(struct text id, uint64_t *out)
{
	uint64_t v = 0;

	*out = 0;
	if (id.n == 0 || id.n > DIGITS || (id.n > 1 && id.s[0] == '0'))
		return false;
	for (size_t i = 0; i < id.n; i++) {
		if (id.s[i] < '0' || id.s[i] > '9')
			return false;
		v = v * 10 + (uint64_t)(id.s[i] - '0');
	}
	*out = v;
	return true;
}

void
ids_look(struct ids *s, struct text id)
{
	uint64_t v, step = s->skipped ? STRIDE : 1;
	bool known = number_of(id, &v);

	if (known && s->count > 0 && v == s->first + s->count + step - 1) {
		s->count += step;
	} else {
		flush(s);
		s->first = v;
		s->count = known;
	}
	s->skipped = s->count >= STRIDE;
	s->skip = s->skipped ? STRIDE - 1 : 0;
}

bool
ids_close(struct ids *s, uint64_t *first, uint64_t *last)
{
	bool twice;

	flush(s);
	s->skipped = false;
	s->skip = 0;
	twice = s->twice > 0;
	*first = s->twice_first;
	*last = s->twice_last;
	s->twice = 0;
	return twice;
}
