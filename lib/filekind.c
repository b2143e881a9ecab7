#include "filekind.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define ZIP "PK\x03\x04"

/* The first that fits counts. */
#define JSON                                        \
	"JSON; cbs-extract takes that of CBS, and " \
	"uitwisseling join that of the exchange"

static const struct {
	const char *start;
	const char *inside; /* further on, or NULL */
	const char *kind;
} kinds[] = {
    {ZIP, "[Content_Types].xml",
     "an Excel workbook (xlsx); sheet-extract makes CSV of it"},
    {ZIP, "opendocument.spreadsheet",
     "a spreadsheet (ods); sheet-extract makes CSV of it"},
    {ZIP, NULL,
     "a zip; cbs-extract takes the bulk zips of CBS, sheet-extract takes "
     "workbooks, else unpack it"},
    {"\xD0\xCF\x11\xE0", NULL,
     "an old or protected Excel workbook (xls); sheet-extract makes CSV of "
     "it"},
    {"\x28\xB5\x2F\xFD", NULL,
     "compressed with zstd; give it through zstd -dc"},
    {"BZh", "1AY&SY", "compressed with bzip2; give it through bzip2 -dc"},
    {"\xFD"
     "7zXZ",
     NULL, "compressed with xz; give it through xz -dc"},
    {"PAR1\x15", NULL, "Parquet; export it as CSV"},
    {"%PDF-", NULL, "a PDF; ask for the table as CSV or xlsx"},
    {"<!doctype html", NULL,
     "a web page; is it an error page, saved as a file?"},
    {"<html", NULL, "a web page; is it an error page, saved as a file?"},
    {"<?xml", NULL, "XML; cbs-extract takes the feeds of CBS"},
    {"<feed", NULL, "XML; cbs-extract takes the feeds of CBS"},
    {"{\"", NULL, JSON},
    {"{\n", NULL, JSON},
    {"{\r\n", NULL, JSON},
    {"{ ", NULL, JSON},
    {"[{", NULL, JSON},
    {"[\n", NULL, JSON},
    {"[\r\n", NULL, JSON},
};

static bool
has_inside(const char *p, size_t n, const char *word)
{
	size_t k = strlen(word);

	for (size_t i = 0; i + k <= n; i++)
		if (p[i] == word[0] && memcmp(p + i, word, k) == 0)
			return true;
	return false;
}

const char *
filekind_of(const char *p, size_t n)
{
	if (n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3, n -= 3;
	while (n > 0 && strchr(" \t\r\n", *p) && *p)
		p++, n--;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t k = strlen(kinds[i].start);

		if (n >= k && strncasecmp(p, kinds[i].start, k) == 0 &&
		    (!kinds[i].inside || has_inside(p, n, kinds[i].inside)))
			return kinds[i].kind;
	}
	return NULL;
}
