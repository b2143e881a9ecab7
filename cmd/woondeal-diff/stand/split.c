#include "stand/split.h"

#include <stdlib.h>

#include "buffer.h"
#include "map.h"
#include "mem.h"

struct category {
	struct capacity *capacity;
	int64_t *unyeared; /* by municipality and hardheid */
};

struct split {
	struct frame *frame;
	struct map *categories; /* "dimensie|categorie" -> struct category */
	struct buffer key;
};

struct split *
split_new(struct frame *k)
{
	struct split *s = mem_new(struct split);
	s->frame = k;
	s->categories = map_new();
	return s;
}

void
split_free(struct split *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < map_count(s->categories); i++) {
		struct category *c = map_value(s->categories, i);
		capacity_free(c->capacity);
		free(c->unyeared);
		free(c);
	}
	map_free(s->categories);
	buffer_free(&s->key);
	free(s);
}

static struct text
key_of(struct buffer *b, struct text segment, struct text category)
{
	buffer_clear(b);
	buffer_part(b, segment);
	buffer_add(b, category);
	return buffer_view(b);
}

static struct category *
category_of(struct split *s, struct text segment, struct text name)
{
	void **slot = map_slot(s->categories, key_of(&s->key, segment, name));
	size_t m = regios_gemeenten(s->frame->regios);
	if (!*slot) {
		struct category *c = mem_new(struct category);
		c->capacity = capacity_new(s->frame, m);
		c->unyeared = mem_array((m + 1) * HARDHEDEN, sizeof(int64_t));
		*slot = c;
	}
	return *slot;
}

static bool
wants(void *ctx, enum dimensie d)
{
	(void)ctx;
	return d != DIMENSIE_TOTAAL;
}

static void
add(struct category *c, const struct plan_amount *a)
{
	if (a->span.from == SPAN_OPEN_FROM && a->span.to == SPAN_OPEN_TO)
		c->unyeared[a->gemeente * HARDHEDEN + a->hardheid] += a->amount;
	else
		capacity_add(c->capacity, a->gemeente, a);
}

static void
count(void *ctx, const struct plan_source *from, const struct plan_amount *a)
{
	struct split *s = ctx;
	struct text segment = dimensie_name(from->row->dimensie);
	struct text name = registers_field(from->registers, REGISTER_CATEGORIE);
	add(category_of(s, segment, name), a);
	add(category_of(s, segment, text_of("|")), a); /* all of them */
}

struct taker
split_taker(struct split *s)
{
	return (struct taker){.ctx = s, .wants = wants, .count = count};
}

static void
sum_of(const struct split *s, const struct category *c, const struct regio *r,
       struct span span, int64_t sum[HARDHEDEN])
{
	bool whole = span.to >= s->frame->years.to;
	for (size_t j = 0; c && j < r->members_count; j++) {
		size_t m = r->members[j];
		capacity_sum(c->capacity, m, span, sum);
		for (int h = 0; whole && h < HARDHEDEN; h++)
			sum[h] += c->unyeared[m * HARDHEDEN + (size_t)h];
	}
}

/* Every municipality has something of it, in whatever years. */
static bool
divided(const struct split *s, const struct category *all,
	const struct regio *r)
{
	for (size_t j = 0; all && j < r->members_count; j++) {
		size_t m = r->members[j];
		int64_t sum[HARDHEDEN] = {0};
		bool any = false;
		capacity_sum(all->capacity, m, s->frame->years, sum);
		for (int h = 0; h < HARDHEDEN; h++)
			any = any || sum[h] != 0 ||
			      all->unyeared[m * HARDHEDEN + (size_t)h] != 0;
		if (!any)
			return false;
	}
	return all && r->members_count > 0;
}

bool
split_all(const struct split *s, size_t i, struct text segment,
	  struct span span, int64_t sum[HARDHEDEN])
{
	struct buffer key = {0};
	const struct regio *r = regios_at(s->frame->regios, i);
	const struct category *all =
	    map_get(s->categories, key_of(&key, segment, text_of("|")));
	buffer_free(&key);
	if (!divided(s, all, r))
		return false;
	sum_of(s, all, r, span, sum);
	return true;
}

bool
split_sum(const struct split *s, size_t i, struct text segment,
	  struct text category, struct span span, int64_t sum[HARDHEDEN])
{
	struct buffer key = {0};
	int64_t all[HARDHEDEN] = {0};
	struct text part;
	bool known = split_all(s, i, segment, span, all);
	while (known && text_split(&category, '|', &part))
		sum_of(s, map_get(s->categories, key_of(&key, segment, part)),
		       regios_at(s->frame->regios, i), span, sum);
	buffer_free(&key);
	return known;
}
