#include "read/tie.h"

#include "buffer.h"
#include "diag.h"
#include "map.h"

static bool
reads(const struct layout *l, struct text kolom)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (text_equal(l->fields[f].kolom, kolom))
			return true;
	for (size_t i = 0; i < l->column_count; i++)
		if (text_equal(l->columns[i].kolom, kolom))
			return true;
	for (size_t i = 0; i < l->date_count; i++)
		if (text_equal(l->dates[i].kolom, kolom))
			return true;
	return false;
}

/* The first column that only this one of two layouts reads; empty for none. */
static struct text
only_of(const struct layout *l, const struct layout *other)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		if (l->fields[f].kolom.n && !reads(other, l->fields[f].kolom))
			return l->fields[f].kolom;
	for (size_t i = 0; i < l->column_count; i++)
		if (!reads(other, l->columns[i].kolom))
			return l->columns[i].kolom;
	for (size_t i = 0; i < l->date_count; i++)
		if (!reads(other, l->dates[i].kolom))
			return l->dates[i].kolom;
	return text_of("");
}

/* The first column of numbers that two layouts read as different ones. */
static void
add_kinds(struct buffer *why, const struct layout *a, const struct layout *b)
{
	for (size_t i = 0; i < a->column_count; i++)
		for (size_t k = 0; k < b->column_count; k++) {
			const struct column_rule *c = &a->columns[i];
			const struct column_rule *d = &b->columns[k];

			if (!text_equal(c->kolom, d->kolom) ||
			    text_equal(c->omzetting, d->omzetting))
				continue;
			buffer_printf(why,
				      "; to the one \"%s\" is %s, to the other "
				      "%s",
				      c->kolom.s, c->omzetting.s,
				      d->omzetting.s);
			return;
		}
}

static const char *
shown(struct text t)
{
	return t.s ? t.s : "";
}

/* Days that are of another word, fields of another column or with another
 * word for all records. */
static void
add_fields(struct buffer *why, const struct layout *a, const struct layout *b)
{
	for (size_t i = 0; i < a->date_count; i++)
		for (size_t k = 0; k < b->date_count; k++) {
			const struct dated_rule *c = &a->dates[i];
			const struct dated_rule *d = &b->dates[k];

			if (!text_equal(c->kolom, d->kolom) ||
			    text_equal(c->word, d->word))
				continue;
			buffer_printf(why,
				      "; to the one \"%s\" is %s %s, to the "
				      "other %s",
				      c->kolom.s, field_name(c->field),
				      c->word.s, d->word.s);
			return;
		}
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const struct field_rule *c = &a->fields[f], *d = &b->fields[f];
		bool same = text_equal(c->kolom, d->kolom);

		if (same && text_equal(c->constant, d->constant))
			continue;
		buffer_printf(why,
			      "; to the one %s is \"%s\", to the other \"%s\"",
			      field_name((enum field)f),
			      shown(same ? c->constant : c->kolom),
			      shown(same ? d->constant : d->kolom));
		return;
	}
}

/* The first word that means something else, or nothing to one of them. */
static void
add_words(struct buffer *why, const struct layout *a, const struct layout *b)
{
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const struct map *words = a->words[f];

		for (size_t i = 0; words && i < map_count(words); i++) {
			const struct word *w = map_value(words, i);
			struct text word = map_key(words, i);
			const struct word *o =
			    layout_word(b, (enum field)f, word);

			if (o && text_equal(o->value, w->value))
				continue;
			buffer_printf(why,
				      "; to the one \"%s\" is %s %s, to the "
				      "other %s",
				      word.s, field_name((enum field)f),
				      w->value.s, o ? o->value.s : "no word");
			return;
		}
	}
}

static void
add_settings(struct buffer *why, const struct layout *a, const struct layout *b)
{
	if (!text_equal(a->telling, b->telling))
		buffer_string(why, "; they differ in telling");
	if (a->price_year != b->price_year)
		buffer_string(why, "; they differ in prijspeil");
	if (a->form != b->form)
		buffer_string(why, "; they differ in getal");
	if (!text_equal(a->peildatum, b->peildatum))
		buffer_string(why, "; they differ in peildatum");
}

/* What in the records would be of one of them only. */
static void
add_marks(struct buffer *why, const struct layout *l)
{
	for (size_t i = 0; i < l->mark_count; i++)
		buffer_printf(why, "; \"%s\" in \"%s\" would be of %s",
			      l->marks[i].value.s, l->marks[i].kolom.s,
			      l->path);
}

void
tie_tell(const struct layout *a, const struct layout *b)
{
	struct text one = only_of(a, b), two = only_of(b, a);
	struct buffer why = {0};

	add_kinds(&why, a, b);
	add_marks(&why, a);
	add_marks(&why, b);
	if (!why.n)
		add_settings(&why, a, b);
	if (one.n)
		buffer_printf(&why, "; only %s reads \"%s\"", a->path, one.s);
	if (two.n)
		buffer_printf(&why, "; only %s reads \"%s\"", b->path, two.s);
	if (!why.n)
		add_fields(&why, a, b);
	if (!why.n)
		add_words(&why, a, b);
	if (!why.n)
		add_words(&why, b, a);
	if (!why.n)
		buffer_string(&why, "; their columns and words are alike");
	diag_fail("the layouts %s and %s fit equally well: give one with -l%s",
		  a->path, b->path, buffer_view(&why).s);
	buffer_free(&why);
}
