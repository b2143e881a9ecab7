#include "filekind.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "tablekind.h"
#include "text.h"

#define ZIP "PK\x03\x04"

/* The first that fits counts. `tool` takes such files: no advice of itself. */
struct kind {
	const char *start;
	const char *inside; /* further on, or NULL */
	const char *what;
	const char *tool; /* or NULL */
	const char *advice;
};

#define SHEET "sheet-extract", "sheet-extract makes CSV of it"
#define CBS "cbs-extract", "cbs-extract takes it"
#define PAGE NULL, "is it an error page, saved as a file?"
#define ASK NULL, "ask for the table as CSV or xlsx"
#define UNPACK(program) NULL, "give it through " program

static const struct kind kinds[] = {
    {ZIP, "word/", "a Word document (docx)", ASK},
    {ZIP, "ppt/", "a PowerPoint presentation (pptx)", ASK},
    {ZIP, "[Content_Types].xml", "an Excel workbook (xlsx)", SHEET},
    {ZIP, "opendocument.spreadsheet", "a spreadsheet (ods)", SHEET},
    {ZIP, "opendocument.text", "a text of LibreOffice (odt)", ASK},
    {ZIP, "content.xml", "a spreadsheet (ods)", SHEET},
    {ZIP, "Observations.csv", "a bulk zip of CBS", CBS},
    {ZIP, NULL, "a zip", "cbs-extract",
     "cbs-extract takes the bulk zips of CBS; else unpack it"},
    {"PK\x05\x06", NULL, "an empty zip", ASK},
    {"\xD0\xCF\x11\xE0", NULL, "an old or protected Excel workbook (xls)",
     SHEET},
    {"\x1F\x8B", NULL, "gzip within gzip, or a part of it", UNPACK("gzip -dc")},
    {"\x28\xB5\x2F\xFD", NULL, "compressed with zstd", UNPACK("zstd -dc")},
    {"BZh", "1AY&SY", "compressed with bzip2", UNPACK("bzip2 -dc")},
    {"\xFD"
     "7zXZ",
     NULL, "compressed with xz", UNPACK("xz -dc")},
    {"7z\xBC\xAF", NULL, "an archive (7z)", NULL, "unpack it"},
    {"Rar!\x1A", NULL, "an archive (RAR)", NULL, "unpack it"},
    {"PAR1\x15", NULL, "Parquet", NULL, "export it as CSV"},
    {"SQLite format 3", NULL, "a database (SQLite)", NULL, "export it as CSV"},
    {"%PDF-", NULL, "a PDF", ASK},
    {"{\\rtf", NULL, "a text of Word (RTF)", ASK},
    {"\x89PNG", NULL, "a picture (PNG)", ASK},
    {"\xFF\xD8\xFF", NULL, "a picture (JPEG)", ASK},
    {"GIF8", NULL, "a picture (GIF)", ASK},
    {"<!doctype html", NULL, "a web page", PAGE},
    {"<html", NULL, "a web page", PAGE},
    {"<?xml", "<html", "a web page", PAGE},
    {"<?xml", "schemas-microsoft-com:office:spreadsheet",
     "a spreadsheet of Excel 2003 (XML)", NULL, "save it as xlsx"},
    {"<?xml", "oasis.opendocument.spreadsheet", "a flat spreadsheet (fods)",
     NULL, "save it as ods"},
    {"<?xml", "<feed", "a feed (Atom), as CBS gives it", CBS},
    {"<feed", NULL, "a feed (Atom), as CBS gives it", CBS},
    {"<?xml", NULL, "XML", "cbs-extract", "cbs-extract takes the feeds of CBS"},
    {"{", "odata", "JSON of OData, as CBS gives it", CBS},
    {"{\"", "FeatureCollection", "GeoJSON", "plan-exchange",
     "plan-exchange takes that of the exchange"},
    {"{", "\"tabel\"", "JSON of CBS", CBS},
};

/* What begins so is JSON; a name of a column may begin with a bracket, too. */
static const char *const json[] = {"{\"", "{\n", "{\r\n", "{ ",
				   "[{",  "[\n", "[\r\n", "{}"};

static const struct kind json_kind = {
    NULL, NULL, "JSON", "plan-exchange",
    "plan-exchange takes that of the exchange"};

#define TAR_MAGIC 257

static bool
has_inside(const char *p, size_t n, const char *word)
{
	size_t k = strlen(word);

	for (size_t i = 0; i + k <= n; i++)
		if (p[i] == word[0] && memcmp(p + i, word, k) == 0)
			return true;
	return false;
}

static bool
begins(const char *p, size_t n, const char *start)
{
	size_t k = strlen(start);

	return n >= k && strncasecmp(p, start, k) == 0;
}

static bool
begins_json(const char *p, size_t n)
{
	for (size_t i = 0; i < sizeof(json) / sizeof(json[0]); i++)
		if (begins(p, n, json[i]))
			return true;
	return false;
}

/* Text in two bytes a character: by its mark, or every other byte of its
 * start is none. */
static const char *
wide_text(const char *p, size_t n)
{
	size_t none[2] = {0, 0}, look = n < 64 ? n & ~(size_t)1 : 64;

	for (size_t i = 0; i < look; i++)
		none[i % 2] += p[i] == '\0';
	if (n >= 4 && memcmp(p, "\xFF\xFE\0\0", 4) == 0)
		return "UTF-32LE";
	if (n >= 2 && memcmp(p, "\xFF\xFE", 2) == 0)
		return "UTF-16LE";
	if (n >= 2 && memcmp(p, "\xFE\xFF", 2) == 0)
		return "UTF-16BE";
	if (look < 8 || none[0] + none[1] < look / 3)
		return NULL;
	if (none[0] == 0)
		return "UTF-16LE";
	return none[1] == 0 ? "UTF-16BE" : NULL;
}

static const struct kind *
find(const char *p, size_t n)
{
	static const struct kind tar = {NULL, NULL, "an archive (tar)", NULL,
					"unpack it"};

	if (n > TAR_MAGIC + 5 && memcmp(p + TAR_MAGIC, "ustar", 5) == 0)
		return &tar;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const struct kind *k = &kinds[i];

		if (begins(p, n, k->start) &&
		    (*k->start != '{' || begins_json(p, n) ||
		     begins(p, n, "{\\rtf")) &&
		    (!k->inside || has_inside(p, n, k->inside)))
			return k;
	}
	return begins_json(p, n) ? &json_kind : NULL;
}

static void
skip_blanks(const char **p, size_t *n)
{
	if (*n >= 3 && memcmp(*p, "\xEF\xBB\xBF", 3) == 0)
		*p += 3, *n -= 3;
	while (*n > 0 && strchr(" \t\r\n", **p) && **p)
		++*p, --*n;
}

/* Not of text in two bytes, which some take. */
static int
refuse_kind(const char *file, const char *expected, const struct kind *k)
{
	bool other = !k->tool || strcmp(k->tool, diag_program_name()) != 0;

	return diag_fail_at(file, 0, "expected %s; this is %s%s%s", expected,
			    k->what, other ? "; " : "", other ? k->advice : "");
}

int
filekind_refuse(const char *file, const char *expected, const void *bytes,
		size_t n)
{
	const char *p = bytes, *wide = wide_text(p, n);
	const struct kind *k = find(p, n);

	if (wide && !k)
		return diag_fail_at(file, 0,
				    "expected %s; this is %s, not UTF-8; iconv "
				    "-f %s -t UTF-8 makes it so",
				    expected, wide, wide);
	skip_blanks(&p, &n);
	k = find(p, n);
	return k ? refuse_kind(file, expected, k) : 0;
}

int
filekind_refuse_foreign(const char *file, const char *expected,
			const void *bytes, size_t n)
{
	const char *p = bytes;
	const struct kind *k;

	skip_blanks(&p, &n);
	k = find(p, n);
	if (!k || k == &json_kind ||
	    (k->tool && strcmp(k->tool, diag_program_name()) == 0))
		return 0;
	return refuse_kind(file, expected, k);
}

int
filekind_refuse_text(const char *file, const char *expected, const void *bytes,
		     size_t n)
{
	const char *p = bytes;
	const char *taken;
	struct text line;

	if (filekind_refuse(file, expected, p, n) < 0)
		return -1;
	skip_blanks(&p, &n);
	if (n == 0)
		return diag_fail_at(file, 0, "expected %s; this is empty",
				    expected);
	if (memchr(p, '\0', n))
		return diag_fail_at(file, 0,
				    "expected %s; this is of an unknown kind, "
				    "and no text",
				    expected);
	line = (struct text){p, n};
	for (size_t i = 0; i < line.n; i++)
		if (p[i] == '\n' || p[i] == '\r')
			line.n = i;
	taken = tablekind_of_line(line);
	if (taken)
		return diag_fail_at(file, 0, "expected %s; this is %s",
				    expected, taken);
	return diag_fail_at(
	    file, 0, "expected %s; this is text%s", expected,
	    memchr(p, ';', line.n)    ? ", fields separated by ';'"
	    : memchr(p, '\t', line.n) ? ", fields separated by tabs"
	    : memchr(p, ',', line.n)  ? ", fields separated by ','"
				      : "");
}
