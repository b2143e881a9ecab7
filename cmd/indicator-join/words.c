#include "words.h"

#include <stddef.h>

static const char *const statuses[] = {"", "definitief", "nader_voorlopig",
				       "voorlopig", "onbekend"};
static const char *const redenen[] = {
    "",		 "nvt",	     "onmogelijk", "niet_geleverd",
    "ontbreekt", "onbekend", "onderdrukt", "geheim"};
static const char *const richtingen[] = {"hoger", "lager", "neutraal"};
static const char *const trends[] = {"", "stabiel", "stijgend", "dalend"};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool
find(const char *const *list, size_t n, struct text word, size_t *out)
{
	for (size_t i = 0; i < n; i++) {
		/* Most words are told apart by their first letters. */
		if (list[i][0] != (word.n ? word.s[0] : '\0'))
			continue;
		if (text_is(word, list[i])) {
			*out = i;
			return true;
		}
	}
	return false;
}

bool
status_of(struct text word, enum status *out)
{
	size_t i;

	if (!find(statuses, COUNT(statuses), word, &i))
		return false;
	*out = (enum status)i;
	return true;
}

bool
reden_of(struct text word, enum reden *out)
{
	size_t i;

	if (!find(redenen, COUNT(redenen), word, &i))
		return false;
	*out = (enum reden)i;
	return true;
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

const char *
status_name(enum status s)
{
	return statuses[s];
}

const char *
reden_name(enum reden r)
{
	return redenen[r];
}

const char *
richting_name(enum richting r)
{
	return richtingen[r];
}

const char *
trend_name(enum trend t)
{
	return trends[t];
}

const char *
kleur_name(enum trend t, enum richting r)
{
	bool up = t == TREND_STIJGEND;

	if (r == RICHTING_NEUTRAAL || (!up && t != TREND_DALEND))
		return "grijs";
	return up == (r == RICHTING_HOGER) ? "groen" : "rood";
}
