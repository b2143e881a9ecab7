/* The words of a layout: its vocabulary, from its own rows and from files. */
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "fold.h"
#include "ground/folded.h"
#include "layout/layout.h"
#include "map.h"
#include "layout/words.h"
#include "table.h"

static const char *const cell_values[] = {"leeg", "nul", "nvt", "onbekend"};

static const struct word *
look_up(const struct map *m, struct text word)
{
	struct buffer b = {0};
	const struct word *w = m ? map_get(m, fold(&b, word)) : NULL;

	buffer_free(&b);
	return w;
}

const struct word *
layout_word(const struct layout *l, enum field f, struct text word)
{
	return look_up(l->words[f], word);
}

bool
layout_has_vocabulary(const struct layout *l, enum field f)
{
	return l->words[f] &&
	       (f == FIELD_KNELPUNTEN || f == FIELD_PROJECTFASE ||
		f == FIELD_OPDRACHTGEVER || f == FIELD_PLANTYPE);
}

bool
layout_is_value(const struct layout *l, enum field f, struct text word)
{
	for (size_t i = 0; i < map_count(l->words[f]); i++) {
		const struct word *w = map_value(l->words[f], i);

		if (text_equal(w->value, word))
			return true;
	}
	return false;
}

const struct word *
layout_cell(const struct layout *l, struct text word)
{
	return look_up(l->cells, word);
}

static bool
is_cell_value(struct text t)
{
	for (size_t i = 0; i < sizeof(cell_values) / sizeof(*cell_values); i++)
		if (text_is(t, cell_values[i]))
			return true;
	return false;
}

static int
check_value(struct layout *l, struct text veld, struct word *w)
{
	struct kind *kind;
	struct text bad;

	if (text_is(veld, "aantal") && !is_cell_value(w->value))
		return diag_fail_at(w->file, w->line,
				    "waarde of a word for aantal must be leeg, "
				    "nul, nvt or onbekend, not \"%s\"",
				    w->value.s);
	if (text_is(veld, "hardheid") && !hardheid_known(w->value))
		return diag_fail_at(w->file, w->line,
				    "waarde must be hard, zacht, onbekend or "
				    "telt_niet, not \"%s\"",
				    w->value.s);
	if (!text_is(veld, "categorie"))
		return 0;
	kind = arena_alloc(l->arena, 1, sizeof(*kind));
	if (!kind_parse(l->arena, w->value, kind, &bad))
		return diag_fail_at(w->file, w->line,
				    "\"%.*s\" is not a word for amounts",
				    (int)bad.n, bad.s);
	if (kind->part2)
		return diag_fail_at(w->file, w->line,
				    "a word is of one partition, not \"%s\"",
				    w->value.s);
	if (kind->price.given) {
		kind->next_priced = l->priced;
		l->priced = kind;
	}
	w->kind = kind;
	return 0;
}

int
layout_add_word(struct layout *l, struct text veld, struct text woord,
		const struct word *w)
{
	enum field f = field_of(veld);
	struct word *copy = arena_alloc(l->arena, 1, sizeof(*copy));
	struct map **m = text_is(veld, "aantal") ? &l->cells : &l->words[f];
	void **slot;

	if (f == FIELD_COUNT && m != &l->cells)
		return diag_fail_at(w->file, w->line,
				    "unknown veld \"%.*s\" for a word",
				    (int)veld.n, veld.s);
	*copy = *w;
	copy->value = arena_text(l->arena, w->value);
	if (check_value(l, veld, copy) < 0)
		return -1;
	if (!*m)
		*m = map_new();
	slot = map_slot(*m, folded_text(l->arena, woord));
	if (*slot && !text_equal(((struct word *)*slot)->value, copy->value))
		return diag_fail_at(
		    w->file, w->line, "\"%.*s\" is already %s (%s:%zu)",
		    (int)woord.n, woord.s, ((struct word *)*slot)->value.s,
		    ((struct word *)*slot)->file, ((struct word *)*slot)->line);
	*slot = copy;
	return 0;
}

int
words_load(struct layout *l, const char *path)
{
	static const char *const columns[] = {"veld", "woord", "waarde",
					      "?vanaf"};
	struct table *t = table_load(path, columns, 4);
	const char *file = arena_string(l->arena, path, text_of(path).n);
	int rc = t ? 0 : -1;

	for (size_t i = 0; rc == 0 && i < table_rows(t); i++) {
		struct word w = {.value = table_cell(t, i, 2),
				 .vanaf =
				     arena_text(l->arena, table_cell(t, i, 3)),
				 .file = file,
				 .line = table_line(t, i)};

		rc = layout_add_word(l, table_cell(t, i, 0),
				     table_cell(t, i, 1), &w);
	}
	table_free(t);
	return rc;
}
