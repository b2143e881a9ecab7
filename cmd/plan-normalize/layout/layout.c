#include "layout/layout.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "ground/folded.h"
#include "map.h"
#include "mem.h"
#include "layout/setting.h"

static const char *const columns[] = {"veld", "kolom", "omzetting", "waarde"};

/* The omzetting of a field. */
static int
take_change(struct layout *l, const struct layout_line *r, enum field f)
{
	struct field_rule *rule = &l->fields[f];
	struct text o = r->omzetting;
	struct word w = {.value = r->waarde,
			 .file = l->path,
			 .line = table_line(r->table, r->i)};

	if (text_starts(o, "als:"))
		return layout_add_word(l, r->veld,
				       (struct text){o.s + 4, o.n - 4}, &w);
	if (text_is(o, "vul"))
		rule->vul = true;
	else if (text_is(o, "code") && f == FIELD_PLANSTATUS)
		rule->code = true;
	else if (text_starts(o, "splits:") && o.n == 8)
		rule->splits = o.s[7];
	else if (text_is(o, "volgnummer") && f == FIELD_FASE_ID && !r->kolom.n)
		rule->numbered = true;
	else
		return table_fail(r->table, r->i, OMZETTING,
				  "expected als:WORD, vul, splits:C, code "
				  "(planstatus only), datum (planstatus and "
				  "projectfase) or volgnummer (fase_id without "
				  "a column), not \"%s\"",
				  o.s);
	return 0;
}

/* planstatus,4a Visie,datum,4A */
static int
take_date(struct layout *l, const struct layout_line *r, enum field f)
{
	struct dated_rule *d = &l->dates[l->date_count++];

	if (!r->kolom.n || !r->waarde.n)
		return table_fail(r->table, r->i, r->kolom.n ? WAARDE : KOLOM,
				  "must not be empty");
	d->field = f;
	d->kolom = r->kolom;
	d->optional = r->optional;
	d->word = arena_text(l->arena, r->waarde);
	d->line = table_line(r->table, r->i);
	return 0;
}

/* Set once by a field's own rows, or by dates. */
static int
check_source(const struct layout *l, const struct layout_line *r, enum field f)
{
	size_t line = l->fields[f].given ? l->fields[f].line : 0;

	for (size_t i = 0; !line && i < l->date_count; i++)
		if (l->dates[i].field == f)
			line = l->dates[i].line;
	if (!line)
		return 0;
	return table_fail(r->table, r->i, VELD,
			  "%s has its source already in line %zu",
			  field_name(f), line);
}

static int
take_field(struct layout *l, const struct layout_line *r, enum field f)
{
	struct field_rule *rule = &l->fields[f];

	if (text_is(r->omzetting, "datum") &&
	    (f == FIELD_PLANSTATUS || f == FIELD_PROJECTFASE))
		return rule->given ? check_source(l, r, f) : take_date(l, r, f);
	if (r->kolom.n || !r->omzetting.n) {
		if (check_source(l, r, f) < 0)
			return -1;
		rule->given = true;
		rule->line = table_line(r->table, r->i);
		rule->kolom = r->kolom;
		rule->optional = r->optional;
		if (!r->kolom.n)
			rule->constant = arena_text(l->arena, r->waarde);
	}
	return r->omzetting.n ? take_change(l, r, f) : 0;
}

static int
take_years(const struct layout_line *r, struct column_rule *c)
{
	struct years y;
	bool limit;

	if (!r->waarde.n)
		return 0;
	if (!years_parse(r->waarde, &y, &limit))
		return table_fail(r->table, r->i, WAARDE,
				  "expected 2024, 2025-2029, 2031- or "
				  "2024..2030, not \"%s\"",
				  r->waarde.s);
	if (limit)
		c->limit = y;
	else
		c->years = y;
	return 0;
}

/* A column that says in its own name what its numbers are. */
#define TOLD "{omzetting}"

static bool
ends_told(struct text kolom)
{
	size_t n = sizeof(TOLD) - 1;

	return kolom.n > n && memcmp(kolom.s + kolom.n - n, TOLD, n) == 0;
}

static int
take_told(const struct layout_line *r, struct column_rule *c,
	  enum column_use use)
{
	if (use != USE_AANTAL || r->omzetting.n || r->waarde.n)
		return table_fail(r->table, r->i, OMZETTING,
				  "a column that ends in " TOLD " says all of "
				  "itself, and is an aantal");
	c->told = true;
	c->kolom.n -= sizeof(TOLD) - 1;
	return 0;
}

static int
take_column(struct layout *l, const struct layout_line *r, enum column_use use)
{
	struct column_rule *c = &l->columns[l->column_count++];
	struct text bad;

	c->use = use;
	c->kolom = r->kolom;
	c->omzetting = arena_text(l->arena, r->omzetting);
	c->optional = r->optional;
	c->line = table_line(r->table, r->i);
	if (!r->kolom.n)
		return table_fail(r->table, r->i, KOLOM, "a column is needed");
	if (ends_told(r->kolom))
		return take_told(r, c, use);
	if (use == USE_NEGEER)
		return 0;
	if (!kind_parse(l->arena, r->omzetting, &c->kind, &bad))
		return table_fail(r->table, r->i, OMZETTING,
				  "\"%.*s\" is not a word for amounts",
				  (int)bad.n, bad.s);
	if (use == USE_CONTROLE &&
	    (c->kind.part2 || c->kind.price.given || c->kind.som ||
	     (c->kind.part && c->kind.kolom.n)))
		return table_fail(r->table, r->i, OMZETTING,
				  "a controle is of one DIMENSIE or kolom, no "
				  "prijs or som");
	if (use == USE_AANTAL && kind_only_checks(&c->kind))
		return table_fail(r->table, r->i, OMZETTING,
				  "plan, gesloopt and kolom are for a "
				  "controle");
	if (use == USE_AANTAL && kind_is_open(&c->kind))
		return table_fail(
		    r->table, r->i, OMZETTING,
		    "several categories together are for a controle");
	return take_years(r, c);
}

/* What a cell of a record is held against. */
static int
take_skip(struct layout *l, const struct layout_line *r, struct skip_rule *s)
{
	static const char *const hows[] = {"is", "begint", "bevat", "leeg"};
	size_t how = 0;

	s->total = text_is(r->veld, "totaalrij");
	s->kolom = r->kolom;
	s->optional = r->optional;
	s->line = table_line(r->table, r->i);
	s->value = folded_text(l->arena, r->waarde);
	while (how < 4 && !text_is(r->omzetting, hows[how]))
		how++;
	if (how == 4)
		return table_fail(r->table, r->i, OMZETTING,
				  "expected is, begint, bevat or leeg, not "
				  "\"%s\"",
				  r->omzetting.s);
	s->how = (enum skip_how)how;
	if (!r->kolom.n || (s->how != SKIP_LEEG && !s->value.n))
		return table_fail(r->table, r->i, r->kolom.n ? WAARDE : KOLOM,
				  "must not be empty");
	return 0;
}

static int
take_line(struct layout *l, const struct layout_line *r)
{
	enum field f = field_of(r->veld);
	struct word w = {.value = r->waarde, .file = l->path};
	int rc = setting_take(l, r);

	if (rc)
		return rc < 0 ? -1 : 0;
	if (f < FIELD_COUNT)
		return take_field(l, r, f);
	if (text_is(r->veld, "aantal") && text_starts(r->omzetting, "als:")) {
		w.line = table_line(r->table, r->i);
		return layout_add_word(
		    l, r->veld,
		    (struct text){r->omzetting.s + 4, r->omzetting.n - 4}, &w);
	}
	if (text_is(r->veld, "aantal"))
		return take_column(l, r, USE_AANTAL);
	if (text_is(r->veld, "controle"))
		return take_column(l, r, USE_CONTROLE);
	if (text_is(r->veld, "negeer"))
		return take_column(l, r, USE_NEGEER);
	if (text_is(r->veld, "totaalrij") || text_is(r->veld, "overslaan"))
		return take_skip(l, r, &l->skips[l->skip_count++]);
	if (text_is(r->veld, "herken"))
		return take_skip(l, r, &l->marks[l->mark_count++]);
	return table_fail(r->table, r->i, VELD, "unknown veld \"%s\"",
			  r->veld.s);
}

static int
read_lines(struct layout *l, const struct table *t)
{
	size_t n = table_rows(t);

	l->columns = arena_alloc(l->arena, n + 1, sizeof(*l->columns));
	l->skips = arena_alloc(l->arena, n + 1, sizeof(*l->skips));
	l->dates = arena_alloc(l->arena, n + 1, sizeof(*l->dates));
	l->marks = arena_alloc(l->arena, n + 1, sizeof(*l->marks));
	for (size_t i = 0; i < n; i++) {
		struct layout_line r = {.table = t, .i = i};
		struct text k = table_cell(t, i, KOLOM);

		r.veld = table_cell(t, i, VELD);
		r.omzetting = table_cell(t, i, OMZETTING);
		r.waarde = table_cell(t, i, WAARDE);
		r.optional = text_starts(k, "?");
		if (r.optional)
			k = (struct text){k.s + 1, k.n - 1};
		r.kolom = folded_text(l->arena, k);
		if (take_line(l, &r) < 0)
			return -1;
	}
	return 0;
}

struct layout *
layout_load(const char *path)
{
	struct table *t = table_load(path, columns, 4);
	struct layout *l;

	if (!t)
		return NULL;
	l = mem_new(struct layout);
	l->arena = arena_new();
	l->path = arena_string(l->arena, path, strlen(path));
	l->kop = l->kopregels = 1;
	l->form = NUM_ANY;
	l->telling = text_of("rest");
	l->peildatum = l->levering = l->first = text_of("");
	if (read_lines(l, t) < 0) {
		layout_free(l);
		l = NULL;
	}
	table_free(t);
	return l;
}

void
layout_free(struct layout *l)
{
	if (!l)
		return;
	for (size_t f = 0; f < FIELD_COUNT; f++)
		map_free(l->words[f]);
	map_free(l->cells);
	arena_free(l->arena);
	free(l);
}
