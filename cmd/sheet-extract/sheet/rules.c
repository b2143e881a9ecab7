#include "sheet/rules.h"

#include "num.h"

/* Excel holds no longer text in a cell. */
#define TEXT_LIMIT 32767

static const struct finding_rule rules[] = {
#define RULE_ROW(name, code, severity, english, dutch) \
	[RULE_##name] = {code, SEVERITY_##severity, english, dutch},
    RULES(RULE_ROW)
#undef RULE_ROW
};

void
rules_add(const struct report *to, const struct remark *r)
{
	char place[SHEETS_PLACE];
	const struct finding_rule *rule = &rules[r->rule];
	struct finding_place at = {
	    .file = sheets_place(to->book, to->sheet, place),
	    .record = r->row,
	    .column = r->column,
	    .value = r->value,
	};
	if (to->info || rule->severity != SEVERITY_INFO)
		finding_add(to->findings, rule, &at, r->args, 2);
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
		rules_add(to, r);
	} else if (t.n >= TEXT_LIMIT && units(t) >= TEXT_LIMIT) {
		char buf[NUM_TEXT];
		r->rule = RULE_CUT_OFF;
		r->args[0] = num_format(num_of((int64_t)units(t)), buf);
		r->value.n = cut(t, 40);
		rules_add(to, r);
	}
}

void
rules_cell(const struct report *to, const struct cell *c)
{
	static const int by_kind[] = {[CELL_ERROR] = RULE_ERROR,
				      [CELL_BAD_DATE] = RULE_BAD_DATE,
				      [CELL_LEAP_BUG] = RULE_LEAP_BUG,
				      [CELL_UNSHOWN] = RULE_UNSHOWN,
				      [CELL_UNCACHED] = RULE_UNCACHED};
	struct remark r = {
	    .row = c->row + 1, .column = c->column + 1, .value = c->text};
	if (c->kind == CELL_TEXT) {
		add_text(to, &r);
	} else if (c->kind >= CELL_ERROR) {
		r.rule = (enum rule)by_kind[c->kind];
		rules_add(to, &r);
	}
}
