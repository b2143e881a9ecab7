#include "dwellings.h"
#include "tap.h"

static enum dwellings
settled(const char *text, const char *want)
{
	char buf[NUM_TEXT];
	struct num n;
	enum dwellings d = dwellings_parse(text_of(text), NUM_PLAIN, &n);

	if (d == DWELLINGS_FINE || d == DWELLINGS_RESIDUE)
		is_text(num_format(n, buf), want, text);
	return d;
}

int
main(void)
{
	is_int(settled("0.123456", "0.123456"), DWELLINGS_FINE, "six decimals");
	is_int(settled("0.1234567", ""), DWELLINGS_FRACTION, "seven");
	is_int(settled("87.718146718146713", ""), DWELLINGS_FRACTION,
	       "digits of which fifteen say more than six decimals");
	is_int(settled("0.30000000000000004", "0.3"), DWELLINGS_RESIDUE,
	       "what a double makes of 0.1 + 0.2");
	is_int(settled("-0.30000000000000004", "-0.3"), DWELLINGS_RESIDUE,
	       "and of -0.1 - 0.2");
	is_int(settled("10000000", "10000000"), DWELLINGS_FINE, "the most");
	is_int(settled("10000000.1", ""), DWELLINGS_MANY, "more");
	is_int(settled("-10000000.1", ""), DWELLINGS_MANY, "less");
	return done();
}
