#include "record.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"
#include "tempfile.h"

#define BLOCK ((size_t)256 << 10)

struct columns {
	struct map *by_name; /* in their order; the value is the place + 1 */
};

struct columns *
columns_new(void)
{
	struct columns *c = mem_new(struct columns);

	c->by_name = map_new();
	return c;
}

void
columns_free(struct columns *c)
{
	if (c)
		map_free(c->by_name);
	free(c);
}

size_t
columns_place(struct columns *c, struct text name)
{
	void **slot = map_slot(c->by_name, name);

	if (!*slot)
		*slot = (void *)(uintptr_t)map_count(c->by_name);
	return (size_t)(uintptr_t)*slot - 1;
}

long
columns_find(const struct columns *c, const char *name)
{
	return (long)(uintptr_t)map_get(c->by_name, text_of(name)) - 1;
}

size_t
columns_count(const struct columns *c)
{
	return map_count(c->by_name);
}

struct text
columns_name(const struct columns *c, size_t i)
{
	return map_key(c->by_name, i);
}

struct cell {
	uint32_t column, n;
	size_t at;
};

struct record {
	struct buffer text;
	struct cell *cells; /* as they were set */
	size_t count, cap;
	size_t *where; /* by column: which cell, from 1; 0 is none */
	size_t width;
};

struct record *
record_new(void)
{
	return mem_new(struct record);
}

void
record_free(struct record *r)
{
	if (!r)
		return;
	buffer_free(&r->text);
	free(r->cells);
	free(r->where);
	free(r);
}

void
record_clear(struct record *r)
{
	for (size_t i = 0; i < r->count; i++)
		r->where[r->cells[i].column] = 0;
	r->count = 0;
	buffer_clear(&r->text);
}

void
record_set(struct record *r, size_t column, struct text value)
{
	size_t old = r->width;
	struct cell *c;

	if (column >= r->width) {
		r->where = mem_grow(r->where, &r->width, column + 1,
				    sizeof(*r->where));
		memset(r->where + old, 0, (r->width - old) * sizeof(*r->where));
	}
	if (!r->where[column]) {
		r->cells = mem_grow(r->cells, &r->cap, r->count + 1,
				    sizeof(*r->cells));
		r->where[column] = ++r->count;
	}
	c = &r->cells[r->where[column] - 1];
	*c = (struct cell){(uint32_t)column, (uint32_t)value.n, r->text.n};
	buffer_add(&r->text, value);
	buffer_char(&r->text, '\0');
}

struct text
record_get(const struct record *r, size_t column)
{
	const struct cell *c;

	if (column >= r->width || !r->where[column])
		return text_of("");
	c = &r->cells[r->where[column] - 1];
	return (struct text){r->text.s + c->at, c->n};
}

struct store {
	const char *name;
	int fd;
	struct buffer out; /* not written yet */
	uint64_t written;
	char *block; /* of the file, for reading */
	uint64_t from;
	size_t filled, cap;
};

struct store *
store_open(const char *name)
{
	struct store *s = mem_new(struct store);

	s->name = name;
	s->fd = tempfile_open(name);
	if (s->fd >= 0)
		return s;
	free(s);
	return NULL;
}

void
store_close(struct store *s)
{
	if (!s)
		return;
	close(s->fd);
	buffer_free(&s->out);
	free(s->block);
	free(s);
}

static int
send(struct store *s)
{
	int rc = tempfile_write(s->fd, s->out.s, s->out.n, s->name);

	s->written += s->out.n;
	buffer_clear(&s->out);
	return rc;
}

static void
put(struct buffer *b, uint32_t v)
{
	buffer_bytes(b, (const char *)&v, sizeof(v));
}

/* Of each cell its column and length, then their texts. */
int
store_add(struct store *s, const struct record *r, uint64_t *place)
{
	uint32_t size = 0;

	*place = s->written + s->out.n;
	for (size_t i = 0; i < r->count; i++)
		size += 2 * (uint32_t)sizeof(size) + r->cells[i].n;
	put(&s->out, size);
	for (size_t i = 0; i < r->count; i++) {
		const struct cell *c = &r->cells[i];

		put(&s->out, c->column);
		put(&s->out, c->n);
		buffer_bytes(&s->out, r->text.s + c->at, c->n);
	}
	return s->out.n < BLOCK ? 0 : send(s);
}

/* n bytes of the file at this place, with as much as may be of what follows.
 * NULL with the message given. */
static const char *
look(struct store *s, uint64_t place, size_t n)
{
	uint64_t left = s->written - place;

	if (place >= s->from && place + n <= s->from + s->filled)
		return s->block + (place - s->from);
	s->filled = left < BLOCK ? (size_t)left : n > BLOCK ? n : BLOCK;
	if (s->filled > s->cap) {
		s->cap = s->filled;
		s->block = mem_resize(s->block, s->cap, 1);
	}
	s->from = place;
	if (tempfile_read(s->fd, s->block, s->filled, place, s->name) == 0)
		return s->block;
	s->filled = 0;
	return NULL;
}

static uint32_t
take(const char **p)
{
	uint32_t v;

	memcpy(&v, *p, sizeof(v));
	*p += sizeof(v);
	return v;
}

int
store_next(struct store *s, uint64_t *place, struct record *r)
{
	const char *p, *end;
	uint32_t size;

	record_clear(r);
	if (s->out.n && send(s) < 0)
		return -1;
	p = look(s, *place, sizeof(size));
	if (!p)
		return -1;
	size = take(&p);
	p = look(s, *place, sizeof(size) + size);
	if (!p)
		return -1;
	p += sizeof(size);
	for (end = p + size; p < end;) {
		uint32_t column = take(&p), n = take(&p);

		record_set(r, column, (struct text){p, n});
		p += n;
	}
	*place += sizeof(size) + size;
	return 0;
}

int
store_get(struct store *s, uint64_t place, struct record *r)
{
	return store_next(s, &place, r);
}
