#include "csvout.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "csvscan.h"
#include "csvtable.h"
#include "jsonout.h"
#include "mem.h"
#include "outform.h"

/* A record written field by field is gathered in `line`, joined by
 * delimiters, and looked at once as a whole: when it has no more bytes that
 * mean something than its own delimiters, nothing needs a quote. */
struct csvout {
	struct output *out;
	char delimiter;
	bool special[256]; /* bytes that need quotes */
	char *line;
	size_t used, line_cap;
	size_t *ends; /* of each field in line */
	struct text *fields;
	size_t count, cap, fields_cap;
	size_t width, records;
	/* At most one of them; else plain CSV. */
	struct csvtable *table;
	struct jsonout *json;
	const char *number_names; /* of csvout_numbers */
	bool *numbers;		  /* of the columns that were looked at */
	size_t marked, numbers_cap;
	char *room; /* of csvout_room, for a view */
	size_t room_cap;
};

struct csvout *
csvout_new(struct output *o, enum csvout_form form)
{
	struct csvout *w = mem_new(struct csvout);

	w->out = o;
	csvout_delimiter(w, ',');
	if (form == CSVOUT_ASKED && outform() == OUTFORM_TABLE)
		w->table = csvtable_new(outform_rows());
	if (form == CSVOUT_ASKED && outform() == OUTFORM_JSON)
		w->json = jsonout_new(o);
	return w;
}

void
csvout_delimiter(struct csvout *w, char delimiter)
{
	assert(w->records == 0 && w->count == 0);
	w->delimiter = delimiter;
	memset(w->special, 0, sizeof(w->special));
	w->special['"'] = w->special['\r'] = w->special['\n'] = true;
	w->special[(unsigned char)delimiter] = true;
}

/* The first field that needs quotes, or count; p[0, n) is the record joined.
 * It holds marks where its delimiters are; one elsewhere lies in a field. The
 * memory is valid, if not meaningful, for CSVSCAN_BLOCK bytes beyond. */
static size_t
first_special(const struct csvout *w, const char *p, size_t n,
	      const struct text *fields, size_t count)
{
	size_t field = 0, end = fields[0].n;
	bool odd;

	for (size_t i = 0; i < n; i += CSVSCAN_BLOCK) {
		uint64_t m = csvmarks_all(csvscan(p + i, w->delimiter, &odd));

		if (n - i < CSVSCAN_BLOCK)
			m &= (UINT64_C(1) << (n - i)) - 1;
		for (; m; m &= m - 1) {
			if (i + (size_t)__builtin_ctzll(m) != end)
				return field;
			end += 1 + fields[++field].n;
		}
	}
	return count;
}

static bool
needs_quotes(const struct csvout *w, struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (w->special[(unsigned char)t.s[i]])
			return true;
	return false;
}

/* Writes t in quotes; returns the place after it. */
static char *
quoted(char *p, struct text t)
{
	*p++ = '"';
	while (t.n) {
		const char *q = memchr(t.s, '"', t.n);
		size_t n = q ? (size_t)(q - t.s) + 1 : t.n;

		memcpy(p, t.s, n);
		p += n;
		if (q)
			*p++ = '"';
		t.s += n;
		t.n -= n;
	}
	*p++ = '"';
	return p;
}

/* Fields side by side with delimiters between; returns the place after. */
static char *
join(const struct csvout *w, char *p, const struct text *fields, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			*p++ = w->delimiter;
		if (fields[i].n)
			memcpy(p, fields[i].s, fields[i].n);
		p += fields[i].n;
	}
	return p;
}

static char *
join_quoted(const struct csvout *w, char *p, const struct text *fields,
	    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			*p++ = w->delimiter;
		if (needs_quotes(w, fields[i]))
			p = quoted(p, fields[i]);
		else
			p = join(w, p, &fields[i], 1);
	}
	return p;
}

/* Counts the record and demands the header's width. */
static void
counted(struct csvout *w, size_t count)
{
	assert(count > 0);
	if (w->records++ == 0)
		w->width = count;
	assert(count == w->width);
}

/* True when the fields stand side by side in memory, `most` bytes between or
 * fewer, as csvin leaves them: one, or three where both were quoted. */
static bool
adjacent(const struct text *fields, size_t count, size_t most)
{
	for (size_t i = 1; i < count; i++)
		if ((uintptr_t)fields[i].s -
			((uintptr_t)fields[i - 1].s + fields[i - 1].n) - 1 >=
		    most)
			return false;
	return true;
}

/* The common case at one memcpy a record: fields as csvin leaves them. */
static void
copy_plain(struct csvout *w, const struct text *fields, size_t count)
{
	const struct text *last = &fields[count - 1];
	size_t n = (size_t)(last->s - fields[0].s) + last->n;
	char *p = output_reserve(w->out, n + 1);

	memcpy(p, fields[0].s, n);
	for (size_t i = 1; i < count; i++)
		p[fields[i].s - fields[0].s - 1] = ',';
	p[n] = '\n';
	output_advance(w->out, n + 1);
}

#define SHORT 16

/* The same of fields that were quoted: most are short, and cost less than a
 * call when a few bytes too many are copied, which the fields behind have. */
static void
copy_near(struct csvout *w, const struct text *fields, size_t count)
{
	const char *end = fields[count - 1].s + fields[count - 1].n;
	size_t n = (size_t)(end - fields[0].s);
	char *p = output_reserve(w->out, n + 1 + SHORT), *from = p;

	for (size_t i = 0; i < count; i++) {
		struct text f = fields[i];

		if (f.n <= SHORT && end - f.s >= SHORT)
			memcpy(p, f.s, SHORT);
		else
			memcpy(p, f.s, f.n);
		p += f.n;
		*p++ = ',';
	}
	p[-1] = '\n';
	output_advance(w->out, (size_t)(p - from));
}

static void
copy(struct csvout *w, const struct text *fields, size_t count)
{
	size_t n = count, at = 0, k;
	char *p, *end;

	for (size_t i = 0; i < count; i++)
		n += fields[i].n;
	p = output_reserve(w->out, 2 * (n + count) + CSVSCAN_BLOCK);
	end = join(w, p, fields, count);
	k = first_special(w, p, (size_t)(end - p), fields, count);
	if (k < count) {
		for (size_t i = 0; i < k; i++)
			at += fields[i].n + 1;
		end = join_quoted(w, p + at, fields + k, count - k);
	} else if (end == p && count == 1) {
		/* Else it would read as a blank line. */
		*end++ = '"';
		*end++ = '"';
	}
	*end++ = '\n';
	output_advance(w->out, (size_t)(end - p));
}

static bool
is_view(const struct csvout *w)
{
	return w->table || w->json;
}

void
csvout_numbers(struct csvout *w, const char *names)
{
	assert(w->records == 0);
	w->number_names = names;
}

/* Column i holds numbers; those before it that nobody marked do not. */
static void
mark(struct csvout *w, size_t i, bool number)
{
	w->numbers = mem_grow(w->numbers, &w->numbers_cap, i + 1, sizeof(bool));
	while (w->marked <= i)
		w->numbers[w->marked++] = false;
	w->numbers[i] = number;
}

/* The header to the view, with what its columns hold. */
static void
show_header(struct csvout *w, const struct text *names, size_t count)
{
	struct text rest, name;

	for (size_t i = 0; i < count; i++) {
		mark(w, i, i < w->marked && w->numbers[i]);
		rest = text_of(w->number_names);
		while (!w->numbers[i] && text_split(&rest, ' ', &name))
			w->numbers[i] = name.n && text_equal(name, names[i]);
	}
	if (w->table)
		csvtable_add(w->table, names, count, w->numbers);
	else if (jsonout_header(w->json, names, count, w->numbers) < 0)
		output_spoil(w->out);
}

static void
show(struct csvout *w, const struct text *fields, size_t count)
{
	if (w->records == 1)
		show_header(w, fields, count);
	else if (w->table)
		csvtable_add(w->table, fields, count, NULL);
	else
		jsonout_record(w->json, fields);
}

void
csvout_record(struct csvout *w, const struct text *fields, size_t count,
	      bool plain)
{
	counted(w, count);
	if (is_view(w))
		show(w, fields, count);
	else if (plain && w->delimiter == ',' && count > 1 &&
		 adjacent(fields, count, 1))
		copy_plain(w, fields, count);
	else if (plain && w->delimiter == ',' && count > 1 &&
		 adjacent(fields, count, 3))
		copy_near(w, fields, count);
	else
		copy(w, fields, count);
}

/* A field of the records in w->room, from *p on, its quotes taken off in
 * place; *p is then at what ends it. */
static struct text
unquoted(char **p)
{
	char *from = *p, *to = from;

	if (*from != '"') {
		while (**p != ',' && **p != '\n')
			++*p;
		return (struct text){from, (size_t)(*p - from)};
	}
	for (++*p; **p != '"' || (*p)[1] == '"'; ++*p) {
		*p += **p == '"';
		*to++ = **p;
	}
	++*p;
	return (struct text){from, (size_t)(to - from)};
}

/* The records that were put in w->room, to the view. */
static void
show_lines(struct csvout *w, size_t n)
{
	char *p = w->room, *end = p + n;

	while (p < end) {
		size_t count = 0;

		do {
			w->fields = mem_grow(w->fields, &w->fields_cap,
					     count + 1, sizeof(*w->fields));
			w->fields[count++] = unquoted(&p);
		} while (*p++ == ',');
		counted(w, count);
		show(w, w->fields, count);
	}
}

char *
csvout_room(struct csvout *w, size_t n)
{
	assert(w->delimiter == ',' && w->count == 0);
	assert(w->records > 0);
	if (is_view(w)) {
		w->room = mem_grow(w->room, &w->room_cap, n, 1);
		return w->room;
	}
	return output_reserve(w->out, n);
}

void
csvout_filled(struct csvout *w, size_t n, size_t records)
{
	if (is_view(w)) {
		show_lines(w, n);
		return;
	}
	output_advance(w->out, n);
	w->records += records;
}

char *
csvout_quote(const struct csvout *w, char *p, struct text t)
{
	return needs_quotes(w, t) ? quoted(p, t) : join(w, p, &t, 1);
}

/* Room for n bytes in the line, and for one more field. */
static char *
room(struct csvout *w, size_t n)
{
	w->line =
	    mem_grow(w->line, &w->line_cap, w->used + n + CSVSCAN_BLOCK, 1);
	w->ends = mem_grow(w->ends, &w->cap, w->count + 1, sizeof(*w->ends));
	return w->line + w->used;
}

void
csvout_text(struct csvout *w, struct text t)
{
	char *p = room(w, t.n);

	if (t.n)
		memcpy(p, t.s, t.n);
	w->used += t.n;
	w->ends[w->count++] = w->used;
}

void
csvout_number_name(struct csvout *w, struct text name)
{
	assert(w->records == 0);
	mark(w, w->count, true);
	csvout_text(w, name);
}

void
csvout_string(struct csvout *w, const char *s)
{
	csvout_text(w, text_of(s));
}

void
csvout_int(struct csvout *w, int64_t v)
{
	char buf[24], *p = buf + sizeof(buf);
	uint64_t u = v < 0 ? -(uint64_t)v : (uint64_t)v;

	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	csvout_text(w, (struct text){p, (size_t)(buf + sizeof(buf) - p)});
}

void
csvout_num(struct csvout *w, struct num v)
{
	char buf[NUM_TEXT];

	csvout_text(w, num_format(v, buf));
}

void
csvout_empty(struct csvout *w)
{
	csvout_text(w, (struct text){"", 0});
}

void
csvout_end(struct csvout *w)
{
	size_t from = 0;

	if (w->count > w->fields_cap)
		w->fields = mem_grow(w->fields, &w->fields_cap, w->count,
				     sizeof(*w->fields));
	for (size_t i = 0; i < w->count; i++) {
		w->fields[i] = (struct text){w->line + from, w->ends[i] - from};
		from = w->ends[i];
	}
	csvout_record(w, w->fields, w->count, false);
	w->used = w->count = 0;
}

size_t
csvout_records(const struct csvout *w)
{
	return w->records;
}

static void
write_table(struct csvout *w)
{
	long rows = csvtable_write(w->table, w->out);

	if (rows < 0)
		output_spoil(w->out);
	else
		output_rows(w->out, (uint64_t)rows);
}

void
csvout_finish(struct csvout *w)
{
	assert(w->count == 0);
	if (w->table)
		write_table(w);
	else
		output_rows(w->out, w->records);
	if (w->json)
		jsonout_finish(w->json);
	csvtable_free(w->table);
	jsonout_free(w->json);
	free(w->numbers);
	free(w->room);
	free(w->fields);
	free(w->ends);
	free(w->line);
	free(w);
}
