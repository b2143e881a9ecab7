/* csvout: minimal quoting in both ways of writing, and the table form. */
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

#include "csvin.h"
#include "csvout.h"
#include "outform.h"
#include "diag.h"

static char path[] = "/tmp/test_csvout.XXXXXX";
static char written[1 << 20];

static struct csvout *
writer(struct output **o, enum csvout_form form)
{
	*o = output_open(path);
	if (!*o)
		exit(2);
	return csvout_new(*o, form);
}

/* Ends the output; what is in the file then. */
static struct text
finish(struct csvout *w, struct output *o)
{
	FILE *f;
	size_t n;

	csvout_finish(w);
	if (output_commit(&o, 1) != 0)
		return text_of("commit failed");
	f = fopen(path, "rb");
	if (!f)
		return text_of("no file");
	n = fread(written, 1, sizeof(written), f);
	fclose(f);
	return (struct text){written, n};
}

/* One record of the fields a|b|c, in both ways; NULL-ended like argv. */
static void
record(const char *want, const char *name, const char *const *fields)
{
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);
	struct text list[8];
	size_t n = 0;

	for (; fields[n]; n++) {
		list[n] = text_of(fields[n]);
		csvout_string(w, fields[n]);
	}
	csvout_end(w);
	is_text(finish(w, o), want, name);
	w = writer(&o, CSVOUT_CSV);
	csvout_record(w, list, n, false);
	is_text(finish(w, o), want, name);
}

#define RECORD(want, name, ...) \
	record(want, name, (const char *const[]){__VA_ARGS__, NULL})

static void
test_quoting(void)
{
	RECORD("a,b\n", "nothing to quote", "a", "b");
	RECORD("a,\"b,c\",d\n", "a delimiter", "a", "b,c", "d");
	RECORD("\"a \"\"b\"\"\",c\n", "quotes", "a \"b\"", "c");
	RECORD("\"\"\"\",\"\"\"\"\"\"\n", "only quotes", "\"", "\"\"");
	RECORD("\"a\nb\",\"\r\"\n", "CR and LF", "a\nb", "\r");
	RECORD("a;b, c \n", "no quotes for ; and blanks", "a;b", " c ");
	RECORD("\"\"\n", "one empty field is no blank line", "");
	RECORD(",\n", "two empty fields", "", "");
	RECORD("S\xC3\xBA\x64west\n", "letters beyond ASCII",
	       "S\xC3\xBA\x64west");
	RECORD("0123456789012345678901234567890123456789012345678901234567890,"
	       "0,\"1,2\"\n",
	       "a mark beyond the first block",
	       "0123456789012345678901234567890123456789012345678901234567890",
	       "0", "1,2");
}

static void
test_values(void)
{
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);

	csvout_int(w, 0);
	csvout_int(w, -17);
	csvout_int(w, INT64_MAX);
	csvout_int(w, INT64_MIN);
	csvout_num(w, (struct num){-1625, 2});
	csvout_empty(w);
	csvout_string(w, NULL);
	csvout_end(w);
	is_int(csvout_records(w), 1, "one record so far");
	is_text(finish(w, o),
		"0,-17,9223372036854775807,-9223372036854775808,-16.25,,\n",
		"numbers, empty fields");
}

static void
test_delimiter(void)
{
	/* Side by side in memory, as csvin leaves fields. */
	static const char bytes[] = "a;b\0c,d";
	struct text f[] = {{bytes, 3}, {bytes + 4, 3}};
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);

	csvout_delimiter(w, ';');
	csvout_record(w, f, 2, false);
	csvout_record(w, f, 2, true);
	is_text(finish(w, o), "\"a;b\";c,d\n\"a;b\";c,d\n",
		"another delimiter: plain is about commas and does not count");
}

static void
test_plain(void)
{
	struct text f[] = {text_of("a"), text_of("")}, none = text_of("");
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);

	csvout_record(w, f, 2, true);
	csvout_record(w, f, 2, true);
	is_text(finish(w, o), "a,\na,\n", "plain records");
	w = writer(&o, CSVOUT_CSV);
	csvout_record(w, &none, 1, true);
	is_text(finish(w, o), "\"\"\n", "plain, one empty field");
}

/* Fields as csvin leaves those that were quoted: near each other, which may be
 * read a little beyond; and further apart. */
static void
test_near(void)
{
	static const char bytes[] = "\"ab\",\"0123456789abcdefXYZ\",c,\"d\"";
	struct text f[] = {
	    {bytes + 1, 2}, {bytes + 6, 19}, {bytes + 27, 1}, {bytes + 30, 1}};
	struct text apart[] = {{bytes + 1, 1}, {bytes + 7, 1}};
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);

	csvout_record(w, f, 4, true);
	csvout_record(w, f, 4, false);
	is_text(finish(w, o),
		"ab,0123456789abcdefXYZ,c,d\nab,0123456789abcdefXYZ,c,d\n",
		"plain records of fields that were quoted");
	w = writer(&o, CSVOUT_CSV);
	csvout_record(w, f + 2, 2, true);
	csvout_record(w, apart, 2, true);
	apart[1] = (struct text){bytes + 4, 2};
	csvout_record(w, apart, 2, false);
	apart[1] = (struct text){bytes + 6, 19};
	csvout_record(w, apart, 2, true);
	is_text(finish(w, o), "c,d\na,1\na,\",\"\"\"\na,0123456789abcdefXYZ\n",
		"of one that was quoted, and further apart");
}

/* The text of a record made once is put in twice. */
static void
test_ready(void)
{
	struct text f[] = {text_of("a"), text_of("b")};
	char buf[64], *p = buf, *to;
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);
	size_t n;

	csvout_record(w, f, 2, false);
	p = csvout_quote(w, p, text_of("x,y"));
	*p++ = ',';
	p = csvout_quote(w, p, text_of("z \"q\""));
	*p++ = '\n';
	n = (size_t)(p - buf);
	to = csvout_room(w, 1000);
	memcpy(to, buf, n);
	memcpy(to + n, buf, n);
	csvout_filled(w, 2 * n, 2);
	csvout_record(w, f, 2, false);
	is_int(csvout_records(w), 4, "ready records count");
	is_text(finish(w, o),
		"a,b\n\"x,y\",\"z \"\"q\"\"\"\n\"x,y\",\"z \"\"q\"\"\"\na,b\n",
		"ready text among other records");
}

static void
test_large(void)
{
	static char field[70000];
	struct text f[] = {{field, sizeof(field)}, {field, sizeof(field)}};
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);
	struct text got;

	memset(field, 'x', sizeof(field));
	csvout_record(w, f, 2, false);
	memset(field, '"', sizeof(field));
	csvout_text(w, f[0]);
	csvout_text(w, f[1]);
	csvout_end(w);
	got = finish(w, o);
	is_int(got.n, 140002 + 2 * 140002 + 2, "fields of 70,000 bytes");
	ok(got.s[140001] == '\n' && got.s[140002] == '"' &&
	       got.s[got.n - 1] == '\n' && got.s[got.n - 2] == '"' &&
	       got.s[140002 + 140002] == ',',
	   "all quotes, doubled and in quotes");
}

/* Whatever is written is read back the same. */
static void
test_back(void)
{
	static const char *const bits[] = {"a", ",", "\"",	 "\n", "\r",
					   "",	" ", "\xC3\xBA", ";",  "bcd"};
	static char fields[3000][32];
	uint32_t x = 12345;
	struct output *o;
	struct input *in;
	struct csvin *r;
	struct csvout *w = writer(&o, CSVOUT_CSV);
	int wrong = 0;

	for (int i = 0; i < 3000; i++) {
		size_t n = 0;

		for (int k = 0; k < 5; k++) {
			x = x * 1664525 + 1013904223;
			for (const char *b = bits[(x >> 24) % 10]; *b; b++)
				fields[i][n++] = *b;
		}
		csvout_string(w, fields[i]);
		if (i % 3 == 2)
			csvout_end(w);
	}
	finish(w, o);
	in = input_open(path);
	r = csvin_new(in, ',');
	for (int i = 0; i < 3000; i++) {
		if (i % 3 == 0 && csvin_next(r) != 1)
			wrong++;
		wrong += !text_is(csvin_field(r, (size_t)i % 3), fields[i]);
	}
	is_int(csvin_next(r), 0, "as many records");
	is_int(wrong, 0, "3,000 fields come back");
	csvin_free(r);
	input_close(in);
}

/* What lies in the output's buffer from before does not count. */
static void
test_many(void)
{
	struct text f[] = {text_of("a"), text_of("b"), text_of("c,d")};
	struct text g[] = {text_of("1"), text_of("2"), text_of("3")};
	struct output *o;
	struct csvout *w = writer(&o, CSVOUT_CSV);
	struct text got;
	size_t wrong = 0;

	for (int i = 0; i < 50000; i++) {
		csvout_record(w, f, 3, false);
		csvout_record(w, g, 3, false);
	}
	got = finish(w, o);
	is_int(got.n, 50000 * 16, "100,000 records");
	for (size_t i = 0; i + 16 <= got.n; i += 16)
		wrong += memcmp(got.s + i, "a,b,\"c,d\"\n1,2,3\n", 16) != 0;
	is_int(wrong, 0, "all the same");
}

static void
put(struct csvout *w, const char *a, const char *b, const char *c)
{
	csvout_string(w, a);
	csvout_string(w, b);
	csvout_string(w, c);
	csvout_end(w);
}

/* A writer of what --table asks for. */
static struct csvout *
table(struct output **o)
{
	struct csvout *w;

	outform_ask(OUTFORM_TABLE, 0);
	w = writer(o, CSVOUT_ASKED);
	outform_ask(OUTFORM_CSV, 0);
	return w;
}

static void
test_table(void)
{
	struct output *o;
	struct csvout *w = table(&o);

	put(w, "naam", "aantal", "reden");
	put(w, "S\xC3\xBA\x64west-Frysl\xC3\xA2n", "1000.5", "");
	put(w, "Urk", "", "niet\ngeleverd");
	put(w, "", "-3", "");
	put(w, "Almere", "", "");
	is_text(finish(w, o),
		"naam             aantal  reden\n"
		"---------------  ------  -------------\n"
		"S\xC3\xBA\x64west-Frysl\xC3\xA2n  1000.5\n"
		"Urk                      niet?geleverd\n"
		"                     -3\n"
		"Almere\n",
		"aligned, numbers to the right, no blank at an end");
}

static void
test_small_tables(void)
{
	struct output *o;
	struct csvout *w = table(&o);

	is_text(finish(w, o), "", "no record at all");
	w = table(&o);
	put(w, "a", "bb", "c");
	is_text(finish(w, o), "a  bb  c\n-  --  -\n", "a header only");
	w = table(&o);
	put(w, "code", "jaar", "leeg");
	put(w, "0034", "2024", "");
	put(w, "GM01", "24", "");
	is_text(finish(w, o),
		"code  jaar  leeg\n----  ----  ----\n0034  2024\nGM01    24\n",
		"a column that is not all numbers stays left");
}

/* A full disk is told once, at commit. */
static void
test_full(void)
{
	struct output *o = output_open("/dev/full");
	struct csvout *w = csvout_new(o, CSVOUT_CSV);
	FILE *errors = tmpfile();

	for (int i = 0; i < 100000; i++)
		put(w, "a", "b", "c,d");
	csvout_finish(w);
	if (!errors || dup2(fileno(errors), STDERR_FILENO) < 0)
		exit(2);
	is_int(output_commit(&o, 1), -1, "/dev/full fails at commit");
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 2;
	close(fd);
	diag_program("test");
	test_quoting();
	test_values();
	test_delimiter();
	test_plain();
	test_near();
	test_ready();
	test_large();
	test_many();
	test_table();
	test_small_tables();
	test_full();
	/* Last: what was read is not written over. */
	test_back();
	unlink(path);
	return done();
}
