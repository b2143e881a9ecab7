#include "sheet/rules.h"

#include <stdio.h>

#include "num.h"

/* Excel holds no longer text in a cell. */
#define TEXT_LIMIT 32767

static const struct finding_rule rules[] = {
#define RULE_ROW(name, code, severity, english, dutch) \
	[RULE_##name] = {code, SEVERITY_##severity, english, dutch},
    RULES(RULE_ROW)
#undef RULE_ROW
};

/* A finding about the sheet (row and column 0), a row, a column or a cell;
 * both from 1. args: up to two texts for {0} and {1}. */
struct remark {
	enum rule rule;
	size_t row, column;
	struct text value;
	struct text args[2];
};

static void
add(const struct report *to, const struct remark *r)
{
	struct buffer place = {0};
	const struct finding_rule *rule = &rules[r->rule];
	struct finding_place at = {
	    .file = sheets_place(to->book, to->sheet, &place),
	    .record = r->row,
	    .column = r->column,
	    .value = r->value,
	};
	if (to->info || rule->severity != SEVERITY_INFO)
		finding_add(to->findings, rule, &at, r->args, 2);
	buffer_free(&place);
}

static size_t
count_digits(struct text *t)
{
	size_t n = 0;
	for (; t->n > 0 && *t->s >= '0' && *t->s <= '9'; t->s++, t->n--)
		n++;
	return n;
}

/* 31-12-2024, 31/12/24, 2024-12-31, 2024.12.31: digits in three groups with
 * one mark, the year of two or four. */
static bool
looks_like_date(struct text t)
{
	size_t n[3];
	char mark = 0;
	t = text_trim(t);
	for (int i = 0; i < 3; i++) {
		n[i] = count_digits(&t);
		if (n[i] == 0 || n[i] == 3 || n[i] > 4)
			return false;
		if (i == 2)
			break;
		if (t.n == 0 || (*t.s != '-' && *t.s != '/' && *t.s != '.') ||
		    (mark != 0 && *t.s != mark))
			return false;
		mark = *t.s;
		t.s++;
		t.n--;
	}
	if (t.n > 0 || n[1] > 2)
		return false;
	return (n[0] == 4 && n[2] <= 2) || (n[0] <= 2 && n[2] == 4) ||
	       (n[0] <= 2 && n[2] == 2 && mark != '.');
}

/* Excel counts UTF-16 units. */
static size_t
units(struct text t)
{
	size_t n = 0;
	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.s[i];
		if (c < 0x80 || c >= 0xc0)
			n += c >= 0xf0 ? 2 : 1;
	}
	return n;
}

/* So many bytes or a few less: whole characters only. */
static size_t
cut(struct text t, size_t n)
{
	while (n > 0 && ((unsigned char)t.s[n] & 0xc0) == 0x80)
		n--;
	return n;
}

static void
add_text(const struct report *to, struct remark *r)
{
	struct text t = r->value;
	if (t.n >= 6 && t.n <= 12 && looks_like_date(t)) {
		r->rule = RULE_TEXT_DATE;
		add(to, r);
	} else if (t.n >= TEXT_LIMIT && units(t) >= TEXT_LIMIT) {
		char buf[NUM_TEXT];
		r->rule = RULE_CUT_OFF;
		r->args[0] = num_format(num_of((int64_t)units(t)), buf);
		r->value.n = cut(t, 40);
		add(to, r);
	}
}

/* A kind without its rule does not compile. */
static bool
rule_of(enum cell_kind kind, enum rule *out)
{
	switch (kind) {
	case CELL_TEXT:
	case CELL_NUMBER:
	case CELL_PERCENT:
	case CELL_DATE:
	case CELL_BOOLEAN:
		return false;
#define KIND(kind)                  \
	case CELL_##kind:           \
		*out = RULE_##kind; \
		break;
		KIND(ZONED)
		KIND(ERROR)
		KIND(BAD_DATE)
		KIND(LEAP_BUG)
		KIND(UNSHOWN)
		KIND(UNCACHED)
		KIND(NO_DATE)
		KIND(NO_BOOLEAN)
		KIND(NO_NUMBER)
		KIND(NO_STYLE)
		KIND(NO_TYPE)
		KIND(NO_STRING)
#undef KIND
	}
	return true;
}

static struct remark
about(const struct cell *c)
{
	return (struct remark){
	    .row = c->row + 1, .column = c->column + 1, .value = c->text};
}

void
rules_cell(const struct report *to, const struct cell *c)
{
	struct remark r = about(c);
	if (c->kind == CELL_TEXT)
		add_text(to, &r);
	else if (rule_of(c->kind, &r.rule))
		add(to, &r);
}

void
rules_covered(const struct report *to, const struct cell *c,
	      const struct range *merge)
{
	char name[2 * PLACE_TEXT];
	struct remark r = about(c);
	r.rule = RULE_COVERED;
	r.args[0] = text_of(range_text(merge, name));
	add(to, &r);
}

/* Room for a row number. */
#define NAME 64

static void
add_state(const struct report *to)
{
	const struct book *b = to->book;
	static const char *const english[] = {"", "hidden", "very hidden"};
	static const char *const dutch[] = {"", "hidden", "veryHidden"};
	enum sheet_state state = b->sheets[to->sheet].state;
	struct remark r = {
	    .rule = RULE_SHEET_HIDDEN,
	    .args = {text_of(english[state]), text_of(dutch[state])}};
	if (state != SHEET_VISIBLE)
		add(to, &r);
	for (size_t i = 0; i < b->count; i++) {
		char number[NAME];
		if (i == to->sheet || b->sheets[i].state == SHEET_VISIBLE)
			continue;
		snprintf(number, sizeof(number), "%zu", i + 1);
		r = (struct remark){.rule = RULE_OTHER_HIDDEN,
				    .value = text_of(b->sheets[i].name),
				    .args = {text_of(number)}};
		add(to, &r);
	}
}

static const char *
row_text(size_t row, char buf[NAME])
{
	snprintf(buf, NAME, "%zu", row + 1);
	return buf;
}

/* "3" or "3-5". */
static void
span_text(char name[2 * NAME], const char *from, const char *until)
{
	bool one = strcmp(from, until) == 0;
	snprintf(name, 2 * NAME, "%s%s%s", from, one ? "" : "-",
		 one ? "" : until);
}

static void
add_rows(const struct report *to, const struct spans *hidden, size_t rows)
{
	for (size_t i = 0; i < hidden->count; i++) {
		char name[2 * NAME], from[NAME], until[NAME];
		const struct span *s = &hidden->list[i];
		if (s->from >= rows)
			break;
		span_text(name, row_text(s->from, from),
			  row_text(s->to, until));
		struct remark r = {.rule = RULE_ROWS_HIDDEN,
				   .row = s->from + 1,
				   .args = {text_of(name)}};
		add(to, &r);
	}
}

static void
add_columns(const struct report *to, enum rule rule, const struct spans *of,
	    size_t columns)
{
	for (size_t i = 0; i < of->count; i++) {
		char name[2 * NAME], from[TEXT_LETTERS], until[TEXT_LETTERS];
		const struct span *s = &of->list[i];
		if (s->from >= columns)
			continue;
		span_text(name, text_letters(s->from, from),
			  text_letters(s->to, until));
		struct remark r = {.rule = rule,
				   .column = s->from + 1,
				   .args = {text_of(name)}};
		add(to, &r);
	}
}

void
rules_sheet(const struct report *to, const struct survey *s)
{
	add_state(to);
	add_rows(to, &s->hidden_rows, s->rows);
	add_columns(to, RULE_COLUMNS_HIDDEN, &s->hidden_columns, s->columns);
	add_columns(to, RULE_PERCENT, &s->percent_columns, s->columns);
	for (size_t i = 0; i < s->merge_count; i++) {
		char name[2 * PLACE_TEXT];
		const struct range *m = &s->merges[i].range;
		struct remark r = {.rule = RULE_MERGED,
				   .row = m->top + 1,
				   .column = m->left + 1,
				   .args = {text_of(range_text(m, name))}};
		add(to, &r);
	}
}

void
rules_empty(const struct report *to, const struct survey *s, struct text others)
{
	char name[PLACE_TEXT];
	struct remark r = {.rule = others.n > 0 ? RULE_EMPTY_HERE : RULE_EMPTY,
			   .args = {others}};
	if (s->rows > 0) {
		r.rule = RULE_EMPTY_RANGE;
		r.args[0] =
		    text_of(place_text(s->rows - 1, s->columns - 1, name));
	}
	add(to, &r);
}

void
rules_record(const struct report *to, size_t row, size_t record)
{
	char from[NAME], until[NAME];
	snprintf(until, sizeof(until), "%zu", record);
	struct remark r = {
	    .rule = RULE_RECORD,
	    .row = row + 1,
	    .args = {text_of(row_text(row, from)), text_of(until)}};
	add(to, &r);
}

void
rules_column(const struct report *to, size_t from, size_t until)
{
	char a[TEXT_LETTERS], z[TEXT_LETTERS];
	struct remark r = {.rule = RULE_COLUMN,
			   .column = from + 1,
			   .args = {text_of(text_letters(from, a)),
				    text_of(text_letters(until, z))}};
	add(to, &r);
}
