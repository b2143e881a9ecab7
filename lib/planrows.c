#include "planrows.h"

#include <stdlib.h>
#include <string.h>

#include "map.h"
#include "mem.h"
#include "varint.h"

/* Rows as they are, and where each is found; the slots only from the first
 * that is out of order. */
struct rowtable {
	struct planrow *rows;
	size_t count, cap;
	size_t last;	 /* the one that comes after all others */
	uint32_t *slots; /* + 1; NULL: not needed yet */
	size_t mask, placed;
	struct rowtable *next; /* of the book's */
};

/* A plan of more rows than this is not packed; a row takes so many bytes at
 * most. */
#define PACKED 256
#define ROW_BYTES 40
#define TABLE UINT32_MAX

struct rowbook {
	struct arena *arena;
	struct planrows *of;
	struct rowtable own;	  /* of a plan that is or will be packed */
	struct rowtable *at_hand; /* own, or one of the plans of many rows */
	struct rowtable *tables;
	unsigned char packed[PACKED * ROW_BYTES];
};

struct rowbook *
rowbook_new(struct arena *a)
{
	struct rowbook *b = mem_new(struct rowbook);

	b->arena = a;
	b->at_hand = &b->own;
	return b;
}

static void
table_clear(struct rowtable *t)
{
	free(t->rows);
	free(t->slots);
	*t = (struct rowtable){0};
}

void
rowbook_free(struct rowbook *b)
{
	struct rowtable *t, *next;

	if (!b)
		return;
	for (t = b->tables; t; t = next) {
		next = t->next;
		table_clear(t);
		free(t);
	}
	table_clear(&b->own);
	free(b);
}

/* What is other than in the row before, as bits; the bytes follow. What seldom
 * is has bits in a byte of its own. */
enum {
	CATEGORIE = 1,
	WHAT = 2,
	YEARS = 4,
	SAME_YEARS = 8,
	GIVEN = 16,
	SELDOM = 32
};
enum { LEVERING = 1, SCALE = 2, ROW = 4, ESTIMATE = 8 };

/* The year after that of the row before is the commonest; then the same. */
static unsigned
years_of(const struct planrow *r, const struct planrow *before)
{
	if (r->van == before->van + 1 && r->tot == before->tot + 1)
		return 0;
	if (r->van == before->van && r->tot == before->tot)
		return SAME_YEARS;
	return YEARS;
}

static unsigned
seldom_of(const struct planrow *r, const struct planrow *before)
{
	return (r->levering != before->levering ? LEVERING : 0) |
	       (r->scale != before->scale ? SCALE : 0) |
	       (r->row != before->row + 1 ? ROW : 0) |
	       (r->estimate ? ESTIMATE : 0);
}

static unsigned char *
pack(unsigned char *p, const struct planrow *r, const struct planrow *before)
{
	unsigned seldom = seldom_of(r, before);
	unsigned other = (r->categorie != before->categorie ? CATEGORIE : 0) |
			 (r->what != before->what ? WHAT : 0) |
			 years_of(r, before) | (r->given ? GIVEN : 0) |
			 (seldom ? SELDOM : 0);

	*p++ = (unsigned char)other;
	if (seldom)
		*p++ = (unsigned char)seldom;
	if (seldom & LEVERING)
		p = varint_put(p, r->levering);
	if (seldom & SCALE)
		p = varint_put(p, r->scale);
	if (seldom & ROW)
		p = varint_put(p, r->row);
	if (other & CATEGORIE)
		p = varint_put(p, r->categorie);
	if (other & WHAT)
		p = varint_put(p, r->what);
	if (other & YEARS) {
		p = varint_put(p, r->van);
		p = varint_put(p, r->van ^ r->tot);
	}
	return varint_put_signed(p, r->units);
}

static const unsigned char *
unpack(const unsigned char *p, struct planrow *r, const struct planrow *before)
{
	unsigned other = *p++, seldom = other & SELDOM ? *p++ : 0;

	*r = *before;
	r->given = other & GIVEN;
	r->estimate = seldom & ESTIMATE;
	r->row++;
	if (seldom & LEVERING)
		r->levering = (uint32_t)varint_take(&p);
	if (seldom & SCALE)
		r->scale = (uint8_t)varint_take(&p);
	if (seldom & ROW)
		r->row = (uint32_t)varint_take(&p);
	if (other & CATEGORIE)
		r->categorie = (uint32_t)varint_take(&p);
	if (other & WHAT)
		r->what = (uint8_t)varint_take(&p);
	if (other & YEARS) {
		r->van = (uint16_t)varint_take(&p);
		r->tot = (uint16_t)(varint_take(&p) ^ r->van);
	} else if (!(other & SAME_YEARS)) {
		r->van++;
		r->tot++;
	}
	r->units = varint_take_signed(&p);
	return p;
}

static const struct planrow none;

/* The rows at hand to bytes. What comes again gets room to grow. */
static void
set_aside(struct rowbook *b)
{
	struct planrows *of = b->of;
	const struct planrow *before = &none;
	unsigned char *p = b->packed;
	size_t n;

	for (size_t i = 0; i < b->own.count; i++) {
		p = pack(p, &b->own.rows[i], before);
		before = &b->own.rows[i];
	}
	n = (size_t)(p - b->packed);
	if (n > of->cap) {
		of->cap = (uint32_t)(of->cap ? 2 * n : n);
		of->bytes = arena_bytes(b->arena, of->cap);
	}
	if (n)
		memcpy(of->bytes, b->packed, n);
	of->count = (uint32_t)b->own.count;
}

/* By delivery, what, category and years. */
static bool
comes_after(const struct planrow *a, const struct planrow *b)
{
	if (a->levering != b->levering)
		return a->levering > b->levering;
	if (a->what != b->what)
		return a->what > b->what;
	if (a->categorie != b->categorie)
		return a->categorie > b->categorie;
	return a->van != b->van ? a->van > b->van : a->tot > b->tot;
}

static void
add(struct rowtable *t, const struct planrow *r)
{
	t->rows = mem_grow(t->rows, &t->cap, t->count + 1, sizeof(*t->rows));
	t->rows[t->count] = *r;
	if (t->count == 0 || comes_after(r, &t->rows[t->last]))
		t->last = t->count;
	t->count++;
}

static void
take_up(struct rowbook *b)
{
	const unsigned char *p = b->of->bytes;
	struct planrow r, before = none;

	if (b->own.placed)
		memset(b->own.slots, 0,
		       (b->own.mask + 1) * sizeof(*b->own.slots));
	b->own.count = b->own.placed = 0;
	for (uint32_t i = 0; i < b->of->count; i++) {
		p = unpack(p, &r, &before);
		add(&b->own, &r);
		before = r;
	}
}

/* The plan at hand has too many to pack: its table becomes its own. */
static void
keep_table(struct rowbook *b)
{
	struct rowtable *t = mem_new(struct rowtable);

	*t = b->own;
	t->next = b->tables;
	b->tables = b->of->table = t;
	b->of->cap = TABLE;
	b->own = (struct rowtable){0};
}

void
rowbook_turn(struct rowbook *b, struct planrows *of)
{
	if (b->of == of)
		return;
	if (b->of && b->of->cap != TABLE) {
		if (b->own.count > PACKED)
			keep_table(b);
		else
			set_aside(b);
	}
	b->of = of;
	b->at_hand = of->cap == TABLE ? of->table : &b->own;
	if (of->cap != TABLE)
		take_up(b);
}

static uint64_t
hash_of(const struct planrow *r)
{
	uint64_t h = (uint64_t)r->levering << 32 | r->categorie;
	uint64_t w = (uint64_t)r->van << 32 | (uint64_t)r->tot << 8 | r->what;

	return map_hash_numbers(h, w);
}

static bool
same(const struct planrow *a, const struct planrow *b)
{
	return a->levering == b->levering && a->categorie == b->categorie &&
	       a->van == b->van && a->tot == b->tot && a->what == b->what;
}

/* Brings the slots up to the last row. */
static void
catch_up(struct rowtable *t)
{
	size_t size = t->slots ? t->mask + 1 : 64;

	if (t->count >= UINT32_MAX / 4)
		mem_fail();
	while (t->count * 2 >= size)
		size *= 2;
	if (!t->slots || size > t->mask + 1) {
		free(t->slots);
		t->slots = mem_array(size, sizeof(*t->slots));
		t->mask = size - 1;
		t->placed = 0;
	}
	for (; t->placed < t->count; t->placed++) {
		size_t i = (size_t)hash_of(&t->rows[t->placed]) & t->mask;

		while (t->slots[i])
			i = (i + 1) & t->mask;
		t->slots[i] = (uint32_t)t->placed + 1;
	}
}

static const struct planrow *
find(struct rowtable *t, const struct planrow *r)
{
	size_t i;

	catch_up(t);
	for (i = (size_t)hash_of(r) & t->mask; t->slots[i];
	     i = (i + 1) & t->mask)
		if (same(&t->rows[t->slots[i] - 1], r))
			return &t->rows[t->slots[i] - 1];
	return NULL;
}

/* What comes after all there is of its plan is new; the slots are for those
 * out of order. */
const struct planrow *
rowbook_enter(struct rowbook *b, const struct planrow *r)
{
	struct rowtable *t = b->at_hand;
	const struct planrow *before = NULL;

	if (t->count && !comes_after(r, &t->rows[t->last]))
		before = find(t, r);
	if (!before)
		add(t, r);
	return before;
}

const struct planrow *
rowbook_rows(const struct rowbook *b, size_t *count)
{
	*count = b->at_hand->count;
	return b->at_hand->rows;
}
