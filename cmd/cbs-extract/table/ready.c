#include "table/ready.h"

#include <stdlib.h>
#include <string.h>

#include "csvout.h"
#include "mem.h"
#include "table/pieces.h"
#include "table/rows.h"
#include "table/same.h"
#include "table/value.h"

/* Room asked for at a time: for many rows with one call. */
#define STRETCH (16u << 10)

/* The parts of a piece. */
enum {
	MEASURE_NAME,	/* tabel,onderwerp, */
	MEASURE_UNIT,	/* ,eenheid, */
	MEASURE_VALUE,	/* of a blank; added when the first comes */
	MEASURE_REASON, /* likewise */
	MEASURE_PARTS
};
enum { CODE_NAME, CODE_STATUS }; /* "regio," ",dimensie"; "status," */

/* Columns of the row that keys fill, in their order. */
enum { KEY_REGION, KEY_PERIOD, KEY_FIXED };

struct column {
	size_t field; /* in the record */
	size_t place; /* among the keys of the row */
	struct axis *axis;
	struct pieces known;
};

struct ready {
	struct edition *e;
	struct ready_columns at;
	struct csvout *out;
	struct pieces measures;
	struct column *columns;
	/* Of this record; a table without regions or periods has no_region or
	 * no_period there for ever. */
	const struct piece **keys;
	size_t key_count;
	struct piece no_region, no_period;
	char *start, *to, *end; /* of the stretch being filled; or NULL */
	size_t longest;		/* row there may be */
	size_t rows, left_out;	/* since the last flush */
};

static size_t
key_place(size_t place)
{
	if (place == ROW_REGIO)
		return KEY_REGION;
	if (place == ROW_PERIODE)
		return KEY_PERIOD;
	return KEY_FIXED + place - ROW_FIXED;
}

static void
set_columns(struct ready *r)
{
	r->columns = mem_array(r->at.count + 1, sizeof(*r->columns));
	for (size_t i = 0; i < r->at.count; i++) {
		struct column *c = &r->columns[i];

		c->axis = &r->e->axes[r->at.order[i]];
		c->field = r->at.dimension[i];
		c->place = key_place(c->axis->place);
		pieces_init(&c->known);
	}
	pieces_init(&r->measures);
}

static void
set_keys(struct ready *r)
{
	r->key_count = KEY_FIXED + rows_dimensions(r->e->run->rows);
	r->keys = mem_array(r->key_count, sizeof(*r->keys));
	piece_add(&r->no_region, text_of(","));
	piece_add(&r->no_period, text_of(","));
	piece_add(&r->no_period, text_of("onbekend,"));
	r->no_region.keep = r->no_period.keep = true;
	for (size_t i = 0; i < r->key_count; i++)
		r->keys[i] = &r->no_region;
	r->keys[KEY_PERIOD] = &r->no_period;
	r->longest =
	    (r->key_count + MEASURE_PARTS + 2) * (PIECE_TEXT + PIECE_STEP);
}

struct ready *
ready_new(struct edition *e, const struct ready_columns *at)
{
	const struct run *run = e->run;
	struct ready *r;

	if (!run->bare)
		return NULL;
	r = mem_new(struct ready);
	r->e = e;
	r->at = *at;
	r->out = rows_out(run->rows);
	set_columns(r);
	set_keys(r);
	return r;
}

void
ready_flush(struct ready *r)
{
	struct run *run = r->e->run;

	run->records += r->rows;
	run->cells += r->rows;
	run->left_out += r->left_out;
	run->written += r->rows - r->left_out;
	if (r->start)
		csvout_filled(r->out, (size_t)(r->to - r->start),
			      r->rows - r->left_out);
	r->start = r->to = r->end = NULL;
	r->rows = r->left_out = 0;
}

void
ready_free(struct ready *r)
{
	if (!r)
		return;
	ready_flush(r);
	for (size_t i = 0; i < r->at.count; i++)
		pieces_free(&r->columns[i].known);
	pieces_free(&r->measures);
	free(r->columns);
	free(r->keys);
	free(r);
}

/* Finds the pieces of the record's keys: false when one is not known. Not
 * before all are known may one leave the row out: a key that is there counts
 * as seen. */
static inline bool
find_keys(struct ready *r, const struct text *fields, bool *keep)
{
	const struct column *end = r->columns + r->at.count;
	const struct piece **keys = r->keys;

	for (const struct column *c = r->columns; c < end; c++) {
		const struct piece *p =
		    pieces_find(&c->known, fields[c->field]);

		if (!p)
			return false;
		keys[c->place] = p;
		*keep &= p->keep;
	}
	return true;
}

/* No StringValue, and no mark that means something. */
static inline bool
is_ordinary(const struct ready *r, const struct text *fields)
{
	static const struct text none = {"None", 4};
	struct text mark = fields[r->at.attribute];

	return fields[r->at.string].n == 0 &&
	       (mark.n == 0 || same_key(mark, none));
}

/* A cell that cannot be: v3 leaves it blank. */
static bool
is_impossible(const struct ready *r, const struct text *fields)
{
	return fields[r->at.string].n == 0 && fields[r->at.value].n == 0 &&
	       text_is(fields[r->at.attribute], "Impossible");
}

#define ONES UINT64_C(0x0101010101010101)
#define LOW (ONES * 0x7f)
#define HIGH (ONES * 0x80)

/* Bytes as a number whose lowest is the first; and back. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define low_first32(x) __builtin_bswap32(x)
#define low_first64(x) __builtin_bswap64(x)
#else
#define low_first32(x) (x)
#define low_first64(x) (x)
#endif

/* The n bytes at s, 1 to 8, the first as the lowest; zeros behind them. Read
 * without those behind: that the reader has just written there would be waited
 * for. */
static inline uint64_t
load(const char *s, size_t n)
{
	uint32_t a, b;

	if (n < 4)
		return (uint64_t)(unsigned char)s[0] |
		       (uint64_t)(unsigned char)s[n / 2] << (8 * (n / 2)) |
		       (uint64_t)(unsigned char)s[n - 1] << (8 * n - 8);
	memcpy(&a, s, 4);
	memcpy(&b, s + n - 4, 4);
	return low_first32(a) | (uint64_t)low_first32(b) << (8 * n - 32);
}

/* A plain decimal of up to eight bytes, its comma made a point, put at `to`
 * as eight bytes; false when it is anything else. value_read without its
 * steps: the digits of random figures are branches nobody can foretell. */
static inline bool
put_decimal(const char *s, size_t n, char *to)
{
	uint64_t x = load(s, n), fill = UINT64_MAX << (8 * n - 8) << 8;
	uint64_t t, mark, minus;

	x |= ONES * '0' & fill;
	t = x ^ (ONES * '0');
	/* A high bit for each byte that is no digit, but for a minus. */
	mark = (((t & LOW) + ONES * 0x76) | t) & HIGH;
	minus = (x & 0xff) == '-';
	mark &= ~(minus << 7);
	/* One at most, a comma or point, neither first nor last. */
	if ((mark & (mark - 1)) || (mark & (0x80 | minus << 15)) ||
	    mark >> (8 * n - 8) || n == minus ||
	    ((x | ONES * 2) & (mark >> 7) * 0xff) != (mark >> 7) * '.')
		return false;
	x = low_first64(x | mark >> 6); /* ',' is 0x2c, '.' is 0x2e */
	memcpy(to, &x, 8);
	return true;
}

/* Puts the value; NULL when it is not an ordinary one. */
static inline char *
put_value(const struct ready *r, const struct piece *measure,
	  const struct text *fields, char *to)
{
	struct text cell = fields[r->at.value];
	char buf[VALUE_TEXT_MAX];
	struct value v;

	if (cell.n - 1 < 8 && put_decimal(cell.s, cell.n, to))
		return to + cell.n;
	if (cell.n == 0)
		return measure->parts == MEASURE_PARTS
			   ? piece_put(measure, MEASURE_VALUE, to)
			   : NULL;
	v = value_read(cell, true, buf);
	if (v.kind != VALUE_NUMBER || v.text.n > PIECE_TEXT)
		return NULL;
	memcpy(to, v.text.s, v.text.n);
	return to + v.text.n;
}

/* Puts the row at `to`; NULL when it has to go the general way. */
static inline char *
put_row(const struct ready *r, const struct piece *measure,
	const struct text *fields, char *to)
{
	to = piece_put(measure, MEASURE_NAME, to);
	to = piece_put(r->keys[KEY_REGION], CODE_NAME, to);
	to = piece_put(r->keys[KEY_PERIOD], CODE_NAME, to);
	to = put_value(r, measure, fields, to);
	if (!to)
		return NULL;
	to = piece_put(measure, MEASURE_UNIT, to);
	to = piece_put(r->keys[KEY_PERIOD], CODE_STATUS, to);
	if (fields[r->at.value].n == 0)
		to = piece_put(measure, MEASURE_REASON, to);
	for (size_t i = KEY_FIXED; i < r->key_count; i++)
		to = piece_put(r->keys[i], CODE_NAME, to);
	*to++ = '\n';
	return to;
}

/* The pieces of a measure for a cell that cannot be. */
static const struct piece *
without_value(const struct piece *m, struct piece *out)
{
	*out = *m;
	out->parts = MEASURE_VALUE;
	if (!piece_add(out, text_of("")) ||
	    !piece_add(out, text_of("onmogelijk")))
		return NULL;
	return out;
}

/* A new stretch, with room for a row at the least. */
static void
reserve(struct ready *r)
{
	size_t n = r->longest > STRETCH ? r->longest : STRETCH;

	ready_flush(r);
	r->start = r->to = csvout_room(r->out, n);
	r->end = r->start + n;
}

bool
ready_row(struct ready *r, const struct text *fields)
{
	const struct piece *m =
	    pieces_find(&r->measures, fields[r->at.measure]);
	struct piece other;
	bool keep = true;
	char *to;

	if (!m || !find_keys(r, fields, &keep))
		return false;
	if (!keep || !m->keep) {
		r->rows++;
		r->left_out++;
		return true;
	}
	if (!is_ordinary(r, fields)) {
		if (!is_impossible(r, fields))
			return false;
		m = without_value(m, &other);
		if (!m)
			return false;
	}
	if ((size_t)(r->end - r->to) < r->longest)
		reserve(r);
	to = put_row(r, m, fields, r->to);
	if (!to)
		return false;
	r->to = to;
	r->rows++;
	return true;
}

/* Adds a part: `form` with a text, in quotes where need be, for each %. False
 * when it is too long. */
static bool
add_part(const struct ready *r, struct piece *p, const char *form,
	 const struct text *texts)
{
	char buf[2 * (2 * PIECE_TEXT + 2) + 4], *to = buf;

	for (; *form; form++) {
		if (*form != '%') {
			*to++ = *form;
			continue;
		}
		if (texts->n > PIECE_TEXT)
			return false;
		to = csvout_quote(r->out, to, *texts++);
	}
	return piece_add(p, (struct text){buf, (size_t)(to - buf)});
}

static void
learn_key(struct ready *r, struct column *c, struct text raw)
{
	const struct code *code = c->axis->last;
	struct piece p = {.keep = code->keep};

	if (code->key.n == 0 || pieces_find(&c->known, raw))
		return;
	if (add_part(r, &p, c->place < KEY_FIXED ? "%," : ",%", &code->out) &&
	    add_part(r, &p, "%,", &code->status))
		pieces_add(&c->known, raw, &p);
}

static void
learn_measure(struct ready *r, const struct topic *t, struct text key)
{
	struct text names[] = {r->e->table, t->name};
	struct piece p = {.keep = t->keep};

	if (t->is_text || t->shared || t->part_of.sign || t->ranged)
		return;
	if (add_part(r, &p, "%,%,", names) && add_part(r, &p, ",%,", &t->unit))
		pieces_add(&r->measures, key, &p);
}

void
ready_learn(struct ready *r, const struct text *fields)
{
	const struct edition *e = r->e;
	const struct text *row = rows_fields(e->run->rows);
	struct text key = fields[r->at.measure];
	struct piece *p = pieces_find(&r->measures, key);

	for (size_t i = 0; i < r->at.count; i++)
		learn_key(r, &r->columns[i], fields[r->columns[i].field]);
	if (!p)
		learn_measure(r, e->last, key);
	else if (p->parts == MEASURE_VALUE && fields[r->at.value].n == 0 &&
		 is_ordinary(r, fields) && p->keep && e->wanted &&
		 !e->keyless && add_part(r, p, "%", &row[ROW_WAARDE]))
		add_part(r, p, "%", &row[ROW_REDEN]);
}
