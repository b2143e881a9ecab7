#include "tap.h"

#include "text.h"

static void
test_trim_and_split(void)
{
	struct text rest = text_of("a||b"), part;

	is_text(text_trim(text_of("  x y\t\r\n")), "x y", "trims blanks");
	is_text(text_trim(text_of("\xC2\xA0x\xC2\xA0")), "x",
		"trims no-break spaces");
	is_text(text_trim(text_of(" \xC2\xA0 ")), "", "nothing is left");
	ok(text_split(&rest, '|', &part) && text_is(part, "a"), "part 1");
	ok(text_split(&rest, '|', &part) && part.n == 0, "empty part");
	ok(text_split(&rest, '|', &part) && text_is(part, "b"), "last part");
	ok(!text_split(&rest, '|', &part), "no more parts");
	rest = text_of("a|");
	text_split(&rest, '|', &part);
	ok(text_split(&rest, '|', &part) && part.n == 0, "empty last part");
}

static void
test_utf8(void)
{
	static const struct {
		const char *s;
		size_t n, at;
		const char *name;
	} cases[] = {
	    {"abcdefgh\xC3\xA9", 10, 10, "é after eight letters"},
	    {"abcdefg\xC3\xA9zzzzzzzz", 17, 17, "é across a word"},
	    {"ab\xFFzzzzzzzzzzz", 14, 2, "FF is never valid"},
	    {"\xC0\x80", 2, 0, "overlong NUL"},
	    {"\xE0\x80\x80", 3, 0, "overlong three"},
	    {"\xED\xA0\x80", 3, 0, "surrogate"},
	    {"\xF4\x90\x80\x80", 4, 0, "beyond U+10FFFF"},
	    {"\xF0\x9F\x8F\xA0", 4, 4, "a house"},
	    {"caf\xE9", 4, 3, "latin1 e acute, cut off"},
	    {"12345678\0zzzzzzz", 16, 8, "NUL is refused"},
	    {"1234567\0", 8, 7, "NUL inside a word"},
	    {"\x80", 1, 0, "a stray continuation"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		is_int(text_utf8_error(cases[i].s, cases[i].n), cases[i].at,
		       cases[i].name);
}

/* Names of 600 bytes are told apart by their last. */
static void
near_long(void)
{
	static char name[4][601];
	const char *const names[] = {name[0], name[1], name[2]};

	for (size_t i = 0; i < 4; i++)
		memset(name[i], 'n', 600);
	memcpy(name[0] + 590, "elsewhere.", 10);
	memcpy(name[1] + 598, "\xC3\xA9", 2);
	memcpy(name[2] + 594, "jaar24", 6);
	memcpy(name[3] + 594, "Jaar25", 6);
	ok(text_nearest(text_of(name[3]), names, 3) == name[2],
	   "of long names the one nearest at its end");
	memcpy(name[3] + 593, "n\xC3\xA8nn\xC3\xA8", 7);
	ok(text_nearest(text_of(name[3]), names, 3) != NULL,
	   "in whole characters");
	memset(name[3], 'x', 600);
	ok(text_nearest(text_of(name[3]), names, 3) == NULL,
	   "nothing near a long one");
}

static void
test_fold_and_near(void)
{
	char buf[32], small[8];
	static const char *const names[] = {"Almere", "Lelystad", "regio"};

	is_text(text_fold(text_of("  S\xC3\x9A"
				  "DWEST  Frysl\xC3\x82n "),
			  buf, sizeof(buf)),
		"s\xC3\xBA"
		"dwest frysl\xC3\xA2n",
		"folds case and blanks");
	is_text(text_fold(text_of("abcdefghijkl"), small, sizeof(small)),
		"abcd", "cuts where the room ends");
	ok(strcmp(text_nearest(text_of("regoi"), names, 3), "regio") == 0,
	   "regoi is near regio");
	ok(strcmp(text_nearest(text_of("ALMEER"), names, 3), "Almere") == 0,
	   "case does not count");
	ok(text_nearest(text_of("xyz"), names, 3) == NULL, "nothing near");
	ok(text_nearest(text_of(""), names, 3) == NULL, "empty is near none");
	near_long();
}

static void
test_show(void)
{
	char buf[TEXT_SHOW], letters[TEXT_LETTERS], big[300];

	ok(strcmp(text_show(text_of("a\nb\x01\xFF"), buf), "a?b??") == 0,
	   "control characters show as ?");
	memset(big, 'x', sizeof(big));
	ok(strlen(text_show((struct text){big, 300}, buf)) < TEXT_SHOW &&
	       strstr(buf, "..."),
	   "long text is cut");
	ok(strcmp(text_letters(0, letters), "A") == 0, "A");
	ok(strcmp(text_letters(25, letters), "Z") == 0, "Z");
	ok(strcmp(text_letters(26, letters), "AA") == 0, "AA");
	ok(strcmp(text_letters(701, letters), "ZZ") == 0, "ZZ");
	ok(strcmp(text_letters(702, letters), "AAA") == 0, "AAA");
	ok(strcmp(text_letters(16383, letters), "XFD") == 0, "XFD");
	ok(text_compare(text_of("a"), text_of("ab")) < 0, "shorter first");
	ok(text_compare(text_of("b"), text_of("ab")) > 0, "bytes decide");
}

int
main(void)
{
	test_trim_and_split();
	test_utf8();
	test_fold_and_near();
	test_show();
	return done();
}
