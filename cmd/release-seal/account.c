#include "account.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "csvout.h"
#include "diag.h"
#include "jsontext.h"
#include "mem.h"
#include "outform.h"

#define TAIL "  \"bestanden\": []\n}\n"

static int
measure(struct account *a, size_t i, struct list *list, struct schemas *schemas,
	struct measure_dialect feed, const struct seen *seen)
{
	const char *name = a->files.names[i];
	char *path;
	int rc;

	if ((a->rows[i] = list_find(list, name)) == NULL)
		return diag_fail("%s/%s: no row of the list is of it",
				 a->files.root, name);
	path = files_path(a->files.root, name);
	rc = measure_file(&a->measures[i], path, name, a->rows[i], schemas,
			  feed, seen);
	free(path);
	return rc;
}

int
account_make(struct account *a, const char *folder, struct list *list,
	     struct schemas *schemas, struct measure_dialect feed,
	     const struct seen *seen, bool complete)
{
	*a = (struct account){0};
	if (files_find(&a->files, folder) < 0)
		return -1;
	a->measures = mem_array(a->files.count + 1, sizeof(*a->measures));
	a->rows = mem_array(a->files.count + 1, sizeof(*a->rows));
	for (; a->count < a->files.count; a->count++)
		if (measure(a, a->count, list, schemas, feed, seen) < 0)
			return -1;
	return complete ? list_complete(list, &a->files) : 0;
}

void
account_free(struct account *a)
{
	for (size_t i = 0; a->measures && i < a->files.count; i++)
		measure_free(&a->measures[i]);
	free(a->measures);
	free(a->rows);
	files_free(&a->files);
}

static void
put_columns(struct buffer *p, const struct measure *m)
{
	buffer_printf(p, ",\"scheiding\":");
	jsontext_add(p, (struct text){&m->dialect.delimiter, 1});
	buffer_printf(p, ",\"decimaal\":");
	jsontext_add(p, (struct text){&m->dialect.decimal, 1});
	buffer_printf(p, ",\"kolommen\":[");
	for (size_t i = 0; i < m->count; i++) {
		buffer_printf(p, "%s{", i ? "," : "");
		for (size_t k = 0; k < SCHEMA_COLUMNS; k++) {
			buffer_printf(p, "%s\"%s\":", k ? "," : "",
				      schema_columns[k]);
			jsontext_add(p, m->columns[i].about[k]);
		}
		buffer_bytes(p, "}", 1);
	}
	buffer_bytes(p, "]", 1);
}

static bool
is_csv(const struct account *a, size_t i)
{
	return a->rows[i]->kind == LIST_TABLE || a->rows[i]->kind == LIST_FORM;
}

/* Without the columns of each. */
static void
write_table(const struct account *a, struct output *o)
{
	struct csvout *w = csvout_new(o, CSVOUT_ASKED);

	csvout_numbers(w, "bytes rijen");
	csvout_string(w, "pad");
	csvout_string(w, "bytes");
	csvout_string(w, "rijen");
	csvout_string(w, "sha256");
	csvout_end(w);
	for (size_t i = 0; i < a->count; i++) {
		csvout_string(w, a->files.names[i]);
		csvout_int(w, (int64_t)a->measures[i].bytes);
		if (is_csv(a, i))
			csvout_int(w, (int64_t)a->measures[i].rows);
		else
			csvout_empty(w);
		csvout_string(w, a->measures[i].sha256);
		csvout_end(w);
	}
	csvout_finish(w);
}

void
account_write(const struct account *a, struct output *o)
{
	struct buffer p = {0};
	const char *comma = "";

	if (outform() == OUTFORM_TABLE) {
		write_table(a, o);
		return;
	}
	buffer_bytes(&p, "[\n", 2);
	for (size_t i = 0; i < a->count; i++) {
		const struct measure *m = &a->measures[i];

		buffer_printf(&p, "%s{\"pad\":", comma);
		jsontext_add(&p, text_of(a->files.names[i]));
		buffer_printf(&p, ",\"bytes\":%llu",
			      (unsigned long long)m->bytes);
		if (is_csv(a, i))
			buffer_printf(&p, ",\"rijen\":%llu",
				      (unsigned long long)m->rows);
		buffer_printf(&p, ",\"sha256\":\"%s\"", m->sha256);
		if (is_csv(a, i))
			put_columns(&p, m);
		buffer_printf(&p, "}");
		comma = ",\n";
	}
	buffer_printf(&p, "%s]\n", *comma ? "\n" : "");
	output_write(o, p.s, p.n);
	output_rows(o, a->count);
	free(p.s);
}

static void
put_file(struct buffer *p, const struct account *a, size_t i)
{
	const struct measure *m = &a->measures[i];

	buffer_printf(p, "    {\n      \"pad\": ");
	jsontext_add(p, text_of(a->files.names[i]));
	buffer_printf(p, ",\n      \"bytes\": %llu,\n",
		      (unsigned long long)m->bytes);
	if (is_csv(a, i))
		buffer_printf(p, "      \"rijen\": %llu,\n",
			      (unsigned long long)m->rows);
	buffer_printf(p, "      \"sha256\": \"%s\"\n    }", m->sha256);
}

char *
account_manifest(const struct account *a)
{
	char *path = files_path(a->files.root, "manifest.json");
	struct text draft = files_read(path);
	size_t tail = sizeof(TAIL) - 1;
	struct buffer p = {0};
	const char *comma = "";

	if (draft.s && (draft.n < tail ||
			memcmp(draft.s + draft.n - tail, TAIL, tail) != 0))
		diag_fail("%s: does not end with no \"bestanden\", as a "
			  "manifest before it is sealed",
			  path);
	else if (draft.s) {
		buffer_bytes(&p, draft.s, draft.n - tail);
		buffer_printf(&p, "  \"bestanden\": [\n");
		for (size_t i = 0; i < a->count; i++) {
			if (a->rows[i]->kind == LIST_MANIFEST)
				continue;
			buffer_bytes(&p, comma, strlen(comma));
			put_file(&p, a, i);
			comma = ",\n";
		}
		buffer_printf(&p, "\n  ]\n}\n");
	}
	free((char *)draft.s);
	free(path);
	return p.s;
}

void
account_prove(const struct account *a, struct proof *p)
{
	for (size_t i = 0; i < a->count; i++) {
		char *name = files_path(a->files.root, a->files.names[i]);

		proof_file(p, name, a->measures[i].sha256);
		free(name);
	}
}
