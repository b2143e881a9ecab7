/* libFuzzer targets for sheet-extract. Built once per FUZZ_PART, the part of
 * a workbook that the fuzzer writes (the others stand below); with FUZZ_BIFF
 * it writes the records of an .xls; without either the whole file. A refusal is
 * fine; crashes, leaks, hangs and sanitizer reports are not. With FUZZ_BOTH the
 * sheet is read twice, by the shortcut for plain rows and without it: all that
 * comes out must be equal, messages included. See tests/fuzz/run. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "book.h"
#include "diag.h"
#include "extract.h"
#include "finding.h"
#include "memory.h"
#include "output.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#ifndef FUZZ_BOTH
static void
run(const uint8_t *data, size_t size, struct extract *e)
{
	struct memory m = {data, size};
	struct book *b = book_open(memory_input(&m));
	struct findings *f = findings_open(NULL);
	struct output *out = output_open("/dev/null");
	if (b != NULL && extract_run(e, b, out, f) == 0)
		findings_finish(f);
	output_discard(out);
	findings_free(f);
	book_close(b);
}
#endif

#ifdef FUZZ_BOTH
/* What was handed over and said, in words. */
struct log {
	char *s;
	size_t n;
};

static int
log_cell(void *ctx, const struct cell *c)
{
	FILE *f = ctx;
	fprintf(f, "%zu,%zu:%d%d[", c->row, c->column, (int)c->kind,
		c->lasting);
	fwrite(c->text.s, 1, c->text.n, f);
	return fputs("]\n", f) < 0 ? -1 : 0;
}

static int
log_hide(void *ctx, enum axis axis, size_t from, size_t to)
{
	fprintf(ctx, "hide %d %zu-%zu\n", (int)axis, from, to);
	return 0;
}

static int
log_merge(void *ctx, const struct range *r)
{
	fprintf(ctx, "merge %zu,%zu-%zu,%zu\n", r->top, r->left, r->bottom,
		r->right);
	return 0;
}

static struct log
read_way(const uint8_t *data, size_t size, bool parse_all)
{
	static const struct sheet_handler handler = {log_cell, log_hide,
						     log_merge};
	struct log l = {NULL, 0};
	struct memory m = {data, size};
	FILE *f = open_memstream(&l.s, &l.n);
	char *said;
	diag_hold(&said);
	struct book *b = book_open(memory_input(&m));
	if (b != NULL) {
		b->parse_all = parse_all;
		fprintf(f, "status %d\n", book_read(b, 0, &handler, f));
	}
	book_close(b);
	diag_hold(NULL);
	fputs(said ? said : "", f);
	free(said);
	fclose(f);
	return l;
}

static void
run_one(const uint8_t *data, size_t size, size_t which)
{
	struct log a = read_way(data, size, false);
	struct log b = read_way(data, size, true);
	(void)which;
	if (a.n != b.n || memcmp(a.s, b.s, a.n) != 0) {
		fprintf(stderr, "shortcut:\n%s\nparser:\n%s\n", a.s, b.s);
		abort();
	}
	free(a.s);
	free(b.s);
}
#else
/* One way of asking for each input, by its size. */
static void
run_one(const uint8_t *data, size_t size, size_t which)
{
	struct extract ways[] = {
	    {.fill_merged = true, .info = true},
	    {.visible = true, .range = "B2:E9"},
	    {.list = true},
	};
	run(data, size, &ways[which % 3]);
}
#endif

#ifdef FUZZ_PART
#define REL \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PKG "http://schemas.openxmlformats.org/package/2006/relationships"
#define ONE(id, type, to) \
	"<Relationship Id='" id "' Type='" REL "/" type "' Target='" to "'/>"

struct piece {
	const char *name;
	const char *text;
};

static const struct piece xlsx[] = {
    {"[Content_Types].xml", "<Types/>"},
    {"_rels/.rels",
     "<Relationships xmlns='" PKG
     "'>" ONE("a", "officeDocument", "xl/workbook.xml") "</Relationships>"},
    {"xl/workbook.xml",
     "<workbook xmlns='" MAIN "' xmlns:r='" REL
     "'><sheets><sheet name='A' r:id='a'/><sheet name='B' r:id='a'/>"
     "</sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships xmlns='" PKG "'>" ONE("a", "worksheet", "sheet.xml")
	 ONE("b", "sharedStrings", "strings.xml")
	     ONE("c", "styles", "styles.xml") "</Relationships>"},
    {"xl/strings.xml",
     "<sst xmlns='" MAIN "'><si><t>a</t></si><si><t>b</t></si></sst>"},
    {"xl/styles.xml",
     "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' "
     "formatCode='[h]:mm'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
     "numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='20'/><xf "
     "numFmtId='164'/></cellXfs></styleSheet>"},
    {"xl/sheet.xml",
     "<worksheet xmlns='" MAIN "'><sheetData><row r='2'><c t='s'><v>1</v></c>"
     "<c s='1'><v>45292.5</v></c><c s='2'><v>60</v></c><c s='4'><v>1.5</v>"
     "</c></row></sheetData></worksheet>"},
};

static const struct piece ods[] = {{"content.xml", ""}};

static uint8_t *zip;
static size_t zip_n;

static void
put(uint64_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		zip[zip_n++] = (uint8_t)(v >> (8 * i));
}

static void
put_bytes(const void *p, size_t n)
{
	memcpy(zip + zip_n, p, n);
	zip_n += n;
}

/* Version to name length, the same in both headers. */
static void
put_header(const char *name, const uint8_t *p, size_t n)
{
	put(20, 2);
	put(0, 8);
	put(crc32(0, p, (uInt)n), 4);
	put(n, 4);
	put(n, 4);
	put(strlen(name), 2);
}

static void
make_zip(const struct piece *list, size_t count, const uint8_t *data,
	 size_t size)
{
	size_t at[16];
	for (int central = 0; central < 2; central++) {
		at[15] = zip_n;
		for (size_t i = 0; i < count; i++) {
			const char *name = list[i].name;
			bool ours = strcmp(name, FUZZ_PART) == 0;
			const void *p = ours ? (const void *)data
					     : (const void *)list[i].text;
			size_t n = ours ? size : strlen(list[i].text);
			if (!central)
				at[i] = zip_n;
			put_bytes(central ? "PK\1\2\24\0" : "PK\3\4",
				  central ? 6 : 4);
			put_header(name, p, n);
			put(0, central ? 8 : 2);
			if (central) {
				put(0, 4);
				put(at[i], 4);
			}
			put_bytes(name, strlen(name));
			if (!central)
				put_bytes(p, n);
		}
	}
	size_t directory = zip_n - at[15];
	put_bytes("PK\5\6\0\0\0\0", 8);
	put(count, 2);
	put(count, 2);
	put(directory, 4);
	put(at[15], 4);
	put(0, 2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool is_ods = strcmp(FUZZ_PART, "content.xml") == 0;
	zip = malloc(size + 8192);
	zip_n = 0;
	make_zip(is_ods ? ods : xlsx,
		 is_ods ? 1 : sizeof(xlsx) / sizeof(xlsx[0]), data, size);
	run_one(zip, zip_n, size);
	free(zip);
	return 0;
}
#elif defined(FUZZ_BIFF)
#define SECTOR 512

static void
put(uint8_t *p, uint32_t v, int bytes)
{
	for (int i = 0; i < bytes; i++)
		p[i] = (uint8_t)(v >> (8 * i));
}

static void
put_entry(uint8_t *p, const char *name, uint8_t type, uint32_t size)
{
	size_t n = strlen(name);
	for (size_t i = 0; i < n; i++)
		p[2 * i] = (uint8_t)name[i];
	put(p + 64, (uint32_t)(2 * n + 2), 2);
	p[66] = type;
	put(p + 116, type == 5 ? 0xfffffffe : 0, 4);
	put(p + 120, size, 4);
}

/* An OLE file around the stream: its sectors, a directory, a table. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t n = (size + SECTOR - 1) / SECTOR, all = SECTOR * (n + 3);
	if (n == 0 || n > 120)
		return 0;
	uint8_t *file = calloc(all, 1), *p = file + SECTOR;
	memcpy(file, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	put(file + 24, 0x0003003e, 4);
	put(file + 28, 0x0009fffe, 4);
	put(file + 32, 6, 2);
	put(file + 44, 1, 4);
	put(file + 48, (uint32_t)n, 4);
	put(file + 60, 0xfffffffe, 4);
	put(file + 68, 0xfffffffe, 4);
	memset(file + 76, 0xff, SECTOR - 76);
	put(file + 76, (uint32_t)n + 1, 4);
	memcpy(p, data, size);
	put_entry(p + SECTOR * n, "Root Entry", 5, 0);
	put_entry(p + SECTOR * n + 128, "Workbook", 2, (uint32_t)size);
	p += SECTOR * (n + 1);
	memset(p, 0xff, SECTOR);
	for (uint32_t i = 0; i < n; i++)
		put(p + (size_t)4 * i, i + 1 < n ? i + 1 : 0xfffffffe, 4);
	put(p + 4 * n, 0xfffffffe, 4);
	put(p + 4 * n + 4, 0xfffffffd, 4);
	run_one(file, all, size);
	free(file);
	return 0;
}
#else
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	run_one(data, size, size);
	return 0;
}
#endif
