#include "write/bar.h"

#include <string.h>

#include "ground/amount.h"

#define WIDTH 66

/* Colour-blind safe: blue, green, yellow, grey. */
static const struct {
	char letter;
	const char *colour;
	const char *name;
} parts[BAR_PARTS] = {{'G', "\033[44;97m", "gerealiseerd"},
		      {'h', "\033[42;30m", "hard"},
		      {'z', "\033[43;30m", "zacht"},
		      {'o', "\033[47;30m", "onbekend"}};

static void
say(struct output *out, const char *s)
{
	output_write(out, s, strlen(s));
}

static void
blanks(struct output *out, size_t n)
{
	while (n-- > 0)
		say(out, " ");
}

void
bar_year(struct bar *b, int64_t growth)
{
	if (b->year_count == BAR_YEARS) {
		memmove(b->years, b->years + 1,
			(BAR_YEARS - 1) * sizeof(*b->years));
		b->year_count--;
	}
	b->years[b->year_count++] = growth;
}

/* Percent of the target, whole and rounded, as far as a bar goes. */
static int64_t
share(int64_t n, int64_t target)
{
	struct num p;
	if (n <= 0 || target <= 0 ||
	    !amount_percent(n, target, NUM_HALF_AWAY, &p))
		return 0;
	int64_t whole = (p.units + 5) / 10;
	return whole > 1000 ? 1000 : whole;
}

int64_t
bar_percent(const struct bar *b)
{
	int64_t sum = 0;
	for (int i = 0; i < BAR_PARTS; i++)
		sum += b->n[i] > 0 ? b->n[i] : 0;
	return share(sum, b->opgave);
}

/* Column that stands for so many percent of the target. */
static size_t
column(const struct bar *b, int64_t percent)
{
	return (size_t)((percent * WIDTH + b->most / 2) / b->most);
}

static void
segment(struct output *out, int part, size_t n, bool colour)
{
	if (colour && n > 0)
		say(out, parts[part].colour);
	for (size_t i = 0; i < n; i++)
		output_write(out, &parts[part].letter, 1);
	if (colour && n > 0)
		say(out, "\033[0m");
}

/* A part from one column to another, with the mark of the target in it. */
static void
part(const struct bar *b, int part, size_t from, size_t to)
{
	size_t target = column(b, 100);
	if (from >= target || to < target) {
		segment(b->out, part, to - from, b->colour);
		return;
	}
	segment(b->out, part, target - 1 - from, b->colour);
	say(b->out, "|");
	segment(b->out, part, to - target, b->colour);
}

/* Lowest for 0 or less, else eighths of the highest year. */
static void
sparks(const struct bar *b)
{
	static const char *const levels[] = {"\u2581", "\u2582", "\u2583",
					     "\u2584", "\u2585", "\u2586",
					     "\u2587", "\u2588"};
	int64_t top = 1;
	for (size_t i = 0; i < b->year_count; i++)
		top = b->years[i] > top ? b->years[i] : top;
	for (size_t i = 0; i < b->year_count; i++) {
		int64_t n = share(b->years[i], top) * 8 / 100;
		say(b->out, levels[n > 0 ? n - 1 : 0]);
	}
}

bool
bar_write(const struct bar *b)
{
	int64_t sum = 0;
	size_t at = 0;
	size_t target = column(b, 100);
	bool years = b->year_count > 1;
	blanks(b->out, 2);
	for (int i = 0; i < BAR_PARTS; i++) {
		sum += b->n[i] > 0 ? b->n[i] : 0;
		size_t to = column(b, share(sum, b->opgave));
		part(b, i, at, to);
		at = to;
	}
	if (at < target) {
		blanks(b->out, target - at - 1);
		say(b->out, "|");
		at = target;
	}
	if (years) {
		blanks(b->out, WIDTH + 1 - at);
		sparks(b);
	}
	say(b->out, "\n");
	return years;
}

void
bar_legend(struct output *out, bool colour)
{
	for (int i = 0; i < BAR_PARTS; i++) {
		segment(out, i, 1, colour);
		say(out, " ");
		say(out, parts[i].name);
		say(out, "   ");
	}
}
