/* One cell of an OpenDocument table: its typed value, or its paragraphs. */
#ifndef ODSCELL_H
#define ODSCELL_H

#include "buffer.h"
#include "cell/value.h"
#include "xmlin.h"

/* The namespaces and names of ODF that are looked at, interned. */
struct odsnames {
	const char *office, *table, *text, *style, *calcext;
	const char *value_type, *value, *date, *time, *boolean, *string;
	const char *formula, *p, *h, *s, *c, *tab, *line_break, *note, *ruby;
	const char *sheet, *table_row, *table_cell, *covered, *table_column;
	const char *row_group, *header_rows, *rows, *header_columns, *columns;
	const char *column_group, *tracked, *dde, *style_style, *properties;
	const char *name, *style_name, *family, *display, *visibility;
	const char *rows_repeated, *columns_repeated, *rows_spanned;
	const char *columns_spanned;
};

struct odscell {
	const struct odsnames *names;
	enum cell_kind kind;
	bool typed; /* the value stands in an attribute */
	bool formula;
	struct buffer text;
	size_t paragraphs;
	size_t deep;  /* elements deep in a paragraph, itself included */
	size_t skip;  /* elements deep in what is no text of the cell */
	size_t start; /* of the paragraph in text */
	bool blank;   /* white space is owed */
	char buf[VALUE_TEXT];
};

void odsnames_init(struct odsnames *n, struct xmlin *x);
/* An attribute of a namespace, or NULL. */
const struct text *odsnames_attribute(const struct xml_attribute *attrs,
				      size_t count, const char *ns,
				      const char *local);

void odscell_begin(struct odscell *c, const struct xml_attribute *attrs,
		   size_t count);
/* Elements and text inside the cell. */
void odscell_start(struct odscell *c, const char *local, const char *ns,
		   const struct xml_attribute *attrs, size_t count);
void odscell_end(struct odscell *c);
void odscell_text(struct odscell *c, const char *s, size_t n);
/* What it is in the end. */
enum cell_kind odscell_kind(const struct odscell *c);

#endif
