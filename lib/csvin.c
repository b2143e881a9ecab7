#include "csvin.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "csvblock.h"
#include "csvhead.h"
#include "csvquote.h"
#include "csvsplit.h"
#include "diag.h"
#include "mem.h"

struct csvin {
	struct csvblock block;
	struct csvsplit *split;
	const struct csvrecord *at;
	bool begun, ended, failed, slow;
	size_t row, record;
	size_t heads; /* records that are the header again */
	struct csvhead *head;
	size_t width; /* of the header */
	char first;   /* byte of it */
};

struct csvin *
csvin_new(struct input *in, char delimiter)
{
	struct csvin *r = mem_new(struct csvin);

	assert(delimiter != '"' && delimiter != '\r' && delimiter != '\n');
	csvblock_init(&r->block, in, delimiter, CSVIN_RECORD_MAX);
	r->split = csvsplit_new(&r->block);
	r->at = csvsplit_record(r->split);
	r->row = 1;
	return r;
}

void
csvin_free(struct csvin *r)
{
	if (!r)
		return;
	input_rows(r->block.in, r->record);
	csvsplit_free(r->split);
	csvblock_free(&r->block);
	csvhead_free(r->head);
	free(r);
}

void
csvin_slow(struct csvin *r)
{
	r->slow = true;
}

/* The record at block.start, read on until it is all there. */
static int
record(struct csvin *r)
{
	struct csvblock *b = &r->block;

	while (b->start < b->end || !csvblock_final(b)) {
		switch (csvsplit_next(r->split, r->row, r->slow)) {
		case CSVSPLIT_DONE:
			if (r->at->next - b->start > CSVIN_RECORD_MAX)
				return csvquote_fail_long(b, r->row);
			return 1;
		case CSVSPLIT_MORE:
			if (csvblock_full(b))
				return csvquote_fail_long(b, r->row);
			if (csvblock_fill(b, r->row) < 0)
				return -1;
			break;
		default:
			return -1;
		}
	}
	return 0;
}

int
csvin_next(struct csvin *r)
{
	int rc;

	if (r->failed || r->ended)
		return r->failed ? -1 : 0;
	if (r->begun) {
		r->block.start = r->at->next;
		r->row += r->at->lines;
	} else if (csvblock_begin(&r->block) < 0) {
		r->failed = true;
		return -1;
	}
	r->begun = true;
	rc = record(r);
	r->failed = rc < 0;
	r->ended = rc == 0;
	r->record += rc == 1;
	return rc;
}

const struct text *
csvin_fields(const struct csvin *r, size_t *count)
{
	*count = r->at->count;
	return r->at->fields;
}

struct text
csvin_field(const struct csvin *r, size_t i)
{
	return i < r->at->count ? r->at->fields[i] : text_of("");
}

bool
csvin_blank(const struct csvin *r)
{
	return r->at->blank;
}

bool
csvin_plain(const struct csvin *r)
{
	return r->at->plain;
}

struct text
csvin_raw(const struct csvin *r)
{
	return csvsplit_raw(r->split);
}

size_t
csvin_row(const struct csvin *r)
{
	return r->row;
}

size_t
csvin_record(const struct csvin *r)
{
	return r->record;
}

const char *
csvin_name(const struct csvin *r)
{
	return input_name(r->block.in);
}

int
csvin_header(struct csvin *r)
{
	int rc = csvin_next(r);

	if (rc < 0)
		return -1;
	if (rc == 0)
		return diag_fail_at(csvin_name(r), 0,
				    "no header: the input is empty");
	if (r->at->blank)
		return diag_fail_at(csvin_name(r), r->row,
				    "no header: the first line is blank");
	r->head =
	    csvhead_new(csvin_name(r), r->row, r->at->fields, r->at->count);
	r->width = r->at->count;
	if (r->head)
		r->first = *csvhead_name(r->head, 0).s;
	return r->head ? 0 : -1;
}

size_t
csvin_columns(const struct csvin *r)
{
	return csvhead_count(r->head);
}

struct text
csvin_column_name(const struct csvin *r, size_t i)
{
	return csvhead_name(r->head, i);
}

long
csvin_find(const struct csvin *r, const char *name)
{
	return csvhead_find(r->head, name);
}

long
csvin_need(const struct csvin *r, const char *name)
{
	return csvhead_need(r->head, name);
}

long
csvin_need_text(const struct csvin *r, struct text name)
{
	char *s = mem_text(name.s, name.n);
	long at = csvin_need(r, s);

	free(s);
	return at;
}

/* Two files put together: told, not judged. */
static void
tell_header(struct csvin *r)
{
	char place[TEXT_SHOW + 32], show[TEXT_SHOW];

	if (r->heads++ >= diag_messages())
		return;
	snprintf(place, sizeof(place), "%s:%zu",
		 text_show(text_of(csvin_name(r)), show), r->row);
	diag_at(place, SEVERITY_WARNING,
		"this record is the header again, read as a record: were two "
		"files joined?");
}

/* By its first byte: this is asked of every row. */
static inline bool
may_be_header(const struct csvin *r)
{
	struct text first = r->at->fields[0];

	return first.n > 0 &&
	       (*first.s == ' ' || *first.s == '\t' || *first.s == r->first);
}

void
csvin_tell_header(struct csvin *r, const struct text *names, size_t count)
{
	if (r->at->count != count)
		return;
	for (size_t i = 0; i < count; i++)
		if (!text_equal(text_trim(r->at->fields[i]),
				text_trim(names[i])))
			return;
	tell_header(r);
}

/* Apart, so that the row that is well costs no room for the message. */
__attribute__((noinline)) static int
fail_width(struct csvin *r)
{
	char show[TEXT_SHOW];

	r->failed = true;
	return diag_fail_at(csvin_name(r), r->row,
			    "expected %zu fields as in the header, found %zu: "
			    "'%s'",
			    r->width, r->at->count,
			    text_show(text_trim(csvin_raw(r)), show));
}

int
csvin_next_row(struct csvin *r)
{
	int rc;

	do
		rc = csvin_next(r);
	while (rc == 1 && r->at->blank && r->width > 1);
	if (rc != 1)
		return rc;
	if (r->at->count == r->width) {
		if (may_be_header(r) &&
		    csvhead_is(r->head, r->at->fields, r->width))
			tell_header(r);
		return 1;
	}
	return fail_width(r);
}

bool
csvin_peek(const struct csvin *r, size_t skip, struct csvpeek *out)
{
	return r->begun && !r->failed && !r->ended && !r->slow &&
	       csvpeek_at(&r->block, r->at->next, skip, out);
}

void
csvin_take(struct csvin *r, const struct csvpeek *p)
{
	struct csvblock *b = &r->block;

	for (size_t i = 0; i < CSVPEEK_FIELDS; i++)
		b->buf[p->fields[i].s + p->fields[i].n - b->buf] = '\0';
	b->start = r->at->next;
	r->row += r->at->lines;
	r->record++;
	csvsplit_known(r->split, p->next);
}

int
csvin_same_header(const struct csvin *first, const struct csvin *r)
{
	size_t n = csvin_columns(first);
	bool same = csvin_columns(r) == n;

	for (size_t i = 0; same && i < n; i++)
		same = text_equal(csvin_column_name(first, i),
				  csvin_column_name(r, i));
	return same ? 0
		    : diag_fail("%s: another header than %s: expected the "
				"same columns in the same order",
				csvin_name(r), csvin_name(first));
}
