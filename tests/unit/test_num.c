#include "tap.h"

#include <string.h>

#include "num.h"

static struct num
get(const char *s)
{
	struct num a = {0, 0};

	num_parse(text_of(s), NUM_PLAIN, &a);
	return a;
}

static const struct {
	const char *s;
	enum num_form form;
	int result;
	const char *shown;
} readings[] = {
    {"0", NUM_PLAIN, NUM_OK, "0"},
    {"-0", NUM_PLAIN, NUM_OK, "0"},
    {"007", NUM_PLAIN, NUM_OK, "7"},
    {"1.50", NUM_PLAIN, NUM_OK, "1.5"},
    {" -12.25 ", NUM_PLAIN, NUM_OK, "-12.25"},
    {"1e3", NUM_PLAIN, NUM_OK, "1000"},
    {"1.5E-3", NUM_PLAIN, NUM_OK, "0.0015"},
    {"1e", NUM_PLAIN, NUM_BAD, ""},
    {"1e99", NUM_PLAIN, NUM_RANGE, ""},
    {"1.", NUM_PLAIN, NUM_BAD, ""},
    {".5", NUM_PLAIN, NUM_BAD, ""},
    {"1,5", NUM_PLAIN, NUM_BAD, ""},
    {"--1", NUM_PLAIN, NUM_BAD, ""},
    {"-", NUM_PLAIN, NUM_BAD, ""},
    {"x", NUM_PLAIN, NUM_BAD, ""},
    {"", NUM_PLAIN, NUM_EMPTY, ""},
    {"  ", NUM_NL, NUM_EMPTY, ""},
    {"999999999999999999", NUM_PLAIN, NUM_OK, "999999999999999999"},
    {"1000000000000000000", NUM_PLAIN, NUM_RANGE, ""},
    {"0.000000000000000001", NUM_PLAIN, NUM_OK, "0.000000000000000001"},
    {"1.234", NUM_NL, NUM_OK, "1234"},
    {"1.234,56", NUM_NL, NUM_OK, "1234.56"},
    {"1234,5", NUM_NL, NUM_OK, "1234.5"},
    {"1 234", NUM_NL, NUM_OK, "1234"},
    {"1\xC2\xA0"
     "234\xC2\xA0"
     "567,8",
     NUM_NL, NUM_OK, "1234567.8"},
    {"1\xE2\x80\xAF"
     "234",
     NUM_NL, NUM_OK, "1234"},
    {"\xE2\x88\x92"
     "5",
     NUM_NL, NUM_OK, "-5"},
    {"1.2345", NUM_NL, NUM_BAD, ""},
    {"1234.567", NUM_NL, NUM_BAD, ""},
    {"1.23", NUM_NL, NUM_BAD, ""},
    {"1,", NUM_NL, NUM_BAD, ""},
    {"1.234.56", NUM_NL, NUM_BAD, ""},
    {"1,234", NUM_EN, NUM_OK, "1234"},
    {"1,234.5", NUM_EN, NUM_OK, "1234.5"},
    {"1.234", NUM_ANY, NUM_AMBIGUOUS, ""},
    {"1,234", NUM_ANY, NUM_AMBIGUOUS, ""},
    {"1,5", NUM_ANY, NUM_OK, "1.5"},
    {"1.5", NUM_ANY, NUM_OK, "1.5"},
    {"1234", NUM_ANY, NUM_OK, "1234"},
    {"1.234,5", NUM_ANY, NUM_OK, "1234.5"},
    {"1.234.567", NUM_ANY, NUM_OK, "1234567"},
    {"1 234", NUM_ANY, NUM_OK, "1234"},
    {"1e3", NUM_ANY, NUM_BAD, ""},
};

static void
test_parse(void)
{
	char buf[NUM_TEXT], name[96];

	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		struct num a = {0, 0};
		int r = num_parse(text_of(readings[i].s), readings[i].form, &a);

		snprintf(name, sizeof(name), "reads '%s' in form %d",
			 readings[i].s, readings[i].form);
		is_int(r, readings[i].result, name);
		if (r == NUM_OK)
			is_text(num_format(a, buf), readings[i].shown, name);
	}
}

static void
test_arithmetic(void)
{
	struct num r = {0, 0};
	char buf[NUM_TEXT];

	ok(num_add(get("0.1"), get("0.2"), &r), "adds");
	is_text(num_format(r, buf), "0.3", "0.1 + 0.2 is 0.3");
	ok(num_subtract(get("1"), get("0.001"), &r), "subtracts");
	is_text(num_format(r, buf), "0.999", "1 - 0.001");
	ok(num_multiply(get("-0.25"), get("400000000000000000"), &r) &&
	       r.units == -100000000000000000 && r.scale == 0,
	   "a negative product of 20 digits, less its zeros");
	ok(num_multiply(get("1.5"), get("-0.02"), &r), "multiplies");
	is_text(num_format(r, buf), "-0.03", "1.5 x -0.02");
	ok(!num_add(get("999999999999999999"), get("1"), &r), "overflow");
	ok(!num_multiply(get("1000000000"), get("1000000000"), &r),
	   "product overflow");
	is_int(num_compare(get("1.10"), get("1.1")), 0, "1.10 is 1.1");
	is_int(num_compare(get("-1"), get("0.5")), -1, "-1 < 0.5");
	ok(num_is_whole(get("3.0")) && !num_is_whole(get("3.1")), "whole");
}

static void
test_division(void)
{
	static const struct {
		const char *a, *b;
		int decimals, rounding;
		const char *shown;
	} cases[] = {
	    {"642500", "39743", 1, NUM_HALF_AWAY, "16.2"},
	    {"1", "3", 3, NUM_HALF_AWAY, "0.333"},
	    {"2", "3", 3, NUM_HALF_AWAY, "0.667"},
	    {"1", "8", 2, NUM_HALF_AWAY, "0.13"},
	    {"-1", "8", 2, NUM_HALF_AWAY, "-0.13"},
	    {"1", "-8", 2, NUM_DOWN, "-0.12"},
	    {"1", "3", 0, NUM_UP, "1.0"},
	    {"4", "2", 0, NUM_UP, "2"},
	    {"7", "0.25", 0, NUM_HALF_AWAY, "28"},
	    {"0.25", "7", 4, NUM_HALF_AWAY, "0.0357"},
	};
	char buf[NUM_TEXT];
	struct num r = {0, 0};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(num_divide(get(cases[i].a), get(cases[i].b),
			      cases[i].decimals,
			      (enum num_rounding)cases[i].rounding, &r),
		   cases[i].a);
		is_int(num_compare(r, get(cases[i].shown)), 0, cases[i].shown);
	}
	ok(!num_divide(get("1"), get("0"), 1, NUM_UP, &r), "by zero");
	is_text(num_format_fixed(get("16"), 1, buf), "16.0", "one decimal");
	is_text(num_format_fixed(get("-0.05"), 1, buf), "-0.1", "half away");
	is_text(num_format_fixed(get("2.25"), 1, buf), "2.3", "half up");
	is_text(num_format_fixed(get("-0.04"), 1, buf), "0.0", "no -0.0");
}

/* (a + b) - b == a and (a * b) / b == a over many numbers. */
static void
test_properties(void)
{
	uint64_t seed = 42;
	bool sums = true, products = true;

	for (int i = 0; i < 20000; i++) {
		struct num a, b, r;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		a = (struct num){(int64_t)(seed >> 40) - 8000000,
				 (int)(seed % 4)};
		seed = seed * 6364136223846793005u + 1442695040888963407u;
		b = (struct num){(int64_t)(seed >> 44) + 1, (int)(seed % 3)};
		sums = sums && num_add(a, b, &r) && num_subtract(r, b, &r) &&
		       num_compare(r, a) == 0;
		products = products && num_multiply(a, b, &r) &&
			   num_divide(r, b, 6, NUM_HALF_AWAY, &r) &&
			   num_compare(r, a) == 0;
	}
	ok(sums, "what is added can be taken off");
	ok(products, "what is multiplied can be divided");
}

static uint64_t
next(uint64_t seed)
{
	return seed * 6364136223846793005u + 1442695040888963407u;
}

/* Eight characters are read as one word: against those that are read one by
 * one, being longer by zeros. */
static void
test_read_words(void)
{
	static const char all[] = "0123456789012345678901234567890.-/:e ,";
	uint64_t seed = 7;
	bool same = true;

	for (int i = 0; i < 100000; i++) {
		struct num a = {-1, 0}, b = {-1, 0};
		char zeros[32] = "00000000000", *s = zeros + 11;
		size_t n = (size_t)((seed = next(seed)) >> 60) % 9 + 1;

		*s = (char)('0' + (seed >> 8) % 10);
		for (size_t k = 1; k < n; k++)
			s[k] = all[(seed >> (5 * k + 6)) % (sizeof(all) - 1)];
		s[n] = '\0';
		same = same &&
		       num_parse(text_of(s), NUM_PLAIN, &a) ==
			   num_parse(text_of(zeros), NUM_PLAIN, &b) &&
		       a.units == b.units && a.scale == b.scale;
	}
	ok(same, "a short number is read as a long one is");
}

/* Digits are written as one word: against snprintf. */
static void
test_written_words(void)
{
	uint64_t seed = 7;
	bool same = true;

	for (int i = 0; i < 100000; i++) {
		long long units, one = 1;
		char shown[2 * NUM_TEXT], buf[NUM_TEXT];
		int scale;

		seed = next(seed);
		units = (long long)(seed >> 32 >> seed % 32);
		scale = (int)(seed >> 6 & 7);
		for (int k = 0; k < scale; k++)
			one *= 10;
		snprintf(shown, sizeof(shown), "%s%lld.%0*lld",
			 i & 1 && units ? "-" : "", units / one, scale,
			 units % one);
		if (scale == 0)
			*strchr(shown, '.') = '\0';
		same = same &&
		       text_is(num_format_fixed(
				   (struct num){i & 1 ? -units : units, scale},
				   scale, buf),
			       shown);
	}
	ok(same, "a number is written as snprintf does");
}

int
main(void)
{
	test_parse();
	test_arithmetic();
	test_division();
	test_properties();
	test_read_words();
	test_written_words();
	return done();
}
