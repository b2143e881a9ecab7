/* plainentry: which entries are plain, and what is read of them. That the
 * parser reads them so too is shown by tests/cli/cbs-plain.t and the fuzzer. */
#include "../../cmd/cbs-extract/meta/plainentry.c"

#include <stdio.h>

#include "tap.h"

#define START "<entry><content type=\"application/xml\"><m:properties>"
#define END "</m:properties></content></entry>"
#define ONE START "<d:ID m:type=\"Edm.Int32\">1</d:ID>" END

static const struct odata_column columns[] = {{.name = {"ID", 2}},
					      {.name = {"RegioS", 6}},
					      {.name = {"A_1", 3}},
					      {.name = {"A_12", 4}}};
static struct plainentry entry;
static char line[2048 + XMLPLAIN_SLACK];

static size_t
read_entry(const char *s)
{
	memset(line, 0, sizeof(line));
	memcpy(line, s, strlen(s));
	return plainentry_read(&entry, columns,
			       sizeof(columns) / sizeof(*columns), line,
			       strlen(s));
}

/* All of them are plain, or none is. Those that begin with "<entry" are such,
 * others are what stands between START and END. */
static void
try(const char *const *list, bool plain)
{
	for (; *list != NULL; list++) {
		char s[2048];
		bool whole = strncmp(*list, "<entry", 6) == 0;
		snprintf(s, sizeof(s), "%s%s%s", whole ? "" : START, *list,
			 whole ? "" : END);
		is_int(read_entry(s), plain ? strlen(s) : 0, s);
	}
}

static void
test_plain(void)
{
	static const char *const list[] = {
	    ONE,
	    "<entry>\r\n  <id>http://x/T(1)</id>\n<category term=\"a.b\" "
	    "scheme=\"http://x\" />\n  <title /><author>\n<name/></author>"
	    "<content type=\"application/xml\">\n<m:properties>\r\n\t<d:ID "
	    "m:type=\"Edm.Int32\">1</d:ID>\n</m:properties>\n</content>\n"
	    "</entry>",
	    "<entry><m:properties></m:properties></entry>",
	    "<entry><m:properties><d:ID/></m:properties><a>b</a></entry>",
	    "<entry>a\r\nb &amp; \xc3\xa9<a b=\">\" c=\"\"/><entry></entry>"
	    "<m:properties></m:properties></entry>",
	    "<entry><a><b><c><d><e><f><g><h/><m:properties></m:properties>"
	    "</g></f></e></d></c></b></a></entry>",
	    "",
	    "<d:ID/>",
	    "<d:ID />",
	    "<d:ID></d:ID>",
	    "<d:ID m:type=\"Edm.Int32\" m:null=\"true\" />",
	    "<d:ID m:null=\"true\" m:type=\"Edm.Int32\"/>",
	    "<d:ID m:null=\"true\">x</d:ID>",
	    "<d:RegioS xml:space=\"preserve\">GM0034  </d:RegioS>",
	    "<d:A_1>1</d:A_1><d:A_12>1</d:A_12><d:ID>\t1\n</d:ID>",
	    "<d:A_12>1</d:A_12><d:A_1>1</d:A_1><d:A_1>1</d:A_1>",
	    "<d:A_1>a &amp; \"b\" 'c' \xc3\xa9 \xf0\x9f\x98\x80</d:A_1>",
	    NULL};
	try(list, true);
}

static void
test_properties(void)
{
	static const char *const list[] = {
	    "text",
	    "<ID>1</ID>",
	    "<m:ID>1</m:ID>",
	    "<d:New>1</d:New>",
	    "<d:I>1</d:I>",
	    "<d:IDS>1</d:IDS>",
	    "<d:ID>1</d:IDS>",
	    "<d:ID>1</d:I>",
	    "<d:ID>1</d:IS>",
	    "<d:ID>1</m:ID>",
	    "<d:ID>1</d:ID >",
	    "<d:ID>1</d:ID/>",
	    "<d:A_1>1</d:A_12>",
	    "<d:ID >1</d:ID>",
	    "<d:ID/ >",
	    "<d:ID",
	    "<d:ID>",
	    "<d:ID>1",
	    "<d:ID>1</d:ID",
	    "<d:ID m:null=\"1\"/>",
	    "<d:ID m:null=\"false\"/>",
	    "<d:ID m:null='true'/>",
	    "<d:ID m:null=\"true\" m:null=\"true\"/>",
	    "<d:ID m:type=\"a\" m:type=\"b\"/>",
	    "<d:ID m:type=\"a",
	    "<d:ID m:type=\"<\"/>",
	    "<d:ID m:type=\"&lt;\"/>",
	    "<d:ID m:type=\"\xc3\xa9\"/>",
	    "<d:ID m:type=\"a\"xml:space=\"preserve\"/>",
	    "<d:ID  m:type=\"a\"/>",
	    "<d:ID\nm:type=\"a\"/>",
	    "<d:ID d:type=\"a\"/>",
	    "<d:ID type=\"a\"/>",
	    "<d:ID xml:space=\"default\"/>",
	    "<d:ID xml:space=\"preserve\" xml:space=\"preserve\"/>",
	    "<d:ID xmlns:d=\"urn:x\"/>",
	    "<d:ID><d:ID/></d:ID>",
	    "<d:ID><![CDATA[1]]></d:ID>",
	    "<d:ID><!-- --></d:ID>",
	    "<!-- --><d:ID/>",
	    "<?p?><d:ID/>",
	    "<d:ID>&#38;</d:ID>",
	    "<d:ID>&nbsp;</d:ID>",
	    "<d:ID>&amp</d:ID>",
	    "<d:ID>]]></d:ID>",
	    "<d:ID>a\rb</d:ID>",
	    "<d:ID>\001</d:ID>",
	    "<d:ID>\xc3</d:ID>",
	    "<d:ID>\xed\xa0\x80</d:ID>",
	    "<d:ID>\xef\xbf\xbf</d:ID>",
	    "</m:properties><m:properties>",
	    "</content><content>",
	    "\f<d:ID/>",
	    NULL};
	try(list, false);
}

/* What is around the properties. */
static void
test_around(void)
{
#define NONE "<m:properties></m:properties>"
	static const char *const list[] = {
	    "<entry></entry>",
	    "<entry/>",
	    "<entry >" NONE "</entry>",
	    "<entry xml:lang=\"nl\">" NONE "</entry>",
	    "<entry>" NONE "</entry",
	    "<entry>" NONE "</entry >",
	    "<entry>" NONE "</feed>",
	    "<entry>" NONE NONE "</entry>",
	    "<entry><m:properties/></entry>",
	    "<entry><m:properties ></m:properties></entry>",
	    "<entry><properties></properties></entry>",
	    "<entry><a>" NONE "</entry></a>",
	    "<entry><a><b></a></b>" NONE "</entry>",
	    "<entry></a>" NONE "</entry>",
	    "<entry><a></aa>" NONE "</entry>",
	    "<entry><a></a >" NONE "</entry>",
	    "<entry><a ></a>" NONE "</entry>",
	    "<entry><a/ >" NONE "</entry>",
	    "<entry><>" NONE "</entry>",
	    "<entry><1/>" NONE "</entry>",
	    "<entry><m:a/>" NONE "</entry>",
	    "<entry><a b=\"\" b=\"\"/>" NONE "</entry>",
	    "<entry><a b=\"\"c=\"\"/>" NONE "</entry>",
	    "<entry><a b=''/>" NONE "</entry>",
	    "<entry><a b/>" NONE "</entry>",
	    "<entry><a =\"\"/>" NONE "</entry>",
	    "<entry><a m:b=\"\"/>" NONE "</entry>",
	    "<entry><a xmlns=\"urn:x\"/>" NONE "</entry>",
	    "<entry><a xmlns:d=\"urn:x\">" NONE "</a></entry>",
	    "<entry><a b=\"&lt;\"/>" NONE "</entry>",
	    "<entry><a b=\"<\"/>" NONE "</entry>",
	    "<entry><a b=\"\n\"/>" NONE "</entry>",
	    "<entry><a b=\"",
	    "<entry><a a=\"\" b=\"\" c=\"\" d=\"\" e=\"\" f=\"\" g=\"\" h=\"\" "
	    "i=\"\"/>" NONE "</entry>",
	    "<entry><a><b><c><d><e><f><g><h><i></i></h></g></f></e></d></c></b>"
	    "</a>" NONE "</entry>",
	    "<entry>]]>" NONE "</entry>",
	    "<entry>&nbsp;" NONE "</entry>",
	    "<entry>\001" NONE "</entry>",
	    "<entry>\xff" NONE "</entry>",
	    "<entry>" NONE "\xff</entry>",
	    "<entry><!-- -->" NONE "</entry>",
	    "<entry>" NONE "<![CDATA[]]></entry>",
	    "<entry><?p?>" NONE "</entry>",
	    NULL};
	try(list, false);
	is_int(read_entry("<entries>" NONE "</entries>"), 0, "another name");
	is_int(read_entry(" " ONE), 0, "a blank before it");
	is_int(read_entry(""), 0, "nothing");
}

static void
test_values(void)
{
	static const char up_to[] =
	    "<entry><m:properties><d:RegioS>GM&amp;&lt;</d:RegioS>"
	    "<d:A_1 m:type=\"Edm.String\">1</d:A_1><d:A_12 m:type=\"Edm.Int32\""
	    " m:null=\"true\"/><d:ID/><d:A_1>2</d:A_1></m:properties>";
	char whole[512];
	snprintf(whole, sizeof(whole), "%s\n</entry>\n", up_to);
	is_int(read_entry(whole), strlen(whole) - 1, "an entry");
	is_int(entry.head, strlen(up_to), "to the end of its properties");
	is_int(entry.count, 5, "its properties");
	const struct plainproperty *a = entry.properties;
	is_int(a[0].column, 1, "a column");
	is_text(a[0].value, "GM&<", "entities are undone");
	ok(a[0].type == PLAINTYPE_UNSAID && !a[0].null, "nothing said");
	is_int(a[1].column, 2, "the next");
	is_text(a[1].value, "1", "a value");
	ok(a[1].type == PLAINTYPE_STRING, "a text");
	is_int(a[2].column, 3, "whose name begins as the one before");
	ok(a[2].type == PLAINTYPE_OTHER && a[2].null, "another type; null");
	is_int(a[3].column, 0, "one out of order");
	ok(a[3].value.n == 0 && !a[3].null, "empty is not null");
	is_int(a[4].column, 2, "twice the same");
	is_text(a[4].value, "2", "and its value");
	ok(a[4].type == PLAINTYPE_UNSAID, "of which nothing is said");
}

/* Cut off at each byte. */
static void
test_whole(void)
{
	char s[512];
	size_t taken = 0;
	for (size_t n = 0; n < sizeof(ONE) - 1; n++) {
		snprintf(s, sizeof(s), "%.*s", (int)n, ONE);
		taken += read_entry(s);
	}
	is_int(taken, 0, "no part of one");
	is_int(read_entry(ONE ONE), sizeof(ONE) - 1, "one at a time");
}

int
main(void)
{
	test_plain();
	test_properties();
	test_around();
	test_values();
	test_whole();
	plainentry_free(&entry);
	return done();
}
