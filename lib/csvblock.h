/* The part of a CSV input that is in memory: read by blocks, checked to be
 * UTF-8 without NUL, each byte that is delimiter, quote, CR or LF marked by
 * a bit, and apart those that end a field. What is read lies behind csvin's
 * current record; csvin, csvsplit and csvquote alone look inside. */
#ifndef CSVBLOCK_H
#define CSVBLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input.h"

/* Of 64 bytes the delimiters outside quotes, up to where these do not say all:
 * at CR and LF outside quotes, and at or behind what is odd: a quote that opens
 * inside a field or closes before its end. A field that ends before such a stop
 * is all text, or text in quotes. Holds as long as each record is well formed.
 */
struct csvends {
	uint64_t delimiters;
	uint64_t closed; /* behind a quote that closes */
	uint64_t stops;
	uint64_t inner; /* delimiters, CR and LF between quotes */
};

/* How the bytes before some 64 end. */
struct csvstate {
	uint64_t inside; /* all bits: in quotes */
	uint64_t ended;	 /* 1: with the end of a field */
	uint64_t closed; /* 1: with a quote that closes */
};

struct csvblock {
	struct input *in;
	char delimiter;
	bool eof; /* all is read */
	bool bad; /* the byte at `end` is not text: the record there fails */
	char *buf;
	uint64_t *marks;
	struct csvends *ends;
	struct csvstate state; /* before the last that are not whole */
	size_t cap;
	size_t longest; /* record there may be */
	size_t start;	/* of the current record */
	size_t end;	/* bytes before it are checked */
	size_t filled;	/* bytes before it are read */
	uint64_t base;	/* offset in the input of buf[0] */
};

void csvblock_init(struct csvblock *b, struct input *in, char delimiter,
		   size_t longest);
void csvblock_free(struct csvblock *b);
/* The first bytes: drops a BOM, refuses that of another encoding by name.
 * 0, or -1 with the message given. */
int csvblock_begin(struct csvblock *b);
/* Reads on, the bytes from `start` moved to the front. `row`: the line of
 * `start`, for messages. 0, or -1 with the message given. */
int csvblock_fill(struct csvblock *b, size_t row);
/* Nothing more can be read behind this record, it is too long. */
bool csvblock_full(const struct csvblock *b);

/* No byte will follow `end`. */
static inline bool
csvblock_final(const struct csvblock *b)
{
	return b->eof && !b->bad;
}

/* A walk over the marks. */
struct csvwalk {
	const uint64_t *word;
	uint64_t bits;
	size_t at; /* of the word's first bit */
};

static inline struct csvwalk
csvwalk_from(const struct csvblock *b, size_t at)
{
	const uint64_t *word = b->marks + at / 64;

	return (struct csvwalk){word, *word & UINT64_MAX << (at & 63),
				at & ~(size_t)63};
}

/* Place of the next mark; when there is none, one not before `end`. */
static inline size_t
csvwalk_next(struct csvwalk *w)
{
	size_t at;

	while (w->bits == 0) {
		w->bits = *++w->word;
		w->at += 64;
	}
	at = w->at + (size_t)__builtin_ctzll(w->bits);
	w->bits &= w->bits - 1;
	return at;
}

#endif
