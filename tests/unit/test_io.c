/* input and output: files, gzip in all its ends, encodings, commit. */
#include "tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "input.h"
#include "output.h"

static char dir[] = "/tmp/test_io.XXXXXX";
static char path[64], other[64];

static void
put(const char *to, const void *p, size_t n)
{
	FILE *f = fopen(to, "wb");

	fwrite(p, 1, n, f);
	fclose(f);
}

/* All of a file through input, in pieces of `step`; -1 on error. */
static ssize_t
get(char *buf, size_t cap, size_t step, const char *encoding)
{
	struct input *in = input_open(path);
	size_t n = 0;
	ssize_t k = -1;

	if (!encoding || input_encoding(in, encoding) == 0)
		while ((k = input_read(in, buf + n,
				       cap - n < step ? cap - n : step)) > 0)
			n += (size_t)k;
	input_close(in);
	return k < 0 ? -1 : (ssize_t)n;
}

/* Compresses `path` in place with gzip(1), not with our own zlib calls. */
static size_t
gzip(char *to, size_t cap)
{
	char command[200];
	FILE *f;
	size_t n;

	snprintf(command, sizeof(command), "gzip -nc %s > %s", path, other);
	if (system(command) != 0)
		return 0;
	f = fopen(other, "rb");
	n = fread(to, 1, cap, f);
	fclose(f);
	return n;
}

static void
test_gzip(void)
{
	static char plain[200000], zipped[400000], back[500000];
	size_t n, bad = 0;
	uint32_t x = 1;

	for (size_t i = 0; i < sizeof(plain); i++)
		plain[i] = (char)('a' + ((x = x * 1664525 + 1013904223) >> 30));
	put(path, plain, sizeof(plain));
	n = gzip(zipped, sizeof(zipped));
	put(path, zipped, n);
	is_int(get(back, sizeof(back), 65536, NULL), sizeof(plain), "gz whole");
	ok(memcmp(back, plain, sizeof(plain)) == 0, "gz equals plain");
	is_int(get(back, sizeof(back), 7, NULL), sizeof(plain), "gz by sevens");
	for (size_t cut = 3; cut < n; cut += n / 97) {
		put(path, zipped, cut);
		bad += get(back, sizeof(back), 65536, NULL) != -1;
	}
	is_int(bad, 0, "cut off at 97 places: always an error");
	put(path, zipped, n - 4);
	is_int(get(back, sizeof(back), 65536, NULL), -1, "cut in the trailer");
	memcpy(zipped + n, zipped, n);
	put(path, zipped, 2 * n);
	is_int(get(back, sizeof(back), 65536, NULL), 2 * sizeof(plain),
	       "two members are one stream");
	put(path, zipped, 2 * n - 9);
	is_int(get(back, sizeof(back), 65536, NULL), -1, "second member cut");
	memset(zipped + n, 0, 512);
	put(path, zipped, n + 512);
	is_int(get(back, sizeof(back), 65536, NULL), sizeof(plain),
	       "zero padding is no data");
	zipped[n + 100] = 'x';
	put(path, zipped, n + 512);
	is_int(get(back, sizeof(back), 65536, NULL), -1, "garbage after");
	zipped[n / 2] ^= 4;
	put(path, zipped, n);
	is_int(get(back, sizeof(back), 65536, NULL), -1, "a flipped bit");
}

static void
test_encoding(void)
{
	char buf[400000];
	static char many[100001];

	put(path, "caf\xE9 \x96 \x80", 8);
	is_int(get(buf, sizeof(buf), 65536, "windows-1252"), 13, "cp1252");
	ok(memcmp(buf, "caf\xC3\xA9 \xE2\x80\x93 \xE2\x82\xAC", 13) == 0,
	   "e acute, en dash, euro");
	is_int(get(buf, sizeof(buf), 1, "windows-1252"), 13, "a byte a time");
	put(path, "\xFF\xFEh\0\xE9\0", 6);
	is_int(get(buf, sizeof(buf), 65536, "utf-16"), 3, "utf-16");
	put(path, "\xFF\xFEh\0\xE9", 5);
	is_int(get(buf, sizeof(buf), 65536, "utf-16"), -1, "utf-16 cut off");
	put(path, "ab\x81", 3);
	is_int(get(buf, sizeof(buf), 65536, "windows-1252"), -1,
	       "81 is nothing in cp1252");
	is_int(get(buf, sizeof(buf), 65536, "klingon"), -1, "no encoding");
	put(path, "caf\xE9 \x96 \x80", 8);
	is_int(get(buf, sizeof(buf), 65536, "ISO_8859-1"), 13,
	       "Latin-1 is windows-1252");
	ok(memcmp(buf, "caf\xC3\xA9 \xE2\x80\x93 \xE2\x82\xAC", 13) == 0,
	   "e acute, en dash, euro again");
	is_int(get(buf, sizeof(buf), 65536, "latin9"), -1,
	       "no control characters out of Latin-9");
	put(path, "\xFF\xFE\x96\0", 4);
	is_int(get(buf, sizeof(buf), 65536, "utf-16"), -1, "nor of UTF-16");
	memset(many, 0xE9, sizeof(many));
	put(path, many, sizeof(many));
	is_int(get(buf, sizeof(buf), 65536, "latin1"), 2 * sizeof(many),
	       "more than a block doubles");
}

static void
test_peek(void)
{
	const unsigned char *p;
	struct input *in;
	char buf[16];

	put(path, "abcdef", 6);
	in = input_open(path);
	is_int(input_peek(in, &p), 6, "peeks");
	is_int(input_read(in, buf, 4) > 0 && buf[0] == 'a', 1,
	       "and reads the same bytes");
	ok(input_open("/nonexistent") == NULL, "no such file");
	ok(input_open("/tmp") == NULL, "a directory");
	input_close(in);
	put(path, "", 0);
	in = input_open(path);
	is_int(input_peek(in, &p), 0, "nothing to peek");
	is_int(input_read(in, buf, 4), 0, "nothing to read");
	input_close(in);
	input_close(NULL);
}

static bool
holds(const char *file, const char *want)
{
	char buf[64] = "";
	FILE *f = fopen(file, "rb");

	if (!f)
		return want == NULL;
	buf[fread(buf, 1, sizeof(buf) - 1, f)] = '\0';
	fclose(f);
	return want && strcmp(buf, want) == 0;
}

static void
test_output(void)
{
	struct output *o[2];
	struct stat st;

	put(other, "old", 3);
	chmod(other, 0640);
	o[0] = output_open(other);
	output_write(o[0], "new", 3);
	ok(holds(other, "old"), "the old file stays until commit");
	is_int(output_commit(o, 1), 0, "commits");
	ok(holds(other, "new"), "then the new is there");
	ok(stat(other, &st) == 0 && (st.st_mode & 0777) == 0640, "same mode");
	o[0] = output_open(other);
	output_write(o[0], "bad", 3);
	output_discard(o[0]);
	ok(holds(other, "new"), "discard leaves the old");
	o[0] = output_open(other);
	o[1] = output_open("/dev/full");
	output_write(o[0], "xxx", 3);
	output_write(o[1], "x", 1);
	is_int(output_commit(o, 2), -1, "one full disk");
	ok(holds(other, "new"), "and none of the two is published");
	o[0] = output_open(other);
	ok(output_open(other) == NULL, "never two of one path");
	output_discard(o[0]);
	ok(output_open("/nonexistent/x") == NULL, "no such directory");
	ok(output_open(path) == NULL, "never over an input");
	output_discard(NULL);
}

/* Temporary files left in the directory would make rmdir fail. */
int
main(void)
{
	int null = open("/dev/null", O_WRONLY);

	if (!mkdtemp(dir) || null < 0)
		return 1;
	snprintf(path, sizeof(path), "%s/in", dir);
	snprintf(other, sizeof(other), "%s/out", dir);
	diag_program("test");
	dup2(null, STDERR_FILENO);
	test_gzip();
	test_encoding();
	test_peek();
	test_output();
	unlink(path);
	unlink(other);
	is_int(rmdir(dir), 0, "no file is left over");
	return done();
}
