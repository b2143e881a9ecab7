#include "propose/known.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "layout/layout.h"
#include "mem.h"
#include "read/dialect.h"
#include "table.h"

static const char *const columns[] = {"veld", "kolom", "omzetting", "waarde"};
#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* Lists of names are no layouts, and stay NULL. */
static int
load(const struct choices *c, struct layout **list)
{
	bool names;

	for (size_t i = 0; i < c->count; i++) {
		if (choices_is_names(c->paths[i], &names) < 0)
			return -1;
		if (names)
			continue;
		list[i] = layout_load(c->paths[i]);
		if (!list[i])
			return -1;
	}
	return 0;
}

/* A line of the layout. A file of words is named from here. */
static void
put_line(struct csvout *csv, const struct table *t, size_t i, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash ? slash + 1 : path;
	struct buffer text = {0};

	for (size_t k = 0; k < COLUMNS; k++) {
		struct text cell = table_cell(t, i, k);

		buffer_clear(&text);
		if (k == 3 && text_is(table_cell(t, i, 0), "woorden"))
			buffer_bytes(&text, path, (size_t)(file - path));
		buffer_add(&text, cell);
		csvout_text(csv, buffer_view(&text));
	}
	buffer_clear(&text);
	buffer_printf(&text, "zo in %s, die past: geef die met -l", file);
	csvout_text(csv, buffer_view(&text));
	csvout_end(csv);
	buffer_free(&text);
}

static int
write_layout(const char *path, struct output *out)
{
	struct table *t = table_load(path, columns, COLUMNS);
	struct csvout *csv;

	if (!t)
		return -1;
	csv = csvout_new(out, CSVOUT_ASKED);
	for (size_t k = 0; k < COLUMNS; k++)
		csvout_string(csv, columns[k]);
	csvout_string(csv, "reden");
	csvout_end(csv);
	for (size_t i = 0; i < table_rows(t); i++)
		put_line(csv, t, i, path);
	csvout_finish(csv);
	table_free(t);
	return 1;
}

int
known_write(struct input *in, const struct choices *c, const char *encoding,
	    char delimiter, struct output *out)
{
	struct layout **list = mem_array(c->count + 1, sizeof(*list));
	const struct layout *known = NULL;
	int rc = load(c, list);

	if (rc == 0)
		rc = dialect_known(in, list, c, encoding, delimiter, &known);
	if (rc == 0 && known)
		rc = write_layout(known->path, out);
	for (size_t i = 0; i < c->count; i++)
		layout_free(list[i]);
	free(list);
	return rc;
}
