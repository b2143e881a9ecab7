/* libFuzzer target: csvin. The first byte picks delimiter and encoding; the
 * rest is read twice, fields split directly and by libcsv: all records and
 * messages must be equal. Then once more by rows under a header. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct input *
open_input(struct memory *m, unsigned how)
{
	static const char *const encodings[] = {NULL, "windows-1252",
						"utf-16le", NULL};
	struct input *in = memory_input(m);
	const char *encoding = encodings[how / 3 % 4];
	if (encoding != NULL)
		(void)input_encoding(in, encoding);
	return in;
}

static void
read_all(const uint8_t *data, size_t size, bool slow, struct buffer *out)
{
	static const char delimiters[] = {',', ';', '\t'};
	char *said;
	struct memory m = {data + 1, size - 1};
	struct input *in = open_input(&m, data[0]);
	struct csvin *r = csvin_new(in, delimiters[data[0] % 3]);
	int rc;
	if (slow)
		csvin_slow(r);
	diag_hold(&said);
	while ((rc = csvin_next(r)) == 1) {
		size_t n;
		const struct text *fields = csvin_fields(r, &n);
		buffer_printf(out, "%zu %zu %d:", csvin_row(r), csvin_record(r),
			      csvin_blank(r));
		for (size_t i = 0; i < n; i++)
			buffer_part(out, fields[i]);
		buffer_part(out, csvin_raw(r));
	}
	diag_hold(NULL);
	buffer_printf(out, "%d %s", rc, said ? said : "");
	free(said);
	csvin_free(r);
	input_close(in);
}

static void
read_rows(const uint8_t *data, size_t size)
{
	char *said;
	struct memory m = {data + 1, size - 1};
	struct input *in = open_input(&m, data[0]);
	struct csvin *r = csvin_new(in, ',');
	struct csvpeek p;
	bool more;
	diag_hold(&said);
	more = csvin_header(r) == 0;
	while (more)
		if (csvin_peek(r, 1 + size % 4, &p)) {
			csvin_take(r, &p);
		} else {
			more = csvin_next_row(r) == 1;
			(void)csvin_field(r, csvin_columns(r));
		}
	diag_hold(NULL);
	free(said);
	csvin_free(r);
	input_close(in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer fast = {0}, slow = {0};
	if (size < 1)
		return 0;
	diag_quiet(true);
	read_all(data, size, false, &fast);
	read_all(data, size, true, &slow);
	if (!text_equal(buffer_view(&fast), buffer_view(&slow))) {
		fprintf(stderr, "fast:\n%s\nslow:\n%s\n", fast.s, slow.s);
		abort();
	}
	buffer_free(&fast);
	buffer_free(&slow);
	read_rows(data, size);
	return 0;
}
