#include "layout/pattern.h"

#include <string.h>

#include "ground/day.h"

static const char *const places[] = {"{jaar}", "{van}", "{tot}", "{na}",
				     "{datum}"};
enum { JAAR, VAN, TOT, NA, DATUM, PLACES };

static struct text
from(struct text t, size_t n)
{
	return (struct text){t.s + n, t.n - n};
}

static int
place_at(struct text pattern)
{
	for (int i = 0; i < PLACES; i++)
		if (text_starts(pattern, places[i]))
			return i;
	return PLACES;
}

/* A year of four digits that does not stand in a longer number; 0 if none. */
static int
year_at(struct text name)
{
	int y = 0;

	if (name.n < 4)
		return 0;
	for (size_t i = 0; i < 4; i++) {
		if (name.s[i] < '0' || name.s[i] > '9')
			return 0;
		y = y * 10 + (name.s[i] - '0');
	}
	return y >= 1900 && y <= 2199 ? y : 0;
}

static void
take(int place, int year, struct years *y)
{
	if (place == JAAR || place == DATUM)
		*y = (struct years){year, year};
	else if (place == VAN)
		y->from = year;
	else if (place == TOT)
		y->to = year;
	else
		*y = (struct years){year + 1, 0};
}

/* What a placeholder stands for is taken off the name; its year, 0 if there is
 * none. */
static int
take_year(int place, struct text *name)
{
	int32_t days;
	int year;

	if (place == DATUM)
		return day_take(name, &days) ? day_year(days) : 0;
	year = year_at(*name);
	if (year)
		*name = from(*name, 4);
	return year;
}

static bool match(struct text pattern, struct text name, struct years y,
		  struct years *out);

/* The rest of the pattern, at any later place of the name. */
static bool
match_later(struct text pattern, struct text name, struct years y,
	    struct years *out)
{
	for (size_t i = 0; i <= name.n; i++)
		if (match(pattern, from(name, i), y, out))
			return true;
	return false;
}

static bool
match(struct text pattern, struct text name, struct years y, struct years *out)
{
	int place, year;

	while (pattern.n) {
		if (*pattern.s == '*')
			return match_later(from(pattern, 1), name, y, out);
		place = place_at(pattern);
		if (place < PLACES && (year = take_year(place, &name)) > 0) {
			take(place, year, &y);
			pattern = from(pattern, strlen(places[place]));
			continue;
		}
		if (!name.n || *name.s != *pattern.s)
			return false;
		pattern = from(pattern, 1);
		name = from(name, 1);
	}
	*out = y;
	return name.n == 0;
}

bool
pattern_match(struct text pattern, struct text name, struct years *years)
{
	return match(pattern, name, (struct years){0, 0}, years);
}

bool
pattern_has_year(struct text pattern)
{
	for (; pattern.n; pattern = from(pattern, 1))
		if (place_at(pattern) < PLACES)
			return true;
	return false;
}

bool
pattern_is_plain(struct text pattern)
{
	return !pattern_has_year(pattern) &&
	       (!pattern.n || !memchr(pattern.s, '*', pattern.n));
}

bool
pattern_letters(struct text pattern, size_t *column)
{
	size_t c = 0;

	if (pattern.n < 3 || pattern.n > 5 || pattern.s[0] != '[' ||
	    pattern.s[pattern.n - 1] != ']')
		return false;
	for (size_t i = 1; i + 1 < pattern.n; i++) {
		char l = pattern.s[i];

		if (l >= 'a' && l <= 'z')
			l = (char)(l - 'a' + 'A');
		if (l < 'A' || l > 'Z')
			return false;
		c = c * 26 + (size_t)(l - 'A') + 1;
	}
	*column = c - 1;
	return true;
}

bool
pattern_cell(struct text pattern, size_t *column, size_t *row)
{
	char letters[8] = "[";
	size_t n = 1, r = 0, i = 1;

	while (i < pattern.n && n < sizeof(letters) - 1 &&
	       (pattern.s[i] < '0' || pattern.s[i] > '9'))
		letters[n++] = pattern.s[i++];
	letters[n++] = ']';
	for (; i + 1 < pattern.n && i < 8; i++) {
		if (pattern.s[i] < '0' || pattern.s[i] > '9')
			return false;
		r = r * 10 + (size_t)(pattern.s[i] - '0');
	}
	*row = r - 1;
	return r && i + 1 == pattern.n && pattern.s[0] == '[' &&
	       pattern.s[i] == ']' &&
	       pattern_letters((struct text){letters, n}, column);
}
