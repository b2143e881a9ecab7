#include "merge.h"

#include <stdlib.h>

#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "input.h"
#include "mem.h"
#include "order.h"

/* A file, at a record. */
struct source {
	struct input *in;
	struct csvin *r;
	struct buffer key, before; /* of this record, and of the one before */
	size_t row;		   /* of the one before; 0: none */
};

struct merge {
	struct source *sources;
	size_t opened;
	struct source **heap; /* the least key first */
	size_t count;
	struct order *order;
	struct csvout *out;
	size_t written;
};

/* Says what is wrong with the current record of s, by another row of it or of
 * another file; -1. */
static int
fail(const struct merge *m, const struct source *s, const char *what,
     size_t row, const char *other)
{
	struct buffer buf = {0};
	char show[TEXT_SHOW];

	order_show(m->order, s->r, &buf);
	diag_fail_at(csvin_name(s->r), csvin_row(s->r),
		     "key \"%s\" %s row %zu%s%s; expected each once, in order",
		     text_show(buffer_view(&buf), show), what, row,
		     other ? " of " : "", other ? other : "");
	buffer_free(&buf);
	return -1;
}

static int
compare(const struct source *a, const struct source *b)
{
	return text_compare(buffer_view(&a->key), buffer_view(&b->key));
}

/* To the next record of s: 1, 0 at its end, -1. */
static int
step(struct merge *m, struct source *s)
{
	struct buffer old = s->before;
	size_t row = s->row;
	int rc = csvin_next_row(s->r);

	if (rc != 1)
		return rc;
	s->before = s->key;
	s->key = old;
	if (order_key(m->order, s->r, &s->key) < 0)
		return -1;
	s->row = csvin_row(s->r);
	if (row == 0)
		return 1;
	rc = text_compare(buffer_view(&s->before), buffer_view(&s->key));
	if (rc == 0)
		return fail(m, s, "comes twice, first in", row, NULL);
	return rc < 0 ? 1 : fail(m, s, "comes after a later one in", row, NULL);
}

static void
sink(struct merge *m, size_t i)
{
	for (;;) {
		size_t least = i, child = 2 * i + 1;
		struct source *s;

		for (size_t c = child; c < child + 2 && c < m->count; c++)
			if (compare(m->heap[c], m->heap[least]) < 0)
				least = c;
		if (least == i)
			return;
		s = m->heap[i];
		m->heap[i] = m->heap[least];
		m->heap[least] = s;
		i = least;
	}
}

/* A key that another file has too stands at the top of the heap next. */
static int
once(const struct merge *m, const struct source *s)
{
	for (size_t c = 1; c < 3 && c < m->count; c++)
		if (compare(m->heap[c], s) == 0)
			return fail(m, m->heap[c], "is also in", s->row,
				    csvin_name(s->r));
	return 0;
}

static int
drain(struct merge *m)
{
	while (m->count > 0) {
		struct source *s = m->heap[0];
		size_t width;
		const struct text *fields = csvin_fields(s->r, &width);
		int rc;

		if (once(m, s) < 0)
			return -1;
		csvout_record(m->out, fields, width, csvin_plain(s->r));
		m->written++;
		if ((rc = step(m, s)) < 0)
			return -1;
		if (rc == 0)
			m->heap[0] = m->heap[--m->count];
		sink(m, 0);
	}
	return 0;
}

static int
open_source(struct merge *m, const char *key, const char *file)
{
	struct source *s = &m->sources[m->opened];
	int rc;

	if ((s->in = input_open(file)) == NULL)
		return -1;
	m->opened++;
	s->r = csvin_new(s->in, ',');
	if (csvin_header(s->r) < 0)
		return -1;
	if (!m->order) {
		if ((m->order = order_new(key, s->r)) == NULL)
			return -1;
		for (size_t i = 0; i < csvin_columns(s->r); i++)
			csvout_text(m->out, csvin_column_name(s->r, i));
		csvout_end(m->out);
	} else if (csvin_same_header(m->sources[0].r, s->r) < 0) {
		return -1;
	}
	if ((rc = step(m, s)) == 1)
		m->heap[m->count++] = s;
	return rc < 0 ? -1 : 0;
}

static int
run(struct merge *m, const char *key, const char *const *files, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (open_source(m, key, files[i]) < 0)
			return -1;
	for (size_t i = m->count; i-- > 0;)
		sink(m, i);
	return drain(m);
}

int
merge_files(const char *key, const char *const *files, size_t n,
	    struct csvout *out)
{
	struct merge m = {.sources = mem_array(n, sizeof(*m.sources)),
			  .heap = mem_array(n, sizeof(struct source *)),
			  .out = out};
	int rc = run(&m, key, files, n);

	if (rc == 0)
		diag_note("%zu records of %zu files", m.written, n);
	for (size_t i = 0; i < m.opened; i++) {
		struct source *s = &m.sources[i];

		csvin_free(s->r);
		if (input_close(s->in) != 0)
			rc = -1;
		buffer_free(&s->key);
		buffer_free(&s->before);
	}
	order_free(m.order);
	free(m.sources);
	free(m.heap);
	return rc;
}
