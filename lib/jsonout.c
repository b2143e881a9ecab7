#include "jsonout.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "diag.h"
#include "jsontext.h"
#include "map.h"
#include "mem.h"

struct jsonout {
	struct output *out;
	struct arena *arena;
	struct text *names; /* "name": as it is written */
	bool *numbers;
	size_t count, records;
};

struct jsonout *
jsonout_new(struct output *o)
{
	struct jsonout *j = mem_new(struct jsonout);

	j->out = o;
	j->arena = arena_new();
	return j;
}

void
jsonout_free(struct jsonout *j)
{
	if (!j)
		return;
	arena_free(j->arena);
	free(j);
}

static size_t
digits(struct text t, size_t i)
{
	while (i < t.n && t.s[i] >= '0' && t.s[i] <= '9')
		i++;
	return i;
}

/* As RFC 8259 has it: -0.5e+3, but not 05, .5, 5. or +5. */
static bool
is_number(struct text t)
{
	size_t i = t.n > 0 && t.s[0] == '-', k = digits(t, i);

	if (k == i || (t.s[i] == '0' && k > i + 1))
		return false;
	i = k;
	if (i < t.n && t.s[i] == '.') {
		k = digits(t, i + 1);
		if (k == i + 1)
			return false;
		i = k;
	}
	if (i < t.n && (t.s[i] == 'e' || t.s[i] == 'E')) {
		i++;
		i += i < t.n && (t.s[i] == '+' || t.s[i] == '-');
		k = digits(t, i);
		if (k == i)
			return false;
		i = k;
	}
	return i == t.n;
}

static int
same_name(struct text name, size_t first, size_t second)
{
	char show[TEXT_SHOW];

	return diag_fail("--json: columns %zu and %zu are both called \"%s\": "
			 "an object has each name once",
			 first + 1, second + 1, text_show(name, show));
}

static struct text
quoted_name(struct jsonout *j, struct text name)
{
	char *p = arena_alloc(j->arena, JSONTEXT_ROOM(name.n) + 1, 1), *end;

	end = jsontext_put(p, name);
	*end++ = ':';
	return (struct text){p, (size_t)(end - p)};
}

int
jsonout_header(struct jsonout *j, const struct text *names, size_t count,
	       const bool *numbers)
{
	struct map *seen = map_new();
	int rc = 0;

	j->count = count;
	j->names = arena_alloc(j->arena, count, sizeof(*j->names));
	j->numbers = arena_alloc(j->arena, count, sizeof(*j->numbers));
	for (size_t i = 0; i < count && rc == 0; i++) {
		struct text **place = (struct text **)map_slot(seen, names[i]);

		if (*place)
			rc =
			    same_name(names[i], (size_t)(*place - j->names), i);
		*place = &j->names[i];
		j->names[i] = quoted_name(j, names[i]);
		j->numbers[i] = numbers && numbers[i];
	}
	map_free(seen);
	output_write(j->out, "[", 1);
	return rc;
}

static char *
put(char *p, struct text t)
{
	if (t.n)
		memcpy(p, t.s, t.n);
	return p + t.n;
}

static char *
value(char *p, struct text t, bool number)
{
	if (t.n == 0)
		return put(p, text_of("null"));
	if (number && is_number(t))
		return put(p, t);
	return jsontext_put(p, t);
}

void
jsonout_record(struct jsonout *j, const struct text *fields)
{
	size_t n = 8;
	char *p, *start;

	for (size_t i = 0; i < j->count; i++)
		n += j->names[i].n + JSONTEXT_ROOM(fields[i].n) + 4;
	p = start = output_reserve(j->out, n);
	p = put(p, text_of(j->records++ ? ",\n{" : "\n{"));
	for (size_t i = 0; i < j->count; i++) {
		if (i > 0)
			*p++ = ',';
		p = put(p, j->names[i]);
		p = value(p, fields[i], j->numbers[i]);
	}
	*p++ = '}';
	output_advance(j->out, (size_t)(p - start));
}

void
jsonout_finish(struct jsonout *j)
{
	if (j->names)
		output_write(j->out, j->records ? "\n]\n" : "]\n",
			     j->records ? 3 : 2);
}
