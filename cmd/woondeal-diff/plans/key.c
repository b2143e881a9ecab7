#include "plans/key.h"

#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "mem.h"
#include "buffer.h"

enum column { PLAN, NAME, FASE, COLUMNS };

static const char *const columns[COLUMNS] = {"plan_id", "plan_naam", "fase_id"};

struct keys {
	struct map *numbers; /* key -> its number + 1 */
	struct buffer key;
	long column[COLUMNS];
	size_t count;
};

struct keys *
keys_new(void)
{
	struct keys *s = mem_new(struct keys);
	s->numbers = map_new();
	return s;
}

void
keys_free(struct keys *s)
{
	if (!s)
		return;
	map_free(s->numbers);
	buffer_free(&s->key);
	free(s);
}

void
keys_header(struct keys *s, const struct csvin *r)
{
	for (int i = 0; i < COLUMNS; i++)
		s->column[i] = csvin_find(r, columns[i]);
}

size_t
keys_number(struct keys *s, const struct csvin *r, struct text gemeente)
{
	bool any = false;
	buffer_clear(&s->key);
	buffer_add(&s->key, gemeente);
	for (int i = 0; i < COLUMNS; i++) {
		buffer_string(&s->key, "\n");
		if (s->column[i] < 0)
			continue;
		any = true;
		buffer_add(&s->key, csvin_field(r, (size_t)s->column[i]));
	}
	if (!any)
		return s->count++;
	void **slot = map_slot(s->numbers, buffer_view(&s->key));
	if (!*slot)
		*slot = (void *)(uintptr_t)++s->count;
	return (size_t)(uintptr_t)*slot - 1;
}

struct text
keys_name(const struct keys *s, const struct csvin *r)
{
	static const enum column names[] = {NAME, PLAN};
	for (size_t i = 0; i < 2; i++) {
		long at = s->column[names[i]];
		struct text t =
		    at < 0 ? text_of("") : csvin_field(r, (size_t)at);
		if (t.n > 0)
			return t;
	}
	return text_of("");
}
