#include "note.h"

#include <stdio.h>

#include "rules.h"

#define NAME 64

static void
note_state(struct findings *f, const struct book *b, size_t sheet)
{
	static const char *const english[] = {"", "hidden", "very hidden"};
	static const char *const dutch[] = {"", "hidden", "veryHidden"};
	enum sheet_state state = b->sheets[sheet].state;
	struct remark r = {
	    .rule = RULE_SHEET_HIDDEN,
	    .args = {text_of(english[state]), text_of(dutch[state])}};
	if (state != SHEET_VISIBLE)
		rules_add(f, b, sheet, &r);
	for (size_t i = 0; i < b->count; i++) {
		char number[NAME];
		if (i == sheet || b->sheets[i].state == SHEET_VISIBLE)
			continue;
		snprintf(number, sizeof(number), "%zu", i + 1);
		r = (struct remark){.rule = RULE_OTHER_HIDDEN,
				    .value = text_of(b->sheets[i].name),
				    .args = {text_of(number)}};
		rules_add(f, b, sheet, &r);
	}
}

static void
note_rows(struct findings *f, const struct book *b, size_t sheet,
	  const struct spans *hidden, size_t rows)
{
	for (size_t i = 0; i < hidden->count; i++) {
		char name[NAME];
		const struct span *s = &hidden->list[i];
		if (s->from >= rows)
			break;
		snprintf(name, sizeof(name), "%zu-%zu", s->from + 1, s->to + 1);
		struct remark r = {.rule = RULE_ROWS_HIDDEN,
				   .row = s->from + 1,
				   .args = {text_of(name)}};
		rules_add(f, b, sheet, &r);
	}
}

static void
note_columns(struct findings *f, const struct book *b, size_t sheet,
	     const struct spans *hidden, size_t columns)
{
	for (size_t i = 0; i < hidden->count; i++) {
		char name[NAME], from[TEXT_LETTERS], to[TEXT_LETTERS];
		const struct span *s = &hidden->list[i];
		if (s->from >= columns)
			continue;
		snprintf(name, sizeof(name), "%s-%s",
			 text_letters(s->from, from), text_letters(s->to, to));
		struct remark r = {.rule = RULE_COLUMNS_HIDDEN,
				   .column = s->from + 1,
				   .args = {text_of(name)}};
		rules_add(f, b, sheet, &r);
	}
}

void
note_sheet(struct findings *f, const struct book *b, size_t sheet,
	   const struct survey *s)
{
	note_state(f, b, sheet);
	note_rows(f, b, sheet, &s->hidden_rows, s->rows);
	note_columns(f, b, sheet, &s->hidden_columns, s->columns);
	for (size_t i = 0; i < s->merge_count; i++) {
		char name[2 * PLACE_TEXT];
		const struct range *m = &s->merges[i].range;
		struct remark r = {.rule = RULE_MERGED,
				   .row = m->top + 1,
				   .column = m->left + 1,
				   .args = {text_of(range_text(m, name))}};
		rules_add(f, b, sheet, &r);
	}
}

void
note_empty(struct findings *f, const struct book *b, size_t sheet)
{
	struct remark r = {.rule = RULE_EMPTY};
	rules_add(f, b, sheet, &r);
}

void
note_record(struct findings *f, const struct book *b, size_t sheet, size_t row,
	    size_t record)
{
	char from[NAME], to[NAME];
	snprintf(from, sizeof(from), "%zu", row + 1);
	snprintf(to, sizeof(to), "%zu", record);
	struct remark r = {.rule = RULE_RECORD,
			   .row = row + 1,
			   .args = {text_of(from), text_of(to)}};
	rules_add(f, b, sheet, &r);
}

void
note_column(struct findings *f, const struct book *b, size_t sheet, size_t from,
	    size_t to)
{
	char a[TEXT_LETTERS], z[TEXT_LETTERS];
	struct remark r = {.rule = RULE_COLUMN,
			   .column = from + 1,
			   .args = {text_of(text_letters(from, a)),
				    text_of(text_letters(to, z))}};
	rules_add(f, b, sheet, &r);
}
