/* cbsdata feed KB: an OData v3 Atom feed of CBS, ten properties an entry.
 * cbsdata observations KB: Observations.csv of a v4 bulk zip.
 * cbsdata json KB: a page of v4 Observations as JSON.
 * cbsdata texts KB, cbsdata findings KB: UntypedDataSet as CSV with a measure
 * of text; and with a cell in each record that is no number.
 * Always the same. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "any.h"

#define SERVICE "http://opendata.cbs.nl/ODataFeed/odata/81955NED"
#define ADO "http://schemas.microsoft.com/ado/2007/08/dataservices"

static const char *const measures[] = {"BeginstandVoorraad_1", "Nieuwbouw_2",
				       "OverigeToevoeging_3",  "Sloop_4",
				       "OverigeOnttrekking_5", "Correctie_6"};

static const char *
use(void)
{
	static const char *const uses[] = {"T001419", "A045364", "A045365",
					   "A045374"};

	return uses[any(4)];
}

static int
measure(const char *name)
{
	if (any(50) == 0)
		return printf("        <d:%s m:type=\"Edm.Int32\" "
			      "m:null=\"true\" />\n",
			      name);
	return printf("        <d:%s m:type=\"Edm.Int32\">%" PRIu32 "</d:%s>\n",
		      name, any(1000000) >> any(20), name);
}

static int
entry(uint32_t id)
{
	int n = printf(
	    "  <entry>\n"
	    "    <id>" SERVICE "/TypedDataSet(%" PRIu32 ")</id>\n"
	    "    <category term=\"Cbs.OData.TData\" scheme=\"" ADO
	    "/scheme\" />\n"
	    "    <link rel=\"self\" href=\"" SERVICE "/TypedDataSet(%" PRIu32
	    ")\" />\n"
	    "    <title />\n"
	    "    <updated>2023-05-15T02:00:00+02:00</updated>\n"
	    "    <author>\n      <name />\n    </author>\n"
	    "    <content type=\"application/xml\">\n"
	    "      <m:properties>\n"
	    "        <d:ID m:type=\"Edm.Int32\">%" PRIu32 "</d:ID>\n"
	    "        <d:Gebruiksfunctie>%s</d:Gebruiksfunctie>\n"
	    "        <d:RegioS xml:space=\"preserve\">GM%04" PRIu32
	    "</d:RegioS>\n"
	    "        <d:Perioden>%" PRIu32 "MM%02" PRIu32 "</d:Perioden>\n",
	    id, id, id, use(), any(2000), 2012 + any(13), 1 + any(12));

	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++)
		n += measure(measures[i]);
	return n + printf("      </m:properties>\n    </content>\n"
			  "  </entry>\n");
}

static void
feed(int64_t left)
{
	printf("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	       "<feed xml:base=\"" SERVICE
	       "\" xmlns=\"http://www.w3.org/2005/Atom\" xmlns:d=\"" ADO
	       "\" xmlns:m=\"" ADO "/metadata\">\n"
	       "  <id>" SERVICE "/TypedDataSet</id>\n"
	       "  <title type=\"text\">TypedDataSet</title>\n"
	       "  <updated>2023-05-15T02:00:00+02:00</updated>\n");
	for (uint32_t id = 0; left > 0; id++)
		left -= entry(id);
	printf("</feed>\n");
}

static void
observations(int64_t left)
{
	printf("Id;Measure;Gebruiksfunctie;WijkenEnBuurten;Perioden;Value;"
	       "StringValue;ValueAttribute\n");
	for (uint32_t id = 0; left > 0; id++)
		left -= printf("%" PRIu32 ";M%06" PRIu32 ";%s;GM%04" PRIu32
			       "    ;%" PRIu32 "MM%02" PRIu32 ";%" PRIu32
			       ",%" PRIu32 ";;None\n",
			       id, any(20), use(), any(2000), 2012 + any(13),
			       1 + any(12), any(1000000) >> any(20), any(10));
}

static void
json(int64_t left)
{
	printf("{\"@odata.context\":\"https://datasets.cbs.nl/odata/v1/CBS/"
	       "83625NED/$metadata#Observations\",\"value\":[");
	for (uint32_t id = 0; left > 0; id++)
		left -= printf(
		    "%s{\"Id\":%" PRIu32 ",\"Measure\":\"M%06" PRIu32
		    "\",\"ValueAttribute\":\"None\",\"Value\":%" PRIu32
		    ".%" PRIu32 ",\"StringValue\":null,"
		    "\"Gebruiksfunctie\":\"%s\",\"RegioS\":"
		    "\"GM%04" PRIu32 "\",\"Perioden\":\"%" PRIu32 "MM%02" PRIu32
		    "\"}",
		    id ? ",\n" : "\n", id, any(20), any(1000000) >> any(20),
		    1 + any(9), use(), any(2000), 2012 + any(13), 1 + any(12));
	printf("]}\n");
}

/* The third measure is one of numbers, of which each second may be bad. */
static void
untyped(int64_t left, bool bad)
{
	printf("ID;RegioS;Perioden;Bevolking_1;Code_2;Cijfer_3\n");
	for (uint32_t id = 0; left > 0; id++)
		left -=
		    printf("%" PRIu32 ";GM%04" PRIu32 ";%" PRIu32
			   "JJ00;%8" PRIu32 ";PV%" PRIu32 "      ;%s\n",
			   id, any(2000), 2012 + any(13), any(1000000),
			   20 + any(12), bad && id ? "      x1" : "      12");
}

int
main(int argc, char **argv)
{
	int64_t bytes = argc == 3 ? strtoll(argv[2], NULL, 10) * 1000 : 0;

	if (bytes <= 0)
		return 2;
	if (strcmp(argv[1], "feed") == 0)
		feed(bytes);
	else if (strcmp(argv[1], "json") == 0)
		json(bytes);
	else if (strcmp(argv[1], "texts") == 0)
		untyped(bytes, false);
	else if (strcmp(argv[1], "findings") == 0)
		untyped(bytes, true);
	else
		observations(bytes);
	return fclose(stdout) != 0 ? 2 : 0;
}
