#include "tap.h"

#include "period.h"
#include "region.h"

static void
test_cbs(void)
{
	static const struct {
		const char *key, *shown;
	} cases[] = {
	    {"2024JJ00", "2024"},
	    {"2025HJ01", "2025-H1"},
	    {"2019KW04", "2019-Q4"},
	    {"2012MM01", "2012-01"},
	    {"2020W105", "2020-W05"},
	    {"20060101", "2006-01-01"},
	    {"2024MM11  ", "2024-11"},
	    {"2024MM13", NULL},
	    {"2024KW05", NULL},
	    {"2024JJ01", NULL},
	    {"2020X001", NULL},
	    {"2023SJ00", NULL},
	    {"2023G300", NULL},
	    {"20230229", NULL},
	    {"2024", NULL},
	    {"", NULL},
	};
	char buf[PERIOD_TEXT];
	struct period p, q;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool good = period_from_cbs(text_of(cases[i].key), &p);

		ok(good == (cases[i].shown != NULL), cases[i].key);
		if (!good)
			continue;
		is_text(period_format(p, buf), cases[i].shown, cases[i].key);
		ok(period_parse(text_of(cases[i].shown), &q) &&
		       period_compare(p, q) == 0,
		   "and reads back");
	}
}

static void
test_parse(void)
{
	static const char *const bad[] = {"2024-",	"2024-00", "2024-13",
					  "2024-H3",	"2024-Q0", "2024-W54",
					  "2024-02-30", "24",	   "2024-1",
					  "2024-11-1",	"2024x",   "0000"};
	struct period p;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ok(!period_parse(text_of(bad[i]), &p), bad[i]);
	ok(grain_of(text_of("quarter")) == GRAIN_QUARTER, "a grain by name");
	ok(grain_of(text_of("decade")) == GRAIN_NONE, "no such grain");
}

static int32_t
day(const char *s)
{
	int32_t d = -999999;

	date_parse(text_of(s), &d);
	return d;
}

static void
test_days(void)
{
	struct period p, q;
	char buf[PERIOD_TEXT];
	int32_t d;
	bool all = true;

	is_int(day("1970-01-01"), 0, "the epoch");
	is_int(day("2000-03-01"), 11017, "after a leap day");
	ok(!date_parse(text_of("2023-02-29"), &d), "no such day");
	for (d = -200000; d < 200000; d += 7)
		all = all && day(date_format(d, buf).s) == d;
	ok(all, "every seventh day of eleven centuries reads back");
	period_parse(text_of("2024"), &p);
	is_int(period_end(p) - period_start(p), 366, "2024 is a leap year");
	period_parse(text_of("2024-11"), &p);
	is_text(date_format(period_end(p), buf), "2024-12-01",
		"November ends where December starts");
	period_parse(text_of("2024-H1"), &p);
	is_text(date_format(period_end(p), buf), "2024-07-01", "H1 ends");
	period_parse(text_of("2024"), &p);
	period_parse(text_of("2024-01"), &q);
	ok(period_compare(p, q) < 0 && period_compare(q, p) > 0,
	   "of what begins together, the longer comes first");
	period_parse(text_of("2024-Q4"), &p);
	is_text(date_format(period_end(p), buf), "2025-01-01", "Q4 ends");
	period_parse(text_of("2024-H2"), &p);
	is_text(date_format(period_start(p), buf), "2024-07-01", "H2 starts");
	period_parse(text_of("2020-W53"), &p);
	is_text(date_format(period_start(p), buf), "2020-12-28",
		"week 53 of 2020 starts");
	period_parse(text_of("2021-W01"), &p);
	is_text(date_format(period_start(p), buf), "2021-01-04",
		"week 1 of 2021 starts");
}

static void
test_region(void)
{
	is_text(region_normalize(text_of("GM0034    ")), "GM0034", "trims");
	is_text(region_normalize(text_of("NL00  ")), "NL01", "NL00 is NL01");
	is_int(region_level(text_of("GM0034")), REGION_GEMEENTE, "gemeente");
	is_int(region_level(text_of("GM034")), REGION_OTHER, "too short");
	is_int(region_level(text_of("GM00x4")), REGION_OTHER, "no number");
	is_int(region_level(text_of("PV24")), REGION_PROVINCIE, "provincie");
	is_int(region_level(text_of("WD-MRA")), REGION_WOONDEAL, "woondeal");
	is_int(region_level(text_of("WD-")), REGION_OTHER, "no deal");
	is_int(region_level(text_of("BU00340101")), REGION_BUURT, "buurt");
	ok(region_is_code(text_of("CR40")) && region_is_code(text_of("WD-X")),
	   "codes we know");
	ok(region_is_code(text_of("RP01")), "one of another division");
	ok(!region_is_code(text_of("Almere")) &&
	       !region_is_code(text_of("0034")) &&
	       !region_is_code(text_of("gm0034")) &&
	       !region_is_code(text_of("GM34")) && !region_is_code(text_of("")),
	   "no codes");
	ok(strcmp(region_level_name(REGION_LAND), "land") == 0, "a name");
}

int
main(void)
{
	test_cbs();
	test_parse();
	test_days();
	test_region();
	return done();
}
