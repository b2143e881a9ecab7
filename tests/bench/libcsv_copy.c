/* libcsv_copy FILE: csv in, csv out, with libcsv alone and as good a writer
 * as one adds to it: one large buffer, a table of the bytes that need quotes,
 * memcpy. The measure for ours; also the canonical form in which the outputs
 * of all tools are compared. */
#include <csv.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK (256u << 10)

struct copy {
	char *buf;
	size_t used, cap;
	bool first;
	bool special[256];
};

static void
flush(struct copy *c)
{
	size_t at = 0;

	while (at < c->used) {
		ssize_t n = write(STDOUT_FILENO, c->buf + at, c->used - at);

		if (n < 0) {
			perror("libcsv_copy");
			exit(2);
		}
		at += (size_t)n;
	}
	c->used = 0;
}

static void
room(struct copy *c, size_t n)
{
	if (c->cap - c->used >= n)
		return;
	flush(c);
	if (c->cap >= n)
		return;
	c->cap = n;
	c->buf = realloc(c->buf, n);
	if (!c->buf)
		exit(2);
}

static char *
quote(char *p, const char *s, size_t n)
{
	*p++ = '"';
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			*p++ = '"';
		*p++ = s[i];
	}
	*p++ = '"';
	return p;
}

static void
on_field(void *data, size_t n, void *ctx)
{
	struct copy *c = ctx;
	const unsigned char *s = data;
	size_t i = 0;
	char *p;

	room(c, 2 * n + 3);
	p = c->buf + c->used;
	if (!c->first)
		*p++ = ',';
	c->first = false;
	while (i < n && !c->special[s[i]])
		i++;
	if (i < n) {
		p = quote(p, data, n);
	} else if (n > 0) {
		memcpy(p, data, n);
		p += n;
	}
	c->used = (size_t)(p - c->buf);
}

static void
on_row(int end, void *ctx)
{
	struct copy *c = ctx;

	(void)end;
	room(c, 1);
	c->buf[c->used++] = '\n';
	c->first = true;
}

static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

int
main(int argc, char **argv)
{
	struct copy c = {.first = true, .cap = BLOCK};
	int fd = argc > 1 ? open(argv[1], O_RDONLY) : STDIN_FILENO;
	char *block = malloc(BLOCK);
	struct csv_parser p;
	ssize_t n = 0;

	c.buf = malloc(c.cap);
	c.special[','] = c.special['"'] = true;
	c.special['\r'] = c.special['\n'] = true;
	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
	csv_set_space_func(&p, never);
	while (fd >= 0 && block && c.buf && (n = read(fd, block, BLOCK)) > 0)
		if (csv_parse(&p, block, (size_t)n, on_field, on_row, &c) !=
		    (size_t)n)
			break;
	if (fd < 0 || n != 0 || csv_fini(&p, on_field, on_row, &c) != 0) {
		fprintf(stderr, "libcsv_copy: cannot read %s\n", argv[1]);
		return 2;
	}
	flush(&c);
	csv_free(&p);
	free(block);
	free(c.buf);
	return 0;
}
