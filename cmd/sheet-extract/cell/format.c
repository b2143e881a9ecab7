#include "cell/format.h"

#include <stdbool.h>

/* What was seen in the code so far. m is a month or minutes: minutes after
 * h, and before s. */
struct seen {
	bool date, time, duration;
	bool pending; /* an m that is still either */
	bool hour;    /* the last letter was h */
};

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* "[h]", "[mm]": letters of one kind only. */
static bool
is_elapsed(struct text t)
{
	if (t.n == 0)
		return false;
	char first = lower(t.s[0]);
	for (size_t i = 1; i < t.n; i++)
		if (lower(t.s[i]) != first)
			return false;
	return first == 'h' || first == 'm' || first == 's';
}

/* At a '[': how far its ']' is, or to the end. */
static size_t
bracket(struct text t, struct seen *seen)
{
	size_t i = 1;
	while (i < t.n && t.s[i] != ']')
		i++;
	if (is_elapsed((struct text){t.s + 1, i - 1})) {
		seen->duration = true;
		seen->hour = lower(t.s[1]) == 'h';
	}
	return i < t.n ? i + 1 : i;
}

static size_t
quoted(struct text t)
{
	size_t i = 1;
	while (i < t.n && t.s[i] != '"')
		i++;
	return i < t.n ? i + 1 : i;
}

static void
letter(char c, struct seen *seen)
{
	if (c == 'm') {
		if (seen->hour)
			seen->time = true;
		else
			seen->pending = true;
		return;
	}
	if (c == 's' && seen->pending)
		seen->time = true;
	else if (seen->pending)
		seen->date = true;
	seen->pending = false;
	seen->hour = c == 'h';
	if (c == 'h' || c == 's')
		seen->time = true;
	else
		seen->date = true;
}

static bool
starts_with(struct text t, const char *word)
{
	for (size_t i = 0; word[i] != '\0'; i++)
		if (i >= t.n || lower(t.s[i]) != word[i])
			return false;
	return true;
}

/* Bytes of one token at t; what it means goes into seen. */
static size_t
token(struct text t, struct seen *seen)
{
	char c = lower(t.s[0]);
	if (c == '"')
		return quoted(t);
	if (c == '[')
		return bracket(t, seen);
	if (c == '\\' || c == '_' || c == '*')
		return t.n > 1 ? 2 : 1;
	if (starts_with(t, "general"))
		return 7;
	/* General in German and Dutch, from some writers. */
	if (starts_with(t, "standard"))
		return 8;
	if (starts_with(t, "standaard"))
		return 9;
	if (starts_with(t, "am/pm") || starts_with(t, "a/p")) {
		letter('h', seen);
		return starts_with(t, "am/pm") ? 5 : 3;
	}
	if (c == 'e' && t.n > 1 && (t.s[1] == '+' || t.s[1] == '-'))
		return 2; /* 0.00E+00 */
	if (c == 'y' || c == 'd' || c == 'm' || c == 'h' || c == 's' ||
	    c == 'e' || c == 'g' || c == 'b') {
		letter(c, seen);
		size_t n = 1;
		while (n < t.n && lower(t.s[n]) == c)
			n++;
		return n;
	}
	return 1;
}

enum format
format_of_code(struct text code)
{
	struct seen seen = {0};
	while (code.n > 0 && code.s[0] != ';') {
		size_t n = token(code, &seen);
		code.s += n;
		code.n -= n;
	}
	if (seen.duration)
		return FORMAT_DURATION;
	if (seen.pending)
		seen.date = true;
	if (seen.date && seen.time)
		return FORMAT_DATETIME;
	if (seen.date)
		return FORMAT_DATE;
	return seen.time ? FORMAT_TIME : FORMAT_NUMBER;
}

enum format
format_of_id(size_t id)
{
	if (id == 46)
		return FORMAT_DURATION;
	if (id == 22)
		return FORMAT_DATETIME;
	if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 ||
	    id == 47 || id == 55 || id == 56)
		return FORMAT_TIME;
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) ||
	    (id >= 50 && id <= 58))
		return FORMAT_DATE;
	return FORMAT_NUMBER;
}
