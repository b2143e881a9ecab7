/* Which bytes of a block mean something to CSV, 64 at a time: for csvblock
 * and csvout. By SSE2 where there is, else (or with CSVSCAN_PORTABLE) by a
 * twin that looks at eight bytes as one word; a test holds them together. */
#ifndef CSVSCAN_H
#define CSVSCAN_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes that are looked at, whether they count or not. */
#define CSVSCAN_BLOCK 64

/* Bit i is set when p[i] is the delimiter, a quote, CR or LF. */
struct csvmarks {
	uint64_t delimiters, quotes, lines;
};

static inline uint64_t
csvmarks_all(struct csvmarks m)
{
	return m.delimiters | m.quotes | m.lines;
}

/* *odd is set when a byte is NUL or beyond ASCII, else left as it is. */
struct csvmarks csvscan(const char *p, char delimiter, bool *odd);
/* The twin, for tests. */
struct csvmarks csvscan_portable(const char *p, char delimiter, bool *odd);

#endif
