/* The records of a BIFF stream, the form of .xls (MS-XLS): read one by one,
 * and within one byte by byte, on into the records that continue it. */
#ifndef BIFF_H
#define BIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "recode.h"
#include "xls/bytes.h"
#include "xls/crypt.h"
#include "xls/ole.h"

enum {
	BIFF_FORMULA = 0x06,
	BIFF_EOF = 0x0a,
	BIFF_DATE1904 = 0x22,
	BIFF_FILEPASS = 0x2f,
	BIFF_CONTINUE = 0x3c,
	BIFF_CODEPAGE = 0x42,
	BIFF_COLINFO = 0x7d,
	BIFF_BOUNDSHEET = 0x85,
	BIFF_MULRK = 0xbd,
	BIFF_RSTRING = 0xd6,
	BIFF_XF = 0xe0,
	BIFF_MERGEDCELLS = 0xe5,
	BIFF_SST = 0xfc,
	BIFF_LABELSST = 0xfd,
	BIFF_NUMBER = 0x203,
	BIFF_LABEL = 0x204,
	BIFF_BOOLERR = 0x205,
	BIFF_STRING = 0x207,
	BIFF_ROW = 0x208,
	BIFF_RK = 0x27e,
	BIFF_FORMAT = 0x41e,
	BIFF_BOF = 0x809
};

#define BIFF_RECORD_MAX 65535
#define BIFF_WINDOW 65536

struct biff {
	struct olestream *stream;
	const char *name; /* for messages */
	bool old;	  /* BIFF5: bytes of a code page, no Unicode */
	struct recode *recode;
	struct crypt *crypt; /* NULL: not encrypted */
	uint64_t at;	     /* where the next record begins */
	uint16_t type;
	size_t n;   /* bytes of it */
	size_t pos; /* those taken */
	unsigned char data[BIFF_RECORD_MAX];
	uint64_t window; /* what of the stream is in bytes */
	size_t filled;
	unsigned char bytes[BIFF_WINDOW];
};

/* To the record at this place of the stream: the next one read. */
void biff_seek(struct biff *b, uint64_t at);
/* The next record: 1, 0 at the end of the stream, -1 with the message. */
int biff_next(struct biff *b);
/* The type of the record after this one, without taking it; -1 at the end or
 * on a failure, which biff_next will tell. */
int biff_peek(struct biff *b);

/* From here on within the record and those that continue it: 0, or -1 with
 * the message given when that is cut off. */
int biff_take(struct biff *b, void *p, size_t n);
int biff_skip(struct biff *b, size_t n);
int biff_u8(struct biff *b, unsigned *out);
int biff_u16(struct biff *b, unsigned *out);
int biff_u32(struct biff *b, uint32_t *out);
/* A text, added to `out` as UTF-8: of so many characters, behind the byte that
 * says in how many bytes each; rich runs and phonetic data are passed. In
 * BIFF5 bytes of the code page, without that byte. */
int biff_text(struct biff *b, size_t count, struct buffer *out);
/* "damaged .xls: WHAT; open and save it in Excel". Returns -1. */
int biff_fail(const struct biff *b, const char *what);

#endif
