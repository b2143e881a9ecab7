#include "layout/status.h"

#include <stdlib.h>

#include "diag.h"
#include "ground/kind.h"
#include "map.h"
#include "mem.h"
#include "table.h"

enum { REGELSET, PLANSTATUS, HARDHEID };

static const char *const columns[] = {"regelset", "planstatus", "hardheid"};

struct status {
	struct table *table;
	struct text *cells;  /* hardheid by row of the table */
	struct map *by_code; /* code -> struct text hardheid */
};

static int
add_row(struct status *s, size_t i)
{
	struct text code = table_cell(s->table, i, PLANSTATUS);
	void **slot = map_slot(s->by_code, code);

	if (*slot)
		return table_fail(s->table, i, PLANSTATUS,
				  "\"%s\" is in this rule set twice", code.s);
	s->cells[i] = table_cell(s->table, i, HARDHEID);
	if (!hardheid_known(s->cells[i]))
		return table_fail(s->table, i, HARDHEID,
				  "expected hard, zacht, onbekend or "
				  "telt_niet, not \"%s\"",
				  s->cells[i].s);
	*slot = &s->cells[i];
	return 0;
}

/* No row of this rule set: say which there are. */
static int
fail_ruleset(const struct status *s, const char *ruleset)
{
	struct text last = {"", 0}, name;
	char list[256];
	size_t n = 0;

	for (size_t i = 0; i < table_rows(s->table); i++) {
		name = table_cell(s->table, i, REGELSET);
		if (text_equal(name, last) || n + name.n + 3 > sizeof(list))
			continue;
		if (n)
			list[n++] = ' ';
		for (size_t k = 0; k < name.n; k++)
			list[n++] = name.s[k];
		last = name;
	}
	return diag_fail("%s: no rule set \"%s\"; there are: %.*s",
			 table_name(s->table), ruleset, (int)n, list);
}

struct status *
status_load(const char *path, const char *ruleset)
{
	struct status *s = mem_new(struct status);
	int rc = 0;

	s->by_code = map_new();
	s->table = table_load(path, columns, 3);
	if (!s->table)
		rc = -1;
	if (rc == 0)
		s->cells =
		    mem_array(table_rows(s->table) + 1, sizeof(*s->cells));
	for (size_t i = 0; rc == 0 && i < table_rows(s->table); i++)
		if (text_is(table_cell(s->table, i, REGELSET), ruleset))
			rc = add_row(s, i);
	if (rc == 0 && map_count(s->by_code) == 0)
		rc = fail_ruleset(s, ruleset);
	if (rc == 0)
		return s;
	status_free(s);
	return NULL;
}

void
status_free(struct status *s)
{
	if (!s)
		return;
	table_free(s->table);
	map_free(s->by_code);
	free(s->cells);
	free(s);
}

const struct text *
status_hardheid(const struct status *s, struct text code)
{
	static const struct text onbekend = {"onbekend", 8};
	const struct text *found = map_get(s->by_code, code);

	return found || !text_equal(code, onbekend) ? found : &onbekend;
}

int
status_check(const struct status *s, const struct layout *l)
{
	const struct map *m = l->words[FIELD_PLANSTATUS];
	size_t n = m ? map_count(m) : 0;

	for (size_t i = 0; i < n; i++) {
		const struct word *w = map_value(m, i);

		if (!text_is(w->value, "planlijst") &&
		    !status_hardheid(s, w->value))
			return diag_fail_at(w->file, w->line,
					    "planstatus \"%s\" is not in the "
					    "rule set",
					    w->value.s);
	}
	for (size_t i = 0; i < l->date_count; i++)
		if (l->dates[i].field == FIELD_PLANSTATUS &&
		    !status_hardheid(s, l->dates[i].word))
			return diag_fail_at(l->path, l->dates[i].line,
					    "planstatus \"%s\" is not in the "
					    "rule set",
					    l->dates[i].word.s);
	return 0;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct text
status_code(const struct status *s, struct text word)
{
	char a[16], b[16];
	struct text folded = text_fold(word, a, sizeof(a)), key;

	for (size_t i = 0; i < map_count(s->by_code); i++) {
		key = map_key(s->by_code, i);
		if (key.n < sizeof(b) &&
		    text_equal(folded, text_fold(key, b, sizeof(b))))
			return key;
	}
	return text_of("");
}

struct text
status_prefix(const struct status *s, struct text word)
{
	size_t n = 0;

	while (n < word.n &&
	       (is_letter(word.s[n]) || (word.s[n] >= '0' && word.s[n] <= '9')))
		n++;
	return n < word.n ? status_code(s, (struct text){word.s, n})
			  : text_of("");
}

/* What comes after the code: without blanks, points and commas before it. */
static struct text
after_code(struct text word)
{
	size_t i = 0;

	if (word.n && word.s[0] >= '0' && word.s[0] <= '9')
		i = word.n > 1 && is_letter(word.s[1]) ? 2 : 1;
	while (i < word.n && (word.s[i] == '.' || word.s[i] == ' '))
		i++;
	return (struct text){word.s + i, word.n - i};
}

struct text
status_label(const struct layout *l, struct text word)
{
	const struct map *m = l->words[FIELD_PLANSTATUS];
	size_t n = m ? map_count(m) : 0;
	char buf[512];
	struct text label = after_code(text_fold(word, buf, sizeof(buf)));

	for (size_t i = 0; label.n && i < n; i++) {
		const struct word *w = map_value(m, i);

		if (text_equal(after_code(map_key(m, i)), label))
			return w->value;
	}
	return (struct text){"", 0};
}
