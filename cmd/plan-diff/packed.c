#include "packed.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "varint.h"

/* A plan of more is not packed; an amount takes so many bytes at most. */
#define PACKED 256
#define AMOUNT_BYTES 32

/* What is other than in the amount before, as bits; the bytes follow. */
enum { KIND = 1, YEARS = 2, SAME_YEARS = 4, SCALE = 8, GIVEN = 16 };

static const struct kind no_kind = {.number = UINT32_MAX};
static const struct amount none = {.kind = &no_kind};

void
packed_clear(struct amounts *a)
{
	free(a->list);
	a->list = NULL;
	a->count = a->cap = 0;
}

void
packed_push(struct amounts *a, const struct amount *one)
{
	a->list = mem_grow(a->list, &a->cap, a->count + 1, sizeof(*a->list));
	a->list[a->count++] = *one;
}

/* The year after that of the amount before is the commonest; then the same. */
static unsigned
years_of(const struct amount *a, const struct amount *before)
{
	if (a->van == before->van + 1 && a->tot == before->tot + 1)
		return 0;
	if (a->van == before->van && a->tot == before->tot)
		return SAME_YEARS;
	return YEARS;
}

static unsigned char *
pack(unsigned char *p, const struct amount *a, const struct amount *before)
{
	unsigned other =
	    (a->kind != before->kind ? KIND : 0) | years_of(a, before) |
	    (a->scale != before->scale ? SCALE : 0) | (a->given ? GIVEN : 0);

	*p++ = (unsigned char)other;
	if (other & KIND)
		p = varint_put(p, a->kind->number);
	if (other & YEARS) {
		p = varint_put(p, a->van);
		p = varint_put(p, a->van ^ a->tot);
	}
	if (other & SCALE)
		*p++ = a->scale;
	return varint_put_signed(p, a->units);
}

static const unsigned char *
unpack(const unsigned char *p, struct amount *a, const struct amount *before,
       const struct words *words)
{
	unsigned other = *p++;

	*a = *before;
	a->given = other & GIVEN;
	if (other & KIND)
		a->kind = words_numbered(words, (uint32_t)varint_take(&p));
	if (other & YEARS) {
		a->van = (uint16_t)varint_take(&p);
		a->tot = (uint16_t)(varint_take(&p) ^ a->van);
	} else if (!(other & SAME_YEARS)) {
		a->van++;
		a->tot++;
	}
	if (other & SCALE)
		a->scale = *p++;
	a->units = varint_take_signed(&p);
	return p;
}

void
packed_read(const struct plan *p, struct amounts *to)
{
	size_t count = p->listed ? p->list->count : p->count;
	const unsigned char *bytes = p->listed ? NULL : p->bytes;
	const struct amount *before = &none;

	to->count = count;
	if (count == 0)
		return;
	to->list = mem_grow(to->list, &to->cap, count, sizeof(*to->list));
	if (p->listed) {
		memcpy(to->list, p->list->list, count * sizeof(*to->list));
		return;
	}
	for (size_t i = 0; i < count; i++) {
		bytes = unpack(bytes, &to->list[i], before, to->words);
		before = &to->list[i];
	}
}

/* As they are, with room to grow. */
static void
write_list(struct plan *p, const struct amounts *from)
{
	struct amounts *to = p->listed ? p->list : mem_new(struct amounts);

	to->list = mem_grow(to->list, &to->cap, from->count, sizeof(*to->list));
	memcpy(to->list, from->list, from->count * sizeof(*to->list));
	to->count = from->count;
	p->list = to;
	p->listed = true;
}

/* The plan that it is compared with has the same: mostly nothing changed. */
static bool
has_same(const struct plan *p, const unsigned char *bytes, size_t n)
{
	const struct plan *q = p->peer;

	return q && !q->listed && p->count == q->count && n <= q->cap &&
	       memcmp(q->bytes, bytes, n) == 0;
}

/* *from in place of what the plan had. */
static void
store(struct plan *p, const struct amounts *from, struct arena *a)
{
	unsigned char bytes[PACKED * AMOUNT_BYTES], *end = bytes;
	const struct amount *before = &none;
	size_t n;

	if (p->listed || from->count > PACKED) {
		write_list(p, from);
		return;
	}
	for (size_t i = 0; i < from->count; i++) {
		end = pack(end, &from->list[i], before);
		before = &from->list[i];
	}
	n = (size_t)(end - bytes);
	p->count = (uint16_t)from->count;
	if (n > p->cap) {
		if (has_same(p, bytes, n)) {
			p->bytes = p->peer->bytes;
			p->cap = 0;
			return;
		}
		/* One that comes again gets room to grow. */
		p->cap = (uint16_t)(p->cap ? 2 * n : n);
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

/* They mostly come so. */
static bool
is_sorted(const struct amounts *a)
{
	for (size_t i = 1; i < a->count; i++)
		if (by_key(&a->list[i - 1], &a->list[i]) > 0)
			return false;
	return true;
}

static void
sort(struct amounts *a)
{
	if (!is_sorted(a))
		qsort(a->list, a->count, sizeof(*a->list), by_key);
}

void
packed_add(struct plan *p, struct amounts *more, struct amounts *work,
	   struct arena *a)
{
	bool first = !p->listed && p->count == 0;

	if (!first && !p->listed)
		packed_read(p, work);
	if (!first) {
		struct amounts *to = p->listed ? p->list : work;

		for (size_t i = 0; i < more->count; i++)
			packed_push(to, &more->list[i]);
		more = to;
	}
	if (p->listed)
		return;
	sort(more);
	store(p, more, a);
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
		else if (last->units == 0 && !last->kind->estimate)
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
		store(p, work, a);
	for (size_t i = 0; i < work->count && rc == 0; i++) {
		const struct amount *x = &work->list[i];
		if (x->kind->dimensie != DIMENSIE_TOTAAL)
			continue;
		if (x->kind->soort == SOORT_BOUW)
			rc = plan_sum(&netto, amount_value(x));
		else if (x->kind->soort == SOORT_SLOOP)
			rc = plan_subtract(&netto, amount_value(x));
	}
	p->netto = netto.units;
	p->netto_scale = (uint8_t)netto.scale;
	return rc;
}

void
packed_free(struct plan *p)
{
	if (p->listed) {
		free(p->list->list);
		free(p->list);
	}
	p->listed = false;
	p->count = 0;
}
