#include "plans/key.h"

#include <stdint.h>
#include <stdlib.h>

#include "map.h"
#include "mem.h"
#include "ground/words.h"

enum kolom { PLAN, NAAM, FASE, KOLOMMEN };

static const char *const kolommen[KOLOMMEN] = {"plan_id", "plan_naam",
					       "fase_id"};

struct sleutels {
	struct map *numbers; /* key -> its number + 1 */
	struct woorden key;
	long kolom[KOLOMMEN];
	size_t count;
};

struct sleutels *
sleutels_new(void)
{
	struct sleutels *s = mem_new(struct sleutels);
	s->numbers = map_new();
	return s;
}

void
sleutels_free(struct sleutels *s)
{
	if (s == NULL)
		return;
	map_free(s->numbers);
	free(s->key.s);
	free(s);
}

void
sleutels_header(struct sleutels *s, const struct csvin *r)
{
	for (int i = 0; i < KOLOMMEN; i++)
		s->kolom[i] = csvin_find(r, kolommen[i]);
}

size_t
sleutels_number(struct sleutels *s, const struct csvin *r, struct text gemeente)
{
	bool any = false;
	woorden_clear(&s->key);
	woorden_add(&s->key, gemeente);
	for (int i = 0; i < KOLOMMEN; i++) {
		woorden_add(&s->key, text_of("\n"));
		if (s->kolom[i] < 0)
			continue;
		any = true;
		woorden_add(&s->key, csvin_field(r, (size_t)s->kolom[i]));
	}
	if (!any)
		return s->count++;
	void **slot = map_slot(s->numbers, woorden_text(&s->key));
	if (*slot == NULL)
		*slot = (void *)(uintptr_t)++s->count;
	return (size_t)(uintptr_t)*slot - 1;
}

struct text
sleutels_name(const struct sleutels *s, const struct csvin *r)
{
	static const enum kolom names[] = {NAAM, PLAN};
	for (size_t i = 0; i < 2; i++) {
		long at = s->kolom[names[i]];
		struct text t =
		    at < 0 ? text_of("") : csvin_field(r, (size_t)at);
		if (t.n > 0)
			return t;
	}
	return text_of("");
}
