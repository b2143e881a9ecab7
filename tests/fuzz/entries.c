/* libFuzzer target: an Atom feed, read twice, by the shortcut for plain entries
 * and without it: all that is handed over and said must be the same. Built with
 * plainentry_read wrapped. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "memory.h"
#include "meta/atom.h"
#include "meta/plainentry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t __real_plainentry_read(struct plainentry *e,
			      const struct odata_column *columns, size_t count,
			      const char *p, size_t n);
size_t __wrap_plainentry_read(struct plainentry *e,
			      const struct odata_column *columns, size_t count,
			      const char *p, size_t n);

static bool parse_all;

size_t
__wrap_plainentry_read(struct plainentry *e, const struct odata_column *columns,
		       size_t count, const char *p, size_t n)
{
	return parse_all ? 0 : __real_plainentry_read(e, columns, count, p, n);
}

static void
log_text(FILE *f, struct text t)
{
	fprintf(f, "%zu[", t.n);
	fwrite(t.s, 1, t.n, f);
	fprintf(f, "]%d ", t.s[t.n]);
}

static int
log_entry(void *ctx, const struct odata_page *page,
	  const struct odata_column *columns, size_t count, size_t line)
{
	FILE *f = ctx;
	fprintf(f, "%zu: ", line);
	log_text(f, page->title);
	for (size_t i = 0; i < count; i++) {
		fprintf(f, "%d%d ", columns[i].typed, columns[i].seen);
		log_text(f, columns[i].name);
		log_text(f, columns[i].value);
	}
	return fputs("\n", f) < 0 ? -1 : 0;
}

static int
log_page(void *ctx, const struct odata_page *page, size_t entries)
{
	FILE *f = ctx;
	fprintf(f, "page of %zu: ", entries);
	log_text(f, page->base);
	log_text(f, page->id);
	log_text(f, page->next);
	return fputs("\n", f) < 0 ? -1 : 0;
}

struct log {
	char *s;
	size_t n;
};

static struct log
read_way(const uint8_t *data, size_t size, bool all)
{
	static const struct odata_handlers handlers = {log_entry, log_page};
	struct log l = {NULL, 0};
	struct memory m = {data, size};
	FILE *f = open_memstream(&l.s, &l.n);
	struct input *in = memory_input(&m);
	char *said;
	parse_all = all;
	diag_hold(&said);
	fprintf(f, "status %d\n", atom_read(in, &handlers, f));
	input_close(in);
	diag_hold(NULL);
	fputs(said ? said : "", f);
	free(said);
	fclose(f);
	return l;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct log a = read_way(data, size, false);
	struct log b = read_way(data, size, true);
	if (a.n != b.n || memcmp(a.s, b.s, a.n) != 0) {
		fprintf(stderr, "shortcut:\n%s\nparser:\n%s\n", a.s, b.s);
		abort();
	}
	free(a.s);
	free(b.s);
	return 0;
}
