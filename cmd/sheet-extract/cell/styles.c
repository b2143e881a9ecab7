#include "cell/styles.h"

#include <stdlib.h>

#include "mem.h"

/* Built-in formats have the numbers below this; those beyond are plain. */
#define BUILTIN 164

struct custom {
	size_t id, order;
	struct format_code code;
};

struct styles {
	size_t *ids; /* of the number format of each style */
	const struct format_code **codes;
	size_t count, cap;
	struct custom *customs;
	size_t custom_count, custom_cap;
	struct format_code builtin[BUILTIN + 1];
};

struct styles *
styles_new(void)
{
	struct styles *s = mem_new(struct styles);
	for (size_t i = 0; i <= BUILTIN; i++)
		format_builtin(i, &s->builtin[i]);
	return s;
}

void
styles_free(struct styles *s)
{
	if (s == NULL)
		return;
	free(s->ids);
	free(s->codes);
	free(s->customs);
	free(s);
}

void
styles_add_format(struct styles *s, size_t id, struct text code)
{
	s->customs = mem_grow(s->customs, &s->custom_cap, s->custom_count + 1,
			      sizeof(*s->customs));
	struct custom *c = &s->customs[s->custom_count];
	c->id = id;
	c->order = s->custom_count++;
	format_parse(code, &c->code);
}

void
styles_add(struct styles *s, size_t id)
{
	s->ids = mem_grow(s->ids, &s->cap, s->count + 1, sizeof(*s->ids));
	s->ids[s->count++] = id;
}

static int
by_id(const void *a, const void *b)
{
	const struct custom *x = a, *y = b;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static const struct format_code *
look_up(const struct styles *s, size_t id)
{
	size_t low = 0, high = s->custom_count;
	while (low < high) {
		size_t mid = (low + high) / 2;
		if (s->customs[mid].id <= id)
			low = mid + 1;
		else
			high = mid;
	}
	if (low > 0 && s->customs[low - 1].id == id)
		return &s->customs[low - 1].code;
	return &s->builtin[id < BUILTIN ? id : BUILTIN];
}

void
styles_settle(struct styles *s)
{
	if (s->custom_count > 0)
		qsort(s->customs, s->custom_count, sizeof(*s->customs), by_id);
	s->codes = mem_array(s->count, sizeof(struct format_code *));
	for (size_t i = 0; i < s->count; i++)
		s->codes[i] = i > 0 && s->ids[i] == s->ids[i - 1]
				  ? s->codes[i - 1]
				  : look_up(s, s->ids[i]);
}

size_t
styles_count(const struct styles *s)
{
	return s == NULL ? 0 : s->count;
}

const struct format_code *
styles_format(const struct styles *s, size_t i)
{
	return s->codes[i];
}
