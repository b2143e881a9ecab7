#include "tables/codes.h"

/* Names that ArcGIS refuses, or takes for something else: reserved words of
 * the hosted stores, words of its expressions, and columns it would take for
 * a location (domain/feeds.md 1.1). */
static const char *const reserved[] = {
    "add",	"address",   "alter",	     "and",	   "as",
    "asc",	"between",   "by",	     "city",	   "column",
    "count",	"create",    "creationdate", "creator",	   "data",
    "date",	"day",	     "delete",	     "desc",	   "drop",
    "editdate", "editor",    "else",	     "end",	   "exists",
    "fid",	"for",	     "from",	     "globalid",   "group",
    "having",	"if",	     "in",	     "insert",	   "into",
    "is",	"lat",	     "latdd",	     "latitude",   "level",
    "like",	"lng",	     "lon",	     "long",	   "long_dd",
    "longdd",	"longitude", "mod",	     "month",	   "not",
    "null",	"objectid",  "off",	     "oid",	   "on",
    "or",	"order",     "point_x",	     "point_y",	   "row",
    "select",	"set",	     "shape",	     "shape_area", "shape_length",
    "state",	"table",     "text",	     "then",	   "uniqueid",
    "update",	"user",	     "values",	     "when",	   "where",
    "x",	"xcenter",   "xor",	     "y",	   "ycenter",
    "year",	"zip",	     "zone"};

/* The fixed columns of our own wide layouts. */
static const char *const ours[] = {"sleutel",	   "regio",   "regio_naam",
				   "niveau",	   "periode", "gebied",
				   "gebiedsniveau"};

static bool
is_one_of(struct text t, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(t, list[i]))
			return true;
	return false;
}

static bool
is_name(struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		bool letter = t.s[i] >= 'a' && t.s[i] <= 'z';
		bool later = (t.s[i] >= '0' && t.s[i] <= '9') || t.s[i] == '_';

		if (!letter && !(later && i > 0))
			return false;
	}
	return t.n > 0;
}

const char *
codes_fault(struct text code)
{
	if (!is_name(code))
		return "is no code: expected [a-z][a-z0-9_]*";
	if (code.n > 31)
		return "is too long: expected at most 31 characters";
	if (is_one_of(code, reserved, sizeof(reserved) / sizeof(*reserved)))
		return "is a name that ArcGIS reserves: choose another";
	if (is_one_of(code, ours, sizeof(ours) / sizeof(*ours)))
		return "is a column of the feed itself: choose another";
	return NULL;
}
