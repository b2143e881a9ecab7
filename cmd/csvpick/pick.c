#include "pick.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "diag.h"
#include "lookup.h"
#include "map.h"
#include "mem.h"
#include "name.h"
#include "num.h"

/* Columns beside those of the file: joined, its name, of another table. */
#define MORE 3

struct columns {
	size_t *at;
	size_t count;
};

struct pick {
	const struct pick_ask *ask;
	struct columns keep, glue, comma;
	struct text name; /* of the joined column */
	struct where *where;
	struct lookup *lookup; /* NULL: none */
	struct text *out;
	struct buffer glued, key;
	struct buffer *safe; /* of each column: its value made otherwise */
	struct map *given;   /* with ask->unique */
	size_t matched;
};

/* "a,b" as columns of r. */
static int
find(struct columns *c, const struct csvin *r, struct text list)
{
	struct text part;

	while (text_split(&list, ',', &part)) {
		long at = csvin_need_text(r, part);

		if (at < 0)
			return -1;
		c->at = mem_resize(c->at, c->count + 1, sizeof(*c->at));
		c->at[c->count++] = (size_t)at;
	}
	return 0;
}

static int
find_kept(struct pick *p, const struct csvin *r)
{
	if (p->ask->columns)
		return find(&p->keep, r, text_of(p->ask->columns));
	p->keep.count = csvin_columns(r);
	p->keep.at = mem_array(p->keep.count, sizeof(*p->keep.at));
	for (size_t i = 0; i < p->keep.count; i++)
		p->keep.at[i] = i;
	return 0;
}

static int
find_joined(struct pick *p, const struct csvin *r)
{
	struct text rest = text_of(p->ask->join);

	if (!p->ask->join)
		return 0;
	text_split(&rest, '=', &p->name);
	if (p->name.n == 0 || !rest.s)
		return diag_fail("--join takes NAME=COLUMN,..., not \"%s\"",
				 p->ask->join);
	return find(&p->glue, r, rest);
}

struct pick *
pick_new(const struct pick_ask *ask, const struct csvin *r)
{
	struct pick *p = mem_new(struct pick);

	p->ask = ask;
	if (find_kept(p, r) < 0 || find_joined(p, r) < 0 ||
	    (ask->comma && find(&p->comma, r, text_of(ask->comma)) < 0) ||
	    (p->where = where_new(&ask->where, r)) == NULL ||
	    (ask->lookup && (p->lookup = lookup_new(ask->lookup, r)) == NULL)) {
		pick_free(p);
		return NULL;
	}
	p->out = mem_array(p->keep.count + MORE, sizeof(*p->out));
	p->safe = mem_array(p->keep.count + MORE, sizeof(*p->safe));
	if (ask->unique)
		p->given = map_new();
	return p;
}

void
pick_free(struct pick *p)
{
	if (!p)
		return;
	map_free(p->given);
	for (size_t i = 0; p->safe && i < p->keep.count + MORE; i++)
		buffer_free(&p->safe[i]);
	free(p->safe);
	free(p->keep.at);
	free(p->glue.at);
	free(p->comma.at);
	where_free(p->where);
	lookup_free(p->lookup);
	free(p->out);
	buffer_free(&p->glued);
	buffer_free(&p->key);
	free(p);
}

const struct text *
pick_header(struct pick *p, const struct csvin *r, size_t *count)
{
	for (size_t i = 0; i < p->keep.count; i++)
		p->out[i] = csvin_column_name(r, p->keep.at[i]);
	*count = p->keep.count;
	if (p->ask->join)
		p->out[(*count)++] = p->name;
	if (p->ask->file)
		p->out[(*count)++] = text_of(p->ask->file);
	if (p->lookup)
		p->out[(*count)++] = lookup_name(p->lookup);
	return p->out;
}

static struct text
value(const struct pick *p, const struct text *fields, size_t at)
{
	return p->ask->where.trim ? text_trim(fields[at]) : fields[at];
}

static struct text
joined(struct pick *p, const struct text *fields)
{
	buffer_clear(&p->glued);
	for (size_t i = 0; i < p->glue.count; i++) {
		if (i > 0)
			buffer_char(&p->glued, '|');
		buffer_add(&p->glued, value(p, fields, p->glue.at[i]));
	}
	return buffer_view(&p->glued);
}

static bool
is_given(struct pick *p, size_t count)
{
	void **slot;
	bool is;

	buffer_clear(&p->key);
	for (size_t i = 0; i < count; i++)
		buffer_part(&p->key, p->out[i]);
	slot = map_slot(p->given, buffer_view(&p->key));
	is = *slot != NULL;
	*slot = p;
	return is;
}

static void
make_safe(struct pick *p, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!name_is_formula(p->out[i]))
			continue;
		buffer_clear(&p->safe[i]);
		buffer_char(&p->safe[i], '\'');
		buffer_add(&p->safe[i], p->out[i]);
		p->out[i] = buffer_view(&p->safe[i]);
	}
}

static bool
has_comma(const struct pick *p, size_t at)
{
	for (size_t i = 0; i < p->comma.count; i++)
		if (p->comma.at[i] == at)
			return true;
	return false;
}

/* Numbers of ours have a point; who opens them where a comma is the decimal
 * sign reads 1.234 as 1234, and 1.5 as a day. */
static void
make_comma(struct pick *p)
{
	struct num n;

	for (size_t i = 0; i < p->keep.count; i++) {
		const char *point;

		if (!has_comma(p, p->keep.at[i]) ||
		    num_parse(p->out[i], NUM_PLAIN, &n) != NUM_OK ||
		    !(point = memchr(p->out[i].s, '.', p->out[i].n)))
			continue;
		buffer_clear(&p->safe[i]);
		buffer_add(&p->safe[i], p->out[i]);
		p->safe[i].s[point - p->out[i].s] = ',';
		p->out[i] = buffer_view(&p->safe[i]);
	}
}

const struct text *
pick_record(struct pick *p, const struct csvin *r, size_t *count)
{
	size_t width;
	const struct text *fields = csvin_fields(r, &width);

	if (!where_holds(p->where, fields))
		return NULL;
	p->matched++;
	for (size_t i = 0; i < p->keep.count; i++)
		p->out[i] = value(p, fields, p->keep.at[i]);
	*count = p->keep.count;
	if (p->ask->join)
		p->out[(*count)++] = joined(p, fields);
	if (p->ask->file)
		p->out[(*count)++] = text_of(csvin_name(r));
	if (p->lookup)
		p->out[(*count)++] = lookup_value(p->lookup, fields);
	make_comma(p);
	if (p->ask->excel_safe)
		make_safe(p, *count);
	return p->given && is_given(p, *count) ? NULL : p->out;
}

bool
pick_plain(const struct pick *p, const struct csvin *r)
{
	return csvin_plain(r) && !p->ask->join && !p->ask->file && !p->lookup &&
	       !p->ask->comma && !p->ask->excel_safe;
}

size_t
pick_matched(const struct pick *p)
{
	return p->matched;
}

int
pick_settle(const struct pick *p, const char *file)
{
	return where_settle(p->where, file);
}

void
pick_tell_nothing(const struct pick *p, size_t read)
{
	where_tell_nothing(p->where, read);
}
