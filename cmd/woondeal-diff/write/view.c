#include "write/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/bar.h"
#include "mem.h"
#include "smartcols.h"
#include "width.h"

/* The columns of numbers, each with a blank before it. */
enum { OPGAVE, GROEI, KLAAR, HARD, ZACHT, ONBEKEND, REST, DEKKING, NUMBERS };
static const struct {
	const char *name; /* as wide as the column */
	size_t width;
} columns[NUMBERS] = {
    [OPGAVE] = {"  opgave", 8}, [GROEI] = {"   groei", 8},
    [KLAAR] = {"  klaar", 7},	[HARD] = {"    hard", 8},
    [ZACHT] = {"   zacht", 8},	[ONBEKEND] = {"  onb.", 6},
    [REST] = {"    rest", 8},	[DEKKING] = {" dekking", 8},
};
#define NUMBERS_WIDTH 61
/* Of the name, on a line of 80 columns. */
#define NAME_LEAST 19

#define NUMBER_TEXT 32

/* How numbers were made to fit. */
struct tight {
	bool rounded;	/* to whole dwellings */
	bool thousands; /* to thousands: 1235k */
	bool millions;	/* to millions: 1235m */
	bool too_wide;	/* not at all: ##### */
};

/* Plain decimals to a comma, and points between thousands where asked. */
static struct text
dutch(struct text plain, bool points, char buf[NUMBER_TEXT])
{
	const char *point = memchr(plain.s, '.', plain.n);
	size_t whole = point ? (size_t)(point - plain.s) : plain.n;
	size_t sign = plain.n > 0 && plain.s[0] == '-';
	size_t n = 0;
	for (size_t i = 0; i < plain.n && n + 2 < NUMBER_TEXT; i++) {
		if (points && i > sign && i < whole && (whole - i) % 3 == 0)
			buf[n++] = '.';
		buf[n++] = plain.s[i] == '.' ? ',' : plain.s[i];
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

static struct text
append(struct text t, char unit, char buf[NUMBER_TEXT])
{
	if (t.n + 1 < NUMBER_TEXT) {
		buf[t.n++] = unit;
		buf[t.n] = '\0';
	}
	return (struct text){buf, t.n};
}

static struct text
hashes(size_t room, struct tight *tight, char buf[NUMBER_TEXT])
{
	size_t n = room < NUMBER_TEXT ? room : NUMBER_TEXT - 1;
	tight->too_wide = true;
	memset(buf, '#', n);
	buf[n] = '\0';
	return (struct text){buf, n};
}

/* With points when they fit, else without. */
static bool
write_whole(struct num n, size_t room, char buf[NUMBER_TEXT], struct text *out)
{
	char plain[NUM_TEXT];
	*out = dutch(num_format_fixed(n, 0, plain), true, buf);
	if (out->n > room)
		*out = dutch(num_format_fixed(n, 0, plain), false, buf);
	return out->n <= room;
}

/* In units of so many: 1000 or 1000000. */
static bool
write_units(struct num n, int64_t unit, size_t room, char buf[NUMBER_TEXT],
	    struct text *out)
{
	struct num part;
	return num_divide(n, num_of(unit), 0, NUM_HALF_AWAY, &part) &&
	       write_whole(part, room - 1, buf, out);
}

/* n in at most `room` columns, at least 2, as the Dutch write it. */
static struct text
fit(struct num n, size_t room, struct tight *tight, char buf[NUMBER_TEXT])
{
	struct text t;
	if (write_whole(n, room, buf, &t)) {
		tight->rounded = tight->rounded || !num_is_whole(n);
		return t;
	}
	if (write_units(n, 1000, room, buf, &t)) {
		tight->thousands = true;
		return append(t, 'k', buf);
	}
	if (write_units(n, 1000000, room, buf, &t)) {
		tight->millions = true;
		return append(t, 'm', buf);
	}
	return hashes(room, tight, buf);
}

/* A percentage, with its sign: one decimal, or none where that does not
 * fit. */
static struct text
fit_percent(struct num n, size_t room, struct tight *tight,
	    char buf[NUMBER_TEXT])
{
	char plain[NUM_TEXT];
	struct text t = dutch(num_format_fixed(n, 1, plain), true, buf);
	if (t.n < room || write_whole(n, room - 1, buf, &t))
		return append(t, '%', buf);
	return hashes(room, tight, buf);
}

struct line {
	struct stand_row r;
	struct maybe growth; /* of all years */
	bool later;	     /* the target is known from a later year on */
	bool shown;
};

struct view {
	struct output *out;
	const struct stand *s;
	bool colour;
	size_t columns, name; /* of a line, of a name in it */
	struct smartcols *table;
	size_t *order; /* the region of each of its rows, but the header */
	size_t count;
	/* The most percent of its target that any region shows, and the
	 * rows, one per region. */
	int64_t most;
	struct line *rows;
	struct tight tight; /* how numbers were made to fit */
	bool sparks;	    /* any growth per year was shown */
	int from; /* year of a row that has only later targets, or 0 */
};

static void
put(struct view *b, struct text t)
{
	output_write(b->out, t.s, t.n);
}

static void
say(struct view *b, const char *s)
{
	put(b, text_of(s));
}

/* The cells of a row, kept until the row is made. */
struct cells {
	const char *text[NUMBERS + 1];
	char number[NUMBERS][NUMBER_TEXT];
};

static void
number(struct view *b, struct cells *c, int column, struct maybe m)
{
	char *buf = c->number[column];
	c->text[column + 1] =
	    m.known ? fit(amount_num(m.n), columns[column].width - 1, &b->tight,
			  buf)
			  .s
		    : "-";
}

static void
percentage(struct view *b, struct cells *c, int column, struct percentage p)
{
	char *buf = c->number[column];
	c->text[column + 1] =
	    p.known
		? fit_percent(p.n, columns[column].width - 1, &b->tight, buf).s
		: "-";
}

/* The name, as far as it fits, with a mark when the region is not complete. */
static char *
name(const struct view *b, const struct line *l, size_t indent)
{
	struct text t = l->r.regio->name;
	bool partly = l->r.incomplete.n > 0;
	char *own = mem_array(indent + t.n + 3, 1), *p = own + indent;
	memset(own, ' ', indent);
	t = width_cut(width_inert(t, p), b->name - indent - partly - l->later);
	p += t.n;
	if (partly)
		*p++ = '*';
	if (l->later)
		*p++ = '+';
	*p = '\0';
	return own;
}

static struct bar
bar_of(const struct view *b, const struct stand_row *r)
{
	struct bar k = {.out = b->out,
			.colour = b->colour,
			.opgave = r->opgave.known ? r->opgave.n : 0,
			.most = b->most};
	k.n[BAR_GROWTH] = r->growth.known ? r->growth.part[SALDO] : 0;
	for (int h = 0; h < HARDHEDEN; h++)
		k.n[BAR_HARD + h] = r->capacity[h].known ? r->capacity[h].n : 0;
	return k;
}

/* The bar, and the growth of each whole year when there are two or more. */
static void
picture(struct view *b, const struct line *l, size_t i)
{
	struct bar k = bar_of(b, &l->r);
	struct span year = b->s->frame->years;
	if (k.opgave <= 0)
		return;
	for (year.to = year.from; year.to <= b->s->frame->years.to;
	     year.from = ++year.to) {
		struct growth g = growth_of(b->s->frame, b->s->cells, i, year);
		if (g.whole)
			bar_year(&k, g.part[SALDO]);
	}
	b->sparks = bar_write(&k) || b->sparks;
}

static void
line(struct view *b, size_t i, size_t indent)
{
	struct line *l = &b->rows[i];
	const struct stand_row *r = &l->r;
	const struct percentage none = {0};
	struct cells c;
	char *own = name(b, l, indent);

	c.text[0] = own;
	number(b, &c, OPGAVE, r->opgave);
	number(b, &c, GROEI, l->growth);
	percentage(b, &c, KLAAR, l->later ? none : r->realised);
	for (int h = 0; h < HARDHEDEN; h++)
		number(b, &c, HARD + h, r->capacity[h]);
	number(b, &c, REST, r->rest);
	percentage(b, &c, DEKKING, r->coverage);
	smartcols_row(b->table, c.text);
	free(own);
	b->order[b->count++] = i;
	l->shown = true;
}

/* The header, as wide as the columns are to be. */
static void
start(struct view *b)
{
	struct cells c;
	char *blank = mem_array(b->name + 1, 1);

	memset(blank, ' ', b->name);
	c.text[0] = blank;
	smartcols_column(b->table, false);
	for (int i = 0; i < NUMBERS; i++) {
		smartcols_column(b->table, true);
		c.text[i + 1] = columns[i].name;
	}
	smartcols_row(b->table, c.text);
	free(blank);
}

/* A line of the table, and under that of a region its picture. */
static void
row(void *ctx, size_t n, struct text text)
{
	struct view *b = ctx;

	put(b, text);
	say(b, "\n");
	if (n > 0)
		picture(b, &b->rows[b->order[n - 1]], b->order[n - 1]);
}

static void
scenario(struct view *b)
{
	static const char word[] = "Scenario ";
	struct text t = b->s->scenario;
	char *own = mem_array(t.n + 1, 1);

	say(b, word);
	put(b, width_cut(width_inert(t, own), b->columns - strlen(word)));
	say(b, "\n");
	free(own);
}

static void
heading(struct view *b)
{
	char years[SPAN_TEXT], day[PERIOD_TEXT], last[PERIOD_TEXT];
	const struct growth *g = &b->rows[0].r.growth;
	if (!text_is(b->s->scenario, "basis"))
		scenario(b);
	say(b, "Woondeals ");
	put(b, span_format(b->s->frame->years, years));
	say(b, ", peildatum ");
	put(b, date_format(b->s->frame->peildatum, day));
	if (regios_count(b->s->frame->regios) > 0 && g->known) {
		say(b, ", groei t/m ");
		put(b, period_format(g->until, last));
		say(b, " (");
		put(b, status_name(g->status));
		say(b, ")");
	}
	say(b, "\n\n");
}

static bool
any_partly(const struct view *b)
{
	for (size_t i = 0; i < regios_count(b->s->frame->regios); i++)
		if (b->rows[i].r.incomplete.n > 0)
			return true;
	return false;
}

static void
legend(struct view *b)
{
	char year[SPAN_TEXT];
	say(b, "\n  ");
	bar_legend(b->out, b->colour);
	say(b, "| opgave   - onbekend\n");
	if (b->sparks)
		say(b, "  \u2583\u2585\u2588 netto groei per heel jaar\n");
	if (any_partly(b))
		say(b, "  * niet volledig: zie de bevindingen\n");
	if (b->tight.rounded)
		say(b, "  aantallen zijn afgerond op hele woningen\n");
	if (b->tight.thousands || b->tight.millions)
		say(b, "  k, m duizend en miljoen woningen, afgerond\n");
	if (b->tight.too_wide)
		say(b, "  # past hier niet: zie de CSV\n");
	if (b->from == 0)
		return;
	say(b, "  + opgave, rest, dekking en balk vanaf ");
	put(b, span_format((struct span){b->from, b->from}, year));
	say(b, "; eerder is die hier onbekend\n");
}

static void
scale(struct view *b, size_t n)
{
	b->most = 100;
	for (size_t i = 0; i < n; i++) {
		struct bar k = bar_of(b, &b->rows[i].r);
		int64_t here = bar_percent(&k);
		b->most = here > b->most ? here : b->most;
	}
}

/* A deal and its municipalities, or a municipality in no deal. */
static void
tree(struct view *b, size_t i)
{
	const struct regio *r = regios_at(b->s->frame->regios, i);
	if (b->rows[i].shown)
		return;
	line(b, i, 1);
	if (r->level != REGION_WOONDEAL)
		return;
	for (size_t j = 0; j < r->parts_count; j++)
		line(b, r->parts[j], 2);
}

/* Each province, its deals, its municipalities in none; then what is in no
 * province. */
static void
body(struct view *b, size_t n)
{
	const struct regios *regios = b->s->frame->regios;
	for (size_t i = 0; i < n; i++) {
		const struct regio *r = regios_at(regios, i);
		if (r->level != REGION_PROVINCIE)
			continue;
		line(b, i, 0);
		for (size_t j = 0; j < r->parts_count; j++)
			tree(b, r->parts[j]);
		for (size_t j = 0; j < r->members_count; j++)
			tree(b, regios_gemeente_index(regios, r->members[j]));
	}
	for (size_t i = 0; i < n; i++)
		if (regios_at(regios, i)->level != REGION_PROVINCIE)
			tree(b, i);
}

/* The total row; where its target is not known, that of the later years. */
static void
fill(struct view *b, size_t i)
{
	struct line *l = &b->rows[i];
	stand_row(b->s, i, b->s->frame->years, &l->r);
	l->growth = (struct maybe){l->r.growth.known, l->r.growth.part[SALDO]};
	if (l->r.opgave.known)
		return;
	int from = stand_tail(b->s, i, &l->r);
	l->later = from != 0;
	b->from = from > b->from ? from : b->from;
}

/* As wide as the longest name, where the line has room for it. */
static size_t
name_width(const struct view *b, size_t n)
{
	size_t room = b->columns - NUMBERS_WIDTH, width = NAME_LEAST;
	for (size_t i = 0; i < n; i++) {
		/* Indented by two at most, with two marks at most. */
		size_t here = width_of(b->rows[i].r.regio->name) + 4;
		width = here > width ? here : width;
	}
	return width < room ? width : room;
}

static void
table(struct view *b, size_t n)
{
	b->name = name_width(b, n);
	b->order = mem_array(n + 1, sizeof(*b->order));
	b->table = smartcols_new("");
	start(b);
	body(b, n);
	smartcols_lines(b->table, row, b);
	smartcols_free(b->table);
	free(b->order);
}

void
view_write(struct output *out, const struct stand *s, bool colour)
{
	size_t n = regios_count(s->frame->regios);
	struct view b = {.out = out,
			 .s = s,
			 .colour = colour,
			 .columns = output_columns(out)};
	if (!width_begin()) {
		output_spoil(out);
		return;
	}
	b.rows = mem_array(n + 1, sizeof(*b.rows));
	for (size_t i = 0; i < n; i++)
		fill(&b, i);
	scale(&b, n);
	heading(&b);
	table(&b, n);
	legend(&b);
	for (size_t i = 0; i < n; i++)
		stand_row_free(&b.rows[i].r);
	free(b.rows);
	width_end();
}
