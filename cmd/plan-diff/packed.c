#include "packed.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* A plan of more is not packed; an amount takes so many bytes at most. */
#define PACKED 256
#define AMOUNT_BYTES 32

/* What is other than in the amount before, as bits; the bytes follow. */
enum { WORD = 1, KIND = 2, YEARS = 4, SCALE = 8, GIVEN = 16, ESTIMATE = 32 };

static const struct amount none;

void
packed_clear(struct amounts *a)
{
	free(a->list);
	*a = (struct amounts){0};
}

void
packed_push(struct amounts *a, const struct amount *one)
{
	a->list = mem_grow(a->list, &a->cap, a->count + 1, sizeof(*a->list));
	a->list[a->count++] = *one;
}

static unsigned char *
put(unsigned char *p, const void *from, size_t n)
{
	memcpy(p, from, n);
	return p + n;
}

static const unsigned char *
take(const unsigned char *p, void *to, size_t n)
{
	memcpy(to, p, n);
	return p + n;
}

/* The year after that of the amount before is the commonest. */
static bool
follows(const struct amount *a, const struct amount *before)
{
	return a->van == before->van + 1 && a->tot == before->tot + 1;
}

static unsigned char *
pack(unsigned char *p, const struct amount *a, const struct amount *before)
{
	unsigned other =
	    (a->word != before->word ? WORD : 0) |
	    (a->soort != before->soort || a->dimensie != before->dimensie ? KIND
									  : 0) |
	    (!follows(a, before) ? YEARS : 0) |
	    (a->scale != before->scale ? SCALE : 0) | (a->given ? GIVEN : 0) |
	    (a->estimate ? ESTIMATE : 0);
	/* The sign goes last. */
	uint64_t v = (uint64_t)a->units << 1 ^ (a->units < 0 ? UINT64_MAX : 0);

	*p++ = (unsigned char)other;
	if (other & WORD)
		p = put(p, &a->word, sizeof(a->word));
	if (other & KIND) {
		*p++ = a->soort;
		*p++ = a->dimensie;
	}
	if (other & YEARS) {
		p = put(p, &a->van, sizeof(a->van));
		p = put(p, &a->tot, sizeof(a->tot));
	}
	if (other & SCALE)
		*p++ = a->scale;
	for (; v > 0x7F; v >>= 7)
		*p++ = (unsigned char)(v | 0x80);
	*p++ = (unsigned char)v;
	return p;
}

static const unsigned char *
unpack(const unsigned char *p, struct amount *a, const struct amount *before)
{
	unsigned other = *p++, shift = 0;
	uint64_t v = 0;

	*a = *before;
	a->van++;
	a->tot++;
	a->given = other & GIVEN;
	a->estimate = other & ESTIMATE;
	if (other & WORD)
		p = take(p, &a->word, sizeof(a->word));
	if (other & KIND) {
		a->soort = *p++;
		a->dimensie = *p++;
	}
	if (other & YEARS) {
		p = take(p, &a->van, sizeof(a->van));
		p = take(p, &a->tot, sizeof(a->tot));
	}
	if (other & SCALE)
		a->scale = *p++;
	for (; *p & 0x80; p++, shift += 7)
		v |= (uint64_t)(*p & 0x7F) << shift;
	v |= (uint64_t)*p++ << shift;
	a->units = (int64_t)(v >> 1 ^ (v & 1 ? UINT64_MAX : 0));
	return p;
}

void
packed_read(const struct plan *p, struct amounts *to)
{
	const unsigned char *bytes = p->listed ? NULL : p->bytes;
	const struct amount *before = &none;

	to->count = p->count;
	if (p->count == 0)
		return;
	to->list = mem_grow(to->list, &to->cap, p->count, sizeof(*to->list));
	if (p->listed)
		memcpy(to->list, p->amounts, p->count * sizeof(*to->list));
	for (uint32_t i = 0; !p->listed && i < p->count; i++) {
		bytes = unpack(bytes, &to->list[i], before);
		before = &to->list[i];
	}
}

/* As they are, with room to grow. */
static void
write_list(struct plan *p, const struct amounts *from)
{
	size_t cap = p->listed ? p->cap : 0;

	if (from->count > UINT32_MAX / 2)
		mem_fail();
	p->amounts = mem_grow(p->listed ? p->amounts : NULL, &cap, from->count,
			      sizeof(*p->amounts));
	p->listed = true;
	p->cap = (uint32_t)cap;
	memcpy(p->amounts, from->list, from->count * sizeof(*p->amounts));
}

void
packed_write(struct plan *p, const struct amounts *from, struct arena *a)
{
	unsigned char bytes[PACKED * AMOUNT_BYTES], *end = bytes;
	const struct amount *before = &none;
	size_t n;

	if (p->listed || from->count > PACKED) {
		write_list(p, from);
		p->count = (uint32_t)from->count;
		return;
	}
	for (size_t i = 0; i < from->count; i++) {
		end = pack(end, &from->list[i], before);
		before = &from->list[i];
	}
	n = (size_t)(end - bytes);
	p->count = (uint32_t)from->count;
	if (n > p->cap) {
		/* One that comes again gets room to grow. */
		p->cap = (uint32_t)(p->cap ? 2 * n : n);
		p->bytes = arena_bytes(a, p->cap);
	}
	if (n)
		memcpy(p->bytes, bytes, n);
}

/* Of one key, what says nothing comes first. */
static int
by_key(const void *x, const void *y)
{
	const struct amount *a = x, *b = y;
	int c = amount_compare_group(a, b);

	if (c == 0)
		c = amount_compare_years(a, b);
	return c != 0 ? c : (int)a->given - (int)b->given;
}

static void
sort(struct amounts *a)
{
	if (a->count > 1)
		qsort(a->list, a->count, sizeof(*a->list), by_key);
}

void
packed_add(struct plan *p, const struct amounts *more, struct amounts *work,
	   struct arena *a)
{
	size_t cap = p->cap, n = p->count + more->count;

	if (p->listed && n < UINT32_MAX / 2) {
		p->amounts = mem_grow(p->amounts, &cap, n, sizeof(*p->amounts));
		p->cap = (uint32_t)cap;
		memcpy(p->amounts + p->count, more->list,
		       more->count * sizeof(*more->list));
		p->count = (uint32_t)n;
		return;
	}
	packed_read(p, work);
	for (size_t i = 0; i < more->count; i++)
		packed_push(work, &more->list[i]);
	sort(work);
	packed_write(p, work, a);
}

/* Two deliveries may have one key when one of them says nothing there: the
 * number stays. True when any was dropped. */
static bool
drop_empty(struct amounts *all)
{
	size_t n = 0, before = all->count;

	for (size_t i = 0; i < before; i++) {
		const struct amount *a = &all->list[i];
		struct amount *last = n > 0 ? &all->list[n - 1] : NULL;

		if (!last || amount_compare_group(last, a) != 0 ||
		    amount_compare_years(last, a) != 0)
			all->list[n++] = *a;
		else if (last->units == 0 && !last->estimate)
			*last = *a;
	}
	all->count = n;
	return n < before;
}

int
packed_finish(struct plan *p, struct amounts *work, struct arena *a)
{
	struct num netto = {0};
	int rc = 0;

	packed_read(p, work);
	if (p->listed)
		sort(work);
	if (drop_empty(work) || p->listed)
		packed_write(p, work, a);
	for (size_t i = 0; i < work->count && rc == 0; i++) {
		const struct amount *x = &work->list[i];
		if (x->dimensie != DIMENSIE_TOTAAL)
			continue;
		if (x->soort == SOORT_BOUW)
			rc = plan_sum(&netto, amount_value(x));
		else if (x->soort == SOORT_SLOOP)
			rc = plan_subtract(&netto, amount_value(x));
	}
	p->netto = netto.units;
	p->netto_scale = (uint8_t)netto.scale;
	return rc;
}

void
packed_free(struct plan *p)
{
	if (p->listed)
		free(p->amounts);
	p->listed = false;
	p->count = 0;
}
