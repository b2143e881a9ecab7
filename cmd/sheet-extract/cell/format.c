#include "cell/format.h"

#include <string.h>

/* What was seen in the section so far. m is a month or minutes: minutes after
 * h, and before s. */
struct seen {
	bool date, time, duration, percent;
	bool pending; /* an m that is still either */
	bool hour;    /* the last letter was h */
};

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* The letters of dates and times: what each is in English. Dutch programs
 * write their own into files: j for year, u for hour. Those must not be taken
 * out of a text without quotes ("0 uur", "0 u"): so many at most, no letter
 * behind them, and alone only before a colon. */
static const struct letter {
	char letter, english;
	size_t most;
	bool dutch;
} letters[] = {{'y', 'y', 0, false}, {'d', 'd', 0, false}, {'m', 'm', 0, false},
	       {'h', 'h', 0, false}, {'s', 's', 0, false}, {'e', 'y', 0, false},
	       {'g', 'y', 0, false}, {'b', 'y', 0, false}, {'j', 'y', 4, true},
	       {'u', 'h', 2, true}};

/* How many of one letter stand here. */
static size_t
run_of(struct text t)
{
	size_t n = 1;
	while (n < t.n && lower(t.s[n]) == lower(t.s[0]))
		n++;
	return n;
}

static bool
is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* The English letter of a code that begins here, or 0. */
static char
english_letter(struct text t)
{
	size_t n = run_of(t);
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		const struct letter *l = &letters[i];
		if (l->letter != lower(t.s[0]))
			continue;
		char next = n < t.n ? t.s[n] : ' ';
		bool alone = n == 1 && next != ':';
		if (l->dutch && (alone || n > l->most || is_letter(next)))
			return 0;
		return l->english;
	}
	return 0;
}

/* "[h]", "[mm]", "[u]": the letter, when of one kind only; else 0. */
static char
elapsed(struct text t)
{
	if (t.n == 0 || run_of(t) != t.n)
		return 0;
	char c = lower(t.s[0]) == 'u' ? 'h' : lower(t.s[0]);
	return c == 'h' || c == 'm' || c == 's' ? c : 0;
}

/* The condition in "[<=-1.5]", if it is one. */
static void
condition(struct text t, struct section *out)
{
	static const char *const marks[] = {
	    [COMPARE_LESS_EQUAL] = "<=",    [COMPARE_NOT_EQUAL] = "<>",
	    [COMPARE_GREATER_EQUAL] = ">=", [COMPARE_LESS] = "<",
	    [COMPARE_GREATER] = ">",	    [COMPARE_EQUAL] = "="};
	static const enum comparison order[] = {
	    COMPARE_LESS_EQUAL, COMPARE_NOT_EQUAL, COMPARE_GREATER_EQUAL,
	    COMPARE_LESS,	COMPARE_GREATER,   COMPARE_EQUAL};
	struct number v;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const char *mark = marks[order[i]];
		if (!text_starts(t, mark))
			continue;
		t.s += strlen(mark);
		t.n -= strlen(mark);
		out->comparison = order[i];
		if (t.n >= LIMIT || !number_scan(t, &v)) {
			out->comparison = COMPARE_NEVER;
			return;
		}
		memcpy(out->limit, t.s, t.n);
		out->limit[t.n] = '\0';
		return;
	}
}

/* At a '[': how far its ']' is, or to the end. */
static size_t
bracket(struct text t, struct seen *seen, struct section *out)
{
	size_t i = 1;
	while (i < t.n && t.s[i] != ']')
		i++;
	struct text inner = {t.s + 1, i - 1};
	char letter = elapsed(inner);
	if (letter != 0) {
		seen->duration = true;
		seen->hour = letter == 'h';
	} else {
		condition(inner, out);
	}
	return i < t.n ? i + 1 : i;
}

static size_t
quoted(struct text t)
{
	size_t i = 1;
	while (i < t.n && t.s[i] != '"')
		i++;
	return i < t.n ? i + 1 : i;
}

static void
letter(char c, struct seen *seen)
{
	if (c == 'm') {
		if (seen->hour)
			seen->time = true;
		else
			seen->pending = true;
		return;
	}
	if (c == 's' && seen->pending)
		seen->time = true;
	else if (seen->pending)
		seen->date = true;
	seen->pending = false;
	seen->hour = c == 'h';
	if (c == 'h' || c == 's')
		seen->time = true;
	else
		seen->date = true;
}

static bool
starts_with(struct text t, const char *word)
{
	for (size_t i = 0; word[i] != '\0'; i++)
		if (i >= t.n || lower(t.s[i]) != word[i])
			return false;
	return true;
}

/* Bytes of one token at t; what it means goes into seen and out. */
static size_t
token(struct text t, struct seen *seen, struct section *out)
{
	/* General is that in German and Dutch, from some writers. */
	static const char *const words[] = {"general", "standard", "standaard"};
	char c = lower(t.s[0]), code;
	if (c == '"')
		return quoted(t);
	if (c == '[')
		return bracket(t, seen, out);
	if (c == '\\' || c == '_' || c == '*')
		return t.n > 1 ? 2 : 1;
	seen->percent = seen->percent || c == '%';
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (starts_with(t, words[i]))
			return strlen(words[i]);
	if (starts_with(t, "am/pm") || starts_with(t, "a/p")) {
		letter('h', seen);
		return starts_with(t, "am/pm") ? 5 : 3;
	}
	if (c == 'e' && t.n > 1 && (t.s[1] == '+' || t.s[1] == '-'))
		return 2; /* 0.00E+00 */
	code = english_letter(t);
	if (code == 0)
		return 1;
	letter(code, seen);
	return run_of(t);
}

static enum format
kind_of(const struct seen *seen)
{
	bool date = seen->date || seen->pending;
	if (seen->duration)
		return FORMAT_DURATION;
	if (date && seen->time)
		return FORMAT_DATETIME;
	if (date)
		return FORMAT_DATE;
	if (seen->time)
		return FORMAT_TIME;
	return seen->percent ? FORMAT_PERCENT : FORMAT_NUMBER;
}

/* Takes a section and its ';' off *code; true when it is one for texts. */
static bool
read_section(struct text *code, struct section *out)
{
	struct seen seen = {0};
	bool text = false;
	*out = (struct section){0};
	while (code->n > 0 && code->s[0] != ';') {
		text = text || code->s[0] == '@';
		size_t n = token(*code, &seen, out);
		code->s += n;
		code->n -= n;
	}
	if (code->n > 0) {
		code->s++;
		code->n--;
	} else {
		code->s = NULL;
	}
	out->format = kind_of(&seen);
	return text;
}

static bool
is_fixed(const struct format_code *f)
{
	for (size_t i = 1; i < f->count; i++)
		if (f->sections[i].format != f->sections[0].format)
			return false;
	return true;
}

void
format_parse(struct text code, struct format_code *out)
{
	struct section last;
	*out = (struct format_code){0};
	/* A fourth section is for texts; an @ makes one of the last before. */
	for (size_t i = 0; code.s != NULL && i <= SECTIONS; i++) {
		bool text = read_section(&code, &last);
		if (i < SECTIONS && !(text && code.s == NULL))
			out->sections[out->count++] = last;
	}
	out->fixed = is_fixed(out);
}

static enum format
builtin(size_t id)
{
	if (id == 9 || id == 10)
		return FORMAT_PERCENT;
	if (id == 46)
		return FORMAT_DURATION;
	if (id == 22)
		return FORMAT_DATETIME;
	if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 ||
	    id == 47 || id == 55 || id == 56)
		return FORMAT_TIME;
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) ||
	    (id >= 50 && id <= 58))
		return FORMAT_DATE;
	return FORMAT_NUMBER;
}

void
format_builtin(size_t id, struct format_code *out)
{
	*out = (struct format_code){.count = 1, .fixed = true};
	out->sections[0].format = builtin(id);
}

static bool
applies(const struct section *s, const struct number *v)
{
	struct number limit;
	if (s->comparison == COMPARE_NEVER ||
	    !number_parse(text_of(s->limit), &limit))
		return false;
	int c = number_compare(v, &limit);
	switch (s->comparison) {
	case COMPARE_LESS:
		return c < 0;
	case COMPARE_LESS_EQUAL:
		return c <= 0;
	case COMPARE_EQUAL:
		return c == 0;
	case COMPARE_NOT_EQUAL:
		return c != 0;
	case COMPARE_GREATER_EQUAL:
		return c >= 0;
	case COMPARE_GREATER:
		return c > 0;
	case COMPARE_NONE:
	case COMPARE_NEVER:
		break;
	}
	return false;
}

/* Without conditions: one section for all; positive and zero; negative, and
 * with three sections zero the last. A condition takes the place of the sign:
 * [=0]a;b gives all else to b. What no section takes is shown as ####, and
 * stays a number. */
enum format
format_of(const struct format_code *f, const struct number *v)
{
	const struct section *s = f->sections;
	bool first, second;
	if (f->fixed || f->count == 0)
		return s[0].format;
	bool below = v->negative, above = !below && v->count > 0;
	first = s[0].comparison == COMPARE_NONE
		    ? f->count == 1 || above || (f->count == 2 && !below)
		    : applies(&s[0], v);
	if (first)
		return s[0].format;
	if (f->count == 1)
		return FORMAT_NUMBER;
	second = s[1].comparison == COMPARE_NONE ? f->count == 2 || below
						 : applies(&s[1], v);
	if (second)
		return s[1].format;
	return f->count == 3 ? s[2].format : FORMAT_NUMBER;
}
