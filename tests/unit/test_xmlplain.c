/* xmlplain: which bytes need no second look, sixteen at a time as one at a
 * time. What a text is made of, test_plainrow and test_plainentry show. */
#include <stdio.h>

#include "tap.h"
#include "xmlplain.h"

static void
test_kinds(void)
{
	static const char plain[] = "\t\n !\"#'/:;=?@[]^{}~0aZ";
	static const char odd[] = "\r<>&\177\001\037\200\377";
	size_t good = 0, bad = 0;
	for (size_t i = 0; i < sizeof(plain) - 1; i++)
		good += xmlplain_is(plain[i], XMLPLAIN_TEXT);
	for (size_t i = 0; i < sizeof(odd); i++) /* and NUL */
		bad += xmlplain_is(odd[i], XMLPLAIN_TEXT);
	is_int(good, sizeof(plain) - 1, "plain in a text");
	is_int(bad, 0, "not plain in a text");
	ok(xmlplain_is('>', XMLPLAIN_QUOTED) &&
	       !xmlplain_is('"', XMLPLAIN_QUOTED) &&
	       !xmlplain_is('&', XMLPLAIN_QUOTED) &&
	       !xmlplain_is('<', XMLPLAIN_QUOTED) &&
	       !xmlplain_is('\n', XMLPLAIN_QUOTED),
	   "in an attribute");
	ok(xmlplain_is('\r', XMLPLAIN_BLANK) &&
	       !xmlplain_is('\f', XMLPLAIN_BLANK) &&
	       !xmlplain_is(0, XMLPLAIN_BLANK),
	   "blanks of XML");
}

/* Each byte, behind so many that are skipped; and then more of them and a
 * NUL. */
static void
test_skip(void)
{
	size_t wrong = 0;
	for (int c = 0; c < 256; c++) {
		for (size_t at = 0; at < 36; at++) {
			char s[64 + XMLPLAIN_SLACK] = {0};
			memset(s, 'a', 40);
			s[at] = (char)c;
			wrong += xmlplain_skip_text(s) !=
				 xmlplain_skip(s, XMLPLAIN_TEXT);
			wrong += xmlplain_skip_quoted(s) !=
				 xmlplain_skip(s, XMLPLAIN_QUOTED);
			memset(s, at % 2 ? ' ' : '\n', 40);
			s[at] = (char)c;
			wrong += xmlplain_skip_blanks(s) !=
				 xmlplain_skip(s, XMLPLAIN_BLANK);
		}
	}
	is_int(wrong, 0, "sixteen bytes at a time, the same place");
}

int
main(void)
{
	test_kinds();
	test_skip();
	return done();
}
