#include "meta/resource.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "csvin.h"
#include "diag.h"
#include "mem.h"

enum kind {
	KIND_OTHER,
	KIND_GROUPS,	 /* of codes: known, not used */
	KIND_TOPICS,	 /* MeasureGroups */
	KIND_TABLE,	 /* TableInfos, Properties */
	KIND_PROPERTIES, /* DataProperties */
	KIND_CODES,	 /* v3: Key, Title, ... */
	KIND_MEASURES,	 /* MeasureCodes */
	KIND_DIMENSIONS, /* Dimensions */
	KIND_CODES4	 /* v4: Identifier, DimensionId, ... */
};

static bool
has(const struct resource_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (text_is(row->names[i], name))
			return true;
	return false;
}

static struct text
get(const struct resource_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (text_is(row->names[i], name))
			return text_trim(row->values[i]);
	return text_of("");
}

static struct text
last_word(struct text t)
{
	size_t i = t.n;

	while (i > 0 && strchr("-_. /", t.s[i - 1]) == NULL)
		i--;
	return (struct text){t.s + i, t.n - i};
}

/* A row of what a table says of itself; the portal's has but a few columns. */
static bool
is_table(const struct resource_row *row)
{
	struct text name = last_word(row->resource);

	return has(row, "ShortTitle") || has(row, "TemporalCoverage") ||
	       text_is(name, "TableInfos") || text_is(name, "Properties");
}

static enum kind
kind_of(const struct resource_row *row)
{
	if (has(row, "DimensionKey") ||
	    (has(row, "ParentId") && has(row, "DimensionId")))
		return KIND_GROUPS;
	if (has(row, "ParentId"))
		return KIND_TOPICS;
	if (has(row, "Key") && has(row, "Type"))
		return KIND_PROPERTIES;
	if (has(row, "Key") && has(row, "Title"))
		return KIND_CODES;
	if (!has(row, "Identifier"))
		return KIND_OTHER;
	if (has(row, "MeasureGroupId"))
		return KIND_MEASURES;
	if (has(row, "DimensionId") || has(row, "DimensionGroupId"))
		return KIND_CODES4;
	if (has(row, "Kind"))
		return KIND_DIMENSIONS;
	if (is_table(row))
		return KIND_TABLE;
	return KIND_OTHER;
}

static enum axis_kind
axis_kind(struct text word)
{
	if (text_is(word, "TimeDimension"))
		return AXIS_TIME;
	if (text_is(word, "GeoDimension") || text_is(word, "GeoDetail"))
		return AXIS_GEO;
	return text_is(word, "Dimension") ? AXIS_PLAIN : AXIS_UNKNOWN;
}

static enum meta_blank
blank_of(struct text word)
{
	if (text_is(word, "Impossible"))
		return BLANK_IMPOSSIBLE;
	if (text_is(word, "Missing"))
		return BLANK_MISSING;
	return text_is(word, "Zero") ? BLANK_ZERO : BLANK_UNKNOWN;
}

static void
add_dimension(struct meta *m, struct text key, struct text kind,
	      struct text title)
{
	struct meta_dimension *d = meta_add_dimension(m, key);

	d->kind = axis_kind(kind);
	d->title = meta_keep(m, title);
}

/* pandas and its like write the id 5 as 5.0. */
static struct text
id_of(struct text t)
{
	if (t.n > 2 && t.s[t.n - 1] == '0' && t.s[t.n - 2] == '.')
		t.n -= 2;
	return t;
}

static void
add_measure(struct meta *m, const struct resource_row *row, struct text key,
	    const char *type)
{
	struct meta_measure *x = meta_add_measure(m, key);

	x->title = meta_keep(m, get(row, "Title"));
	x->unit = meta_keep(m, get(row, "Unit"));
	x->group = meta_keep(m, id_of(get(row, "MeasureGroupId")));
	if (x->group.n == 0)
		x->group = meta_keep(m, id_of(get(row, "ParentID")));
	x->is_text = text_is(get(row, type), "String");
	x->is_number = !x->is_text && get(row, type).n > 0;
	x->blank = blank_of(get(row, "Default"));
}

static void
add_group(struct meta *m, const struct resource_row *row, const char *id,
	  const char *parent)
{
	struct meta_group *g = meta_add_group(m, id_of(get(row, id)));

	g->title = meta_keep(m, get(row, "Title"));
	g->parent = meta_keep(m, id_of(get(row, parent)));
}

static void
add_property(struct meta *m, const struct resource_row *row)
{
	struct text type = get(row, "Type"), key = get(row, "Key");

	if (text_is(type, "TopicGroup"))
		add_group(m, row, "ID", "ParentID");
	else if (key.n && text_is(type, "Topic"))
		add_measure(m, row, key, "Datatype");
	else if (key.n)
		add_dimension(m, key, type, get(row, "Title"));
}

static void
add_code(struct meta *m, const struct resource_row *row, struct text dimension,
	 struct text key)
{
	struct meta_code *c;

	if (dimension.n == 0 || key.n == 0)
		return;
	c = meta_add_code(m, dimension, key);
	c->title = meta_keep(m, get(row, "Title"));
	c->status = meta_keep(m, get(row, "Status"));
}

/* Of v3 codes only the name of the resource says which dimension they are:
 * of a file the last word of its name (83781ENG_Periods.csv). */
static struct text
dimension_of(const struct resource_row *row)
{
	struct text t = last_word(row->resource);

	if (has(row, "Status") && !text_is(t, "Periods"))
		return text_of("Perioden");
	return t;
}

/* v4 codes say it themselves as CSV, not as JSON: then PeriodenCodes is. */
static struct text
dimension4_of(const struct resource_row *row)
{
	static const char end[] = "Codes";
	struct text t = get(row, "DimensionId");
	size_t k = sizeof(end) - 1;

	if (t.n)
		return t;
	t = last_word(row->resource);
	if (t.n > k && text_is((struct text){t.s + t.n - k, k}, end))
		t.n -= k;
	return t;
}

static void
add_table(struct meta *m, const struct resource_row *row)
{
	m->table = meta_keep(m, get(row, "Identifier"));
	m->title = meta_keep(m, get(row, "Title"));
}

int
resource_row(struct meta *m, const struct resource_row *row)
{
	switch (kind_of(row)) {
	case KIND_OTHER:
		return 0;
	case KIND_GROUPS:
		break;
	case KIND_TOPICS:
		add_group(m, row, "Id", "ParentId");
		break;
	case KIND_TABLE:
		add_table(m, row);
		break;
	case KIND_PROPERTIES:
		add_property(m, row);
		break;
	case KIND_CODES:
		add_code(m, row, dimension_of(row), get(row, "Key"));
		break;
	case KIND_MEASURES:
		add_measure(m, row, get(row, "Identifier"), "DataType");
		break;
	case KIND_DIMENSIONS:
		add_dimension(m, get(row, "Identifier"), get(row, "Kind"),
			      get(row, "Title"));
		break;
	case KIND_CODES4:
		add_code(m, row, dimension4_of(row), get(row, "Identifier"));
		break;
	}
	return 1;
}

/* What stands on the first line, outside quotes. */
struct line {
	size_t length; /* its end included */
	size_t commas, semicolons;
};

static struct line
line_of(const unsigned char *p, size_t n)
{
	struct line l = {0};
	bool quoted = false;

	while (l.length < n) {
		unsigned char c = p[l.length++];

		if (c == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (c == '\r' && l.length < n && p[l.length] == '\n')
			continue;
		if (c == '\n' || c == '\r')
			break;
		l.semicolons += c == ';';
		l.commas += c == ',';
	}
	return l;
}

/* A line that has neither is a title above the table. */
char
resource_delimiter(const unsigned char *p, size_t n)
{
	struct line l = line_of(p, n);

	while (l.length < n && l.semicolons + l.commas == 0) {
		p += l.length;
		n -= l.length;
		l = line_of(p, n);
	}
	return l.semicolons > l.commas ? ';' : ',';
}

/* A name alone on the first line, and a table under it: the metadata that the
 * portal gives beside a download. */
bool
resource_has_sections(const unsigned char *p, size_t n)
{
	struct line first = line_of(p, n);
	struct line next = line_of(p + first.length, n - first.length);

	return first.semicolons + first.commas == 0 &&
	       next.semicolons + next.commas > 0;
}

struct text
resource_name(const char *file)
{
	struct text t = text_of(file);
	const char *last = strrchr(file, '/'), *colon = strrchr(file, ':');
	const char *dot;

	if (colon > last)
		last = colon;
	if (last) {
		t.n -= (size_t)(last + 1 - t.s);
		t.s = last + 1;
	}
	dot = memchr(t.s, '.', t.n);
	if (dot)
		t.n = (size_t)(dot - t.s);
	return t;
}

static int
read_table(struct meta *m, struct csvin *csv, const char *file, size_t *used)
{
	struct resource_row row = {.resource = resource_name(file)};
	struct text *names;
	int rc;

	if (csvin_header(csv) < 0)
		return -1;
	row.count = csvin_columns(csv);
	row.names = names = mem_array(row.count, sizeof(*names));
	for (size_t i = 0; i < row.count; i++)
		names[i] = csvin_column_name(csv, i);
	if (kind_of(&row) != KIND_OTHER)
		++*used;
	while ((rc = csvin_next_row(csv)) == 1) {
		row.values = csvin_fields(csv, &row.count);
		*used += (size_t)resource_row(m, &row);
	}
	free(names);
	return rc;
}

/* The only field that is not empty. */
static bool
is_alone(const struct text *fields, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (fields[i].n)
			return false;
	return true;
}

static const struct text *
keep_names(struct meta *m, const struct text *fields, size_t count)
{
	struct text *names = arena_alloc(m->arena, count, sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = meta_keep(m, text_trim(fields[i]));
	return names;
}

/* A name alone on a line, a header, rows; and so on. */
static int
read_sections(struct meta *m, struct csvin *csv, size_t *used)
{
	struct resource_row row = {0};
	size_t n;
	int rc;

	while ((rc = csvin_next(csv)) == 1) {
		const struct text *fields = csvin_fields(csv, &n);

		if (is_alone(fields, n)) {
			row = (struct resource_row){
			    .resource = meta_keep(m, text_trim(fields[0]))};
		} else if (row.resource.n && !row.names) {
			row.names = keep_names(m, fields, n);
			row.count = n;
		} else if (n == row.count) {
			row.values = fields;
			*used += (size_t)resource_row(m, &row);
		} else {
			return diag_fail_at(csvin_name(csv), csvin_row(csv),
					    "expected %zu fields as in the "
					    "header of its section, found %zu",
					    row.count, n);
		}
	}
	return rc;
}

int
resource_csv(struct meta *m, struct input *in, const char *file, size_t *used)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct csvin *csv;
	bool sections;
	int rc = -1;

	if (n >= 0) {
		sections = resource_has_sections(p, (size_t)n);
		csv = csvin_new(in, resource_delimiter(p, (size_t)n));
		rc = sections ? read_sections(m, csv, used)
			      : read_table(m, csv, file, used);
		csvin_free(csv);
	}
	return input_close(in) < 0 ? -1 : rc;
}
