/* plandata N: a delivery of N plans, with a column for each of ten years, as
 * pipelines/indeling/breed.csv describes it. Always the same. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "any.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const states[] = {
    "1A. Onherroepelijk", "2A. Vastgesteld", "3. In voorbereiding",
    "\"1B. Onherroepelijk, uitwerkingsplicht\"", "4A. Visie"};
static const char *const issues[] = {"", "Stikstof", "Geen",
				     "\"Bereikbaarheid,Stikstof\""};

static void
plan(long i)
{
	printf("GM%04" PRIu32 ",p%ld,Uitleg %ld,%s,Openbaar,%s",
	       (uint32_t)(i % 2) + 9001, i, i, states[any(COUNT(states))],
	       issues[any(COUNT(issues))]);
	for (int year = 0; year < 10; year++) {
		if (any(10) > 0)
			printf(",%" PRIu32, any(200) >> any(9));
		else
			printf(",");
	}
	printf("\n");
}

int
main(int argc, char **argv)
{
	long n = argc == 2 ? strtol(argv[1], NULL, 10) : 0;

	if (n <= 0)
		return 2;
	printf("Gemeente,Plan ID,Plannaam,Planologische status,"
	       "Vertrouwelijkheid,Knelpunten");
	for (int year = 2024; year < 2034; year++)
		printf(",%d", year);
	printf("\n");
	for (long i = 0; i < n; i++)
		plan(i);
	return fclose(stdout) != 0 ? 2 : 0;
}
