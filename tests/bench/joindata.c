/* joindata regions N: gemeenten.csv of N municipalities and their province.
 * joindata catalogue: indicatoren.csv of all indicators there can be.
 * joindata observations N MONTHS ROWS: at least ROWS observations of N
 * municipalities, the province and the country: by onderwerp, region, month,
 * every cell once and none left out. Always the same. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "any.h"

#define INDICATORS 400
/* One unit in five has a comma, and so quotes. */
#define UNIT(i) ((i) % 5 == 4 ? "\"aantal, x 1\"" : "aantal")
#define FIRST_YEAR 2000

static int
regions(long n)
{
	printf("gemeente,naam,woondeal,provincie,alias\n");
	for (long i = 0; i < n; i++)
		printf("GM%04ld,Plaats %ld,,PV24,\n", i, i);
	printf("PV24,Provincie,,,\nNL01,Land,,,\n");
	return 0;
}

static int
catalogue(void)
{
	static const char *const directions[] = {"hoger", "lager", "neutraal"};

	printf("code,naam,thema,eenheid,richting,decimalen,tabel,onderwerp,"
	       "dimensies,weging,editie,geldig_van,geldig_tot,toelichting\n");
	for (int i = 0; i < INDICATORS; i++)
		printf("ind_%d,Indicator %d,Thema %d,%s,%s,0,"
		       "81955NED,onderwerp_%03d,gebruiksfunctie=A045364,,"
		       "2024,,,\n",
		       i, i, i % 8, UNIT(i), directions[i % 3], i);
	return 0;
}

static void
observation(int indicator, const char *region, long month)
{
	static const char *const states[] = {"definitief", "nader_voorlopig",
					     "voorlopig"};

	printf("81955NED,onderwerp_%03d,%s,%ld-%02ld,", indicator, region,
	       FIRST_YEAR + month / 12, month % 12 + 1);
	if (any(50) > 0)
		printf("%" PRIu32 ".%" PRIu32 ",%s,%s,", any(100000), any(10),
		       UNIT(indicator), states[any(20) / 18]);
	else
		printf(",%s,definitief,geheim", UNIT(indicator));
	printf(",A045364\n");
}

static int
observations(long n, long months, long rows)
{
	char region[32];

	printf("tabel,onderwerp,regio,periode,waarde,eenheid,status,reden,"
	       "gebruiksfunctie\n");
	for (int i = 0; i < INDICATORS && rows > 0; i++) {
		for (long k = 0; k < n + 2; k++) {
			snprintf(region, sizeof(region), "GM%04ld", k);
			if (k >= n)
				strcpy(region, k == n ? "PV24" : "NL01");
			for (long m = 0; m < months; m++)
				observation(i, region, m);
			rows -= months;
		}
	}
	return 0;
}

static long
number(const char *s)
{
	return strtol(s, NULL, 10);
}

int
main(int argc, char **argv)
{
	int rc = 2;

	if (argc == 3 && strcmp(argv[1], "regions") == 0)
		rc = regions(number(argv[2]));
	else if (argc == 2 && strcmp(argv[1], "catalogue") == 0)
		rc = catalogue();
	else if (argc == 5 && strcmp(argv[1], "observations") == 0)
		rc = observations(number(argv[2]), number(argv[3]),
				  number(argv[4]));
	return fclose(stdout) != 0 ? 2 : rc;
}
