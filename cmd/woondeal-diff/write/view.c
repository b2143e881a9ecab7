#include "write/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/bar.h"
#include "mem.h"

#define VIEW_WIDTH 80
#define NAME_WIDTH 19

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

static void
blanks(struct view *b, size_t n)
{
	while (n-- > 0)
		say(b, " ");
}

static void
right(struct view *b, size_t width, struct text t)
{
	size_t w = text_width(t);
	blanks(b, w < width ? width - w : 1);
	put(b, t);
}

static void
number(struct view *b, size_t width, struct maybe m)
{
	char buf[NUMBER_TEXT];
	if (m.known)
		right(b, width,
		      fit(amount_num(m.n), width - 1, &b->tight, buf));
	else
		right(b, width, text_of("-"));
}

static void
percentage(struct view *b, size_t width, struct percentage p)
{
	char buf[NUMBER_TEXT];
	if (p.known)
		right(b, width, fit_percent(p.n, width - 1, &b->tight, buf));
	else
		right(b, width, text_of("-"));
}

/* Cut at a character to so many columns. */
static struct text
cut(struct text t, size_t room)
{
	while (text_width(t) > room) {
		t.n--;
		while (t.n > 0 && ((unsigned char)t.s[t.n] & 0xC0) == 0x80)
			t.n--;
	}
	return t;
}

/* The name, as far as it fits, with a mark when the region is not complete. */
static void
name(struct view *b, const struct line *l, size_t indent)
{
	struct text t = l->r.regio->name;
	bool partly = l->r.incomplete.n > 0;
	size_t room = NAME_WIDTH - indent - partly - l->later;
	char *own = mem_array(t.n + 1, 1);
	t = cut(text_inert(t, own), room);
	blanks(b, indent);
	put(b, t);
	say(b, partly ? "*" : "");
	say(b, l->later ? "+" : "");
	blanks(b, room - text_width(t));
	free(own);
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

	name(b, l, indent);
	number(b, 8, r->opgave);
	number(b, 8, l->growth);
	percentage(b, 7, l->later ? none : r->realised);
	for (int h = 0; h < HARDHEDEN; h++)
		number(b, h == HARDHEID_ONBEKEND ? 6 : 8, r->capacity[h]);
	number(b, 8, r->rest);
	percentage(b, 8, r->coverage);
	say(b, "\n");
	picture(b, l, i);
	l->shown = true;
}

static void
heading(struct view *b)
{
	char years[SPAN_TEXT], day[PERIOD_TEXT], last[PERIOD_TEXT];
	const struct growth *g = &b->rows[0].r.growth;
	if (!text_is(b->s->scenario, "basis")) {
		say(b, "Scenario ");
		put(b, cut(b->s->scenario, VIEW_WIDTH - strlen("Scenario ")));
		say(b, "\n");
	}
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
	blanks(b, NAME_WIDTH);
	say(b, "  opgave   groei  klaar    hard   zacht  onb.    rest "
	       "dekking\n");
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

void
view_write(struct output *out, const struct stand *s, bool colour)
{
	size_t n = regios_count(s->frame->regios);
	struct view b = {.out = out, .s = s, .colour = colour};
	b.rows = mem_array(n + 1, sizeof(*b.rows));
	for (size_t i = 0; i < n; i++)
		fill(&b, i);
	scale(&b, n);
	heading(&b);
	body(&b, n);
	legend(&b);
	for (size_t i = 0; i < n; i++)
		stand_row_free(&b.rows[i].r);
	free(b.rows);
}
