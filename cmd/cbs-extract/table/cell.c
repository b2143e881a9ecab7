#include "table/cell.h"

#include "table/code.h"
#include "table/rows.h"
#include "table/value.h"

bool
cell_fill(struct edition *e, const struct topic *t, const struct cell *c)
{
	struct text *fields = rows_fields(e->run->rows);
	size_t labels = rows_labels(e->run->rows);

	fields[ROW_ONDERWERP] = t->name;
	fields[ROW_WAARDE] = c->value;
	fields[ROW_EENHEID] = t->unit;
	fields[ROW_REDEN] = c->reason;
	if (labels)
		fields[labels + LABEL_ONDERWERP] = t->title;
	return c->plain && t->plain && e->plain;
}

static void
put(struct edition *e, struct topic *t, struct text value, struct text reason,
    bool plain)
{
	const struct cell_taker *to = e->run->taker;

	to->take(to->ctx, e, t, &(struct cell){value, reason, plain});
}

static void
put_reason(struct edition *e, struct topic *t, const char *reason)
{
	put(e, t, text_of(""), text_of(reason), true);
}

/* Once a measure: that its blanks became zeros must not go unseen. */
static void
put_zero(struct edition *e, struct topic *t)
{
	if (!t->zero_told)
		run_finding(e->run, RULE_ZERO, &(struct spot){.name = t->key},
			    &t->key, 1);
	t->zero_told = true;
	put(e, t, text_of("0"), text_of(""), true);
}

static void
put_blank(struct edition *e, struct topic *t, bool untyped)
{
	if (untyped)
		put_reason(e, t, "onmogelijk");
	else if (t->blank == BLANK_ZERO)
		put_zero(e, t);
	else if (t->blank == BLANK_IMPOSSIBLE)
		put_reason(e, t, "onmogelijk");
	else if (t->blank == BLANK_MISSING)
		put_reason(e, t, "ontbreekt");
	else
		put_reason(e, t, "onbekend");
}

/* A measure that is a text: only the mark for missing means something. */
static void
put_text(struct edition *e, struct topic *t, struct text cell, bool untyped)
{
	struct text v = text_trim(cell);

	if (v.n == 0)
		put_blank(e, t, untyped);
	else if (text_is(v, "."))
		put_reason(e, t, "ontbreekt");
	else
		put(e, t, v, text_of(""), code_is_plain(v));
}

/* A column of which nothing was known holds texts: its first cell is no number,
 * or is padded as texts are, on the right. Told once. */
static bool
becomes_text(struct edition *e, struct topic *t, enum value_kind kind,
	     struct text cell)
{
	bool padded = cell.n && cell.s[cell.n - 1] == ' ' && cell.s[0] != ' ';

	t->is_number = kind == VALUE_NUMBER && !padded;
	if (t->is_number || (kind != VALUE_TEXT && kind != VALUE_NUMBER))
		return false;
	t->is_text = true;
	run_finding(e->run, RULE_TEXT, &(struct spot){.name = t->key}, &t->key,
		    1);
	return true;
}

static void
refuse(struct edition *e, const struct topic *t, struct text cell)
{
	run_finding(e->run, RULE_NUMBER,
		    &(struct spot){.name = t->key, .value = cell}, NULL, 0);
	e->run->refused++;
}

void
cell_read(struct edition *e, struct topic *t, struct text cell, bool is_text,
	  const struct cell_form *form)
{
	char buf[VALUE_TEXT_MAX];
	struct value v;

	if (!edition_keeps(e, t)) {
		e->run->left_out++;
		return;
	}
	if (is_text || t->is_text) {
		put_text(e, t, cell, form->untyped);
		return;
	}
	v = value_read(cell, form->comma, buf);
	if (!t->is_number && becomes_text(e, t, v.kind, cell)) {
		put_text(e, t, cell, form->untyped);
		return;
	}
	switch (v.kind) {
	case VALUE_NUMBER:
		put(e, t, v.text, (struct text){"", 0}, true);
		break;
	case VALUE_BLANK:
		put_blank(e, t, form->untyped);
		break;
	case VALUE_MISSING:
		put_reason(e, t, "ontbreekt");
		break;
	case VALUE_SECRET:
		put_reason(e, t, "geheim");
		break;
	case VALUE_TEXT:
		refuse(e, t, cell);
		break;
	}
}
