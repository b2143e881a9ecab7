#include "tables/words.h"

#include <stddef.h>

#define WORD(s)                  \
	{                        \
		s, sizeof(s) - 1 \
	}

static const struct text richtingen[] = {WORD("hoger"), WORD("lager"),
					 WORD("neutraal")};
static const struct text trends[] = {WORD("onbekend"), WORD("stabiel"),
				     WORD("stijgend"), WORD("dalend")};
static const struct text kleuren[] = {WORD("grijs"), WORD("groen"),
				      WORD("rood")};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool
find(const struct text *list, size_t n, struct text word, size_t *out)
{
	for (size_t i = 0; i < n; i++) {
		if (text_equal(word, list[i])) {
			*out = i;
			return true;
		}
	}
	return false;
}

bool
richting_of(struct text word, enum richting *out)
{
	size_t i;

	if (!find(richtingen, COUNT(richtingen), word, &i))
		return false;
	*out = (enum richting)i;
	return true;
}

struct text
richting_name(enum richting r)
{
	return richtingen[r];
}

struct text
trend_name(enum trend t)
{
	return trends[t];
}

struct text
kleur_name(enum trend t, enum richting r)
{
	bool up = t == TREND_STIJGEND;

	if (t == TREND_NONE)
		return text_of("");
	if (r == RICHTING_NEUTRAAL || (!up && t != TREND_DALEND))
		return kleuren[0];
	return kleuren[up == (r == RICHTING_HOGER) ? 1 : 2];
}
