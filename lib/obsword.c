#include "obsword.h"

static const struct text statuses[STATUS_COUNT] = {
    [STATUS_NONE] = TEXT_WORD(""),
    [STATUS_DEFINITIEF] = TEXT_WORD("definitief"),
    [STATUS_NADER_VOORLOPIG] = TEXT_WORD("nader_voorlopig"),
    [STATUS_VOORLOPIG] = TEXT_WORD("voorlopig"),
    [STATUS_ONBEKEND] = TEXT_WORD("onbekend"),
};

static const struct text redenen[REDEN_COUNT] = {
    [REDEN_NONE] = TEXT_WORD(""),
    [REDEN_NVT] = TEXT_WORD("nvt"),
    [REDEN_ONMOGELIJK] = TEXT_WORD("onmogelijk"),
    [REDEN_NIET_GELEVERD] = TEXT_WORD("niet_geleverd"),
    [REDEN_ONTBREEKT] = TEXT_WORD("ontbreekt"),
    [REDEN_ONBEKEND] = TEXT_WORD("onbekend"),
    [REDEN_ONDERDRUKT] = TEXT_WORD("onderdrukt"),
    [REDEN_GEHEIM] = TEXT_WORD("geheim"),
};

bool
status_parse(struct text word, enum status *out)
{
	*out = (enum status)text_place(statuses, STATUS_COUNT, word);
	return *out < STATUS_COUNT;
}

bool
reden_parse(struct text word, enum reden *out)
{
	*out = (enum reden)text_place(redenen, REDEN_COUNT, word);
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
