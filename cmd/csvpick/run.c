#include "run.h"

#include <stdio.h>
#include <stdlib.h>

#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "last.h"
#include "mem.h"

struct state {
	const struct run *run;
	struct pick *pick;
	struct emit *emit;
	struct numbers *numbers;
	struct last *last;   /* NULL: each record is written at once */
	struct csvin *first; /* its header is that of all */
	size_t read, written;
};

static int
emit(struct state *s, const struct csvin *r, const struct text *fields,
     size_t count)
{
	if (s->run->count)
		return 0;
	if (s->last) {
		last_keep(s->last, r, fields, count);
		return 0;
	}
	s->written++;
	return emit_record(s->emit, r, fields, count, pick_plain(s->pick, r));
}

/* The first file says what the columns are. */
static int
start(struct state *s, struct csvin *r)
{
	const struct text *names;
	size_t count;

	s->first = r;
	if (s->run->schema)
		s->numbers = numbers_new(s->run->schema);
	if ((s->pick = pick_new(&s->run->ask, r)) == NULL)
		return -1;
	if (s->run->last && (s->last = last_new(s->run->last, r)) == NULL)
		return -1;
	names = pick_header(s->pick, r, &count);
	if (s->run->no_header || s->run->count)
		return 0;
	return emit_header(s->emit, r, names, count, s->numbers);
}

static int
records(struct state *s, struct csvin *r)
{
	int rc;

	while ((rc = csvin_next_row(r)) == 1) {
		size_t count;
		const struct text *fields = pick_record(s->pick, r, &count);

		s->read++;
		if (fields && emit(s, r, fields, count) < 0)
			return -1;
	}
	return rc;
}

static int
file(struct state *s, struct csvin *r)
{
	if (csvin_header(r) < 0)
		return -1;
	if ((s->first ? csvin_same_header(s->first, r) : start(s, r)) < 0)
		return -1;
	return records(s, r);
}

/* The readers stay open together: what is said of a later header names the
 * first. */
static int
all(struct state *s, struct input **in, struct csvin **r,
    const char *const *files, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if ((in[i] = input_open(files[i])) == NULL)
			return -1;
		r[i] = csvin_new(in[i], ',');
		if (file(s, r[i]) < 0)
			return -1;
	}
	return 0;
}

/* What was kept for the end. */
static int
flush(struct state *s)
{
	const struct text *fields;
	size_t count;

	if (!s->last)
		return 0;
	while ((fields = last_at(s->last, s->written, &count)) != NULL) {
		s->written++;
		if (emit_record(s->emit, s->first, fields, count, false) < 0)
			return -1;
	}
	return 0;
}

static void
count_only(const struct state *s, struct output *out)
{
	char line[32];

	output_write(out, line,
		     (size_t)snprintf(line, sizeof(line), "%zu\n",
				      pick_matched(s->pick)));
}

int
run_files(const struct run *run, const char *const *files, size_t n,
	  struct output *out)
{
	struct input **in = mem_array(n, sizeof(struct input *));
	struct csvin **r = mem_array(n, sizeof(struct csvin *));
	struct state s = {.run = run, .emit = emit_new(out, run->form)};
	int rc = all(&s, in, r, files, n);

	if (rc == 0)
		rc = pick_settle(s.pick, files[0]);
	/* Without a header it is a recipe that asks, for which nothing is an
	 * answer. */
	if (rc == 0 && !run->count && !run->no_header)
		pick_tell_nothing(s.pick, s.read);
	if (rc == 0)
		rc = flush(&s);
	if (rc == 0 && run->count)
		count_only(&s, out);
	if (rc == 0)
		diag_note("%zu records read = %zu picked + %zu left out; "
			  "%zu written",
			  s.read, pick_matched(s.pick),
			  s.read - pick_matched(s.pick), s.written);
	emit_finish(s.emit);
	pick_free(s.pick);
	last_free(s.last);
	numbers_free(s.numbers);
	for (size_t i = 0; i < n; i++) {
		csvin_free(r[i]);
		if (input_close(in[i]) != 0)
			rc = -1;
	}
	free(r);
	free(in);
	return rc;
}
