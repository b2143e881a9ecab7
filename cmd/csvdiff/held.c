#include "held.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "input.h"
#include "key.h"
#include "map.h"
#include "mem.h"
#include "tempfile.h"

/* So many bytes of records wait in memory; of the file so many are read at
 * once when records are asked for in their order. */
#define HELD_WAIT ((size_t)4 << 20)
#define HELD_AHEAD ((size_t)64 << 10)

struct place {
	uint64_t hash;
	uint64_t at; /* where its bytes begin; they end where the next begin */
	size_t line; /* in its file; once met, in the other */
	bool met;
};

struct held {
	const char *name;
	struct map *columns; /* name to index + 1 */
	struct text *cells;
	size_t width;
	struct place *places;
	size_t count, cap;
	uint32_t *slots; /* index + 1, by hash; 0 is free */
	size_t mask;
	int fd; /* what was written of it, up to wait_at; -1: nothing */
	struct buffer wait;
	uint64_t wait_at;
	char *ahead; /* what was read of the file */
	size_t ahead_n, ahead_cap;
	uint64_t ahead_at, last; /* last: where the last record read ends */
};

struct held *
held_new(const char *name)
{
	struct held *h = mem_new(struct held);

	h->name = name;
	h->columns = map_new();
	h->fd = -1;
	h->mask = 63;
	h->slots = mem_array(h->mask + 1, sizeof(*h->slots));
	return h;
}

void
held_free(struct held *h)
{
	if (!h)
		return;
	if (h->fd >= 0)
		close(h->fd);
	map_free(h->columns);
	buffer_free(&h->wait);
	free(h->cells);
	free(h->places);
	free(h->slots);
	free(h->ahead);
	free(h);
}

static uint64_t
end_of(const struct held *h, size_t i)
{
	return i + 1 < h->count ? h->places[i + 1].at : h->wait_at + h->wait.n;
}

/* The file's bytes from `at` on, n of them: more when records are asked for in
 * their order, else no more than these. */
static int
read_ahead(struct held *h, uint64_t at, size_t n)
{
	size_t most = n;

	if (at >= h->last && at - h->last < HELD_AHEAD && n < HELD_AHEAD)
		most = HELD_AHEAD;
	if (most > h->wait_at - at)
		most = (size_t)(h->wait_at - at);
	h->ahead = mem_grow(h->ahead, &h->ahead_cap, most, 1);
	h->ahead_at = at;
	h->ahead_n = 0;
	if (tempfile_read(h->fd, h->ahead, most, at, h->name) < 0)
		return -1;
	h->ahead_n = most;
	return 0;
}

/* The bytes of record i; NULL with the message given. */
static const char *
bytes(struct held *h, size_t i)
{
	uint64_t at = h->places[i].at;
	size_t n = (size_t)(end_of(h, i) - at);

	if (at >= h->wait_at)
		return h->wait.s + (at - h->wait_at);
	if ((at < h->ahead_at || at + n > h->ahead_at + h->ahead_n) &&
	    read_ahead(h, at, n) < 0)
		return NULL;
	h->last = at + n;
	return h->ahead + (at - h->ahead_at);
}

/* A length, the text, a NUL. */
static struct text
take(const char **p)
{
	struct text t;

	memcpy(&t.n, *p, sizeof(t.n));
	t.s = *p + sizeof(t.n);
	*p += sizeof(t.n) + t.n + 1;
	return t;
}

static void
give(struct held *h, struct text t)
{
	buffer_bytes(&h->wait, (const char *)&t.n, sizeof(t.n));
	buffer_add(&h->wait, t);
	buffer_char(&h->wait, '\0');
}

int
held_get(struct held *h, size_t i, struct held_record *record)
{
	const char *p = bytes(h, i);

	if (!p)
		return -1;
	*record = (struct held_record){i, take(&p), h->cells};
	for (size_t k = 0; k < h->width; k++)
		h->cells[k] = take(&p);
	return 0;
}

/* The slot of key, free when it is not there; 1 found, 0 not, -1 failed. */
static int
probe(struct held *h, struct text key, uint64_t hash, size_t *slot,
      struct held_record *record)
{
	size_t i = (size_t)hash & h->mask;

	for (; h->slots[i]; i = (i + 1) & h->mask) {
		if (h->places[h->slots[i] - 1].hash != hash)
			continue;
		if (held_get(h, h->slots[i] - 1, record) < 0)
			return -1;
		if (text_equal(record->key, key))
			return 1;
	}
	*slot = i;
	return 0;
}

static void
grow(struct held *h)
{
	if (h->count >= UINT32_MAX / 2)
		mem_fail();
	free(h->slots);
	h->mask = h->mask * 2 + 1;
	h->slots = mem_array(h->mask + 1, sizeof(*h->slots));
	for (size_t k = 0; k < h->count; k++) {
		size_t i = (size_t)h->places[k].hash & h->mask;

		while (h->slots[i])
			i = (i + 1) & h->mask;
		h->slots[i] = (uint32_t)k + 1;
	}
}

static int
flush(struct held *h)
{
	if (h->fd < 0 && (h->fd = tempfile_open(h->name)) < 0)
		return -1;
	if (tempfile_write(h->fd, h->wait.s, h->wait.n, h->name) < 0)
		return -1;
	h->wait_at += h->wait.n;
	buffer_clear(&h->wait);
	return 0;
}

int
held_add(struct held *h, const struct csvin *r, struct text key)
{
	uint64_t hash = map_hash(key);
	struct held_record old;
	size_t slot;
	int rc;

	if (h->count * 4 >= h->mask * 3)
		grow(h);
	rc = probe(h, key, hash, &slot, &old);
	if (rc != 0)
		return rc < 0 ? -1
			      : key_twice(r, key, h->places[old.index].line);
	if (h->wait.n >= HELD_WAIT && flush(h) < 0)
		return -1;
	h->places =
	    mem_grow(h->places, &h->cap, h->count + 1, sizeof(*h->places));
	h->places[h->count] = (struct place){
	    .hash = hash, .at = h->wait_at + h->wait.n, .line = csvin_row(r)};
	h->slots[slot] = (uint32_t)++h->count;
	give(h, key);
	for (size_t i = 0; i < h->width; i++)
		give(h, csvin_field(r, i));
	return 0;
}

int
held_meet(struct held *h, const struct csvin *r, struct text key,
	  struct held_record *record)
{
	size_t slot;
	int rc = probe(h, key, map_hash(key), &slot, record);
	struct place *place;

	if (rc != 1)
		return rc;
	place = &h->places[record->index];
	if (place->met)
		return key_twice(r, key, place->line);
	place->met = true;
	place->line = csvin_row(r);
	return 1;
}

bool
held_is_met(const struct held *h, size_t i)
{
	return h->places[i].met;
}

static void
keep_header(struct held *h, const struct csvin *r)
{
	h->width = csvin_columns(r);
	h->cells = mem_array(h->width, sizeof(*h->cells));
	for (size_t i = 0; i < h->width; i++)
		*map_slot(h->columns, csvin_column_name(r, i)) =
		    (void *)(i + 1);
}

static int
read_rows(struct held *h, struct csvin *r, const char *columns)
{
	struct key key = {0};
	int rc = csvin_header(r);

	if (rc == 0)
		rc = key_find(&key, columns, r);
	if (rc == 0) {
		keep_header(h, r);
		while ((rc = csvin_next_row(r)) == 1)
			if (held_add(h, r, key_of(&key, r)) < 0) {
				rc = -1;
				break;
			}
	}
	key_free(&key);
	return rc;
}

struct held *
held_load(const char *path, const char *key)
{
	struct input *in = input_open(path);
	struct held *h;
	struct csvin *r;
	int rc;

	if (!in)
		return NULL;
	h = held_new(path);
	r = csvin_new(in, ',');
	rc = read_rows(h, r, key);
	csvin_free(r);
	if (input_close(in) != 0 || rc < 0) {
		held_free(h);
		return NULL;
	}
	return h;
}

const char *
held_name(const struct held *h)
{
	return h->name;
}

long
held_column(const struct held *h, struct text name)
{
	return (long)(size_t)map_get(h->columns, name) - 1;
}

size_t
held_count(const struct held *h)
{
	return h->count;
}
