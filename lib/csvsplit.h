/* One record of a block split into fields: directly where there are no quotes
 * or plain ones; a field whose quotes are doubled or span lines by libcsv,
 * which is known here alone. For csvin. */
#ifndef CSVSPLIT_H
#define CSVSPLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "csvblock.h"
#include "text.h"

enum csvsplit_result {
	CSVSPLIT_DONE,
	CSVSPLIT_MORE,	 /* the block holds only a part of it */
	CSVSPLIT_FAILED, /* its quotes are broken, message given */
	CSVSPLIT_FIELD,	 /* inside: one field is done */
	CSVSPLIT_SLOW	 /* inside: not for the direct way */
};

struct csvrecord {
	struct text *fields;
	size_t count;
	size_t next;  /* the byte behind it in the block */
	size_t lines; /* it takes */
	bool plain;   /* no comma, quote, CR or LF in any field */
	bool blank;
};

struct csvsplit;

/* b outlives the splitter. */
struct csvsplit *csvsplit_new(const struct csvblock *b);
void csvsplit_free(struct csvsplit *s);
/* The record at b->start, whose line is `row`. slow: all of it by libcsv. */
enum csvsplit_result csvsplit_next(struct csvsplit *s, size_t row, bool slow);
/* The record at b->start is known, and ends before `next`: it has a line, and
 * no fields are told. */
void csvsplit_known(struct csvsplit *s, size_t next);
/* What the last csvsplit_next found; one place for the life of s. */
const struct csvrecord *csvsplit_record(const struct csvsplit *s);
/* Its bytes as they stood, valid until the next call of either. */
struct text csvsplit_raw(struct csvsplit *s);

#endif
