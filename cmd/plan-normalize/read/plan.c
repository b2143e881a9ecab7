#include "read/plan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/area.h"
#include "buffer.h"
#include "diag.h"
#include "read/dated.h"
#include "fold.h"
#include "map.h"
#include "mem.h"
#include "period.h"
#include "planset.h"
#include "read/said.h"

/* What a word meant in the record before: most records say the same again,
 * and need no look-up then. */
struct memo {
	struct buffer word;
	bool known;
	const void *meaning;
};

/* A cell that is a list: its parts trimmed, in the layout's words, sorted,
 * each once, joined by a bar. */
struct splitlist {
	struct buffer joined;
	struct text *parts;
	size_t cap;
};

/* Records of a plan that has one for each block of dwellings, without a name:
 * the how-manieth record is the phase. */
struct phases {
	struct map *counts; /* by plan */
	struct buffer key, folded;
	char number[24];
};

struct plan_reader {
	struct plan_context c;
	struct buffer last[FIELD_COUNT]; /* for vul */
	struct splitlist lists[FIELD_COUNT];
	struct memo memo[FIELD_COUNT];
	struct map *aliases; /* told already */
	struct map *strange; /* words of a vocabulary, likewise */
	struct buffer grouped;
	struct buffer no_capacity; /* the plan last told */
	struct areas *areas;
	char bos[NUM_TEXT]; /* hectares, as text */
	struct dated dated;
	bool has_dates;
	struct phases phases;
	const char *name; /* of the input, once a record is read */
	size_t padded,
	    first; /* keys with blanks around them, row of the first */
};

struct plan_reader *
plan_reader_new(const struct plan_context *c)
{
	struct plan_reader *p = mem_new(struct plan_reader);

	p->c = *c;
	p->aliases = map_new();
	p->strange = map_new();
	p->areas = areas_new(c->gebieden, c->binding, c->report);
	p->has_dates = c->binding->date_count > 0;
	p->dated = (struct dated){.binding = c->binding,
				  .report = c->report,
				  .peildatum = c->peildatum};
	date_parse(c->peildatum, &p->dated.until);
	p->phases.counts = map_new();
	return p;
}

void
plan_reader_free(struct plan_reader *p)
{
	if (!p)
		return;
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		free(p->last[f].s);
		free(p->lists[f].joined.s);
		free(p->lists[f].parts);
		free(p->memo[f].word.s);
	}
	free(p->no_capacity.s);
	free(p->grouped.s);
	map_free(p->aliases);
	map_free(p->strange);
	areas_free(p->areas);
	map_free(p->phases.counts);
	buffer_free(&p->phases.key);
	buffer_free(&p->phases.folded);
	free(p);
}

/* True when the word is the one remembered. */
static bool
memo_has(struct memo *m, struct text word)
{
	return m->known && text_equal(buffer_view(&m->word), word);
}

/* Remembers, and returns meaning. */
static const void *
memo_set(struct memo *m, struct text word, const void *meaning)
{
	m->word.n = 0;
	buffer_add(&m->word, word);
	m->meaning = meaning;
	m->known = true;
	return meaning;
}

static int
by_text(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* A word of a vocabulary, told once where it is not called so (any more). */
static struct text
vocabulary_word(struct plan_reader *r, enum field f, struct text word,
		const struct word *w)
{
	const struct layout *l = r->c.binding->layout;
	long at = r->c.binding->field[f];
	struct text field = text_of(field_name(f));
	void **slot;

	if (!word.n || (w && text_equal(w->value, word)) ||
	    !layout_has_vocabulary(l, f))
		return w ? w->value : word;
	buffer_clear(&r->grouped);
	buffer_part(&r->grouped, field);
	buffer_part(&r->grouped, word);
	slot = map_slot(r->strange, buffer_view(&r->grouped));
	if (*slot)
		return w ? w->value : word;
	*slot = r;
	if (w && w->vanaf.n)
		report_add(r->c.report, RULE_RENAMED, at, word, w->value);
	else if (!w && !layout_is_value(l, f, word))
		report_add(r->c.report, RULE_STRANGE, at, word, field);
	return w ? w->value : word;
}

static struct text
read_list(struct plan_reader *r, enum field f, struct text cell)
{
	const struct layout *l = r->c.binding->layout;
	struct splitlist *p = &r->lists[f];
	struct buffer *b = &p->joined;
	struct text rest = cell, part;
	size_t n = 0;

	while (text_split(&rest, l->fields[f].splits, &part)) {
		const struct word *w = layout_word(l, f, part);

		part = vocabulary_word(r, f, text_trim(part), w);
		if (!part.n)
			continue;
		p->parts =
		    mem_grow(p->parts, &p->cap, n + 1, sizeof(*p->parts));
		p->parts[n++] = part;
	}
	if (n > 1)
		qsort(p->parts, n, sizeof(*p->parts), by_text);
	b->n = 0;
	for (size_t i = 0; i < n; i++) {
		if (i && text_equal(p->parts[i], p->parts[i - 1]))
			continue;
		if (b->n)
			buffer_string(b, "|");
		buffer_add(b, p->parts[i]);
	}
	return buffer_view(b);
}

/* An empty cell takes the value before; another one becomes that value. */
static struct text
fill_down(struct buffer *last, struct text cell)
{
	if (cell.n) {
		last->n = 0;
		buffer_add(last, cell);
	}
	return buffer_view(last);
}

/* What the layout's words say, or NULL. */
static const struct word *
find_word(struct plan_reader *p, enum field f, struct text word)
{
	const struct layout *l = p->c.binding->layout;

	if (!word.n || !l->words[f])
		return NULL;
	if (memo_has(&p->memo[f], word))
		return p->memo[f].meaning;
	return memo_set(&p->memo[f], word, layout_word(l, f, word));
}

static bool
is_dated(const struct binding *b, enum field f)
{
	for (size_t i = 0; i < b->date_count; i++)
		if (b->dates[i].rule->field == f)
			return true;
	return false;
}

/* The cell without blanks around it; counted of what tells records apart. */
static struct text
unpadded(struct plan_reader *p, enum field f, const struct csvin *in)
{
	struct text cell = csvin_field(in, (size_t)p->c.binding->field[f]);
	struct text bare = text_trim(cell);

	if (bare.n == cell.n || bare.n == 0 ||
	    (f != FIELD_GEMEENTE && f != FIELD_PLAN_ID && f != FIELD_FASE_ID))
		return bare;
	if (p->padded++ == 0)
		p->first = csvin_row(in);
	p->name = csvin_name(in);
	return bare;
}

/* A field as the layout reads it, before what is particular to it. */
static struct text
read_field(struct plan_reader *p, const struct csvin *in, enum field f)
{
	const struct binding *b = p->c.binding;
	const struct field_rule *r = &b->layout->fields[f];
	const struct word *w;
	struct text cell = b->fixed[f];

	if (p->has_dates && is_dated(b, f))
		return dated_read(&p->dated, in, f);
	if (b->field[f] >= 0)
		cell = unpadded(p, f, in);
	if (r->vul)
		cell = fill_down(&p->last[f], cell);
	if (r->splits && cell.n)
		return read_list(p, f, cell);
	if (field_is_closed(f) || !cell.n)
		return cell;
	w = find_word(p, f, cell);
	return vocabulary_word(p, f, cell, w);
}

static void
tell_alias(struct plan_reader *p, struct text word, struct text naam)
{
	void **slot = map_slot(p->aliases, word);

	if (!*slot)
		report_add(p->c.report, RULE_ALIAS,
			   p->c.binding->field[FIELD_GEMEENTE], word, naam);
	*slot = p;
}

static const struct gemeente *
match_gemeente(struct plan_reader *p, enum field f, struct text word)
{
	enum gemeente_match how;
	const struct gemeente *g;
	const char *near;

	if (memo_has(&p->memo[f], word))
		return p->memo[f].meaning;
	g = gemeenten_match(p->c.gemeenten, word, &how);
	if (g && how == GEMEENTE_ALIAS)
		tell_alias(p, word, g->naam);
	if (g)
		return memo_set(&p->memo[f], word, g);
	near = gemeenten_nearest(p->c.gemeenten, word);
	report_add(p->c.report, near ? RULE_GEMEENTE_NEAR : RULE_GEMEENTE,
		   p->c.binding->field[f], word, text_of(near));
	return NULL;
}

static void
read_gemeente(struct plan_reader *p, struct plan *out)
{
	const long *at = p->c.binding->field;
	struct text word = out->field[FIELD_GEMEENTE];
	struct text naam = out->field[FIELD_GEMEENTE_NAAM];
	const struct gemeente *g = p->c.gemeente, *other = NULL;

	out->gemeente = NULL;
	if (word.n)
		other = match_gemeente(p, FIELD_GEMEENTE, word);
	if (word.n && !other)
		return;
	if (g && other && g != other)
		report_add(p->c.report, RULE_MISMATCH, at[FIELD_GEMEENTE], word,
			   g->naam);
	out->gemeente = g ? g : other;
	if (naam.n) {
		other = match_gemeente(p, FIELD_GEMEENTE_NAAM, naam);
		if (other && !out->gemeente)
			out->gemeente = other;
		else if (other && other != out->gemeente)
			report_add(p->c.report, RULE_MISMATCH,
				   at[FIELD_GEMEENTE_NAAM], naam,
				   out->gemeente->code);
	}
	if (!out->gemeente && !naam.n)
		report_add(p->c.report, RULE_REQUIRED, at[FIELD_GEMEENTE], word,
			   text_of("gemeente"));
}

/* A word for the planstatus that the layout does not know. */
static void
refuse_status(struct plan_reader *p, struct text word)
{
	long at = p->c.binding->field[FIELD_PLANSTATUS];
	struct text label = status_label(p->c.binding->layout, word);

	if (status_code(p->c.status, word).n)
		report_add(p->c.report, RULE_BARE_CODE, at, word, label);
	else if (label.n)
		report_add(p->c.report, RULE_LABEL, at, word, label);
	else if (status_prefix(p->c.status, word).n)
		report_add(p->c.report, RULE_STATUS_CODE, at, word,
			   status_prefix(p->c.status, word));
	else
		report_add(p->c.report, RULE_STATUS, at, word, label);
}

/* A layout that reads 1C as 1A: told once. */
static void
check_crossed(struct plan_reader *p, struct text word, const struct word *w)
{
	struct text code;
	void **slot;

	if (text_starts(word, w->value.s))
		return;
	code = status_prefix(p->c.status, word);
	if (!code.n || text_equal(code, w->value))
		return;
	slot = map_slot(p->strange, word);
	if (!*slot)
		report_add(p->c.report, RULE_CROSSED,
			   p->c.binding->field[FIELD_PLANSTATUS], word,
			   w->value);
	*slot = p;
}

/* The code of the planstatus; onbekend when there is none to be had. */
static struct text
read_status(struct plan_reader *p, struct text word)
{
	const struct layout *l = p->c.binding->layout;
	const struct field_rule *r = &l->fields[FIELD_PLANSTATUS];
	long at = p->c.binding->field[FIELD_PLANSTATUS];
	const struct word *w = find_word(p, FIELD_PLANSTATUS, word);
	struct text code = text_of("");

	if (!word.n) {
		if (at >= 0 || r->kolom.n)
			report_add(p->c.report, RULE_NO_STATUS, at, word, word);
		return text_of("onbekend");
	}
	if (w && text_is(w->value, "planlijst")) {
		report_add(p->c.report, RULE_PLANLIJST, at, word, word);
		return text_of("onbekend");
	}
	if (w) {
		check_crossed(p, word, w);
		return w->value;
	}
	if (r->code || at < 0)
		code = status_code(p->c.status, word);
	if (code.n)
		return code;
	refuse_status(p, word);
	return text_of("onbekend");
}

static void
read_hardheid(struct plan_reader *p, struct plan *out)
{
	struct text word = out->field[FIELD_HARDHEID];
	const struct word *w = find_word(p, FIELD_HARDHEID, word);
	long at = p->c.binding->field[FIELD_HARDHEID];

	out->planstatus = read_status(p, out->field[FIELD_PLANSTATUS]);
	out->hardheid = *status_hardheid(p->c.status, out->planstatus);
	if (!word.n)
		return;
	if (w)
		out->hardheid = w->value;
	else if (hardheid_known(word))
		out->hardheid = word;
	else
		report_add(p->c.report, RULE_WORD, at, word,
			   text_of("hardheid"));
}

/* 5A and 5B: told once for the records of a plan that follow each other. */
static void
check_capacity(struct plan_reader *p, const struct plan *out)
{
	struct buffer *b = &p->no_capacity;
	size_t old = b->n;

	if (!text_is(out->hardheid, "telt_niet"))
		return;
	buffer_add(b, out->field[FIELD_PLAN_ID]);
	buffer_string(b, "\x1f");
	buffer_add(b, out->field[FIELD_PLAN_NAAM]);
	if (b->n != 2 * old || memcmp(b->s, b->s + old, old) != 0)
		report_add(p->c.report, RULE_NO_CAPACITY,
			   p->c.binding->field[FIELD_PLANSTATUS],
			   out->field[FIELD_PLANSTATUS], out->planstatus);
	memmove(b->s, b->s + old, b->n - old);
	b->n -= old;
}

/* A word that several groups have, as onbekend, is looked for after its
 * group's name: "woningtype onbekend". */
static const struct word *
find_grouped(struct plan_reader *p, struct text group, struct text word)
{
	struct buffer *b = &p->grouped;

	b->n = 0;
	buffer_add(b, group);
	buffer_char(b, ' ');
	buffer_add(b, word);
	return layout_word(p->c.binding->layout, FIELD_CATEGORIE,
			   buffer_view(b));
}

static void
read_kind(struct plan_reader *p, struct plan *out)
{
	struct text word = out->field[FIELD_CATEGORIE];
	struct text group = out->field[FIELD_GROEP];
	long at = p->c.binding->field[FIELD_CATEGORIE];
	const struct word *w = NULL;

	out->kind = NULL;
	if (at < 0)
		return;
	if (group.n)
		w = find_grouped(p, group, word);
	if (!w)
		w = find_word(p, FIELD_CATEGORIE, word);
	if (!w) {
		report_add(p->c.report, RULE_WORD, at, word,
			   text_of("categorie"));
		return;
	}
	out->kind = w->kind;
	if (w->kind->price_fault != PRICE_FITS)
		report_add(p->c.report, rule_of_price(w->kind), at, word,
			   p->c.report->price_year);
}

static int
read_year(struct plan_reader *p, const struct plan *out, enum field f)
{
	struct years y;
	bool limit;

	if (!out->field[f].n)
		return 0;
	if (out->field[f].n == 4 && years_parse(out->field[f], &y, &limit))
		return y.from;
	report_add(p->c.report, RULE_YEAR, p->c.binding->field[f],
		   out->field[f], text_of(""));
	return 0;
}

static void
read_years(struct plan_reader *p, struct plan *out)
{
	int year = read_year(p, out, FIELD_JAAR);

	out->years.from = out->years.to = year;
	if (year)
		return;
	out->years.from = read_year(p, out, FIELD_JAAR_VAN);
	out->years.to = read_year(p, out, FIELD_JAAR_TOT);
	if (out->years.to && out->years.to < out->years.from)
		report_add(p->c.report, RULE_YEAR,
			   p->c.binding->field[FIELD_JAAR_TOT],
			   out->field[FIELD_JAAR_TOT], text_of(""));
}

/* A plan needs a name or an id. */
static void
check_required(struct plan_reader *p, const struct plan *out)
{
	long at = p->c.binding->field[FIELD_PLAN_NAAM];

	if (at < 0)
		at = p->c.binding->field[FIELD_PLAN_ID];
	if (at >= 0 && !out->field[FIELD_PLAN_NAAM].n &&
	    !out->field[FIELD_PLAN_ID].n)
		report_add(p->c.report, RULE_REQUIRED, at, text_of(""),
			   p->c.report->names[at]);
}

static void
number_phase(struct phases *p, struct plan *plan)
{
	struct plan_row row = {.gemeente = plan->gemeente ? plan->gemeente->code
							  : text_of(""),
			       .plan_id = plan->field[FIELD_PLAN_ID],
			       .plan_naam = plan->field[FIELD_PLAN_NAAM],
			       .fase_id = text_of("")};
	void **slot = map_slot(p->counts, plan_key(&p->key, &p->folded, &row));
	uintptr_t n;

	n = (uintptr_t)*slot + 1;
	*slot = (void *)n;
	snprintf(p->number, sizeof(p->number), "%zu", (size_t)n);
	plan->field[FIELD_FASE_ID] = text_of(p->number);
}

/* "3,75 ha" */
static struct text
without_unit(struct text t)
{
	struct text unit = {t.s + t.n - 2, 2};

	if (t.n < 3 || !(text_is(unit, "ha") || text_is(unit, "Ha")))
		return t;
	return text_trim((struct text){t.s, t.n - 2});
}

/* The cell as a plain number of hectares; empty when there is none, or none
 * that can be read. */
static struct text
read_hectares(struct plan_reader *p, struct text cell)
{
	const struct word *w;
	struct num v;

	switch (num_parse(without_unit(cell), p->c.form, &v)) {
	case NUM_OK:
		if (v.units >= 0)
			return num_format(v, p->bos);
		break;
	case NUM_EMPTY:
		return text_of("");
	case NUM_BAD:
	case NUM_RANGE:
	case NUM_AMBIGUOUS:
		w = layout_cell(p->c.binding->layout, cell);
		if (w)
			return text_of(text_is(w->value, "nul") ? "0" : "");
		break;
	}
	report_add(p->c.report, RULE_HECTARES,
		   p->c.binding->field[FIELD_BOS_HA], cell, text_of(""));
	return text_of("");
}

void
plan_unread(struct plan_reader *p)
{
	for (size_t f = 0; f < FIELD_COUNT; f++)
		p->last[f].n = 0;
}

void
plan_finish(struct plan_reader *p)
{
	areas_finish(p->areas);
	if (p->padded)
		diag_note("%s: codes and ids with blanks around them: %zu, the "
			  "first in row %zu: the blanks are taken off",
			  p->name, p->padded, p->first);
}

void
plan_read(struct plan_reader *p, const struct csvin *in, struct plan *out)
{
	out->record = csvin_record(in);
	for (enum field f = 0; f < FIELD_COUNT; f++)
		out->field[f] = read_field(p, in, f);
	read_gemeente(p, out);
	if (p->c.binding->layout->fields[FIELD_FASE_ID].numbered)
		number_phase(&p->phases, out);
	areas_take(p->areas, out);
	if (out->field[FIELD_BOS_HA].n)
		out->field[FIELD_BOS_HA] =
		    read_hectares(p, out->field[FIELD_BOS_HA]);
	read_hardheid(p, out);
	check_capacity(p, out);
	read_kind(p, out);
	read_years(p, out);
	said_read(&p->c, out);
	check_required(p, out);
}
