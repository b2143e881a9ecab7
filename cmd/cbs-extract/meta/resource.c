#include "meta/resource.h"

#include <stdlib.h>
#include <string.h>

#include "csvin.h"
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
	if (has(row, "ShortTitle") || has(row, "TemporalCoverage"))
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

static struct text
last_word(struct text t)
{
	size_t i = t.n;

	while (i > 0 && strchr("-_. /", t.s[i - 1]) == NULL)
		i--;
	return (struct text){t.s + i, t.n - i};
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

char
resource_delimiter(const unsigned char *p, size_t n)
{
	size_t semicolons = 0, commas = 0;
	bool quoted = false;

	for (size_t i = 0; i < n; i++) {
		if (p[i] == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (p[i] == '\n' || p[i] == '\r')
			break;
		semicolons += p[i] == ';';
		commas += p[i] == ',';
	}
	return semicolons > commas ? ';' : ',';
}

/* The file's name without its folders and its .csv and .gz. */
static struct text
stem(const char *file)
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
read_rows(struct meta *m, struct csvin *csv, const char *file, size_t *used)
{
	struct resource_row row = {.resource = stem(file)};
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

int
resource_csv(struct meta *m, struct input *in, const char *file, size_t *used)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct csvin *csv;
	int rc = -1;

	if (n >= 0) {
		csv = csvin_new(in, resource_delimiter(p, (size_t)n));
		rc = read_rows(m, csv, file, used);
		csvin_free(csv);
	}
	return input_close(in) < 0 ? -1 : rc;
}
