/* joindata regions N: gemeenten.csv of N keys and their province: as many
 * municipalities, or from 10,000 on (a code has four digits) a hundred of them
 * and N buurten.
 * joindata catalogue: indicatoren.csv of all indicators there can be.
 * joindata observations N MONTHS ROWS: at least ROWS observations of those
 * keys, the province and the country: by onderwerp, region, month, every cell
 * once and none left out. Always the same. */
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
#define BUURTEN 10000 /* in a municipality */

static long
municipalities_of(long n)
{
	return n > BUURTEN ? (n - 1) / BUURTEN + 1 : n;
}

static long
buurten_of(long n)
{
	return n > BUURTEN ? n : 0;
}

static int
regions(long n)
{
	printf("gemeente,naam,woondeal,provincie,alias\n");
	for (long i = 0; i < municipalities_of(n); i++)
		printf("GM%04ld,Plaats %ld,,PV24,\n", i, i);
	for (long i = 0; i < buurten_of(n); i++)
		printf("BU%08ld,Buurt %ld,,,\n", i, i);
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

/* The I-th region of a file: municipalities, buurten, province, country. */
static void
region_of(char region[32], long n, long i)
{
	long municipalities = municipalities_of(n);
	long province = municipalities + buurten_of(n);

	if (i < municipalities)
		snprintf(region, 32, "GM%04ld", i);
	else if (i < province)
		snprintf(region, 32, "BU%08ld", i - municipalities);
	else
		strcpy(region, i == province ? "PV24" : "NL01");
}

static int
observations(long n, long months, long rows)
{
	long all = municipalities_of(n) + buurten_of(n) + 2;
	char region[32];

	printf("tabel,onderwerp,regio,periode,waarde,eenheid,status,reden,"
	       "gebruiksfunctie\n");
	for (int i = 0; i < INDICATORS && rows > 0; i++) {
		for (long k = 0; k < all; k++) {
			region_of(region, n, k);
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
