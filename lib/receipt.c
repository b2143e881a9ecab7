#include "receipt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "diag.h"
#include "jsontext.h"
#include "mem.h"
#include "sha256.h"

struct receipt_file {
	struct receipt_file *next;
	char *name;
	bool output, has_rows, sealed;
	int error; /* errno of reading it for its sum */
	uint64_t rows;
	struct sha256 *sum;
};

static struct {
	const char *path, *program, *version;
	int count;
	char **words;
	struct receipt_file *first, **last;
} run;

void
receipt_start(const char *path, const char *program, const char *version,
	      int count, char **words)
{
	run.path = path;
	run.program = program;
	run.version = version;
	run.count = count;
	run.words = words;
	run.last = &run.first;
}

const char *
receipt_path(void)
{
	return run.path;
}

static struct receipt_file *
add_file(const char *name, bool output)
{
	struct receipt_file *f;

	if (!run.path)
		return NULL;
	f = mem_new(struct receipt_file);
	f->name = mem_text(name, strlen(name));
	f->output = output;
	f->sum = sha256_new();
	*run.last = f;
	run.last = &f->next;
	return f;
}

struct receipt_file *
receipt_input(const char *name)
{
	return add_file(name, false);
}

struct receipt_file *
receipt_output(const char *name)
{
	return add_file(name, true);
}

void
receipt_bytes(struct receipt_file *f, const void *p, size_t n)
{
	if (f && !f->sealed)
		sha256_add(f->sum, p, n);
}

void
receipt_descriptor(struct receipt_file *f, int fd)
{
	char buf[65536];
	off_t at = 0;
	ssize_t k;

	if (!f || f->sealed)
		return;
	f->sealed = true;
	f->has_rows = false;
	sha256_reset(f->sum);
	do {
		k = pread(fd, buf, sizeof(buf), at);
		if (k > 0)
			sha256_add(f->sum, buf, (size_t)k);
		at += k > 0 ? k : 0;
	} while (k > 0 || (k < 0 && errno == EINTR));
	f->error = k < 0 ? errno : 0;
}

int
receipt_check(void)
{
	for (const struct receipt_file *f = run.first; f; f = f->next)
		if (f->error) {
			errno = f->error;
			return diag_fail_errno(f->name);
		}
	return 0;
}

void
receipt_rows(struct receipt_file *f, uint64_t rows)
{
	if (!f)
		return;
	f->rows = rows;
	f->has_rows = true;
}

static bool
is_same(const struct receipt_file *f, const struct receipt_file *g)
{
	char hex[SHA256_HEX], other[SHA256_HEX];

	return g->output == f->output && strcmp(g->name, f->name) == 0 &&
	       strcmp(sha256_hex(g->sum, other), sha256_hex(f->sum, hex)) == 0;
}

/* A table that is read again, as words that layouts share, is one input: told
 * by the first reading that knows its rows, else by the first. */
static bool
is_told(const struct receipt_file *f)
{
	bool before = true;

	for (const struct receipt_file *g = run.first; g; g = g->next) {
		if (g == f)
			before = false;
		else if ((before ? g->has_rows >= f->has_rows
				 : g->has_rows > f->has_rows) &&
			 is_same(f, g))
			return true;
	}
	return false;
}

static void
put_files(struct buffer *b, bool outputs)
{
	const char *comma = "\n";
	char hex[SHA256_HEX];

	for (struct receipt_file *f = run.first; f; f = f->next) {
		if (f->output != outputs || is_told(f))
			continue;
		buffer_printf(b, "%s    {\"name\": ", comma);
		jsontext_add(b, text_of(f->name));
		buffer_printf(b, ", \"bytes\": %llu, ",
			      (unsigned long long)sha256_bytes(f->sum));
		if (f->has_rows)
			buffer_printf(b, "\"rows\": %llu, ",
				      (unsigned long long)f->rows);
		buffer_printf(b, "\"sha256\": \"%s\"}",
			      sha256_hex(f->sum, hex));
		comma = ",\n";
	}
}

char *
receipt_text(void)
{
	struct buffer b = {0};

	buffer_printf(&b, "{\n  \"tool\": \"%s\",\n  \"version\": \"%s\",\n",
		      run.program, run.version);
	buffer_printf(&b, "  \"options\": [");
	for (int i = 1; i < run.count; i++) {
		buffer_printf(&b, "%s", i > 1 ? ", " : "");
		jsontext_add(&b, text_of(run.words[i]));
	}
	buffer_printf(&b, "],\n  \"inputs\": [");
	put_files(&b, false);
	buffer_printf(&b, "\n  ],\n  \"outputs\": [");
	put_files(&b, true);
	buffer_printf(&b, "\n  ],\n  \"summary\": ");
	jsontext_add(&b, text_of(diag_last_note()));
	buffer_printf(&b, "\n}\n");
	buffer_view(&b);
	return b.s;
}
