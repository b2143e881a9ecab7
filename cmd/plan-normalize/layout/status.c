#include "layout/status.h"

#include <stdlib.h>

#include "buffer.h"
#include "diag.h"
#include "fold.h"
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
	struct buffer list = {0};

	for (size_t i = 0; i < table_rows(s->table); i++) {
		name = table_cell(s->table, i, REGELSET);
		if (!text_equal(name, last))
			buffer_list(&list, " ", name);
		last = name;
	}
	diag_fail("%s: no rule set \"%s\"; there are: %s", table_name(s->table),
		  ruleset, buffer_view(&list).s);
	buffer_free(&list);
	return -1;
}

struct status *
status_load(const char *path, const char *ruleset)
{
	struct status *s = mem_new(struct status);
	static const size_t once[] = {PLANSTATUS, REGELSET};
	int rc = 0;

	s->by_code = map_new();
	s->table = table_load(path, columns, 3);
	if (!s->table || table_once(s->table, once, 2) < 0)
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
	struct buffer want = {0}, have = {0};
	struct text folded = fold(&want, word), found = text_of("");

	for (size_t i = 0; !found.n && i < map_count(s->by_code); i++) {
		struct text key = map_key(s->by_code, i);

		if (text_equal(folded, fold(&have, key)))
			found = key;
	}
	buffer_free(&want);
	buffer_free(&have);
	return found;
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
	struct buffer folded = {0};
	struct text label = after_code(fold(&folded, word));
	struct text found = text_of("");

	for (size_t i = 0; label.n && !found.n && i < n; i++) {
		const struct word *w = map_value(m, i);

		if (text_equal(after_code(map_key(m, i)), label))
			found = w->value;
	}
	buffer_free(&folded);
	return found;
}
