/* width: columns of a terminal, whatever the locale of the user. */
#include "width.h"
#include "tap.h"

#define WIDE "\xE6\x97\xA5\xE6\x9C\xAC" /* two characters of two columns */
#define ACCENT "e\xCC\x81"		/* one column of two characters */

static struct text
inert(const char *s)
{
	static char buf[64];

	return width_inert(text_of(s), buf);
}

int
main(void)
{
	if (!ok(width_begin(), "there is a locale for it"))
		return done();
	is_int(width_of(text_of("")), 0, "nothing");
	is_int(width_of(text_of("S\xC3\xBA"
				"dwest")),
	       7, "a letter of two bytes");
	is_int(width_of(text_of(WIDE)), 4, "wide characters");
	is_int(width_of(text_of(ACCENT "a")), 2, "a combining accent");
	is_text(width_cut(text_of(WIDE), 3), "\xE6\x97\xA5",
		"half a wide character does not fit");
	is_text(width_cut(text_of(ACCENT "a"), 1), ACCENT,
		"an accent stays with its letter");
	is_text(width_cut(text_of("abc"), 5), "abc", "what fits");
	is_text(inert("a\033[2J\xC2\x9b"
		      "b\xE2\x80\xAE"),
		"a?[2J?b?", "what steers a terminal");
	is_text(inert("a\xCD\xB8"
		      "b"),
		"a?b", "what has no width");
	is_int(width_of(text_of(WIDTH_MARK)), 1, "the mark of what is cut");
	width_end();
	return done();
}
