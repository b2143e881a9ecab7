#include "xls/biff.h"

#include <string.h>

#include "diag.h"

#define HEAD 4
/* U+FFFD, for what is no character. */
#define LOST "\xef\xbf\xbd"

int
biff_fail(const struct biff *b, const char *what)
{
	return diag_fail_at(
	    b->name, 0, "damaged .xls: %s; open and save it in Excel", what);
}

/* n bytes of the stream through the window; -1 with the message given. */
static int
read_bytes(struct biff *b, uint64_t at, void *p, size_t n)
{
	uint64_t left = olestream_size(b->stream) - at;
	if (at < b->window || at + n > b->window + b->filled) {
		b->filled = 0;
		size_t k = left < BIFF_WINDOW ? (size_t)left : BIFF_WINDOW;
		if (olestream_read(b->stream, at, b->bytes, k) < 0)
			return -1;
		b->window = at;
		b->filled = k;
	}
	if (n > b->filled)
		return biff_fail(b, "cut off in a record");
	memcpy(p, b->bytes + (at - b->window), n);
	return 0;
}

void
biff_seek(struct biff *b, uint64_t at)
{
	b->at = at;
	b->n = b->pos = 0;
}

/* All but the records that say how to read the others, and the place in that
 * of a sheet (MS-XLS 2.2.10). */
static void
decrypt(struct biff *b)
{
	enum { FILELOCK = 0x195, INTERFACE = 0xe1, USERS = 0x194 };
	enum { REVISION = 0x196, REVISION_HEAD = 0x138, PLACE = 4 };
	size_t from = b->type == BIFF_BOUNDSHEET ? PLACE : 0;
	switch (b->type) {
	case BIFF_BOF:
	case BIFF_FILEPASS:
	case FILELOCK:
	case INTERFACE:
	case USERS:
	case REVISION:
	case REVISION_HEAD:
		return;
	}
	if (b->n > from)
		crypt_apply(b->crypt, b->at + HEAD + from, b->data + from,
			    b->n - from);
}

int
biff_next(struct biff *b)
{
	unsigned char head[HEAD];
	uint64_t size = olestream_size(b->stream);
	b->n = b->pos = 0;
	if (b->at >= size)
		return 0;
	if (size - b->at < HEAD)
		return biff_fail(b, "cut off in a record");
	if (read_bytes(b, b->at, head, HEAD) < 0)
		return -1;
	size_t n = bytes_u16(head + 2);
	if (size - b->at - HEAD < n)
		return biff_fail(b, "cut off in a record");
	if (read_bytes(b, b->at + HEAD, b->data, n) < 0)
		return -1;
	b->type = bytes_u16(head);
	b->n = n;
	if (b->crypt != NULL)
		decrypt(b);
	b->at += HEAD + n;
	return 1;
}

int
biff_peek(struct biff *b)
{
	unsigned char head[HEAD];
	uint64_t size = olestream_size(b->stream);
	if (b->at >= size || size - b->at < HEAD ||
	    read_bytes(b, b->at, head, HEAD) < 0)
		return -1;
	return bytes_u16(head);
}

/* On into the record that continues this one. */
static int
go_on(struct biff *b)
{
	uint16_t type = b->type;
	if (biff_peek(b) != BIFF_CONTINUE)
		return biff_fail(b, "cut off in a record");
	int rc = biff_next(b);
	b->type = type;
	return rc <= 0 ? -1 : 0;
}

int
biff_take(struct biff *b, void *p, size_t n)
{
	for (char *to = p; n > 0;) {
		if (b->pos == b->n && go_on(b) < 0)
			return -1;
		size_t k = b->n - b->pos < n ? b->n - b->pos : n;
		if (to != NULL) {
			memcpy(to, b->data + b->pos, k);
			to += k;
		}
		b->pos += k;
		n -= k;
	}
	return 0;
}

int
biff_skip(struct biff *b, size_t n)
{
	return biff_take(b, NULL, n);
}

int
biff_u8(struct biff *b, unsigned *out)
{
	unsigned char p[1];
	if (biff_take(b, p, sizeof(p)) < 0)
		return -1;
	*out = p[0];
	return 0;
}

int
biff_u16(struct biff *b, unsigned *out)
{
	unsigned char p[2];
	if (biff_take(b, p, sizeof(p)) < 0)
		return -1;
	*out = bytes_u16(p);
	return 0;
}

int
biff_u32(struct biff *b, uint32_t *out)
{
	unsigned char p[4];
	if (biff_take(b, p, sizeof(p)) < 0)
		return -1;
	*out = bytes_u32(p);
	return 0;
}

/* Bytes of the code page. */
static int
old_text(struct biff *b, size_t count, struct buffer *out)
{
	char made[256];
	size_t room;
	for (; count > 0;) {
		char *to = recode_space(b->recode, &room);
		size_t k = count < sizeof(made) / 4 ? count : sizeof(made) / 4;
		if (biff_take(b, to, k) < 0)
			return -1;
		recode_put(b->recode, k);
		count -= k;
		while (recode_pending(b->recode) > 0) {
			ssize_t n = recode_some(b->recode, made, sizeof(made),
						count == 0);
			if (n < 0)
				return biff_fail(b, "a text that is not of its "
						    "code page");
			if (n == 0)
				break;
			buffer_bytes(out, made, (size_t)n);
		}
	}
	return 0;
}

/* A unit of UTF-16 added; *high is the first half of a pair that waits. What
 * no text can hold (NUL, halves alone) becomes U+FFFD. */
static void
add_unit(struct buffer *out, uint32_t c, uint32_t *high)
{
	bool low = c >= 0xdc00 && c < 0xe000;
	if (*high != 0 && low) {
		buffer_utf8(out,
			    0x10000 + ((*high - 0xd800) << 10) + (c - 0xdc00));
		*high = 0;
		return;
	}
	if (*high != 0)
		buffer_string(out, LOST);
	*high = c >= 0xd800 && c < 0xdc00 ? c : 0;
	if (low || c == 0)
		buffer_string(out, LOST);
	else if (*high == 0)
		buffer_utf8(out, c);
}

/* The characters of a text. Where a record ends between two of them, the next
 * one says anew in how many bytes each is. */
static int
characters(struct biff *b, size_t count, bool wide, struct buffer *out)
{
	uint32_t high = 0;
	unsigned flags, c;
	while (count > 0) {
		if (b->pos == b->n) {
			if (go_on(b) < 0 || biff_u8(b, &flags) < 0)
				return -1;
			wide = (flags & 1) != 0;
		}
		if ((wide ? biff_u16(b, &c) : biff_u8(b, &c)) < 0)
			return -1;
		if (high == 0 && c > 0 && c < 0x80)
			buffer_char(out, (char)c);
		else
			add_unit(out, c, &high);
		count--;
	}
	if (high != 0)
		buffer_string(out, LOST);
	return 0;
}

int
biff_text(struct biff *b, size_t count, struct buffer *out)
{
	enum { WIDE = 1, PHONETIC = 4, RICH = 8 };
	unsigned flags, runs = 0;
	uint32_t phonetic = 0;
	if (b->old)
		return old_text(b, count, out);
	if (biff_u8(b, &flags) < 0 ||
	    ((flags & RICH) && biff_u16(b, &runs) < 0) ||
	    ((flags & PHONETIC) && biff_u32(b, &phonetic) < 0) ||
	    characters(b, count, (flags & WIDE) != 0, out) < 0)
		return -1;
	return biff_skip(b, (size_t)runs * 4 + phonetic);
}
