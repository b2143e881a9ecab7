#include "table/column.h"

#include <stddef.h>
#include <string.h>

#include "table/rows.h"

static const char *const reserved[] = {
    "data",	"day",	 "month",    "table",	     "text",	"user",
    "when",	"where", "year",     "zone",	     "and",	"or",
    "in",	"on",	 "off",	     "if",	     "else",	"end",
    "then",	"mod",	 "xor",	     "count",	     "level",	"uniqueid",
    "objectid", "fid",	 "globalid", "creationdate", "creator", "editdate",
    "editor"};

static bool
is_reserved(struct text name)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (text_is(name, reserved[i]))
			return true;
	return text_starts(name, "shape") || rows_has(name);
}

static char
fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return c;
	return '_';
}

static size_t
append(char *buf, size_t used, struct text t)
{
	for (size_t i = 0; i < t.n && used < COLUMN_MAX; i++)
		buf[used++] = fold(t.s[i]);
	buf[used] = '\0';
	return used;
}

bool
column_name(struct text name, const char *prefix, char buf[COLUMN_MAX + 1])
{
	bool letter;

	append(buf, 0, name);
	letter = buf[0] >= 'a' && buf[0] <= 'z';
	if (letter && name.n <= COLUMN_MAX && !is_reserved(text_of(buf)))
		return false;
	append(buf, append(buf, 0, text_of(prefix)), name);
	return true;
}
