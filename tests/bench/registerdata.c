/* registerdata N EDITION [ROWS]: a register of N plans of sixteen rows each, or
 * so many, plan by plan; of edition 1 one amount in twenty is another one than
 * of 0. Always the same. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "any.h"

static const char *const parts[] = {
    "woningtype,Eengezins",	     "woningtype,Meergezins",
    "betaalbaarheid,Sociale huur",   "betaalbaarheid,Huur middenhuur",
    "betaalbaarheid,Koop dure koop", "betaalbaarheid,Koop onbekend"};

static void
row(long i, const char *status, int year, const char *what, uint32_t n, int k)
{
	printf("GM%04ld,%08" PRIX32 "-75d7-8d8a-84bc-%012ld,Uitleg %ld,,%s,,"
	       "Uitbreiding,,,Stikstof,Openbaar,nee,%d,%d,bouw,%s,%" PRIu32
	       ",opgegeven,2024-01-01,levering,%ld,%c,rest,,,\n",
	       9001 + i % 2, (uint32_t)i * UINT32_C(2654435761), i, i, status,
	       year, year, what, n, i + 2, 'G' + k);
}

static void
plan(long i, int edition, int rows)
{
	static const char *const states[] = {"1A,hard", "3,zacht", "4A,zacht"};
	const char *status = states[any(3)];

	for (int k = 0; k < rows; k++) {
		uint32_t n = any(200) >> any(9), other = 201 + any(50);

		if (any(20) == 0 && edition)
			n = other;
		row(i, status, k < 10 ? 2024 + k : 2024,
		    k < 10 ? "totaal," : parts[k - 10], n, k);
	}
}

int
main(int argc, char **argv)
{
	long n = argc >= 3 ? strtol(argv[1], NULL, 10) : 0;

	if (n <= 0)
		return 2;
	printf("gemeente,plan_id,plan_naam,fase_id,planstatus,hardheid,"
	       "projectfase,plantype,opdrachtgever,gebied,knelpunten,"
	       "vertrouwelijkheid,sleutelproject,jaar_van,jaar_tot,soort,"
	       "dimensie,categorie,aantal,herkomst,peildatum,levering,"
	       "bron_rij,bron_kolom,telling,aantal_laag,aantal_hoog,bos_ha\n");
	for (long i = 0; i < n; i++)
		plan(i, atoi(argv[2]), argc > 3 ? atoi(argv[3]) : 16);
	return fclose(stdout) != 0 ? 2 : 0;
}
