/* table, gemeenten, gebieden and finding: the tables of a province and what is
 * said of them. Messages are compared with what stderr really got. */
#include "tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "finding.h"
#include "gebieden.h"
#include "gemeenten.h"
#include "output.h"
#include "table.h"

static char dir[] = "/tmp/test_table.XXXXXX";
static char path[64], errors[64], found[64];

static void
put(const char *s)
{
	FILE *f = fopen(path, "wb");

	fwrite(s, 1, strlen(s), f);
	fclose(f);
}

/* What stderr got since the last call; the directory's name taken out. */
static struct text
said(void)
{
	static char buf[4096];
	size_t n, k = strlen(dir) + 1;
	FILE *f = fopen(errors, "rb");
	char *p;

	n = fread(buf, 1, sizeof(buf) - 1, f);
	buf[n] = '\0';
	fclose(f);
	if (ftruncate(STDERR_FILENO, 0) != 0)
		return text_of("ftruncate");
	while ((p = strstr(buf, dir)) != NULL)
		memmove(p, p + k, strlen(p + k) + 1);
	return text_of(buf);
}

static void
test_table(void)
{
	static const char *const columns[] = {"b", "a", "?c"};
	struct table *t;

	put("a,x,b\n 1 ,2,3\n\n\"4\n5\",6,7\n8,9,\n");
	t = table_load(path, columns, 3);
	is_int(table_rows(t), 3, "three rows, a blank line is none");
	is_text(table_cell(t, 0, 1), "1", "cells are trimmed");
	is_text(table_cell(t, 1, 0), "7", "columns in the order asked");
	is_text(table_cell(t, 2, 0), "", "an empty cell");
	is_text(table_cell(t, 2, 2), "", "an absent column");
	is_int(table_line(t, 1), 4, "lines are physical");
	is_int(table_line(t, 2), 6, "across a quoted newline");
	table_fail(t, 2, 2, "what");
	is_text(said(), "test: t.csv:6: error: c: what\n", "a cell's message");
	table_free(t);
	put("a,bb\n1,2\n");
	ok(table_load(path, columns, 3) == NULL, "a column is missing");
	is_text(said(), "test: t.csv:1: error: no column 'b'; columns: a, bb\n",
		"and those that are there named");
	put("a,b\n1\n");
	ok(table_load(path, columns, 3) == NULL, "a short record");
	is_text(said(),
		"test: t.csv:2: error: expected 2 fields as in the header, "
		"found 1: '1'\n",
		"with both widths");
	put("");
	ok(table_load(path, columns, 3) == NULL, "an empty file");
	is_text(said(), "test: t.csv: error: no header: the input is empty\n",
		"is said so");
	table_free(NULL);
}

/* Cells that people keep: what may be two numbers is asked about. */
static void
test_cells(void)
{
	static const char *const columns[] = {"n"};
	static const char *const words[] = {"bouw", "sloop", "geen"};
	struct num v = {0};
	struct table *t;
	int32_t day = 0;
	size_t word = 9;
	int year = 0;

	put("n\n5.800\n5.8\n5800\n0.325\n-12.500\n1x\n2024\n2024-03-01\n"
	    "geen\n\" \"\n1.2345\n\"5,800\"\n580.000\n");
	t = table_load(path, columns, 1);
	is_int(table_whole(t, 0, 0, &v), -1, "thousands or a fraction");
	is_text(said(),
		"test: t.csv:2: error: n: '5.800' could be thousands or a "
		"fraction; write 5800, or with a zero more behind the decimal "
		"point\n",
		"is asked");
	is_int(table_decimal(t, 0, 0, &v), -1, "of a fraction too");
	is_int(table_decimal(t, 11, 0, &v), -1, "and with a comma");
	is_int(table_decimal(t, 12, 0, &v), -1, "and of three digits");
	is_int(table_decimal(t, 4, 0, &v), -1, "and below zero");
	said();
	is_int(table_whole(t, 1, 0, &v), -1, "a fraction is not whole");
	is_text(said(),
		"test: t.csv:3: error: n: '5.8' found, expected a whole "
		"number\n",
		"is said");
	ok(table_decimal(t, 1, 0, &v) == 1 && v.units == 58, "a fraction");
	ok(table_whole(t, 2, 0, &v) == 1 && v.units == 5800, "whole");
	ok(table_decimal(t, 3, 0, &v) == 1 && v.scale == 3, "under one");
	ok(table_decimal(t, 10, 0, &v) == 1 && v.scale == 4, "four decimals");
	is_int(table_whole(t, 5, 0, &v), -1, "no number");
	is_text(said(),
		"test: t.csv:7: error: n: '1x' found, expected a number with a "
		"decimal point and no thousands mark\n",
		"is said");
	is_int(table_whole(t, 9, 0, &v), 0, "empty is empty");
	ok(table_year(t, 6, 0, &year) == 1 && year == 2024, "a year");
	is_int(table_year(t, 7, 0, &year), -1, "no year");
	ok(table_date(t, 7, 0, &day) == 1 && day == 19783, "a date");
	is_int(table_date(t, 6, 0, &day), -1, "no date");
	said();
	ok(table_word(t, 8, 0, words, 3, &word) == 1 && word == 2, "a word");
	is_int(table_word(t, 5, 0, words, 3, &word), -1, "no word");
	is_text(said(),
		"test: t.csv:7: error: n: '1x' found, expected bouw, sloop or "
		"geen\n",
		"is said with those there are");
	table_free(t);
}

#define HEAD "gemeente,naam,woondeal,provincie,alias\n"

static void
test_gemeenten(void)
{
	enum gemeente_match how;
	struct gemeenten *g;

	put(HEAD "GM0034,Almere,WD-A,PV24,Almere Stad|gem. Almere\n"
		 "GM0171,Noordoostpolder,WD-B,PV24,NOP|N.O.P.\n"
		 "GM0184,Urk,WD-B,PV24,S\xC3\xBA"
		 "dwest\nWD-A,Deal A,,,\nPV24,Flevoland,,,\n");
	g = gemeenten_load(path);
	is_int(gemeenten_count(g), 3, "three municipalities");
	is_int(gemeenten_woondeals(g), 2, "two deals");
	is_text(gemeenten_woondeal(g, 1), "WD-B", "in order");
	is_text(gemeenten_provincie(g, 0), "PV24", "a province");
	is_text(gemeenten_name(g, text_of("WD-A")), "Deal A", "a deal's name");
	is_text(gemeenten_name(g, text_of("WD-B")), "WD-B", "or its code");
	ok(gemeenten_match(g, text_of("  nop "), &how) == gemeenten_at(g, 1) &&
	       how == GEMEENTE_ALIAS,
	   "an alias");
	ok(gemeenten_match(g, text_of("0184"), &how) == gemeenten_at(g, 2) &&
	       how == GEMEENTE_BARE,
	   "a bare code with zeros");
	ok(gemeenten_match(g, text_of("184"), &how) == gemeenten_at(g, 2),
	   "and without");
	ok(gemeenten_match(g, text_of("34"), &how) == gemeenten_at(g, 0),
	   "or without two of them");
	ok(gemeenten_match(g, text_of("ALMERE"), &how) && how == GEMEENTE_NAME,
	   "a name in capitals");
	ok(!gemeenten_match(g, text_of("Almeer"), &how) && how == GEMEENTE_NONE,
	   "a typing error is none");
	ok(strcmp(gemeenten_nearest(g, text_of("Almeer")), "Almere") == 0,
	   "but has a nearest");
	ok(gemeenten_match(g,
			   text_of("Su\xCC\x81"
				   "dwest"),
			   NULL) == gemeenten_at(g, 2),
	   "a name typed on a Mac");
	ok(gemeenten_by_code(g, text_of("GM0184")) == gemeenten_at(g, 2),
	   "by code");
	gemeenten_free(g);
	put(HEAD "GM0034,A,WD-A,PV24,NOP\nGM0171,B,WD-A,PV24,nop\n");
	ok(gemeenten_load(path) == NULL, "one alias of two");
	is_text(said(),
		"test: t.csv:3: error: alias: \"nop\" is a name of GM0034 "
		"already (line 2)\n",
		"is refused with both");
	put(HEAD "PV24,Flevoland,,,\n");
	ok(gemeenten_load(path) == NULL, "no municipality");
	put(HEAD "GM0034,A,X,PV24,\n");
	ok(gemeenten_load(path) == NULL, "a deal that is none");
	said();
}

#define AREAS "gebied,gemeente,veld,waarde\n"

static struct text
area(const struct gebieden *a, const char *gemeente, const char *id,
     const char *name)
{
	const struct gebied *row =
	    gebieden_plan(a, text_of(gemeente), text_of(id), text_of(name));

	return row ? row->naam : text_of("");
}

static void
refused(const struct gemeenten *g, const char *rows, const char *why)
{
	char file[512];

	snprintf(file, sizeof(file), AREAS "%s", rows);
	put(file);
	ok(gebieden_load(path, g) == NULL, rows);
	is_text(said(), why, "and why");
}

static void
test_gebieden_plan(const struct gemeenten *g)
{
	struct gebieden *a;

	put(AREAS "Eng,GM0034,plan_naam,Eng *\nEng,GM0050,plan_id,7\n"
		  "Haven,GM0034,plan_naam,  eng  OOST*\n"
		  "ENG,GM0034,plan_naam,Eng Oost 2\n"
		  "Haven,GM0034,plan_id,12\nEng,GM0050,regio,WK005003\n");
	a = gebieden_load(path, g);
	is_int(gebieden_count(a), 6, "six rows");
	is_int(gebieden_names(a), 2, "of two areas");
	is_text(gebieden_name(a, 1), "Haven", "in order");
	is_text(gebieden_at(a, 3)->naam, "Eng", "of one spelling");
	is_text(area(a, "GM0034", "1", "eng West"), "Eng", "a beginning");
	is_text(area(a, "GM0034", "1", "Engeland"), "", "and its blank");
	is_text(area(a, "GM0034", "", "Eng  oost 1"), "Haven", "the longest");
	is_text(area(a, "GM0034", "", "Eng Oost 2"), "Eng", "a whole name");
	is_text(area(a, "GM0034", "12", "Eng Oost 2"), "Haven", "an id first");
	is_text(area(a, "GM0050", "7", ""), "Eng", "the other municipality");
	is_text(area(a, "GM0050", "12", "Eng Oost"), "", "is another one");
	is_text(area(a, "GM0034", "07", "En"), "", "exactly");
	is_text(gebieden_spelling(a, text_of(" eNG")), "Eng", "one spelling");
	is_text(gebieden_spelling(a, text_of("X y")), "X y", "or its own");
	ok(gebieden_regio(a, text_of("WK005003")) == gebieden_at(a, 5),
	   "a region");
	ok(!gebieden_regio(a, text_of("GM0050")), "or none");
	gebieden_free(a);
	gebieden_free(NULL);
}

static void
test_gebieden(void)
{
	struct gemeenten *g;

	put(HEAD "GM0034,Almere,WD-A,PV24,\nGM0050,Zeewolde,WD-A,PV24,\n");
	g = gemeenten_load(path);
	test_gebieden_plan(g);
	refused(g, "A,GM9999,plan_id,1\n",
		"test: t.csv:2: error: gemeente: \"GM9999\" is not in the "
		"municipalities file\n");
	refused(g, "A,GM0034,plan,1\n",
		"test: t.csv:2: error: veld: expected plan_id, plan_naam or "
		"regio, not \"plan\"\n");
	refused(g, "A,GM0034,plan_id,\n",
		"test: t.csv:2: error: waarde: must not be empty\n");
	refused(g, "A,GM0034,plan_naam,*\n",
		"test: t.csv:2: error: waarde: an asterisk alone is every "
		"plan: name the plans, or their beginning\n");
	refused(g, "A,GM0034,plan_naam,X y\nB,GM0034,plan_naam,x  Y\n",
		"test: t.csv:3: error: waarde: \"x  Y\" is in line 2 already, "
		"of A\n");
	refused(g, "A,GM0034,regio,WK005001\n",
		"test: t.csv:2: error: waarde: \"WK005001\" does not lie in "
		"GM0034\n");
	refused(g, "A,GM0034,regio,Almere\n",
		"test: t.csv:2: error: waarde: expected a code of CBS "
		"(GM, WK or BU), not \"Almere\"\n");
	refused(g, "A,GM0034,regio,BU00340101\nB,GM0034,regio,WK003401\n",
		"test: t.csv:3: error: waarde: \"WK003401\" would count twice: "
		"BU00340101 of A is in line 2\n");
	gemeenten_free(g);
}

static const struct finding_rule rule = {
    "E022", SEVERITY_WARNING, "could be {0} or {1}, left out",
    "kan {0} of {1} zijn; schrijf het zonder punt"};

static void
test_finding(void)
{
	struct finding_place place = {
	    "F.csv", 12, 14, 6, text_of("totaal"), text_of("1.234")};
	struct text args[] = {text_of("1234"), text_of("1,234")};
	struct findings *f;
	struct output *out;
	char buf[2048] = "";
	FILE *in;

	diag_message_limit(2);
	f = findings_open(found);
	for (int i = 0; i < 3; i++)
		finding_add(f, &rule, &place, args, 2);
	is_int(findings_count(f, SEVERITY_WARNING), 3, "three findings");
	is_int(findings_count(f, SEVERITY_ERROR), 0, "no errors");
	ok(findings_status(f, SEVERITY_ERROR) == EXIT_FINE, "fine");
	ok(findings_status(f, SEVERITY_WARNING) == EXIT_FINDINGS, "strict");
	out = findings_finish(f);
	is_int(output_commit(&out, 1), 0, "written");
	findings_free(f);
	is_text(said(),
		"test: F.csv:14:F: warning: E022 \"1.234\": could be 1234 or "
		"1,234, left out\n"
		"test: F.csv:14:F: warning: E022 \"1.234\": could be 1234 or "
		"1,234, left out\n"
		"test: warning: E022 ... and 1 more like this\n",
		"two messages, one counted");
	in = fopen(found, "rb");
	ok(fgets(buf, sizeof(buf), in) && fgets(buf, sizeof(buf), in), "rows");
	fclose(in);
	is_text(text_of(buf),
		"F.csv,12,F,totaal,E022,waarschuwing,1.234,\"kan 1234 of 1,234 "
		"zijn; schrijf het zonder punt\"\n",
		"the file has it in Dutch, by record");
}

int
main(void)
{
	int fd;

	if (!mkdtemp(dir))
		return 1;
	snprintf(path, sizeof(path), "%s/t.csv", dir);
	snprintf(found, sizeof(found), "%s/found.csv", dir);
	snprintf(errors, sizeof(errors), "%s/err", dir);
	fd = open(errors, O_RDWR | O_CREAT | O_APPEND, 0600);
	dup2(fd, STDERR_FILENO);
	diag_program("test");
	test_table();
	test_cells();
	test_gemeenten();
	test_gebieden();
	test_finding();
	unlink(path);
	unlink(errors);
	unlink(found);
	is_int(rmdir(dir), 0, "no file is left over");
	return done();
}
