/* A workbook: what form it has, and the sheets it holds in its own order. */
#ifndef BOOK_H
#define BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "cell/cell.h"
#include "xlsx/strings.h"
#include "xlsx/styles.h"
#include "zipin.h"

enum sheet_state { SHEET_VISIBLE, SHEET_HIDDEN, SHEET_VERY_HIDDEN };

struct sheet {
	const char *name;
	/* "worksheet"; "chartsheet" and others have no cells. */
	const char *type;
	enum sheet_state state;
	const char *part; /* xlsx: where it is */
};

struct book {
	char *name; /* as the user named it */
	struct zipin *zip;
	struct arena *arena;
	struct sheet *sheets;
	size_t count, cap;
	bool is_ods;
	long content; /* ods: the entry that holds all sheets */
	/* xlsx */
	bool parse_all; /* for tests: no row goes past the parser */
	bool from_1904;
	struct strings *strings; /* NULL when there are none */
	struct styles *styles;
};

/* Takes over `in` on success and failure. NULL on failure, message given:
 * what is no .xlsx or .ods is named for what it seems to be. */
struct book *book_open(struct input *in);
void book_close(struct book *b);
/* A new sheet at the end, for the readers; NULL with the message given when
 * there are more than any workbook has. */
#define BOOK_SHEETS_MAX 10000
struct sheet *book_add(struct book *b, struct text name);
/* By name (case not counted), else by number from 1. -1 with a message that
 * names the sheets there are. */
long book_find(const struct book *b, const char *word);
/* Hands all cells of sheet i to h. 0, or -1 with the message given. */
int book_read(struct book *b, size_t i, const struct sheet_handler *h,
	      void *ctx);
/* "FILE:Sheet", or "FILE:Sheet!F12" for messages about one cell. */
#define BOOK_PLACE 512
const char *book_place(const struct book *b, size_t sheet,
		       char buf[BOOK_PLACE]);
int book_fail(const struct book *b, size_t sheet, size_t row, size_t column,
	      const char *fmt, ...) __attribute__((format(printf, 5, 6)));

#endif
