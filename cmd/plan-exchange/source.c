#include "source.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvin.h"
#include "diag.h"
#include "filekind.h"
#include "input.h"
#include "jsonin.h"

/* {"features":[{"properties":{"list":[{"name": */
#define DEPTH_MAX 32

/* What we are in. */
enum place {
	OUTSIDE, /* the text itself, or the object around the list */
	LIST,	 /* of records */
	RECORD,
	PROPERTIES, /* of a feature: they are the record */
	VALUES,	    /* a list in it */
	WITHIN,	    /* a record in that list */
	DEEPER,	    /* a list in that record */
	OTHER	    /* nothing that is read, at any depth */
};

struct json {
	const struct source_handler *handler;
	void *ctx;
	const char *file;
	struct columns *columns, *inner;
	struct record *record, *child;
	/* What an object of the list says itself: the record, unless it turns
	 * out to be a feature. */
	struct columns *outer;
	struct record *own;
	enum place at[DEPTH_MAX];
	size_t depth, records;
	struct buffer name;   /* of the property we are in */
	struct buffer list;   /* its values, joined */
	struct buffer member; /* the property of a record within */
	struct buffer joined; /* and its values */
	bool listed;	      /* the list of records was there */
	bool known;	      /* the name of the list of records */
	bool featured;	      /* the record is a feature's properties */
	bool nested;	      /* a property is an object */
	bool parts;	      /* the list has records */
};

int
source_fail(const struct source_place *at, const char *fmt, ...)
{
	struct buffer b = {0};
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(&b, fmt, ap);
	va_end(ap);
	buffer_char(&b, '\0');
	if (at->row)
		diag_fail_at(at->file, at->row, "%s", b.s);
	else
		diag_fail("%s: record %zu: %s", at->file, at->record, b.s);
	buffer_free(&b);
	return -1;
}

static bool
refuse(const struct json *j, const char *what)
{
	diag_fail("%s: record %zu: %s", j->file, j->records + 1, what);
	return false;
}

static enum place
place(const struct json *j)
{
	return j->depth ? j->at[j->depth - 1] : OUTSIDE;
}

/* What a value is in a table. */
static struct text
plain(enum jsonin_kind kind, struct text t)
{
	if (kind != JSONIN_BOOLEAN)
		return t;
	return text_of(t.n == 4 ? "Ja" : "Nee");
}

static void
set(struct columns *columns, struct record *r, const struct buffer *name,
    struct text value)
{
	record_set(r, columns_place(columns, buffer_view(name)), value);
}

static bool
on_value(void *ctx, enum jsonin_kind kind, struct text t)
{
	struct json *j = ctx;

	t = plain(kind, t);
	switch (place(j)) {
	case OUTSIDE:
		return j->depth || refuse(j, "expected a list of records");
	case LIST:
		return refuse(j, "expected a list of records");
	case RECORD:
		set(j->outer, j->own, &j->name, t);
		break;
	case PROPERTIES:
		set(j->columns, j->record, &j->name, t);
		break;
	case VALUES:
		buffer_list(&j->list, ",", t);
		break;
	case WITHIN:
		set(j->inner, j->child, &j->member, t);
		break;
	case DEEPER:
		buffer_list(&j->joined, ",", t);
		break;
	case OTHER:
		break;
	}
	return true;
}

/* Without blanks: "knelpunten _meerkeuze" is seen. */
static void
take_name(struct buffer *b, struct text name)
{
	buffer_clear(b);
	for (size_t i = 0; i < name.n; i++)
		if (name.s[i] != ' ')
			buffer_char(b, name.s[i]);
}

static bool
on_key(void *ctx, struct text name)
{
	struct json *j = ctx;

	if (place(j) == WITHIN)
		take_name(&j->member, name);
	else if (place(j) == RECORD || place(j) == PROPERTIES)
		take_name(&j->name, name);
	else if (place(j) == OUTSIDE)
		j->known = text_is(name, "features") || text_is(name, "value");
	return true;
}

/* Where an object leads. */
static enum place
map_in(struct json *j)
{
	switch (place(j)) {
	case OUTSIDE:
		return j->depth ? OTHER : OUTSIDE;
	case LIST:
		record_clear(j->own);
		j->featured = j->nested = false;
		return RECORD;
	case RECORD:
		if (!text_is(buffer_view(&j->name), "properties")) {
			j->nested = true;
			return OTHER;
		}
		record_clear(j->record);
		j->featured = true;
		return PROPERTIES;
	case VALUES:
		record_clear(j->child);
		j->parts = true;
		return WITHIN;
	case PROPERTIES:
	case WITHIN:
	case DEEPER:
	case OTHER:
		break;
	}
	return OTHER;
}

static enum place
list_in(struct json *j)
{
	switch (place(j)) {
	case OUTSIDE:
		if (j->depth && !j->known)
			return OTHER;
		j->listed = true;
		return LIST;
	case RECORD:
	case PROPERTIES:
		buffer_clear(&j->list);
		j->parts = false;
		return VALUES;
	case WITHIN:
		buffer_clear(&j->joined);
		return DEEPER;
	case LIST:
	case VALUES:
	case DEEPER:
	case OTHER:
		break;
	}
	return OTHER;
}

static bool
on_open(void *ctx, bool list)
{
	struct json *j = ctx;
	enum place from = place(j), to;

	if (j->depth == DEPTH_MAX)
		return refuse(j, "nested too deeply");
	to = list ? list_in(j) : map_in(j);
	if (from == LIST && list)
		return refuse(j, "expected a list of records");
	if (to == OTHER && from != OTHER && from != OUTSIDE && from != RECORD)
		return refuse(j, "a property that is not flat");
	j->at[j->depth++] = to;
	return true;
}

static bool
end_list(struct json *j)
{
	struct text all = buffer_view(&j->list);

	if (j->parts)
		return true;
	if (place(j) == RECORD)
		set(j->outer, j->own, &j->name, all);
	else
		set(j->columns, j->record, &j->name, all);
	return true;
}

/* No feature: what the object says is the record. */
static void
take_own(struct json *j)
{
	record_clear(j->record);
	for (size_t i = 0; i < columns_count(j->outer); i++)
		record_set(j->record,
			   columns_place(j->columns, columns_name(j->outer, i)),
			   record_get(j->own, i));
}

static bool
end_record(struct json *j)
{
	struct source_place at = {j->file, 0, j->records + 1};

	if (j->nested && !j->featured)
		return refuse(j, "a property that is not flat");
	j->records++;
	if (!j->featured)
		take_own(j);
	return j->handler->record(j->ctx, j->record, &at) == 0;
}

static bool
end_within(struct json *j)
{
	if (!j->handler->within)
		return refuse(j, "a property that is not flat");
	return j->handler->within(j->ctx, buffer_view(&j->name), j->child) == 0;
}

static bool
on_close(void *ctx, bool list)
{
	struct json *j = ctx;
	enum place from = place(j);

	(void)list;
	j->depth--;
	if (from == RECORD)
		return end_record(j);
	if (from == VALUES)
		return end_list(j);
	if (from == WITHIN)
		return end_within(j);
	if (from == DEEPER)
		set(j->inner, j->child, &j->member, buffer_view(&j->joined));
	return true;
}

static int
read_json(struct input *in, struct json *j)
{
	static const struct jsonin_handler handler = {on_value, on_key, on_open,
						      on_close};
	int rc;

	j->record = record_new();
	j->child = record_new();
	j->own = record_new();
	j->outer = columns_new();
	rc = jsonin_read(in, false, &handler, j);
	if (rc == 0 && !j->listed)
		rc = diag_fail("%s: neither a list of records nor an object "
			       "with \"features\" or \"value\"",
			       j->file);
	input_rows(in, j->records);
	record_free(j->record);
	record_free(j->child);
	record_free(j->own);
	columns_free(j->outer);
	buffer_free(&j->name);
	buffer_free(&j->list);
	buffer_free(&j->member);
	buffer_free(&j->joined);
	return rc;
}

static int
take_records(struct csvin *r, struct json *j)
{
	struct source_place at = {.file = j->file};
	const char *instead = j->handler->instead;
	int rc;

	if (csvin_header(r) < 0 || ((!instead || csvin_find(r, instead) < 0) &&
				    csvin_need(r, j->handler->need) < 0))
		return -1;
	for (size_t i = 0; i < csvin_columns(r); i++)
		columns_place(j->columns, csvin_column_name(r, i));
	while ((rc = csvin_next_row(r)) == 1) {
		record_clear(j->record);
		for (size_t i = 0; i < csvin_columns(r); i++)
			if (csvin_field(r, i).n)
				record_set(j->record, i, csvin_field(r, i));
		at.row = csvin_row(r);
		if (j->handler->record(j->ctx, j->record, &at) < 0)
			return -1;
	}
	return rc;
}

static int
read_csv(struct input *in, struct json *j)
{
	struct csvin *r = csvin_new(in, ',');
	int rc;

	j->record = record_new();
	rc = take_records(r, j);
	record_free(j->record);
	csvin_free(r);
	return rc;
}

/* By the first byte that is no blank and no byte order mark. */
static int
is_json(struct input *in, bool *json)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p), i = 0;

	if (n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < n && memchr(" \t\r\n", p[i], 4))
		i++;
	*json = i < n && (p[i] == '{' || p[i] == '[');
	return n < 0 ? -1
		     : filekind_refuse_foreign(input_name(in),
					       "a table of the exchange, CSV "
					       "or JSON",
					       p, (size_t)n);
}

int
source_read(const char *path, struct columns *columns, struct columns *inner,
	    const struct source_handler *h, void *ctx, bool *json)
{
	struct input *in = input_open(path);
	struct json j = {
	    .handler = h, .ctx = ctx, .columns = columns, .inner = inner};
	int rc;

	if (!in)
		return -1;
	j.file = input_name(in);
	rc = is_json(in, json);
	if (rc == 0)
		rc = *json ? read_json(in, &j) : read_csv(in, &j);
	return input_close(in) < 0 ? -1 : rc;
}
