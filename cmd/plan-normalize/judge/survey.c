#include "judge/survey.h"

#include <stdio.h>
#include <stdlib.h>

#include "arena.h"
#include "dwellings.h"
#include "layout/pattern.h"
#include "mem.h"

/* What a column that nobody reads holds. */
struct unread {
	size_t values;
	struct text first;
};

/* What a rule of the layout left out. */
struct left_out {
	size_t rows, first;
	struct sum bouw;
};

struct survey {
	const struct binding *binding;
	enum num_form form;
	struct unread *unread;
	struct left_out *left_out;
	struct arena *arena;
};

struct survey *
survey_new(const struct binding *b, enum num_form form)
{
	struct survey *s = mem_new(struct survey);

	s->binding = b;
	s->form = form;
	s->arena = arena_new();
	s->unread =
	    arena_alloc(s->arena, b->unread_count + 1, sizeof(*s->unread));
	s->left_out =
	    arena_alloc(s->arena, b->skip_count + 1, sizeof(*s->left_out));
	return s;
}

void
survey_free(struct survey *s)
{
	if (!s)
		return;
	arena_free(s->arena);
	free(s);
}

/* A number, though perhaps not one that can be read in one way. */
static bool
is_number(const struct survey *s, struct text cell, struct num *v)
{
	*v = num_of(0);
	switch (num_parse(cell, s->form, v)) {
	case NUM_OK:
	case NUM_AMBIGUOUS:
	case NUM_RANGE:
		return true;
	case NUM_BAD:
	case NUM_EMPTY:
		break;
	}
	return false;
}

static int
add_column(const struct survey *s, const struct csvin *in,
	   const struct bound_column *c, struct account *read)
{
	struct num v;

	if (c->sum || !is_number(s, text_trim(csvin_field(in, c->column)), &v))
		return 0;
	read->cells++;
	if (c->check || c->kind->part || dwellings_settle(&v) >= DWELLINGS_BAD)
		return 0;
	if (c->kind->soort == SOORT_SLOOP && v.units < 0)
		v.units = -v.units;
	return account_add(read, c->kind->soort, v);
}

/* As bouw: nobody says what else it could be. */
static int
add_unread(struct survey *s, const struct csvin *in, size_t i,
	   struct account *unread)
{
	struct text cell = text_trim(csvin_field(in, s->binding->unread[i]));
	struct unread *u = &s->unread[i];
	struct num v;

	if (!cell.n)
		return 0;
	if (!u->values++)
		u->first = arena_text(s->arena, cell);
	if (!is_number(s, cell, &v))
		return 0;
	unread->cells++;
	if (dwellings_settle(&v) >= DWELLINGS_BAD)
		return 0;
	return account_add(unread, SOORT_BOUW, v);
}

int
survey_record(struct survey *s, const struct csvin *in, struct account *read,
	      struct account *unread)
{
	for (size_t i = 0; i < s->binding->column_count; i++)
		if (add_column(s, in, &s->binding->columns[i], read) < 0)
			return -1;
	for (size_t i = 0; i < s->binding->unread_count; i++)
		if (add_unread(s, in, i, unread) < 0)
			return -1;
	return 0;
}

size_t
survey_cells(const struct survey *s, const struct csvin *in)
{
	size_t n, cells = 0;
	const struct text *fields = csvin_fields(in, &n);
	struct num v;

	for (size_t i = 0; i < n; i++)
		cells += is_number(s, text_trim(fields[i]), &v);
	return cells;
}

void
survey_skip(struct survey *s, const struct csvin *in,
	    const struct bound_skip *skip, const struct account *read)
{
	struct left_out *l = &s->left_out[skip - s->binding->skips];

	if (!l->rows++)
		l->first = csvin_record(in);
	l->bouw = sum_plus(l->bouw, read->sum[SOORT_BOUW]);
}

static void
tell_left_out(const struct survey *s, struct report *r, size_t i)
{
	const struct left_out *l = &s->left_out[i];
	char rows[24], bouw[SUM_TEXT];
	struct text extra[2] = {{"", 0}, sum_format(l->bouw, bouw)};

	if (!l->rows)
		return;
	snprintf(rows, sizeof(rows), "%zu", l->rows);
	extra[0] = text_of(rows);
	report_past(r, RULE_LEFT_OUT, l->first,
		    s->binding->skips[i].rule->value, extra);
}

/* Worse when a column may hold dwellings of a year. */
static void
tell_unread(const struct survey *s, const struct header *h, struct report *r,
	    size_t i)
{
	const struct unread *u = &s->unread[i];
	size_t at = s->binding->unread[i];
	char count[24];
	struct years y;
	bool year;

	snprintf(count, sizeof(count), "%zu", u->values);
	if (h->names[at].n) {
		year = pattern_match(text_of("*{jaar}*"), h->folded[at], &y);
		report_column(r, year ? RULE_YEAR_COLUMN : RULE_COLUMN, at,
			      text_of(count));
	} else if (u->values) {
		report_header(r, RULE_NAMELESS, at, u->first, text_of(count));
	}
}

void
survey_tell(const struct survey *s, const struct header *h, struct report *r)
{
	for (size_t i = 0; i < s->binding->skip_count; i++)
		tell_left_out(s, r, i);
	for (size_t i = 0; i < s->binding->unread_count; i++)
		tell_unread(s, h, r, i);
}
