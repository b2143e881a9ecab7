#include "table/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask/names.h"
#include "diag.h"
#include "mem.h"

static const char *const fixed[ROW_FIXED] = {"tabel",	"onderwerp", "regio",
					     "periode", "waarde",    "eenheid",
					     "status",	"reden"};

struct rows {
	struct csvout *out;
	struct text *fields;
	size_t columns; /* 0: no header yet */
	const struct text *names;
	size_t dimensions;
	bool labels;
	const char *who;
};

struct rows *
rows_new(struct csvout *out, bool labels)
{
	struct rows *r = mem_new(struct rows);

	r->labels = labels;
	r->out = out;
	return r;
}

void
rows_free(struct rows *r)
{
	if (!r)
		return;
	free(r->fields);
	free(r);
}

static bool
is_fixed(struct text name)
{
	for (size_t i = 0; i < ROW_FIXED; i++)
		if (text_is(name, fixed[i]))
			return true;
	return false;
}

static const char *const reserved[] = {
    "data",	"day",	 "month",    "table",	     "text",	"user",
    "when",	"where", "year",     "zone",	     "and",	"or",
    "in",	"on",	 "off",	     "if",	     "else",	"end",
    "then",	"mod",	 "xor",	     "count",	     "level",	"uniqueid",
    "objectid", "fid",	 "globalid", "creationdate", "creator", "editdate",
    "editor"};

static bool
is_reserved(struct text name)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (text_is(name, reserved[i]))
			return true;
	return text_starts(name, "shape") || is_fixed(name);
}

static char
fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return c;
	return '_';
}

static size_t
append(char *buf, size_t used, struct text t)
{
	for (size_t i = 0; i < t.n && used < ROWS_NAME; i++)
		buf[used++] = fold(t.s[i]);
	buf[used] = '\0';
	return used;
}

bool
rows_column(struct text name, const char *prefix, char buf[ROWS_NAME + 1])
{
	bool letter;

	append(buf, 0, name);
	letter = buf[0] >= 'a' && buf[0] <= 'z';
	if (letter && name.n <= ROWS_NAME && !is_reserved(text_of(buf)))
		return false;
	append(buf, append(buf, 0, text_of(prefix)), name);
	return true;
}

size_t
rows_columns(const struct rows *r)
{
	return r->columns;
}

size_t
rows_dimensions(const struct rows *r)
{
	return r->dimensions;
}

size_t
rows_labels(const struct rows *r)
{
	return r->labels ? ROW_FIXED + r->dimensions : 0;
}

size_t
rows_label(const struct rows *r, size_t column)
{
	if (column == ROW_REGIO)
		return rows_labels(r) + LABEL_REGIO;
	if (column == ROW_PERIODE)
		return rows_labels(r) + LABEL_PERIODE;
	return rows_labels(r) + LABEL_FIXED + column - ROW_FIXED;
}

/* That of a dimension's titles. */
static struct text
label_name(struct text name, char buf[ROWS_NAME + 1])
{
	snprintf(buf, ROWS_NAME + 1, "%.*s_naam", ROWS_NAME - 5, name.s);
	return text_of(buf);
}

/* The names of the columns with titles. */
static void
write_labels(const struct rows *r)
{
	static const char *const names[LABEL_FIXED] = {
	    "onderwerp_naam", "regio_naam", "periode_naam", "periode_begin"};
	char buf[ROWS_NAME + 1];

	for (size_t i = 0; i < LABEL_FIXED; i++)
		csvout_string(r->out, names[i]);
	for (size_t i = 0; i < r->dimensions; i++)
		csvout_text(r->out, label_name(r->names[i], buf));
}

/* Two names may be one when they are cut to the length of a column: the codes
 * of one dimension would take the place of the other's. */
static int
check_apart(const struct rows *r, const char *who, struct text a, struct text b)
{
	char one[ROWS_NAME + 1], two[ROWS_NAME + 1];

	if (text_equal(a, b))
		return diag_fail("%s: two dimensions would be column %s; give "
				 "one a shorter name in the file",
				 who, a.s);
	if (r->labels && text_equal(label_name(a, one), label_name(b, two)))
		return diag_fail("%s: the titles of two dimensions would be "
				 "column %s; leave out --labels",
				 who, one);
	return 0;
}

static int
check_names(const struct rows *r, const char *who, const struct text *names,
	    size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			if (check_apart(r, who, names[j], names[i]) < 0)
				return -1;
	return 0;
}

struct text
rows_name(const struct rows *r, size_t column)
{
	return column < ROW_FIXED ? text_of(fixed[column])
				  : r->names[column - ROW_FIXED];
}

static void
start(struct rows *r, const struct text *names, size_t count)
{
	r->columns = ROW_FIXED + count;
	r->dimensions = count;
	if (r->labels)
		r->columns += LABEL_FIXED + count;
	r->names = names;
	r->fields = mem_array(r->columns, sizeof(*r->fields));
	for (size_t i = 0; i < r->columns; i++)
		r->fields[i] = text_of("");
	if (!r->out)
		return;
	csvout_numbers(r->out, "waarde");
	for (size_t i = 0; i < ROW_FIXED + count; i++)
		csvout_text(r->out, rows_name(r, i));
	if (r->labels)
		write_labels(r);
	csvout_end(r->out);
}

static int
refuse(const struct rows *r, const char *who, const struct text *names,
       size_t count)
{
	struct names mine = {0}, theirs = {0};
	char a[NAMES_ADVICE], b[NAMES_ADVICE];

	for (size_t i = 0; i < count; i++)
		names_add(&mine, names[i]);
	for (size_t i = 0; i < r->dimensions; i++)
		names_add(&theirs, r->names[i]);
	diag_fail("%s: its further dimensions (%s) are not those of %s (%s); "
		  "extract them apart",
		  who, names_list(&mine, a), r->who, names_list(&theirs, b));
	names_free(&mine);
	names_free(&theirs);
	return -1;
}

int
rows_bind(struct rows *r, const char *who, const struct text *names,
	  size_t count, size_t *places)
{
	if (check_names(r, who, names, count) < 0)
		return -1;
	if (r->columns == 0) {
		r->who = who;
		start(r, names, count);
	}
	if (count != r->dimensions)
		return refuse(r, who, names, count);
	for (size_t i = 0; i < count; i++) {
		size_t j = 0;

		while (j < count && !text_equal(r->names[j], names[i]))
			j++;
		if (j == count)
			return refuse(r, who, names, count);
		places[i] = ROW_FIXED + j;
	}
	return 0;
}

struct text *
rows_fields(struct rows *r)
{
	return r->fields;
}

void
rows_write(struct rows *r, bool plain)
{
	csvout_record(r->out, r->fields, r->columns, plain);
}

struct csvout *
rows_out(const struct rows *r)
{
	return r->out;
}

void
rows_finish(struct rows *r)
{
	if (r->columns == 0)
		start(r, NULL, 0);
}
