/* fold: names as they are compared. dwellings: one rule for their numbers. */
#include <string.h>

#include "dwellings.h"
#include "fold.h"
#include "tap.h"

static struct buffer buffer;

static bool
folds(const char *name, const char *want)
{
	return text_is(fold(&buffer, text_of(name)), want);
}

static enum dwellings
reads(const char *text, enum num_form form, const char *want)
{
	char shown[NUM_TEXT];
	struct num v = num_of(-1);
	enum dwellings d = dwellings_parse(text_of(text), form, &v);

	is_text(num_format(v, shown), want, text);
	return d;
}

int
main(void)
{
	char name[2000];

	ok(folds(" Wijk \t Noord\r\n", "wijk noord"), "blanks");
	ok(folds("\xC2\xA0Wijk\xE2\x80\xAFNoord\xE2\x80\x89", "wijk noord"),
	   "blanks of Unicode");
	ok(folds("CAFE\xCC\x81", "caf\xC3\xA9"), "NFD is NFC");
	ok(folds("CAF\xC3\x89", "caf\xC3\xA9"), "case beyond ASCII");
	ok(folds("Stra\xC3\x9F"
		 "e",
		 "strasse"),
	   "full case folding");
	ok(folds("", "") && folds(" ", ""), "nothing");
	ok(folds("A\xFF"
		 "B",
		 "a\xFF"
		 "b"),
	   "what is not UTF-8 stays");
	memset(name, 'A', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	ok(fold(&buffer, text_of(name)).n == sizeof(name) - 1, "any length");
	buffer_clear(&buffer);
	fold_add(&buffer, text_of("A  B"));
	ok(text_is(fold_add(&buffer, text_of(" C")), "c") &&
	       text_is(buffer_view(&buffer), "a bc"),
	   "added behind another");

	ok(reads("12", NUM_PLAIN, "12") == DWELLINGS_FINE, "whole");
	ok(reads("0.333333", NUM_PLAIN, "0.333333") == DWELLINGS_FINE, "six");
	ok(reads("0.3333333", NUM_PLAIN, "-1") == DWELLINGS_FRACTION, "seven");
	ok(reads("3.0000000000000036", NUM_PLAIN, "3") == DWELLINGS_RESIDUE,
	   "residue above");
	ok(reads("28,999999999999996", NUM_NL, "29") == DWELLINGS_RESIDUE,
	   "residue below");
	ok(reads("-0.30000000000000004", NUM_PLAIN, "-0.3") ==
	       DWELLINGS_RESIDUE,
	   "residue of a share");
	ok(reads("0.33333333333333331", NUM_PLAIN, "-1") == DWELLINGS_FRACTION,
	   "a third is no residue");
	ok(reads("10000000", NUM_PLAIN, "10000000") == DWELLINGS_FINE, "most");
	ok(reads("10000000.5", NUM_PLAIN, "-1") == DWELLINGS_MANY, "more");
	ok(reads("-10000001", NUM_PLAIN, "-1") == DWELLINGS_MANY, "less");
	ok(reads("1234567890123456789", NUM_PLAIN, "-1") == DWELLINGS_MANY,
	   "beyond 18 digits");
	ok(reads("1.234", NUM_ANY, "-1") == DWELLINGS_BAD, "ambiguous");
	ok(reads(" ", NUM_PLAIN, "-1") == DWELLINGS_EMPTY, "empty");
	buffer_free(&buffer);
	return done();
}
