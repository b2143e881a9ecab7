#include "weergave.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define NAME_WIDTH 19
#define BAR_WIDTH 76

/* The parts of a bar, in order. */
enum deel { REALISED, BAR_HARD, BAR_ZACHT, BAR_ONBEKEND, PARTS };

/* Colour-blind safe: blue, green, yellow, grey. */
static const struct {
	char letter;
	const char *colour;
	const char *name;
} parts[PARTS] = {{'G', "\033[44;97m", "gerealiseerd"},
		  {'h', "\033[42;30m", "hard"},
		  {'z', "\033[43;30m", "zacht"},
		  {'o', "\033[47;30m", "onbekend"}};

struct regel {
	struct standrij r;
	struct misschien groei; /* of all years */
	bool later;		/* the target is known from a later year on */
};

struct beeld {
	struct output *out;
	const struct stand *s;
	bool colour;
	/* The most percent of its target that any region shows, and the
	 * rows, one per region. */
	int64_t most;
	struct regel *rows;
	int from; /* year of a row that has only later targets, or 0 */
};

static void
put(struct beeld *b, struct text t)
{
	output_write(b->out, t.s, t.n);
}

static void
say(struct beeld *b, const char *s)
{
	put(b, text_of(s));
}

static void
blanks(struct beeld *b, size_t n)
{
	while (n-- > 0)
		say(b, " ");
}

/* As the Dutch write it: 39.743, 16,2. */
static struct text
dutch(struct text plain, char buf[NUM_TEXT * 2])
{
	const char *point = memchr(plain.s, '.', plain.n);
	size_t whole = point == NULL ? plain.n : (size_t)(point - plain.s);
	size_t sign = plain.n > 0 && plain.s[0] == '-';
	size_t n = 0;
	for (size_t i = 0; i < plain.n; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0)
			buf[n++] = '.';
		buf[n++] = plain.s[i] == '.' ? ',' : plain.s[i];
	}
	buf[n] = '\0';
	return (struct text){buf, n};
}

static void
right(struct beeld *b, size_t width, struct text t)
{
	size_t w = text_width(t);
	blanks(b, w < width ? width - w : 1);
	put(b, t);
}

static void
number(struct beeld *b, size_t width, struct misschien m)
{
	char plain[NUM_TEXT], buf[NUM_TEXT * 2];
	if (m.bekend)
		right(b, width, dutch(aantal_format(m.n, plain), buf));
	else
		right(b, width, text_of("-"));
}

static void
percentage(struct beeld *b, size_t width, struct percentage p)
{
	char plain[NUM_TEXT], buf[NUM_TEXT * 2];
	if (!p.bekend) {
		right(b, width, text_of("-"));
		return;
	}
	right(b, width - 1, dutch(num_format_fixed(p.n, 1, plain), buf));
	say(b, "%");
}

/* The name, cut at a character to what fits, with a mark when the region is
 * not complete. */
static void
name(struct beeld *b, const struct regel *l, size_t indent)
{
	struct text t = l->r.regio->naam;
	bool partly = l->r.volledig.n > 0;
	size_t room = NAME_WIDTH - indent - partly - l->later;
	while (text_width(t) > room) {
		t.n--;
		while (t.n > 0 && ((unsigned char)t.s[t.n] & 0xC0) == 0x80)
			t.n--;
	}
	blanks(b, indent);
	put(b, t);
	say(b, partly ? "*" : "");
	say(b, l->later ? "+" : "");
	blanks(b, room - text_width(t));
}

static void
amounts(const struct standrij *r, int64_t out[PARTS])
{
	out[REALISED] = r->groei.bekend ? r->groei.deel[SALDO] : 0;
	for (int h = 0; h < HARDHEDEN; h++)
		out[BAR_HARD + h] =
		    r->capaciteit[h].bekend ? r->capaciteit[h].n : 0;
}

static bool
has_bar(const struct standrij *r)
{
	return r->opgave.bekend && r->opgave.n > 0;
}

/* Percent of the target, whole and rounded, as far as a bar goes. */
static int64_t
share(int64_t n, int64_t target)
{
	struct num p;
	if (n <= 0 || !aantal_percent(n, target, NUM_HALF_AWAY, &p))
		return 0;
	int64_t whole = (p.units + 5) / 10;
	return whole > 1000 ? 1000 : whole;
}

/* Column that stands for so many percent of the target. */
static size_t
bar_column(const struct beeld *b, int64_t percent)
{
	return (size_t)((percent * BAR_WIDTH + b->most / 2) / b->most);
}

static void
segment(struct beeld *b, int part, size_t from, size_t to, size_t target)
{
	if (b->colour && to > from)
		say(b, parts[part].colour);
	for (size_t i = from; i < to; i++) {
		char c = i + 1 == target ? '|' : parts[part].letter;
		output_write(b->out, &c, 1);
	}
	if (b->colour && to > from)
		say(b, "\033[0m");
}

static void
bar(struct beeld *b, const struct standrij *r)
{
	int64_t n[PARTS];
	int64_t sum = 0;
	size_t at = 0;
	size_t target = bar_column(b, 100);
	if (!has_bar(r))
		return;
	amounts(r, n);
	blanks(b, 2);
	for (int i = 0; i < PARTS; i++) {
		sum += n[i] > 0 ? n[i] : 0;
		size_t to = bar_column(b, share(sum, r->opgave.n));
		segment(b, i, at, to, target);
		at = to;
	}
	if (at < target) {
		blanks(b, target - at - 1);
		say(b, "|");
	}
	say(b, "\n");
}

static void
line(struct beeld *b, const struct regel *l, size_t indent)
{
	const struct standrij *r = &l->r;
	const struct percentage none = {0};

	name(b, l, indent);
	number(b, 8, r->opgave);
	number(b, 8, l->groei);
	percentage(b, 7, l->later ? none : r->gerealiseerd);
	for (int h = 0; h < HARDHEDEN; h++)
		number(b, h == ONBEKEND ? 6 : 8, r->capaciteit[h]);
	number(b, 8, r->rest);
	percentage(b, 8, r->dekking);
	say(b, "\n");
	bar(b, r);
}

static void
heading(struct beeld *b)
{
	char years[SPAN_TEXT], day[PERIOD_TEXT], last[PERIOD_TEXT];
	const struct groei *g = &b->rows[0].r.groei;
	if (!text_is(b->s->scenario, "basis")) {
		say(b, "Scenario ");
		put(b, b->s->scenario);
		say(b, "\n");
	}
	say(b, "Woondeals ");
	put(b, span_format(b->s->kader->jaren, years));
	say(b, ", peildatum ");
	put(b, date_format(b->s->kader->peildatum, day));
	if (regios_count(b->s->kader->regios) > 0 && g->bekend) {
		say(b, ", groei t/m ");
		put(b, period_format(g->tm, last));
		say(b, " (");
		say(b, status_name(g->status));
		say(b, ")");
	}
	say(b, "\n\n");
	blanks(b, NAME_WIDTH);
	say(b, "  opgave   groei  klaar    hard   zacht  onb.    rest "
	       "dekking\n");
}

static bool
any_partly(const struct beeld *b)
{
	for (size_t i = 0; i < regios_count(b->s->kader->regios); i++)
		if (b->rows[i].r.volledig.n > 0)
			return true;
	return false;
}

static void
legend(struct beeld *b)
{
	char year[SPAN_TEXT];
	say(b, "\n  ");
	for (int i = 0; i < PARTS; i++) {
		segment(b, i, 0, 1, 0);
		say(b, " ");
		say(b, parts[i].name);
		say(b, "   ");
	}
	say(b, "| opgave   - onbekend\n");
	if (any_partly(b))
		say(b, "  * niet volledig: zie de bevindingen\n");
	if (b->from == 0)
		return;
	say(b, "  + opgave, rest, dekking en balk vanaf ");
	put(b, span_format((struct span){b->from, b->from}, year));
	say(b, "; eerder is die hier onbekend\n");
}

static void
scale(struct beeld *b, size_t n)
{
	b->most = 100;
	for (size_t i = 0; i < n; i++) {
		int64_t a[PARTS];
		int64_t sum = 0;
		if (!has_bar(&b->rows[i].r))
			continue;
		amounts(&b->rows[i].r, a);
		for (int p = 0; p < PARTS; p++)
			sum += a[p] > 0 ? a[p] : 0;
		int64_t here = share(sum, b->rows[i].r.opgave.n);
		b->most = here > b->most ? here : b->most;
	}
}

/* A region and, one step further in, what it is made of. */
static void
tree(struct beeld *b, size_t i, size_t indent)
{
	const struct regio *r = regios_at(b->s->kader->regios, i);
	line(b, &b->rows[i], indent);
	if (r->level != REGION_WOONDEAL)
		return;
	for (size_t j = 0; j < r->delen_count; j++)
		line(b, &b->rows[r->delen[j]], indent + 1);
}

/* Provinces, then the deals with their municipalities, then who is in none. */
static void
body(struct beeld *b, size_t n)
{
	const struct regios *regios = b->s->kader->regios;
	for (size_t i = 0; i < n; i++) {
		enum region_level level = regios_at(regios, i)->level;
		size_t first = regios_gemeente_index(regios, 0);
		bool loose = level == REGION_GEMEENTE &&
			     regios_woondeal_of(regios, i - first).n == 0;
		if (level == REGION_GEMEENTE && !loose)
			continue;
		tree(b, i, level == REGION_PROVINCIE ? 0 : 1);
	}
}

/* The total row; where its target is not known, that of the later years. */
static void
fill(struct beeld *b, size_t i)
{
	struct regel *l = &b->rows[i];
	stand_row(b->s, i, b->s->kader->jaren, &l->r);
	l->groei =
	    (struct misschien){l->r.groei.bekend, l->r.groei.deel[SALDO]};
	if (l->r.opgave.bekend)
		return;
	int from = stand_tail(b->s, i, &l->r);
	l->later = from != 0;
	b->from = from > b->from ? from : b->from;
}

void
weergave_write(struct output *out, const struct stand *s, bool colour)
{
	size_t n = regios_count(s->kader->regios);
	struct beeld b = {.out = out, .s = s, .colour = colour};
	b.rows = mem_array(n + 1, sizeof *b.rows);
	for (size_t i = 0; i < n; i++)
		fill(&b, i);
	scale(&b, n);
	heading(&b);
	body(&b, n);
	legend(&b);
	for (size_t i = 0; i < n; i++)
		standrij_free(&b.rows[i].r);
	free(b.rows);
}
