#include "sheet/spool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "tempfile.h"

/* So much is gathered before it goes to the file, and read back at once. */
#define WINDOW (4u << 20)

/* Before each text. A short length stands in it, a long one (LONG) behind
 * it; a lasting text is only pointed at. */
struct record {
	uint16_t column; /* LASTING added */
	uint8_t kind;
	uint8_t n;
};

#define LASTING 0x8000
#define LONG 0xff
/* Record, long length and pointer at most. */
#define HEAD_MAX (sizeof(struct record) + sizeof(uint32_t) + sizeof(char *))

/* The cells of one row, or a piece of it: from here to the start of the next
 * one stored. */
struct segment {
	size_t row;
	uint64_t from, to;
};

struct spool {
	const char *name;
	int fd;		 /* -1: all is in memory */
	uint64_t stored; /* bytes in the file */
	char *bytes;	 /* what comes after them; when reading, the window */
	size_t n, cap;
	uint64_t window;   /* where bytes begins when reading */
	struct buffer row; /* one that came in pieces */
	struct segment *rows;
	size_t count, rows_cap;
	bool ordered;
};

struct spool *
spool_new(const char *name)
{
	struct spool *s = mem_new(struct spool);
	s->name = name;
	s->fd = -1;
	s->ordered = true;
	return s;
}

void
spool_free(struct spool *s)
{
	if (s == NULL)
		return;
	if (s->fd >= 0)
		close(s->fd);
	free(s->bytes);
	buffer_free(&s->row);
	free(s->rows);
	free(s);
}

static int
flush(struct spool *s)
{
	if (s->fd < 0 && (s->fd = tempfile_open(s->name)) < 0)
		return -1;
	if (tempfile_write(s->fd, s->bytes, s->n, s->name) < 0)
		return -1;
	s->stored += s->n;
	s->n = 0;
	return 0;
}

static int
start_row(struct spool *s, size_t row)
{
	struct segment *last = s->count > 0 ? &s->rows[s->count - 1] : NULL;
	uint64_t at = s->stored + s->n;
	if (last != NULL && row <= last->row)
		s->ordered = false;
	s->rows =
	    mem_grow(s->rows, &s->rows_cap, s->count + 1, sizeof(*s->rows));
	s->rows[s->count++] = (struct segment){row, at, at};
	return 0;
}

/* What stands before the text, or in its place. */
static size_t
pack(const struct cell *c, char *p)
{
	struct record r = {(uint16_t)c->column, (uint8_t)c->kind, LONG};
	uint32_t n = (uint32_t)c->text.n;
	char *from = p;
	if (c->lasting)
		r.column |= LASTING;
	if (n < LONG)
		r.n = (uint8_t)n;
	memcpy(p, &r, sizeof(r));
	p += sizeof(r);
	if (n >= LONG) {
		memcpy(p, &n, sizeof(n));
		p += sizeof(n);
	}
	if (c->lasting) {
		memcpy(p, &c->text.s, sizeof(c->text.s));
		p += sizeof(c->text.s);
	}
	return (size_t)(p - from);
}

int
spool_add(struct spool *s, const struct cell *c)
{
	size_t n = c->lasting ? 0 : c->text.n;
	if ((s->count == 0 || s->rows[s->count - 1].row != c->row) &&
	    start_row(s, c->row) < 0)
		return -1;
	if (s->n + HEAD_MAX + n > WINDOW && flush(s) < 0)
		return -1;
	if (s->n + HEAD_MAX + n > s->cap)
		s->bytes = mem_grow(s->bytes, &s->cap, s->n + HEAD_MAX + n, 1);
	s->n += pack(c, s->bytes + s->n);
	if (n > 0)
		memcpy(s->bytes + s->n, c->text.s, n);
	s->n += n;
	s->rows[s->count - 1].to = s->stored + s->n;
	return 0;
}

static int
by_row(const void *a, const void *b)
{
	const struct segment *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

int
spool_settle(struct spool *s, bool apart)
{
	if (s->fd >= 0 && flush(s) < 0)
		return -1;
	if (s->ordered)
		return 0;
	qsort(s->rows, s->count, sizeof(*s->rows), by_row);
	for (size_t i = 1; i < s->count && !apart; i++)
		if (s->rows[i].row == s->rows[i - 1].row)
			return diag_fail_at(s->name, 0, "row %zu comes twice",
					    s->rows[i].row + 1);
	return 0;
}

static int
load_window(struct spool *s, uint64_t at, size_t need)
{
	size_t want = s->ordered ? WINDOW : 4096;
	if (want < need)
		want = need;
	if (want > s->stored - at)
		want = (size_t)(s->stored - at);
	if (want > s->cap)
		s->bytes = mem_grow(s->bytes, &s->cap, want, 1);
	if (tempfile_read(s->fd, s->bytes, want, at, s->name) < 0)
		return -1;
	s->n = want;
	s->window = at;
	return 0;
}

/* So many bytes at this place, NULL with the message given. */
static const char *
view(struct spool *s, uint64_t at, size_t n)
{
	if (s->fd < 0)
		return s->bytes + at;
	if ((at < s->window || at + n > s->window + s->n) &&
	    load_window(s, at, n) < 0)
		return NULL;
	return s->bytes + (at - s->window);
}

/* The cell at p, whose text is a view; bytes taken. */
static size_t
unpack(const char *p, struct cell *c)
{
	struct record r;
	uint32_t n;
	memcpy(&r, p, sizeof(r));
	size_t head = sizeof(r);
	n = r.n;
	if (r.n == LONG) {
		memcpy(&n, p + head, sizeof(n));
		head += sizeof(n);
	}
	c->column = r.column & (LASTING - 1);
	c->kind = (enum cell_kind)r.kind;
	c->lasting = (r.column & LASTING) != 0;
	c->text.n = n;
	if (c->lasting) {
		memcpy(&c->text.s, p + head, sizeof(c->text.s));
		return head + sizeof(c->text.s);
	}
	c->text.s = p + head;
	return head + n;
}

/* The first so many segments from i on are of one row: their bytes together,
 * NULL with the message given. */
static const char *
gather(struct spool *s, size_t i, size_t segments, size_t *n)
{
	const char *p;
	*n = (size_t)(s->rows[i].to - s->rows[i].from);
	if (segments == 1)
		return view(s, s->rows[i].from, *n);
	buffer_clear(&s->row);
	for (size_t k = i; k < i + segments; k++) {
		*n = (size_t)(s->rows[k].to - s->rows[k].from);
		p = view(s, s->rows[k].from, *n);
		if (p == NULL)
			return NULL;
		buffer_bytes(&s->row, p, *n);
	}
	*n = s->row.n;
	return s->row.s;
}

static int
read_row(struct spool *s, size_t i, size_t segments,
	 const struct spool_handler *h, void *ctx)
{
	size_t n;
	const char *p = gather(s, i, segments, &n);
	if (p == NULL)
		return -1;
	struct cell c = {.row = s->rows[i].row};
	for (const char *end = p + n; p < end;) {
		p += unpack(p, &c);
		if (h->cell(ctx, &c) < 0)
			return -1;
	}
	return h->end == NULL ? 0 : h->end(ctx);
}

int
spool_read(struct spool *s, const struct spool_handler *h, void *ctx)
{
	if (s->fd >= 0)
		s->n = 0;
	for (size_t i = 0, k; i < s->count; i += k) {
		for (k = 1; i + k < s->count; k++)
			if (s->rows[i + k].row != s->rows[i].row)
				break;
		if (read_row(s, i, k, h, ctx) < 0)
			return -1;
	}
	return 0;
}
