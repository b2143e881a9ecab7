#include "region.h"

#include <string.h>

struct text
region_normalize(struct text code)
{
	code = text_trim(code);
	if (text_is(code, "NL00"))
		return text_of("NL01");
	return code;
}

static const struct {
	const char *prefix;
	size_t digits; /* 0: our own, any letters */
	enum region_level level;
	const char *name;
} levels[] = {
    {"NL", 2, REGION_LAND, "land"},
    {"LD", 2, REGION_LANDSDEEL, "landsdeel"},
    {"PV", 2, REGION_PROVINCIE, "provincie"},
    {"CR", 2, REGION_COROP, "corop"},
    {"WD-", 0, REGION_WOONDEAL, "woondeal"},
    {"GM", 4, REGION_GEMEENTE, "gemeente"},
    {"WK", 6, REGION_WIJK, "wijk"},
    {"BU", 8, REGION_BUURT, "buurt"},
};

#define LEVELS (sizeof(levels) / sizeof(levels[0]))

static bool
all_digits(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

enum region_level
region_level(struct text code)
{
	for (size_t i = 0; i < LEVELS; i++) {
		size_t k = strlen(levels[i].prefix);

		if (!text_starts(code, levels[i].prefix))
			continue;
		if (levels[i].digits == 0)
			return code.n > k ? levels[i].level : REGION_OTHER;
		if (code.n == k + levels[i].digits &&
		    all_digits(code.s + k, code.n - k))
			return levels[i].level;
	}
	return REGION_OTHER;
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool
region_is_code(struct text code)
{
	if (region_level(code) != REGION_OTHER)
		return true;
	for (size_t i = 0; i < LEVELS; i++)
		if (text_starts(code, levels[i].prefix))
			return false;
	return code.n > 2 && is_capital(code.s[0]) && is_capital(code.s[1]) &&
	       all_digits(code.s + 2, code.n - 2);
}

bool
region_is_part(struct text code)
{
	enum region_level level = region_level(code);

	return level == REGION_WIJK || level == REGION_BUURT;
}

const char *
region_level_name(enum region_level level)
{
	for (size_t i = 0; i < LEVELS; i++)
		if (levels[i].level == level)
			return levels[i].name;
	return "overig";
}
