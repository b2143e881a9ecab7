/* The sheets of a workbook as its readers list them, how they are asked for
 * and named in messages: what all readers share. */
#ifndef SHEETS_H
#define SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "cell/cell.h"
#include "zipin.h"

enum sheet_state { SHEET_VISIBLE, SHEET_HIDDEN, SHEET_VERY_HIDDEN };

struct sheet {
	const char *name;
	/* "worksheet"; "chartsheet" and others have no cells. */
	const char *type;
	enum sheet_state state;
	const char *part; /* xlsx: where it is */
	uint32_t offset;  /* xls: the same */
};

struct book {
	char *name;	   /* as the user named it */
	struct zipin *zip; /* NULL for .xls */
	struct arena *arena;
	struct sheet *sheets;
	size_t count, cap;
	bool is_ods;
	long content;	 /* ods: the entry that holds all sheets */
	bool parse_all;	 /* xlsx, for tests: no row goes past the parser */
	struct xls *xls; /* NULL for other forms */
	bool rows_apart; /* a row may come in pieces */
	bool from_1904;
	struct strings *strings; /* NULL when there are none */
	struct styles *styles;
};

/* A new sheet at the end, for the readers; NULL with the message given when
 * there are more than any workbook has. */
#define SHEETS_MAX 10000
struct sheet *sheets_add(struct book *b, struct text name);
/* By name (case not counted), else by number from 1. -1 with a message that
 * names the sheets there are. */
long sheets_find(const struct book *b, const char *word);
/* "FILE:Sheet", or "FILE:Sheet!F12" for messages about one cell; put into
 * `to`, whose view it is. */
const char *sheets_place(const struct book *b, size_t sheet, struct buffer *to);
/* Returns -1. */
int sheets_fail(const struct book *b, size_t sheet, size_t row, size_t column,
		const char *fmt, ...) __attribute__((format(printf, 5, 6)));

#endif
