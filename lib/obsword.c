#include "obsword.h"

#define WORD(s)                  \
	{                        \
		s, sizeof(s) - 1 \
	}

static const struct text statuses[STATUS_COUNT] = {
    [STATUS_NONE] = WORD(""),
    [STATUS_DEFINITIEF] = WORD("definitief"),
    [STATUS_NADER_VOORLOPIG] = WORD("nader_voorlopig"),
    [STATUS_VOORLOPIG] = WORD("voorlopig"),
    [STATUS_ONBEKEND] = WORD("onbekend"),
};

static const struct text redenen[REDEN_COUNT] = {
    [REDEN_NONE] = WORD(""),
    [REDEN_NVT] = WORD("nvt"),
    [REDEN_ONMOGELIJK] = WORD("onmogelijk"),
    [REDEN_NIET_GELEVERD] = WORD("niet_geleverd"),
    [REDEN_ONTBREEKT] = WORD("ontbreekt"),
    [REDEN_ONBEKEND] = WORD("onbekend"),
    [REDEN_ONDERDRUKT] = WORD("onderdrukt"),
    [REDEN_GEHEIM] = WORD("geheim"),
};

static unsigned
find(const struct text *list, unsigned n, struct text word)
{
	unsigned i = 0;

	while (i < n && !text_equal(list[i], word))
		i++;
	return i;
}

bool
status_parse(struct text word, enum status *out)
{
	*out = (enum status)find(statuses, STATUS_COUNT, word);
	return *out < STATUS_COUNT;
}

bool
reden_parse(struct text word, enum reden *out)
{
	*out = (enum reden)find(redenen, REDEN_COUNT, word);
	return *out < REDEN_COUNT;
}

struct text
status_name(enum status s)
{
	return statuses[s];
}

struct text
reden_name(enum reden r)
{
	return redenen[r];
}
