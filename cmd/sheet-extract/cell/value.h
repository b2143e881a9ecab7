/* What a value of a file becomes, the same for every form of workbook. What is
 * wrong with one cell costs that cell only: it keeps the text it has in the
 * file, under a kind that says what is wrong. */
#ifndef VALUE_H
#define VALUE_H

#include "cell/cell.h"
#include "cell/format.h"
#include "cell/moment.h"

#define VALUE_TEXT NUMBER_TEXT

/* All fill in kind and text of *c; the text lives as long as t and buf. */

/* f: its number format. */
void value_number(struct cell *c, struct text t, const struct format_code *f,
		  bool from_1904, char buf[VALUE_TEXT]);
/* "1", "0", "true" or "false" (XML Schema; OpenDocument has the words, but
 * there are writers of the others). */
void value_boolean(struct cell *c, struct text t);
/* ISO 8601, under a format. */
void value_date(struct cell *c, struct text t, enum format format,
		char buf[VALUE_TEXT]);
void value_duration(struct cell *c, struct text t, char buf[VALUE_TEXT]);

#endif
