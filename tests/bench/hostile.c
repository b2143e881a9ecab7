/* Inputs that are hard on who reads them, always the same:
 * hostile keys N: sleutel,waarde with N keys of 16 bytes that have one hash
 * where the hash of lib/map has no secret (as it had before it was keyed).
 * hostile WHAT-columns N: ten records of N columns more: csv (with a key),
 * plan (a delivery), cbs (UntypedDataSet), observations (of ours).
 * hostile WHAT-field N: one field of N KB, with quotes in it, or an XML text
 * with references: csv, plan, cbs (Observations), feed (Atom).
 * hostile plans N: N plans of which nothing can be taken: each a finding.
 * hostile alike N: N plans under one id with different names. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "any.h"

static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789";

static int
all_plain(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < '-' || s[i] > 'z' || s[i] == '\\')
			return 0;
	return 1;
}

/* Half of a key, its number and chance, and the half that makes up for it. */
static void
keys(long n)
{
	char key[17] = "";
	uint64_t first, second, h;

	printf("sleutel,waarde\n");
	while (n > 0) {
		snprintf(key + 4, 5, "%04lx", n % 0x10000);
		for (size_t i = 0; i < 4; i++)
			key[i] = plain[any(sizeof(plain) - 1)];
		memcpy(&first, key, 8);
		h = (UINT64_C(0x9E3779B97F4A7C15) ^ 16 ^ first) *
		    UINT64_C(0xFF51AFD7ED558CCD);
		h ^= h >> 32;
		second = h ^ UINT64_C(0x4142434445464748);
		memcpy(key + 8, &second, 8);
		if (all_plain(key + 8, 8))
			printf("%s,%ld\n", key, n--);
	}
}

struct kind {
	const char *name;
	const char *head;
	const char *row, *rest;	    /* of a row: before its number, after it */
	const char *column;	    /* before its number */
	const char *before, *after; /* a field */
	char delimiter;
};

#define PLAN                                              \
	"Gemeente,Plan ID,Plannaam,Planologische status," \
	"Vertrouwelijkheid,Knelpunten,2024"
#define OBSERVATIONS "tabel,onderwerp,regio,periode,waarde,eenheid,status,reden"

static const struct kind kinds[] = {
    {"csv", "sleutel,tekst", "r", ",x", "k", "a,\"", "\"\nb,y\n", ','},
    {"plan", PLAN, "GM9001,p", ",Plan,3,Openbaar,,3", "Extra ",
     "GM9001,p1,Plan,3,Openbaar,\"", "\",3\n", ','},
    {"cbs", "ID;RegioS;Perioden;Bevolking_1", "", ";GM0034;2012JJ00;12",
     "Extra_", "0;GM0034;2012JJ00;\"", "\"\n", ';'},
    {"observations", OBSERVATIONS, "t,o,GM0034,20", ",3,aantal,definitief,",
     "dim", "t,o,GM0034,2020,3,\"", "\",definitief,\n", ','},
};

static const struct kind *
kind_of(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strncmp(name, kinds[i].name, strlen(kinds[i].name)) == 0)
			return &kinds[i];
	return &kinds[0];
}

static void
columns(const struct kind *k, long n)
{
	fputs(k->head, stdout);
	for (long i = 0; i < n; i++) {
		printf("%c%s%ld", k->delimiter, k->column, i);
	}
	for (int row = 10; row < 20; row++) {
		printf("\n%s%02d%s", k->row, row, k->rest);
		for (long i = 0; i < n; i++)
			printf("%c%" PRIu32, k->delimiter, any(1000));
	}
	putchar('\n');
}

static void
field(const struct kind *k, long kb)
{
	printf("%s\n%s", k->head, k->before);
	for (long i = 0; i < kb * 64; i++)
		fputs("veertien, b\"\"\n ", stdout);
	fputs(k->after, stdout);
}

/* An entry of a feed with a text of references. */
static void
entry(long kb)
{
	printf(
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xml:base="
	    "\"http://opendata.cbs.nl/ODataFeed/odata/81955NED\" "
	    "xmlns=\"http://www.w3.org/2005/Atom\" "
	    "xmlns:d=\"http://schemas.microsoft.com/ado/2007/08/dataservices\""
	    " xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/"
	    "dataservices/metadata\">\n<title>TypedDataSet</title>\n<entry>"
	    "<content type=\"application/xml\"><m:properties>"
	    "<d:ID m:type=\"Edm.Int32\">0</d:ID><d:RegioS>GM0034</d:RegioS>"
	    "<d:Perioden>2012JJ00</d:Perioden><d:Tekst_1>");
	for (long i = 0; i < kb * 64; i++)
		fputs("tien&amp;&#233;ab ", stdout);
	printf("</d:Tekst_1></m:properties></content></entry></feed>\n");
}

static void
plans(long n, int alike)
{
	printf("%s\n", PLAN);
	for (long i = 0; i < n; i++)
		printf("GM9001,p%ld,Plan %ld,%s,Openbaar,,%s\n", alike ? 0 : i,
		       i, alike ? "1A. Onherroepelijk" : "ooit",
		       alike ? "3" : "veel");
}

int
main(int argc, char **argv)
{
	long n = argc == 3 ? strtol(argv[2], NULL, 10) : 0;

	if (n <= 0)
		return 2;
	if (strcmp(argv[1], "keys") == 0)
		keys(n);
	else if (strstr(argv[1], "-columns"))
		columns(kind_of(argv[1]), n);
	else if (strcmp(argv[1], "feed-field") == 0)
		entry(n);
	else if (strstr(argv[1], "-field"))
		field(kind_of(argv[1]), n);
	else
		plans(n, strcmp(argv[1], "alike") == 0);
	return fclose(stdout) != 0 ? 2 : 0;
}
