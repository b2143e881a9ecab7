#include "csvpeek.h"

#include <assert.h>
#include <stdint.h>

#include "csvblock.h"
#include "csvscan.h"

/* The delimiters around the fields asked for. */
#define AROUND (CSVPEEK_FIELDS + 1)

/* Whether there is a line end at one of these bits. */
static __attribute__((noinline)) bool
has_line_end(const char *base, uint64_t bits)
{
	for (; bits; bits &= bits - 1) {
		char c = base[__builtin_ctzll(bits)];

		if (c == '\n' || c == '\r')
			return true;
	}
	return false;
}

/* Where the record that starts there stops, which may be wherever the block
 * does; NULL when it has more lines or fewer delimiters, the first `skip` not
 * counted. Bit i of *closed: the field that ends at at[i] is in quotes. */
static inline const char *
find_ends(const struct csvblock *b, size_t start, size_t skip,
	  const char *at[AROUND], unsigned *closed)
{
	const struct csvends *word = b->ends + start / CSVSCAN_BLOCK;
	const char *base = b->buf + (start - start % CSVSCAN_BLOCK);
	uint64_t all = UINT64_MAX << start % CSVSCAN_BLOCK;
	size_t met = 0;

	for (;; word++, all = UINT64_MAX, base += CSVSCAN_BLOCK) {
		uint64_t stops = word->stops & all;
		/* Before the first stop; all when there is none. */
		uint64_t here = all & ((stops & -stops) - 1);
		uint64_t bits = word->delimiters & here;

		if (word->inner & here &&
		    has_line_end(base, word->inner & here))
			return NULL;
		for (; skip && bits; skip--)
			bits &= bits - 1;
		for (; bits && met < AROUND; met++, bits &= bits - 1) {
			unsigned i = (unsigned)__builtin_ctzll(bits);

			at[met] = base + i;
			*closed |= (unsigned)(word->closed >> i & 1) << met;
		}
		if (stops)
			return met == AROUND ? base + __builtin_ctzll(stops)
					     : NULL;
	}
}

/* The byte behind the LF or CRLF there; 0 when there is none in sight. */
static inline size_t
line_end(const struct csvblock *b, const char *stop)
{
	size_t at = (size_t)(stop - b->buf);

	if (at < b->end && *stop == '\r')
		at++;
	return at < b->end && b->buf[at] == '\n' ? at + 1 : 0;
}

bool
csvpeek_at(const struct csvblock *b, size_t start, size_t skip,
	   struct csvpeek *out)
{
	const char *from = b->buf + start, *at[AROUND], *stop;
	unsigned closed = 0;

	assert(skip > 0);
	stop = find_ends(b, start, skip - 1, at, &closed);
	out->next = stop ? line_end(b, stop) : 0;
	if (!out->next)
		return false;
	out->before = (struct text){from, (size_t)(at[0] + 1 - from)};
	for (size_t i = 0; i < CSVPEEK_FIELDS; i++) {
		const char *p = at[i] + 1;
		size_t quote = closed >> (i + 1) & 1;

		out->fields[i] = (struct text){
		    p + quote, (size_t)(at[i + 1] - p) - 2 * quote};
	}
	from = at[CSVPEEK_FIELDS] + 1;
	out->behind = (struct text){from, (size_t)(stop - from)};
	return true;
}
