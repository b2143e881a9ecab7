#include "sheet/note.h"

#include <stdio.h>
#include <string.h>

#include "sheet/rules.h"

#define NAME 64

static void
note_state(const struct report *to)
{
	const struct book *b = to->book;
	static const char *const english[] = {"", "hidden", "very hidden"};
	static const char *const dutch[] = {"", "hidden", "veryHidden"};
	enum sheet_state state = b->sheets[to->sheet].state;
	struct remark r = {
	    .rule = RULE_SHEET_HIDDEN,
	    .args = {text_of(english[state]), text_of(dutch[state])}};
	if (state != SHEET_VISIBLE)
		rules_add(to, &r);
	for (size_t i = 0; i < b->count; i++) {
		char number[NAME];
		if (i == to->sheet || b->sheets[i].state == SHEET_VISIBLE)
			continue;
		snprintf(number, sizeof(number), "%zu", i + 1);
		r = (struct remark){.rule = RULE_OTHER_HIDDEN,
				    .value = text_of(b->sheets[i].name),
				    .args = {text_of(number)}};
		rules_add(to, &r);
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
note_rows(const struct report *to, const struct spans *hidden, size_t rows)
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
		rules_add(to, &r);
	}
}

static void
note_columns(const struct report *to, const struct spans *hidden,
	     size_t columns)
{
	for (size_t i = 0; i < hidden->count; i++) {
		char name[2 * NAME], from[TEXT_LETTERS], until[TEXT_LETTERS];
		const struct span *s = &hidden->list[i];
		if (s->from >= columns)
			continue;
		span_text(name, text_letters(s->from, from),
			  text_letters(s->to, until));
		struct remark r = {.rule = RULE_COLUMNS_HIDDEN,
				   .column = s->from + 1,
				   .args = {text_of(name)}};
		rules_add(to, &r);
	}
}

void
note_sheet(const struct report *to, const struct survey *s)
{
	note_state(to);
	note_rows(to, &s->hidden_rows, s->rows);
	note_columns(to, &s->hidden_columns, s->columns);
	for (size_t i = 0; i < s->merge_count; i++) {
		char name[2 * PLACE_TEXT];
		const struct range *m = &s->merges[i].range;
		struct remark r = {.rule = RULE_MERGED,
				   .row = m->top + 1,
				   .column = m->left + 1,
				   .args = {text_of(range_text(m, name))}};
		rules_add(to, &r);
	}
}

void
note_empty(const struct report *to)
{
	struct remark r = {.rule = RULE_EMPTY};
	rules_add(to, &r);
}

void
note_record(const struct report *to, size_t row, size_t record)
{
	char from[NAME], until[NAME];
	snprintf(until, sizeof(until), "%zu", record);
	struct remark r = {
	    .rule = RULE_RECORD,
	    .row = row + 1,
	    .args = {text_of(row_text(row, from)), text_of(until)}};
	rules_add(to, &r);
}

void
note_column(const struct report *to, size_t from, size_t until)
{
	char a[TEXT_LETTERS], z[TEXT_LETTERS];
	struct remark r = {.rule = RULE_COLUMN,
			   .column = from + 1,
			   .args = {text_of(text_letters(from, a)),
				    text_of(text_letters(until, z))}};
	rules_add(to, &r);
}
