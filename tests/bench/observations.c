/* observations MB: that many MB of observations as cbs-extract writes them,
 * always the same. A fifth of the rows has quoted fields: a third of these
 * with commas only, a third with doubled quotes, a third with newlines. One
 * row in fifty has letters beyond ASCII. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "any.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *
unit(void)
{
	static const char *const commas[] = {
	    "\"aantal, x 1\"", "\"woningen, eind van de periode\"",
	    "\"%, t.o.v. een jaar eerder\""};
	static const char *const doubled[] = {
	    "\"aantal \"\"netto\"\"\"", "\"\"\"x 1 000\"\" woningen\"",
	    "\"woningen (\"\"A045364\"\"), aantal\""};
	static const char *const lines[] = {
	    "\"aantal\nzie toelichting\"",
	    "\"woningen,\nexclusief recreatiewoningen\"",
	    "\"per 1 000\ninwoners\""};

	if (any(5) > 0)
		return any(50) > 0 ? "aantal" : "procent \xE2\x82\xAC";
	switch (any(3)) {
	case 0:
		return commas[any(COUNT(commas))];
	case 1:
		return doubled[any(COUNT(doubled))];
	default:
		return lines[any(COUNT(lines))];
	}
}

static int
row(void)
{
	static const char *const topics[] = {
	    "nieuwbouw",  "overige_toevoeging",	 "sloop",
	    "beginstand", "overige_onttrekking", "correctie",
	    "eindstand",  "saldo_voorraad"};
	static const char *const states[] = {"definitief", "nader_voorlopig",
					     "voorlopig"};
	static const char *const uses[] = {"Woning", "Winkelfunctie",
					   "Overige gebruiksfuncties"};

	return printf("81955NED,%s,GM%04" PRIu32 ",%" PRIu32 "-%02" PRIu32
		      ",%" PRIu32 ",%s,%s,,%s\n",
		      topics[any(COUNT(topics))], any(2000), 2012 + any(13),
		      1 + any(12), any(100000) >> any(17), unit(),
		      states[any(COUNT(states))], uses[any(COUNT(uses))]);
}

int
main(int argc, char **argv)
{
	int64_t left = argc == 2 ? strtoll(argv[1], NULL, 10) * 1000000 : 0;
	int n = printf("tabel,onderwerp,regio,periode,waarde,eenheid,status,"
		       "reden,gebruiksfunctie\n");

	if (left <= 0) {
		fprintf(stderr, "usage: observations MB\n");
		return 2;
	}
	for (left -= n; left > 0 && n > 0; left -= n)
		n = row();
	return n < 0 || fclose(stdout) != 0 ? 2 : 0;
}
