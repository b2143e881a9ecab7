#include "write/claims.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "ground/rule.h"
#include "mem.h"
#include "period.h"
#include "stand/figure.h"
#include "table.h"

/* How the number was put. */
enum word { EXACTLY, AMPLY, ALMOST, ABOUT, UNDER, OVER };

struct claim {
	struct text text; /* lives with the table, as all texts */
	struct text source;
	struct text value;
	size_t regio;	  /* index in the whole list */
	struct span span; /* all years of the stand when none are given */
	const struct column *column;
	enum word word;
	struct num number;
	int decimals;  /* as written */
	long gemeente; /* FORMULA_GEMEENTE: its number */
	bool has_date;
	int32_t date; /* growth before it; else that of the stand */
	size_t row;   /* physical row */
};

struct claims {
	struct table *table;
	struct claim *list;
	size_t count;
};

enum claim_column {
	TEXT,
	REGIO,
	FROM,
	TO,
	COLUMN,
	WORD,
	VALUE,
	PEILDATUM,
	SOURCE,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
    "bewering", "regio",  "jaar_van",  "jaar_tot", "kolom",
    "woord",	"waarde", "peildatum", "bron"};

static const char *const words[] = {"",		"ruim",	 "bijna",
				    "ongeveer", "onder", "boven"};

#define WORDS (sizeof(words) / sizeof(words[0]))

/* More decimals than anybody publishes. */
#define DECIMALS_MAX 6

static int
parse_span(const struct table *t, size_t i, const struct frame *k,
	   struct span *out)
{
	struct text from = table_cell(t, i, FROM);
	struct text to = table_cell(t, i, TO);
	*out = k->years;
	if (from.n == 0 && to.n == 0)
		return 0;
	if (span_year(from, &out->from) && span_year(to, &out->to) &&
	    out->from <= out->to)
		return 0;
	return table_fail(t, i, FROM, "'%s' to '%s' are no years in order",
			  from.s, to.s);
}

static int
parse_measure(const struct table *t, size_t i, struct claim *b)
{
	struct text name = table_cell(t, i, COLUMN);
	struct buffer all = {0};
	b->column = column_find(name, FOR_CLAIMS);
	if (b->column)
		return 0;
	column_names(&all, FOR_CLAIMS);
	table_fail(t, i, COLUMN, "'%s', expected %s", name.s,
		   buffer_view(&all).s);
	buffer_free(&all);
	return -1;
}

static int
parse_word(const struct table *t, size_t i, enum word *out)
{
	struct text word = table_cell(t, i, WORD);
	for (size_t j = 0; j < WORDS; j++) {
		*out = (enum word)j;
		if (text_is(word, words[j]))
			return 0;
	}
	return table_fail(t, i, WORD,
			  "'%s', expected nothing, ruim, bijna, ongeveer, "
			  "onder or boven",
			  word.s);
}

/* By code or by name. */
static int
parse_member(const struct table *t, size_t i, const struct frame *k,
	     struct claim *b)
{
	b->gemeente = regios_gemeente(k->regios, b->value);
	for (size_t m = 0; m < regios_gemeenten(k->regios); m++)
		if (text_equal(regios_gemeente_at(k->regios, m)->name,
			       b->value))
			b->gemeente = (long)m;
	if (b->gemeente >= 0)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' is no municipality of the municipalities file",
			  b->value.s);
}

static int
parse_number(const struct table *t, size_t i, struct claim *b)
{
	const char *point = memchr(b->value.s, '.', b->value.n);
	if (point)
		b->decimals = (int)strlen(point + 1);
	if (num_parse(b->value, NUM_PLAIN, &b->number) == NUM_OK &&
	    b->decimals <= DECIMALS_MAX)
		return 0;
	return table_fail(t, i, VALUE,
			  "'%s' is not a number (plain decimals, at most six)",
			  b->value.s);
}

static int
parse_date(const struct table *t, size_t i, struct claim *b)
{
	struct text date = table_cell(t, i, PEILDATUM);
	b->has_date = date.n > 0;
	if (!b->has_date)
		return 0;
	if (!date_parse(date, &b->date))
		return table_fail(t, i, PEILDATUM,
				  "'%s' is not a date, expected YYYY-MM-DD",
				  date.s);
	if (formula_growth(&b->column->formula) &&
	    !formula_capacity(&b->column->formula))
		return 0;
	return table_fail(t, i, PEILDATUM,
			  "a date of its own is for growth without capacity");
}

static int
parse(const struct table *t, size_t i, const struct frame *k, struct claim *b)
{
	struct text code = table_cell(t, i, REGIO);
	long regio = regios_find(k->regios, code);
	*b = (struct claim){.text = table_cell(t, i, TEXT),
			    .source = table_cell(t, i, SOURCE),
			    .value = table_cell(t, i, VALUE),
			    .row = table_line(t, i)};
	if (regio < 0)
		return table_fail(t, i, REGIO,
				  "'%s' is not in the municipalities file",
				  code.s);
	b->regio = (size_t)regio;
	if (parse_span(t, i, k, &b->span) != 0 || parse_measure(t, i, b) != 0 ||
	    parse_word(t, i, &b->word) != 0 || parse_date(t, i, b) != 0)
		return -1;
	return b->column->formula.kind == FORMULA_GEMEENTE
		   ? parse_member(t, i, k, b)
		   : parse_number(t, i, b);
}

struct claims *
claims_load(const struct frame *k, const char *path)
{
	struct claims *b = mem_new(struct claims);
	b->table = table_load(path, columns, COLUMNS);
	size_t n = b->table ? table_rows(b->table) : 0;
	b->list = mem_array(n + 1, sizeof(*b->list));
	bool fine = b->table;
	for (; fine && b->count < n; b->count++)
		fine = parse(b->table, b->count, k, &b->list[b->count]) == 0;
	if (fine)
		return b;
	claims_free(b);
	return NULL;
}

void
claims_free(struct claims *b)
{
	if (!b)
		return;
	free(b->list);
	table_free(b->table);
	free(b);
}

enum verdict { HOLDS, CONTRADICTED, UNCHECKABLE, VERDICTS };

struct check {
	const struct stand *s;
	const struct claims *all;
	const struct claim *b;
	struct query v;
	struct figure c;
	char tip_buf[SPAN_TEXT]; /* what would make it true */
	struct text tip;
};

/* n times percent, exactly. */
static struct num
part(struct num n, int64_t percent)
{
	num_multiply(n, (struct num){percent, 2}, &n);
	return n;
}

static bool
between(struct num n, struct num a, struct num b)
{
	return num_compare(n, a) >= 0 && num_compare(n, b) <= 0;
}

/* ruim, bijna and ongeveer leave five percent. */
static bool
fits(const struct claim *b, const struct figure *c)
{
	struct num g = b->number;
	struct num n;
	int decimals = b->word == EXACTLY ? b->decimals : AMOUNT_SCALE;
	if (!figure_round(c, decimals, &n))
		return false;
	switch (b->word) {
	case AMPLY:
		return between(n, g, part(g, 105));
	case ALMOST:
		return between(n, part(g, 95), g) && num_compare(n, g) < 0;
	case ABOUT:
		return between(n, part(g, 95), part(g, 105));
	case UNDER:
		return num_compare(n, g) < 0;
	case OVER:
		return num_compare(n, g) > 0;
	default:
		return num_compare(n, g) == 0;
	}
}

static bool
fits_at(struct check *t, struct span span, int32_t date)
{
	struct query v = t->v;
	struct figure c;
	v.span = span;
	v.date = date;
	figure_of(t->s, &v, &c);
	return c.known && fits(t->b, &c);
}

/* Near: less than one of the last decimal away. */
static bool
is_rounding(struct check *t)
{
	struct num n, far;
	if (t->c.denominator.units == 0 || t->b->word != EXACTLY ||
	    !figure_round(&t->c, AMOUNT_SCALE, &n) ||
	    !num_subtract(n, t->b->number, &far))
		return false;
	far.units = far.units < 0 ? -far.units : far.units;
	if (num_compare(far, (struct num){1, t->b->decimals}) >= 0 ||
	    !figure_round(&t->c, t->b->decimals, &n))
		return false;
	t->tip = num_format(n, t->tip_buf);
	return true;
}

/* The first day of another month of these years before which it was so. */
static bool
is_date(struct check *t)
{
	int32_t date;
	if (!formula_growth(&t->b->column->formula) ||
	    formula_capacity(&t->b->column->formula))
		return false;
	for (int m = 1; m <= 12 * (t->v.span.to - t->v.span.from + 1); m++) {
		date_days(t->v.span.from + m / 12, m % 12 + 1, 1, &date);
		if (!fits_at(t, t->v.span, date))
			continue;
		t->tip = date_format(date, t->tip_buf);
		return true;
	}
	return false;
}

static int
distance(struct span a, struct span b)
{
	return abs(a.from - b.from) + abs(a.to - b.to);
}

/* The nearest other years for which it is so. */
static bool
is_period(struct check *t)
{
	struct span years = t->s->frame->years;
	struct span best = t->v.span;
	for (int from = years.from; from <= years.to; from++) {
		for (int to = from; to <= years.to; to++) {
			struct span span = {from, to};
			bool nearer = span_equal(best, t->v.span) ||
				      distance(span, t->v.span) <
					  distance(best, t->v.span);
			if (nearer && !span_equal(span, t->v.span) &&
			    fits_at(t, span, t->v.date))
				best = span;
		}
	}
	t->tip = span_format(best, t->tip_buf);
	return !span_equal(best, t->v.span);
}

/* figure: what the figures say; more: how they come to it. */
static void
report(const struct check *t, enum rule rule, struct text figure,
       struct text more)
{
	const struct frame *k = t->s->frame;
	const struct claim *b = t->b;
	char years[SPAN_TEXT];
	struct buffer claim = {0};
	struct finding_place place = {.file = table_name(t->all->table),
				      .record = (size_t)(b - t->all->list) + 2,
				      .row = b->row,
				      .name = text_of("waarde"),
				      .value = b->value};
	buffer_string(&claim, words[b->word]);
	if (b->word != EXACTLY)
		buffer_char(&claim, ' ');
	buffer_add(&claim, b->value);
	rule_add(k->findings, rule, &place,
		 TEXTS(b->text, b->source, text_of(b->column->name),
		       regios_at(k->regios, b->regio)->code,
		       span_format(b->span, years), buffer_view(&claim), figure,
		       more, t->tip));
	buffer_free(&claim);
}

static enum rule
why(struct check *t)
{
	bool exact = t->b->word == EXACTLY && t->b->number.units != 0 &&
		     t->b->column->formula.kind != FORMULA_YEARS;
	if (is_rounding(t))
		return RULE_CLAIM_ROUNDING;
	if (exact && t->b->has_date && is_date(t))
		return RULE_CLAIM_DATE;
	if (exact && is_period(t))
		return RULE_CLAIM_PERIOD;
	return RULE_CLAIM;
}

static void
contradict(struct check *t)
{
	char number[NUM_TEXT], last[PERIOD_TEXT];
	struct buffer more = {0};
	struct num n;
	if (!t->c.comparable) {
		t->tip = period_format(t->c.until, last);
		report(t, RULE_CLAIM_UNEQUAL, text_of(""), text_of(""));
		return;
	}
	if (!figure_round(&t->c, t->c.denominator.units == 0 ? AMOUNT_SCALE : 2,
			  &n))
		n = num_of(0);
	if (t->c.denominator.units != 0) {
		buffer_string(&more, " (");
		figure_tell(&t->c, &more);
		buffer_char(&more, ')');
	}
	enum rule rule = why(t);
	report(t, rule, num_format(n, number), buffer_view(&more));
	buffer_free(&more);
}

static bool
is_member(const struct regio *r, long m)
{
	for (size_t j = 0; j < r->members_count; j++)
		if ((long)r->members[j] == m)
			return true;
	return false;
}

/* An earlier statement that lays this municipality in another deal. */
static const struct claim *
elsewhere(const struct check *t)
{
	const struct regios *list = t->s->frame->regios;
	const struct claim *b = t->b;
	for (const struct claim *x = t->all->list; x < b; x++)
		if (x->column->formula.kind == FORMULA_GEMEENTE &&
		    x->gemeente == b->gemeente && x->regio != b->regio &&
		    regios_at(list, x->regio)->level ==
			regios_at(list, b->regio)->level)
			return x;
	return NULL;
}

static enum verdict
judge_member(struct check *t)
{
	const struct regios *list = t->s->frame->regios;
	const struct claim *other = elsewhere(t);
	if (other) {
		t->tip = num_format(num_of((int64_t)other->row), t->tip_buf);
		report(t, RULE_CLAIM_DUPLICATE,
		       regios_at(list, other->regio)->code, text_of(""));
	}
	if (is_member(regios_at(list, t->b->regio), t->b->gemeente))
		return other ? CONTRADICTED : HOLDS;
	report(t, RULE_CLAIM_GEMEENTE,
	       regios_woondeal_of(list, (size_t)t->b->gemeente), text_of(""));
	return CONTRADICTED;
}

static enum verdict
judge(struct check *t)
{
	if (t->b->column->formula.kind == FORMULA_GEMEENTE)
		return judge_member(t);
	figure_of(t->s, &t->v, &t->c);
	if (!t->c.known) {
		report(t, RULE_CLAIM_ONBEKEND, text_of(""), text_of(""));
		return UNCHECKABLE;
	}
	if (t->c.comparable && fits(t->b, &t->c))
		return HOLDS;
	contradict(t);
	return CONTRADICTED;
}

void
claims_check(const struct stand *s, const struct claims *list)
{
	size_t n[VERDICTS] = {0};
	for (size_t i = 0; i < list->count; i++) {
		const struct claim *b = &list->list[i];
		struct check t = {.s = s, .all = list, .b = b};
		t.v =
		    (struct query){b->column, b->regio, b->span,
				   b->has_date ? b->date : s->frame->peildatum};
		n[judge(&t)]++;
	}
	diag_note("%zu statements = %zu hold + %zu contradicted + %zu not to "
		  "be checked",
		  list->count, n[HOLDS], n[CONTRADICTED], n[UNCHECKABLE]);
}
