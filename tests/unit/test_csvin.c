/* csvin: what each input becomes, by the direct way and by libcsv, for
 * buffers of every size: test_csvin_small.c and test_csvin_portable.c build
 * this once more with blocks of 64 bytes and without SSE2. */
#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

#include "csvin.h"
#include "csvscan.h"
#include "diag.h"

/* A source in memory: a text, and after it `more` times the byte 'a'. */
struct source {
	struct text t;
	size_t more;
};

static ssize_t
source_read(void *ctx, void *buf, size_t n)
{
	struct source *s = ctx;
	size_t k = s->t.n < n ? s->t.n : n;

	if (k > 0) {
		memcpy(buf, s->t.s, k);
		s->t.s += k;
		s->t.n -= k;
	} else {
		k = s->more < n ? s->more : n;
		memset(buf, 'a', k);
		s->more -= k;
	}
	return (ssize_t)k;
}

static int
source_close(void *ctx)
{
	(void)ctx;
	return 0;
}

static struct csvin *
reader(struct source *s, char delimiter, struct input **in)
{
	*in = input_new("f.csv", s, source_read, source_close);
	return csvin_new(*in, delimiter);
}

/* What stderr got since the last call, without "test: " and newline. */
static struct text
said(void)
{
	static char buf[4096];
	ssize_t n = pread(STDERR_FILENO, buf, sizeof(buf) - 1, 0);

	buf[n > 0 ? n : 0] = '\0';
	if (ftruncate(STDERR_FILENO, 0) != 0 ||
	    lseek(STDERR_FILENO, 0, SEEK_SET) != 0)
		return text_of("stderr is no file");
	buf[n > 0 ? n - 1 : 0] = '\0';
	return text_of(strncmp(buf, "test: ", 6) == 0 ? buf + 6 : buf);
}

/* A growing text for transcripts. */
struct log {
	char *s;
	size_t n, cap;
};

static void
add(struct log *l, const char *s, size_t n)
{
	if (l->n + n + 1 > l->cap) {
		l->cap = 2 * (l->n + n + 1);
		l->s = realloc(l->s, l->cap);
		if (!l->s)
			abort();
	}
	memcpy(l->s + l->n, s, n);
	l->n += n;
	l->s[l->n] = '\0';
}

static void
add_string(struct log *l, const char *s)
{
	add(l, s, strlen(s));
}

enum way { DIRECT, LIBCSV, RAW_FIRST, TAKEN, SPLIT };

/* A record that can be looked at before it is split: "ROW/RECORD<field|field>"
 * of the two asked for, taken so or (SPLIT) as csvin_next splits it, which then
 * is to have all the peek says. False when it cannot, or is not asked. */
static bool
peeked(struct log *l, struct csvin *r, enum way way)
{
	size_t skip = 1 + csvin_record(r) % 3, count;
	struct csvpeek p;
	struct text f[2], raw;
	char number[64];

	if (way < TAKEN || !csvin_peek(r, skip, &p))
		return false;
	if (way == TAKEN) {
		csvin_take(r, &p);
		memcpy(f, p.fields, sizeof(f));
	} else {
		struct text before = p.before, behind = p.behind;
		size_t lines;

		if (csvin_next(r) != 1)
			abort();
		raw = csvin_raw(r);
		lines = raw.n - (size_t)(behind.s + behind.n - before.s);
		csvin_fields(r, &count);
		if (count < skip + 3 || lines < 1 || lines > 2 ||
		    raw.s[raw.n - 1] != '\n' || raw.s[before.n - 1] != ',')
			add_string(l, "not as peeked");
		f[0] = csvin_field(r, skip);
		f[1] = csvin_field(r, skip + 1);
	}
	snprintf(number, sizeof(number), "%zu/%zu<", csvin_row(r),
		 csvin_record(r));
	add_string(l, number);
	for (size_t i = 0; i < 2; i++) {
		add(l, f[i].s, f[i].n);
		add(l, f[i].s[f[i].n] ? "!" : "|", 1);
	}
	return true;
}

/* "ROW/RECORD[field|field]{raw}" for each record, then the message. A text
 * that is not NUL-terminated shows as '!'. */
static void
transcript(struct log *l, struct text t, char delimiter, enum way way)
{
	struct source s = {t, 0};
	struct input *in;
	struct csvin *r = reader(&s, delimiter, &in);
	const struct text *f;
	struct text raw;
	char number[64];
	size_t count;
	int rc;

	l->n = 0;
	add(l, "", 0);
	if (way == LIBCSV)
		csvin_slow(r);
	for (;;) {
		if (peeked(l, r, way))
			continue;
		rc = csvin_next(r);
		if (rc != 1)
			break;
		if (way == RAW_FIRST)
			csvin_raw(r);
		snprintf(number, sizeof(number), "%zu/%zu%s", csvin_row(r),
			 csvin_record(r), csvin_blank(r) ? "blank" : "");
		add_string(l, number);
		f = csvin_fields(r, &count);
		for (size_t i = 0; i < count; i++) {
			add(l, i ? "|" : "[", 1);
			add(l, f[i].s, f[i].n);
			if (f[i].s[f[i].n] != '\0')
				add(l, "!", 1);
		}
		raw = csvin_raw(r);
		add_string(l, "]{");
		add(l, raw.s, raw.n);
		add(l, "}", 1);
	}
	add_string(l, said().s);
	if (rc < 0 && csvin_next(r) != -1)
		add_string(l, "reads on after a failure");
	csvin_free(r);
	input_close(in);
}

static bool
same(const struct log *a, const struct log *b)
{
	return a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

/* The same, whether records are looked at before they are split or not. */
static bool
same_peeked(struct text t)
{
	static struct log taken, split;

	transcript(&taken, t, ',', TAKEN);
	transcript(&split, t, ',', SPLIT);
	if (!same(&taken, &split) || strstr(split.s, "not as peeked"))
		printf("# taken: %s\n# split: %s\n", taken.s, split.s);
	else
		return true;
	return false;
}

/* One input through all ways. */
static void
both(const char *input, size_t n, const char *want, const char *name)
{
	static struct log direct, slow, raw;
	struct text t = {input, n};

	transcript(&direct, t, ',', DIRECT);
	transcript(&slow, t, ',', LIBCSV);
	transcript(&raw, t, ',', RAW_FIRST);
	is_text(((struct text){direct.s, direct.n}), want, name);
	if (!ok(same(&direct, &slow) && same(&direct, &raw) && same_peeked(t),
		name))
		printf("# libcsv: %s\n# raw first: %s\n", slow.s, raw.s);
}

#define CASE(name, input, want) both(input, sizeof(input) - 1, want, name)

static void
test_fields(void)
{
	CASE("an empty input", "", "");
	CASE("nothing but a BOM", "\xEF\xBB\xBF", "");
	CASE("one field", "a", "1/1[a]{a}");
	CASE("no final newline", "a,b\nc,d", "1/1[a|b]{a,b\n}2/2[c|d]{c,d}");
	CASE("CRLF", "a,b\r\nc\r\n", "1/1[a|b]{a,b\r\n}2/2[c]{c\r\n}");
	CASE("lone CR", "a\rb\r", "1/1[a]{a\r}2/2[b]{b\r}");
	CASE("LF CR is a blank line more", "a\n\rb",
	     "1/1[a]{a\n}2/2blank[]{\r}3/3[b]{b}");
	CASE("a BOM is dropped",
	     "\xEF\xBB\xBF"
	     "a,b\n",
	     "1/1[a|b]{a,b\n}");
	CASE("a BOM before a quote", "\xEF\xBB\xBF\"a\"\n", "1/1[a]{\"a\"\n}");
	CASE("empty fields", ",\n,,", "1/1[|]{,\n}2/2[||]{,,}");
	CASE("blanks are kept", " a , b\n\t\n",
	     "1/1[ a | b]{ a , b\n}2/2[\t]{\t\n}");
	CASE("blank lines count", "a\n\n\r\nb\n",
	     "1/1[a]{a\n}2/2blank[]{\n}3/3blank[]{\r\n}4/4[b]{b\n}");
	CASE("an empty quoted field is no blank line", "\"\"\n\"\"",
	     "1/1[]{\"\"\n}2/2[]{\"\"}");
}

static void
test_quotes(void)
{
	CASE("plain quotes", "\"a\",b,\"c\"\n", "1/1[a|b|c]{\"a\",b,\"c\"\n}");
	CASE("a quoted delimiter", "\"a,b\",c\r\n",
	     "1/1[a,b|c]{\"a,b\",c\r\n}");
	CASE("doubled quotes", "a,\"b \"\"c\"\"\"\nd\n",
	     "1/1[a|b \"c\"]{a,\"b \"\"c\"\"\"\n}2/2[d]{d\n}");
	CASE("nothing but doubled quotes", "\"\"\"\",\"\"\"\"\"\"",
	     "1/1[\"|\"\"]{\"\"\"\",\"\"\"\"\"\"}");
	CASE("quoted newlines", "a,\"b\nc\r\nd\re\"\nf\n",
	     "1/1[a|b\nc\r\nd\re]{a,\"b\nc\r\nd\re\"\n}5/2[f]{f\n}");
	CASE("a quoted newline first and last", "\"\n\",\"\r\"\r\nx",
	     "1/1[\n|\r]{\"\n\",\"\r\"\r\n}4/2[x]{x}");
	CASE("quotes at the end of the input", "a,\"b\"", "1/1[a|b]{a,\"b\"}");
	CASE("a quoted newline at the end of the input", "\"a\n\"",
	     "1/1[a\n]{\"a\n\"}");
	CASE("letters beyond ASCII", "S\xC3\xBA\x64west,\"\xE2\x82\xAC\"\n",
	     "1/1[S\xC3\xBA\x64west|\xE2\x82\xAC]"
	     "{S\xC3\xBA\x64west,\"\xE2\x82\xAC\"\n}");
}

static void
test_refused(void)
{
	CASE("an open quote names its line", "a\nb,\"c\n\nd,e\n",
	     "1/1[a]{a\n}f.csv:2: error: quote opened in field 2 is never "
	     "closed");
	CASE("an open quote after a closed one", "\"a\n\",\"b\n",
	     "f.csv:2: error: quote opened in field 2 is never closed");
	CASE("a lone quote", "\"",
	     "f.csv:1: error: quote opened in field 1 is never closed");
	CASE("a doubled quote that ends the input", "\"a\"\"",
	     "f.csv:1: error: quote opened in field 1 is never closed");
	CASE("text after a quote", "x\n\"a\nb\"c,d\n",
	     "1/1[x]{x\n}f.csv:3: error: text after the closing quote of "
	     "field 1: '\"a?b\"c'; expected a delimiter");
	CASE("a blank after a quote", "\"a\" ,b\n",
	     "f.csv:1: error: text after the closing quote of field 1: "
	     "'\"a\" '; expected a delimiter");
	CASE("a stray quote", "a,b\"c\",d\n",
	     "f.csv:1: error: quote inside unquoted field 2: 'b\"'; expected "
	     "the field in quotes, its quotes doubled");
	CASE("a stray quote at the end", "\n a\"",
	     "1/1blank[]{\n}f.csv:2: error: quote inside unquoted field 1: "
	     "' a\"'; expected the field in quotes, its quotes doubled");
}

static void
test_no_text(void)
{
	CASE("NUL", "a\nb\0c\n",
	     "1/1[a]{a\n}f.csv:2: error: NUL byte (byte 4 of the file): "
	     "expected text in UTF-8");
	CASE("NUL in quotes, lines counted", "\"a\n\0\"",
	     "f.csv:2: error: NUL byte (byte 4 of the file): expected text "
	     "in UTF-8");
	CASE("line ends before it", "\"a\r\nb\rc\xFA\"",
	     "f.csv:3: error: byte 0xFA (byte 8 of the file) is not UTF-8; "
	     "save it as UTF-8, as iconv -f windows-1252 -t UTF-8 does");
	CASE("Latin-1", "a\nb,S\xFA\x64west\n",
	     "1/1[a]{a\n}f.csv:2: error: byte 0xFA (byte 6 of the file) is "
	     "not UTF-8; save it as UTF-8, as iconv -f windows-1252 -t "
	     "UTF-8 does");
	CASE("a character cut off", "a\n\xE2\x82",
	     "1/1[a]{a\n}f.csv:2: error: byte 0xE2 (byte 3 of the file) is "
	     "not UTF-8; save it as UTF-8, as iconv -f windows-1252 -t "
	     "UTF-8 does");
	CASE("overlong", "\xC0\xAF\n",
	     "f.csv:1: error: byte 0xC0 (byte 1 of the file) is not UTF-8; "
	     "save it as UTF-8, as iconv -f windows-1252 -t UTF-8 does");
	CASE("a surrogate", "\xED\xA0\x80\n",
	     "f.csv:1: error: byte 0xED (byte 1 of the file) is not UTF-8; "
	     "save it as UTF-8, as iconv -f windows-1252 -t UTF-8 does");
}

static void
test_encodings(void)
{
	CASE("UTF-16LE",
	     "\xFF\xFE"
	     "a\0",
	     "f.csv: error: this is UTF-16LE by its byte order mark, expected "
	     "UTF-8; save it as UTF-8, as iconv -f utf-16 -t UTF-8 does");
	CASE("UTF-16BE", "\xFE\xFF\0a",
	     "f.csv: error: this is UTF-16BE by its byte order mark, expected "
	     "UTF-8; save it as UTF-8, as iconv -f utf-16 -t UTF-8 does");
	CASE("UTF-16, nothing else", "\xFF\xFE",
	     "f.csv: error: this is UTF-16LE by its byte order mark, expected "
	     "UTF-8; save it as UTF-8, as iconv -f utf-16 -t UTF-8 does");
	CASE("UTF-32LE", "\xFF\xFE\0\0a\0\0\0",
	     "f.csv: error: this is UTF-32LE by its byte order mark, expected "
	     "UTF-8; save it as UTF-8, as iconv -f utf-32 -t UTF-8 does");
	CASE("UTF-32BE", "\0\0\xFE\xFF\0\0\0a",
	     "f.csv: error: this is UTF-32BE by its byte order mark, expected "
	     "UTF-8; save it as UTF-8, as iconv -f utf-32 -t UTF-8 does");
	CASE("UTF-16 without a mark", "a\0b\0",
	     "f.csv:1: error: NUL byte (byte 2 of the file): expected text in "
	     "UTF-8");
}

/* Of known records: what can be taken without splitting, and what cannot. */
static void
test_peek(void)
{
	static const struct {
		const char *record, *want;
	} cases[] = {{"a,b,c,d,e,f\n", "2/2<c|d|"},
		     {"a,b,c,d,e,f\r\n", "2/2<c|d|"},
		     {"\"a\",\"b\",\"c\",\"d\",\"e\"\n", "2/2<c|d|"},
		     {"\"a,z\",b,\"c,y\",d,\",\",f\n", "2/2<c,y|d|"},
		     {",,,,\n", "2/2<||"},
		     {"a,b,c,d\n", "2/2["},
		     {"a,b,c,d,e,f", "2/2["},
		     {"a,b,c,d,e,f\r", "2/2["},
		     {"a,b,c,\"d\"\"\",e\n", "2/2["},
		     {"a,b,\"c\r\nc\",d,e\n", "2/2["},
		     {"a,b,c,d,\"\n\",e\n", "2/2["},
		     {"a,b,c,\"d\"d,e\n", "f.csv:2: error"},
		     {"a,b,c,d\"d,e\n", "f.csv:2: error"},
		     {"a,b,c,d,\"e\n", "f.csv:2: error"},
		     {"a,b,c,d,\xFF\n", "f.csv:2: error"}};
	static struct log t, got;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		t.n = 0;
		add_string(&t, "h\n");
		add_string(&t, cases[i].record);
		transcript(&got, (struct text){t.s, t.n}, ',', TAKEN);
		if (!ok(strstr(got.s, cases[i].want) != NULL,
			"a record can be taken unsplit, or not"))
			printf("# of case %zu got %s\n", i, got.s);
	}
}

static uint32_t
any(uint32_t below)
{
	static uint64_t state = UINT64_C(88172645463325252);

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 33) % below;
}

/* Texts of bits that mean something, most of them broken somewhere. */
static void
test_random(void)
{
	static const char *const bits[] = {
	    "a",    "bc",  ",",	       ",",
	    "\n",   "\r",  "\r\n",     "\"",
	    "\"\"", " ",   "\"d\"",    "\"e,f\"",
	    ",\"",  "\",", "\xC3\xA9", "ghijklmnopqrst",
	    "\xE9", ",,",  "\n\n",     "\"\n\""};
	static struct log t, direct, slow;
	int wrong = 0, failed = 0;

	for (int i = 0; i < 20000; i++) {
		t.n = 0;
		for (uint32_t k = any(24); k > 0; k--)
			add_string(&t,
				   bits[any(sizeof(bits) / sizeof(bits[0]))]);
		transcript(&direct, (struct text){t.s, t.n}, ',', DIRECT);
		transcript(&slow, (struct text){t.s, t.n}, ',', LIBCSV);
		failed += strstr(direct.s, "error: ") != NULL;
		if (same(&direct, &slow) &&
		    same_peeked((struct text){t.s, t.n}))
			continue;
		if (wrong++ < 3)
			printf("# input <%s>\n# direct %s\n# libcsv %s\n", t.s,
			       direct.s, slow.s);
	}
	is_int(wrong, 0, "both ways agree on 20,000 texts, broken or not");
	ok(failed > 5000 && failed < 19000, "some broken, some not");
}

/* A field in quotes where it must or just so; its transcript beside. */
static void
random_field(struct log *csv, struct log *want)
{
	static const char *const bits[] = {
	    "a", ",", "\"", "\n", "\r", " ", "\xC3\xBA", "bcdefgh", "", "12"};
	bool must = any(3) == 0;
	char quoted[64] = "", field[64] = "";
	size_t n = 0, q = 0;

	for (uint32_t k = any(6); k > 0; k--)
		for (const char *p = bits[any(10)]; *p; p++) {
			field[n++] = *p;
			quoted[q++] = *p;
			if (*p == '"')
				quoted[q++] = *p;
			must |= strchr(",\"\r\n", *p) != NULL;
		}
	must |= n == 0;
	add(want, field, n);
	add(csv, "\"", must);
	add(csv, quoted, q);
	add(csv, "\"", must);
}

/* Records made from known fields come back as these fields. */
static void
test_known(void)
{
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	static struct log csv, want, got;
	int wrong = 0;

	for (int i = 0; i < 5000; i++) {
		struct source s;
		struct input *in;
		struct csvin *r;
		size_t count;

		csv.n = want.n = got.n = 0;
		for (uint32_t k = any(7) + 1; k > 0; k--) {
			random_field(&csv, &want);
			add_string(&csv, k > 1 ? "," : ends[any(3)]);
			add(&want, "|", 1);
		}
		s.t = (struct text){csv.s, csv.n};
		s.more = 0;
		r = reader(&s, ',', &in);
		while (csvin_next(r) == 1) {
			const struct text *f = csvin_fields(r, &count);

			for (size_t k = 0; k < count; k++) {
				add(&got, f[k].s, f[k].n);
				add(&got, "|", 1);
			}
		}
		if (!same(&got, &want) && wrong++ < 3)
			printf("# csv %s\n# got %s\n# want %s\n", csv.s, got.s,
			       want.s);
		csvin_free(r);
		input_close(in);
	}
	is_int(wrong, 0, "5,000 records of known fields come back");
}

/* `at` bytes of short records. */
static void
padding(struct log *t, size_t at)
{
	static const char lines[] =
	    "0123456789,\xC3\xA9\nabcdefghij,\xC3\xA9\n";

	t->n = 0;
	while (t->n < at)
		add(t, lines, at - t->n > 28 ? 28 : at - t->n);
	/* No character cut in two. */
	if (at > 0 && (unsigned char)t->s[at - 1] == 0xC3)
		t->s[at - 1] = '.';
}

/* Records with all that there is at every offset around the end of a block. */
static void
test_edges(void)
{
	static const char tail[] = "\nx,\"y,z\",\"q\"\"r\",\"s\nt\"\r\n"
				   "\xE2\x82\xAC,\"\"\r\rlast,\"one\"\n";
	static struct log t, direct, slow;
	size_t block = 128u << 10;
	int wrong = 0;

	for (size_t at = block - sizeof(tail) - 2; at < block + 2; at++) {
		padding(&t, at);
		add_string(&t, tail);
		transcript(&direct, (struct text){t.s, t.n}, ',', DIRECT);
		wrong += !strstr(direct.s, "[x|y,z|q\"r|s\nt]{x,") ||
			 !strstr(direct.s, "[\xE2\x82\xAC|]{") ||
			 !strstr(direct.s, "blank[]{\r}") ||
			 !strstr(direct.s, "[last|one]{last,\"one\"\n}");
		wrong += !same_peeked((struct text){t.s, t.n});
		if (at % 8)
			continue;
		transcript(&slow, (struct text){t.s, t.n}, ',', LIBCSV);
		wrong += !same(&direct, &slow);
	}
	is_int(wrong, 0, "the same at every offset around a block's end");
}

/* Each kind of field at every place among the 64 bytes that are looked at
 * together, and at the next: what is well, and what is not. */
static void
test_words(void)
{
	static const char *const tails[] = {",\"a\",\"b\"\n",
					    ",\"a\",b,\"\"\n",
					    "\n\"a\",\"b,c\",\"d\"\n",
					    ",\"a\"\"b\",\"\"\"\",c\n",
					    ",\"a\nb\",\"c\"\n",
					    ",\"a\r\nb\",\"c\"\r\n",
					    "\"a\",b\n",
					    ",\"a\"b,c\n",
					    ",\"a\",\"b\nc",
					    ",a\"b\",c\n",
					    "\n\"\n\",\"a\"\n",
					    ",\"a\",\"b\""};
	static struct log t, direct, slow;
	int wrong = 0, failed = 0;

	for (size_t k = 0; k < sizeof(tails) / sizeof(tails[0]); k++)
		for (size_t at = 0; at < 130; at++) {
			t.n = 0;
			for (size_t i = 0; i < at; i++)
				add_string(&t, "x");
			add_string(&t, tails[k]);
			transcript(&direct, (struct text){t.s, t.n}, ',',
				   DIRECT);
			transcript(&slow, (struct text){t.s, t.n}, ',', LIBCSV);
			failed += strstr(direct.s, "error: ") != NULL;
			wrong += !same(&direct, &slow) ||
				 !same_peeked((struct text){t.s, t.n});
		}
	is_int(wrong, 0, "both ways agree, whatever stands where");
	/* The one that begins with a quote is well at the very start. */
	is_int(failed, 4 * 130 - 1, "and on what is refused");
}

/* A byte that is not UTF-8, at every offset around the end of a block. */
static void
test_bad_edges(void)
{
	static struct log t, got;
	size_t block = 128u << 10;
	char want[128];
	int wrong = 0;

	for (size_t at = block - 20; at < block + 20; at++) {
		padding(&t, at);
		add_string(&t, "\xFF,\"\n");
		transcript(&got, (struct text){t.s, t.n}, ',', DIRECT);
		snprintf(want, sizeof(want),
			 "f.csv:%zu: error: byte 0xFF (byte %zu of the file) "
			 "is not UTF-8; save it as UTF-8, as iconv -f "
			 "windows-1252",
			 2 * (at / 28) + 1 + (at % 28 >= 14), at + 1);
		if (!strstr(got.s, want) && wrong++ < 3)
			printf("# want %s\n# got %s\n", want,
			       got.s + got.n - 150);
	}
	is_int(wrong, 0, "a bad byte is named at every offset around an end");
}

/* Characters across the 64 bytes that are looked at at once, whole and cut
 * off by ASCII. */
static void
test_characters(void)
{
	static const char *const whole[] = {"\xC3\xA9", "\xE2\x82\xAC",
					    "\xF0\x9F\x98\x80"};
	static struct log t, got;
	int refused = 0, accepted = 0;

	for (size_t at = 0; at < 140; at++)
		for (size_t k = 0; k < 3; k++)
			for (size_t cut = 0; cut < 2; cut++) {
				padding(&t, at);
				add(&t, whole[k], strlen(whole[k]) - cut);
				for (int i = 0; i < 15; i++)
					add_string(&t, "0123456789");
				transcript(&got, (struct text){t.s, t.n}, ',',
					   DIRECT);
				if (strstr(got.s, "not UTF-8"))
					refused += cut == 1;
				else
					accepted += cut == 0;
			}
	is_int(accepted, 3 * 140, "characters at every offset");
	is_int(refused, 3 * 140, "cut-off characters at every offset");
}

static void
test_large(void)
{
	static struct log t, direct, slow;
	struct source s = {{NULL, 0}, 0};
	struct input *in;
	struct csvin *r;

	t.n = 0;
	for (int i = 0; i < 7000; i++)
		add_string(&t, "0123456789");
	add_string(&t, ",\"");
	for (int i = 0; i < 7000; i++)
		add_string(&t, "\xC3\xA9,2345678");
	add_string(&t, "\",\"");
	for (int i = 0; i < 7000; i++)
		add_string(&t, "\"\"2345\r\n78");
	add_string(&t, "\",x\ny\n");
	transcript(&direct, (struct text){t.s, t.n}, ',', DIRECT);
	transcript(&slow, (struct text){t.s, t.n}, ',', LIBCSV);
	ok(same(&direct, &slow), "fields of 70,000 bytes, both ways");
	s.t = (struct text){t.s, t.n};
	r = reader(&s, ',', &in);
	ok(csvin_next(r) == 1, "read");
	is_int(csvin_field(r, 0).n, 70000, "unquoted");
	is_int(csvin_field(r, 1).n, 70000, "quoted");
	is_int(csvin_field(r, 2).n, 63000, "with doubled quotes and newlines");
	is_text(csvin_field(r, 3), "x", "and what follows");
	is_text(csvin_field(r, 4), "", "beyond the last: empty");
	ok(csvin_next(r) == 1, "read on");
	is_int(csvin_row(r), 7002, "the row after 7,000 quoted newlines");
	csvin_free(r);
	input_close(in);
}

/* Reads once from a start and so many times 'a'. */
static void
record_of(const char *start, size_t more, int want, const char *message)
{
	struct source s = {text_of(start), more};
	struct input *in;
	struct csvin *r = reader(&s, ',', &in);

	is_int(csvin_next(r), want, "a record at the limit, or over it");
	is_text(said(), message, "and what is said");
	csvin_free(r);
	input_close(in);
}

static void
test_longest(void)
{
	record_of("", CSVIN_RECORD_MAX, 1, "");
	record_of("", CSVIN_RECORD_MAX + 1, -1,
		  "f.csv:1: error: record longer than 16777216 bytes");
	record_of("", CSVIN_RECORD_MAX + 100, -1,
		  "f.csv:1: error: record longer than 16777216 bytes");
	record_of("a,\"b\n\nc\",\"d\n", 2 * CSVIN_RECORD_MAX, -1,
		  "f.csv:3: error: quote opened in field 3 is not closed "
		  "within 16777216 bytes");
}

static void
test_plain(void)
{
	struct source s = {text_of("a,b\n\"a\",\"b\"\n\"a,b\"\n\"a\nb\"\n"), 0};
	struct source t = {text_of("a,b;c\n"), 0};
	struct input *in;
	struct csvin *r = reader(&s, ',', &in);

	ok(csvin_next(r) == 1 && csvin_plain(r), "no quotes: plain");
	ok(csvin_next(r) == 1 && csvin_plain(r), "needless quotes: plain");
	ok(csvin_next(r) == 1 && !csvin_plain(r), "a comma: not");
	ok(csvin_next(r) == 1 && !csvin_plain(r), "a newline: not");
	is_int(csvin_next(r), 0, "the end");
	is_int(csvin_next(r), 0, "the end stays the end");
	csvin_free(r);
	input_close(in);
	r = reader(&t, ';', &in);
	ok(csvin_next(r) == 1 && !csvin_plain(r), "another delimiter: not");
	is_text(csvin_field(r, 0), "a,b", "a comma is a letter then");
	csvin_free(r);
	input_close(in);
}

/* The header of an input, and what is said. */
static void
header(const char *input, int want, const char *message)
{
	struct source s = {text_of(input), 0};
	struct input *in;
	struct csvin *r = reader(&s, ',', &in);

	is_int(csvin_header(r), want, *message ? message : "a good header");
	is_text(said(), message, "and no more is said");
	csvin_free(r);
	input_close(in);
}

static void
test_header(void)
{
	header("", -1, "f.csv: error: no header: the input is empty");
	header("\xEF\xBB\xBF", -1,
	       "f.csv: error: no header: the input is empty");
	header("\na,b\n", -1,
	       "f.csv:1: error: no header: the first line is blank");
	header("a,,c\n", -1,
	       "f.csv:1: error: column 2 has no name in the header: expected "
	       "names joined by ','");
	header("a, \n", -1,
	       "f.csv:1: error: column 2 has no name in the header: expected "
	       "names joined by ','");
	header("a,b,\"a \"\n", -1,
	       "f.csv:1: error: column name 'a' comes twice: columns 1 and 3");
	header("a,A\n", 0, "");
	header("\"a", -1,
	       "f.csv:1: error: quote opened in field 1 is never closed");
}

static void
test_columns(void)
{
	struct source s = {text_of("regio, periode ,\"wa\"\"arde\"\n1,2,3\n"),
			   0};
	struct input *in;
	struct csvin *r = reader(&s, ',', &in);

	is_int(csvin_header(r), 0, "a header");
	is_int(csvin_columns(r), 3, "of three");
	is_text(csvin_column_name(r, 1), "periode", "names are trimmed");
	is_int(csvin_find(r, "periode"), 1, "found");
	is_int(csvin_find(r, "Periode"), -1, "case counts");
	is_int(csvin_need(r, "wa\"arde"), 2, "needed and there");
	is_text(said(), "", "nothing said");
	is_int(csvin_need(r, "regoi"), -1, "needed and not there");
	is_text(said(),
		"f.csv:1: error: no column 'regoi'; did you mean 'regio'? "
		"columns: regio, periode, wa\"arde",
		"the nearest and the list");
	is_int(csvin_need(r, "bestemming"), -1, "nothing like it");
	is_text(said(),
		"f.csv:1: error: no column 'bestemming'; columns: regio, "
		"periode, wa\"arde",
		"the list alone");
	is_int(csvin_next_row(r), 1, "a row");
	is_text(csvin_column_name(r, 2), "wa\"arde", "names stay");
	csvin_free(r);
	input_close(in);
}

static void
test_rows(void)
{
	struct source s = {text_of("a,b\n\n1,2\n\n\n\"3\",\"4,5\"\n6\n"), 0};
	struct source one = {text_of("a\n\n1\n"), 0};
	struct source wide = {text_of("a,b\n\"x\n\",\"y\"\n1,\"2\",3\n4,5\n"),
			      0};
	struct input *in;
	struct csvin *r = reader(&s, ',', &in);

	is_int(csvin_header(r), 0, "a header of two");
	is_int(csvin_next_row(r), 1, "blank lines are passed over");
	is_int(csvin_row(r), 3, "and counted");
	is_int(csvin_next_row(r), 1, "two more");
	is_int(csvin_row(r), 6, "counted");
	is_int(csvin_record(r), 6, "as records, too");
	is_int(csvin_next_row(r), -1, "a short record");
	is_text(said(),
		"f.csv:7: error: expected 2 fields as in the header, found 1: "
		"'6'",
		"is refused");
	is_int(csvin_next_row(r), -1, "for good");
	csvin_free(r);
	input_close(in);
	r = reader(&one, ',', &in);
	ok(csvin_header(r) == 0 && csvin_next_row(r) == 1 && csvin_blank(r),
	   "a table of one column keeps its blank lines");
	csvin_free(r);
	input_close(in);
	r = reader(&wide, ',', &in);
	ok(csvin_header(r) == 0 && csvin_next_row(r) == 1, "multi-line");
	is_int(csvin_next_row(r), -1, "a long record");
	is_text(said(),
		"f.csv:4: error: expected 2 fields as in the header, found 3: "
		"'1,\"2\",3'",
		"is refused with its place and text");
	csvin_free(r);
	input_close(in);
}

/* The portable way, and SSE2 where there is, against a plain loop. */
static void
test_scan(void)
{
	static const char likely[] = "a,;\"\n\r\0\x80\xFF\x7F\x01\t -.";
	char p[CSVSCAN_BLOCK];
	int wrong = 0;

	for (int k = 0; k < 20000; k++) {
		struct csvmarks want = {0, 0, 0}, seen, other;
		bool odd = false, found = false, twin = false;

		for (unsigned i = 0; i < sizeof(p); i++) {
			p[i] = any(2) ? (char)any(256)
				      : likely[any(sizeof(likely) - 1)];
			if (k % 2)
				p[i] = (char)('!' + any(60));
			want.delimiters |= (uint64_t)(p[i] == ';') << i;
			want.quotes |= (uint64_t)(p[i] == '"') << i;
			want.lines |= (uint64_t)(p[i] == '\n' || p[i] == '\r')
				      << i;
			odd |= p[i] == 0 || (unsigned char)p[i] >= 0x80;
		}
		other = csvscan_portable(p, ';', &twin);
		seen = csvscan(p, ';', &found);
		wrong += memcmp(&other, &want, sizeof(want)) != 0;
		wrong += memcmp(&seen, &want, sizeof(want)) != 0;
		wrong += twin != odd || found != odd;
	}
	is_int(wrong, 0, "SSE2 and its portable twin see the same marks");
}

/* One JSON array a record, for tests/cli/csv-corpora.t. */
static int
dump(const char *path)
{
	struct input *in = input_open(path);
	struct csvin *r = in ? csvin_new(in, ',') : NULL;
	size_t count;
	int rc = -1;

	while (r && (rc = csvin_next(r)) == 1) {
		const struct text *f = csvin_fields(r, &count);

		for (size_t i = 0; i < count; i++) {
			printf(i ? ",\"" : "[\"");
			for (const char *p = f[i].s; *p; p++)
				if (*p == '"' || *p == '\\' ||
				    (unsigned char)*p < 0x20)
					printf("\\u%04x", (unsigned)*p);
				else
					putchar(*p);
			putchar('"');
		}
		puts("]");
	}
	csvin_free(r);
	return rc == 0 && input_close(in) == 0 ? 0 : EXIT_FATAL;
}

int
main(int argc, char **argv)
{
	FILE *errors = tmpfile();

	diag_program("test");
	if (argc > 1)
		return dump(argv[1]);
	if (!errors || dup2(fileno(errors), STDERR_FILENO) < 0)
		return 1;
	test_fields();
	test_quotes();
	test_refused();
	test_no_text();
	test_encodings();
	test_plain();
	test_header();
	test_columns();
	test_rows();
	test_scan();
	test_peek();
	test_random();
	test_known();
	test_edges();
	test_words();
	test_bad_edges();
	test_characters();
	test_large();
	test_longest();
	return done();
}
