/* plainrow: which rows are plain, and what is read of them. That the parser
 * reads them so too is shown by tests/cli/sheet-plain.t and the fuzzer. */
#include "../../cmd/sheet-extract/xlsx/plainrow.c"

#include <stdio.h>

#include "tap.h"

static struct plainrow row = {.prefixed = true};
static char line[1024 + 32];

/* Bytes taken of this row, the first of which is number 5 if it has none. */
static size_t
read_row(const char *s)
{
	memset(line, 0, sizeof(line));
	memcpy(line, s, strlen(s));
	return plainrow_read(&row, line, 4);
}

/* All of them are plain, or none is. Those that begin with '<' are rows, others
 * what follows in the first cell of one. */
static void
try(const char *const *list, bool plain)
{
	for (; *list != NULL; list++) {
		char s[1024];
		bool whole = **list == '<';
		snprintf(s, sizeof(s), "%s%s%s", whole ? "" : "<row r=\"5\"><c",
			 *list, whole ? "" : "</row>");
		is_int(read_row(s), plain ? strlen(s) : 0, s);
	}
}

static void
test_plain(void)
{
	static const char *const list[] = {
	    "<row></row>",
	    "<row/>",
	    "<row />",
	    "<row r=\"1048576\"/>",
	    "<row r=\"12\" spans=\"1:20\" x14ac:dyDescent=\"0.25\"/>",
	    "<row collapsed=\"false\" customFormat=\"false\" ht=\"12.8\" "
	    "customHeight=\"false\" hidden=\"false\" outlineLevel=\"0\" "
	    "r=\"1\" s=\"2\" thickTop=\"1\" thickBot=\"1\" ph=\"1\"></row>",
	    ">"
	    "</c>",
	    "/>",
	    " />",
	    " r=\"XFD5\" s=\"123456789\" t=\"n\"/>",
	    " t=\"s\" s=\"1\" r=\"A5\"><v>1</v></c>",
	    "><v/></c><c><v></v></c><c><v>a\tb\n</v></c>",
	    " t=\"str\"><f>A1&amp;\"&lt;\"</f><v>\xc3\xa9\xf0\x9f\x98\x80"
	    "</v></c>",
	    "><f t=\"shared\" ref=\"A1:A9\" si=\"0\"/><v>1</v></c>",
	    "><f ca=\"1\" />"
	    "</c>",
	    "><f>\xc3\xa9&amp;</f></c>",
	    "><v>&amp;</v></c>",
	    " t=\"inlineStr\"><is><t>a</t></is></c>",
	    " t=\"inlineStr\"><is><t xml:space=\"preserve\"> a</t></is></c>",
	    NULL};
	try(list, true);
}

static void
test_rows(void)
{
	static const char *const list[] = {
	    "<row r=\"1048577\"/>",
	    "<row r=\"0\"/>",
	    "<row r=\"\"/>",
	    "<row r=\"1x\"/>",
	    "<row r=\"1\" r=\"1\"/>",
	    "<row r='1'/>",
	    "<row r=\"1\"spans=\"1\"/>",
	    "<row  r=\"1\"/>",
	    "<row r=\"1\" ></row>",
	    "<row odd=\"1\"/>",
	    "<row spans=\"&lt;\"/>",
	    "<row spans=\"<\"/>",
	    "<row spans=\"\n\"/>",
	    "<row spans=\"\xc3\xa9\"/>",
	    "<row y:dyDescent=\"1\"/>",
	    "<row x14ac:dyDescent=\"1\" x14ac:dyDescent=\"1\"/>",
	    "<rows/>",
	    "<x:row/>",
	    "<row>text</row>",
	    "<row><d/></row>",
	    "<row></rows>",
	    "<row></row",
	    "<row",
	    "<row><!-- --></row>",
	    NULL};
	try(list, false);
}

static void
test_cells(void)
{
	static const char *const list[] = {
	    ">1</c>",
	    "ell/>",
	    " r=\"A6\"/>",
	    " r=\"5\"/>",
	    " r=\"a5\"/>",
	    " r=\"XFE5\"/>",
	    " r=\"AAAA5\"/>",
	    " r=\"A05\"/>",
	    " r=\"A5\" r=\"B5\"/>",
	    " r='A5'/>",
	    " s=\"\"/>",
	    " s=\"-1\"/>",
	    " s=\"1234567890\"/>",
	    " t=\"q\"/>",
	    " t=\"\"/>",
	    " t=\"st\"/>",
	    " cm=\"1\"/>",
	    " x:r=\"A5\"/>",
	    "><v>1</v><v>2</v></c>",
	    "><v>1</v><f>1</f></c>",
	    "><f>1</f><f>1</f></c>",
	    "><v>1</v></c></c>",
	    "><v>1</c></v>",
	    "><v a=\"1\">1</v></c>",
	    "><v>&amp</v></c>",
	    "><v>&#38;</v></c>",
	    "><v>&nbsp;</v></c>",
	    "><v>&lt;\xc3</v></c>",
	    "><v>\xc3&gt;\xa9</v></c>",
	    "><v>&amp;]]></v></c>",
	    "><v>]]></v></c>",
	    "><v>a>b</v></c>",
	    "><v>a\rb</v></c>",
	    "><v>a\001</v></c>",
	    "><v>\x7f</v></c>",
	    "><v>\xc3</v></c>",
	    "><v>\xc0\x80</v></c>",
	    "><v>\xed\xa0\x80</v></c>",
	    "><v>\xf4\x90\x80\x80</v></c>",
	    "><v>\xef\xbf\xbf</v></c>",
	    "><v><![CDATA[1]]></v></c>",
	    "><x:v>1</x:v></c>",
	    "><f>&nbsp;</f></c>",
	    "><f>\xc3&amp;</f></c>",
	    "><f odd=\"1\"/></c>",
	    "><f si=\"1\" si=\"1\"/></c>",
	    "><is><t>a</t><t>b</t></is></c>",
	    "><is><r><t>a</t></r></is></c>",
	    "><is><t xml:space=\"default\">a</t></is></c>",
	    "><is><t>a</t></is><v>1</v></c>",
	    " /></c>",
	    NULL};
	try(list, false);
}

static void
test_entities(void)
{
	ok(read_row("<row><c t=\"str\"><v>&lt;a&gt; &amp;amp; \xc3\xa9&quot;"
		    "</v></c><c t=\"inlineStr\"><is><t>&apos;b</t></is></c>"
		    "<c><v>1</v></c></row>") > 0,
	   "a row with entities");
	is_text(row.cells[0].text, "<a> &amp; \xc3\xa9\"", "undone once");
	is_text(row.cells[1].text, "'b", "and in the next cell");
	is_text(row.cells[2].text, "1", "a cell without");

	/* More text than there is room for is not plain. */
	static char many[2 * XMLPLAIN_MADE];
	for (size_t more = 0; more < 2; more++) {
		size_t n = XMLPLAIN_MADE - 1 + more;
		memset(many, 0, sizeof(many));
		size_t at = (size_t)sprintf(many, "<row><c><v>&amp;");
		memset(many + at, 'a', n - 1);
		strcpy(many + at + n - 1, "</v></c></row>");
		is_int(plainrow_read(&row, many, 4), more ? 0 : strlen(many),
		       more ? "one byte too many" : "as much as fits");
	}
	is_int(row.texts.n <= XMLPLAIN_MADE, 1, "within its room");
}

static void
test_values(void)
{
	ok(read_row("<row r=\"7\" hidden=\"1\" ht=\"0\"><c r=\"C7\" s=\"4\" "
		    "t=\"s\"><v>12</v></c><c><f>A1</f></c><c r=\"AA7\" "
		    "t=\"inlineStr\"><is><t xml:space=\"preserve\"> b</t></is>"
		    "</c></row>") > 0,
	   "a row");
	is_int(row.row, 6, "its number");
	is_text(row.hidden, "1", "hidden");
	is_text(row.height, "0", "its height");
	is_int(row.count, 3, "its cells");
	const struct plaincell *c = row.cells;
	is_int(c[0].column, 2, "a place");
	is_int(c[0].style, 4, "a style");
	is_int(c[0].type, XLSX_SHARED, "a type");
	is_text(c[0].text, "12", "a value");
	ok(c[0].has_value && !c[0].formula && !c[0].has_string, "and no more");
	is_int(c[1].column, 3, "the next place");
	ok(c[1].formula && !c[1].has_value && c[1].type == XLSX_NUMBER,
	   "a formula without a value");
	is_int(c[2].column, 26, "two letters");
	is_text(c[2].text, " b", "a string");
	ok(c[2].has_string && c[2].preserve, "its blanks are kept");
	ok(read_row("<row><c/></row>") > 0, "a row without a number");
	is_int(row.row, 4, "is the next");
	ok(row.hidden.s == NULL && row.height.s == NULL, "and says no more");
	is_int(plainrow_read(&row, line, ROWS_MAX), 0, "beyond the last row");
}

static void
test_wide(void)
{
	size_t n = 0;
	static char s[16385 * 4 + 64];
	n += (size_t)snprintf(s, sizeof(s), "<row>");
	for (size_t i = 0; i < COLUMNS_MAX; i++, n += 4)
		memcpy(s + n, "<c/>", 4);
	snprintf(s + n, sizeof(s) - n, "</row>");
	is_int(plainrow_read(&row, s, 0), n + 6, "as many columns as can be");
	snprintf(s + n, sizeof(s) - n, "<c/></row>");
	is_int(plainrow_read(&row, s, 0), 0, "and one more");
}

int
main(void)
{
	test_plain();
	test_rows();
	test_cells();
	test_entities();
	test_values();
	test_wide();
	plainrow_free(&row);
	return done();
}
