#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tables/key.h"
#include "mem.h"
#include "shape/row.h"

/* Texts are put in place by so many bytes at a time, whatever their length,
 * and so lie where twice that many may be read beyond them. */
#define STEP 16

/* Ready-made text. */
struct piece {
	char *s;
	size_t n, cap;
};

/* No table, where nobody delivered. */
#define ABSENT SIZE_MAX

#define STATUSES (STATUS_ONBEKEND + 1)
#define REDENEN (REDEN_GEHEIM + 1)
#define POSITIES 5
#define TRENDS (TREND_DALEND + 1)

/* What a row is made of, in the order of row.c's columns. */
struct mold {
	struct layout *l;
	const struct strip *s;
	const struct indicator *indicator;
	bool plain;	   /* the place's key needs no quotes */
	enum reden absent; /* of a cell that nobody delivered */
	struct text absent_tabel;
	struct piece key;   /* code|regio| */
	struct piece names; /* indicator_code to niveau */
	struct piece *periods;
	bool *plain_periods; /* and of one step */
	/* eenheid, status, reden, richting; made when first needed */
	struct piece words[STATUSES][REDENEN];
	struct piece marks[POSITIES][TRENDS]; /* positie, trend, kleur */
	struct piece ends;		      /* bron_tabel, editie */
	size_t tabel;			      /* in ends; or ABSENT */
	size_t room; /* for a row, but for words, marks and ends */
};

static char *
reserve(struct piece *x, size_t n)
{
	x->s = mem_grow(x->s, &x->cap, x->n + n + 2 * STEP, 1);
	return x->s + x->n;
}

/* As it is, then `c`. */
static void
add_raw(struct piece *x, struct text t, char c)
{
	char *p = reserve(x, t.n + 1);

	if (t.n)
		memcpy(p, t.s, t.n);
	p[t.n] = c;
	x->n += t.n + 1;
}

/* As a cell of the layout, in quotes where need be, then `c`. */
static void
add(struct mold *m, struct piece *x, struct text t, char c)
{
	char *p, *end;

	if (m->l->clean)
		t = key_clean(&m->l->a, t);
	p = reserve(x, 2 * t.n + 3);
	end = csvout_quote(m->l->w, p, t);
	*end++ = c;
	x->n += (size_t)(end - p);
}

static bool
is_plain(const struct mold *m, struct text t)
{
	char quoted[2 * ROW_KEY + 2];

	return t.n <= ROW_KEY &&
	       (size_t)(csvout_quote(m->l->w, quoted, t) - quoted) == t.n;
}

static void
add_periods(struct mold *m)
{
	const struct periods *ps = m->l->j->periods;

	m->periods = mem_array(m->s->count + 1, sizeof(*m->periods));
	m->plain_periods =
	    mem_array(m->s->count + 1, sizeof(*m->plain_periods));
	for (size_t i = 0; i < m->s->count; i++) {
		struct piece *x = &m->periods[i];

		add(m, x, periods_text(ps, m->s->periods[i]), ',');
		x->n--;
		m->plain_periods[i] =
		    x->n <= STEP && is_plain(m, (struct text){x->s, x->n});
	}
}

struct mold *
mold_new(struct layout *l, const struct strip *s)
{
	struct mold *m = mem_new(struct mold);

	m->l = l;
	m->s = s;
	m->indicator = catalogue_at(l->j->catalogue, s->indicator);
	add_periods(m);
	return m;
}

void
mold_free(struct mold *m)
{
	for (size_t i = 0; i < m->s->count; i++)
		free(m->periods[i].s);
	for (size_t i = 0; i < STATUSES * REDENEN; i++)
		free(m->words[i / REDENEN][i % REDENEN].s);
	for (size_t i = 0; i < POSITIES * TRENDS; i++)
		free(m->marks[i / TRENDS][i % TRENDS].s);
	free(m->key.s);
	free(m->names.s);
	free(m->ends.s);
	free(m->periods);
	free(m->plain_periods);
	free(m);
}

void
mold_turn(struct mold *m)
{
	const struct place *p = places_at(m->l->j->places, m->s->place);
	const struct indicator *x = m->indicator;
	struct figure f =
	    figure_cell(m->l->j, m->s->indicator, m->s->place, NULL);

	m->absent = f.reden;
	m->absent_tabel = f.tabel;
	m->key.n = m->names.n = 0;
	add_raw(&m->key, x->code, '|');
	add_raw(&m->key, p->code, '|');
	m->plain = is_plain(m, (struct text){m->key.s, m->key.n});
	add_raw(&m->names, text_of(""), ',');
	add(m, &m->names, x->code, ',');
	add(m, &m->names, x->naam, ',');
	add(m, &m->names, x->thema, ',');
	add(m, &m->names, p->code, ',');
	add(m, &m->names, p->naam, ',');
	add(m, &m->names, text_of(region_level_name(p->level)), ',');
	m->room = m->key.n + m->names.n + 2 * STEP + 2 * NUM_TEXT + 3 * STEP;
}

static const struct piece *
words_of(struct mold *m, enum status status, enum reden reden)
{
	struct piece *x = &m->words[status][reden];

	if (x->n)
		return x;
	add_raw(x, text_of(""), ',');
	add(m, x, measures_unit(m->l->j->measures, m->s->indicator), ',');
	add_raw(x, status_name(status), ',');
	add_raw(x, reden_name(reden), ',');
	add_raw(x, richting_name(m->indicator->richting), ',');
	return x;
}

static const struct piece *
marks_of(struct mold *m, int positie, enum trend trend)
{
	struct piece *x = &m->marks[positie][trend];
	const char digit = (char)('0' + positie);

	if (x->n)
		return x;
	add_raw(x, text_of(""), ',');
	add_raw(x, (struct text){&digit, positie ? 1 : 0}, ',');
	add_raw(x, trend_name(trend), ',');
	add_raw(x, kleur_name(trend, m->indicator->richting), ',');
	return x;
}

/* Rows mostly have the table of the last. */
static const struct piece *
ends_of(struct mold *m, size_t tabel)
{
	if (m->ends.n && m->tabel == tabel)
		return &m->ends;
	m->ends.n = 0;
	m->tabel = tabel;
	add(m, &m->ends,
	    tabel == ABSENT ? m->absent_tabel : join_table_name(m->l->j, tabel),
	    ',');
	add(m, &m->ends, m->indicator->editie, '\n');
	return &m->ends;
}

static inline char *
put(char *p, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i += STEP)
		memcpy(p + i, s + i, STEP);
	return p + n;
}

/* The same of at most so many steps. */
static inline char *
put_few(char *p, size_t steps, const char *s, size_t n)
{
	memcpy(p, s, steps * STEP);
	return p + n;
}

void
mold_write(struct mold *m, size_t i)
{
	const struct strip *s = m->s;
	const struct cell *c = s->cells[i];
	const struct piece *period = &m->periods[i], *words, *marks, *ends;
	const struct text country = s->country[i].text;
	enum reden reden = c ? (enum reden)c->reden : m->absent;
	bool has = reden == REDEN_NONE;
	char *row, *p;

	if (!m->plain || !m->plain_periods[i]) {
		row_write(m->l, s, i);
		return;
	}
	words = words_of(m, c ? (enum status)c->status : STATUS_NONE, reden);
	marks = marks_of(m, has ? c->positie : 0, s->found[i]);
	ends = ends_of(m, c ? c->tabel : ABSENT);
	row = csvout_room(m->l->w, m->room + words->n + marks->n + ends->n);
	p = put(row, m->key.s, m->key.n);
	p = put_few(p, 1, period->s, period->n);
	p = put(p, m->names.s, m->names.n);
	p = put_few(p, 1, period->s, period->n);
	*p++ = ',';
	if (has)
		p += num_format_fixed(cell_num(c), c->decimals, p).n;
	p = put(p, words->s, words->n);
	p = put_few(p, 2, country.s, country.n);
	p = put_few(p, 2, marks->s, marks->n);
	p = put(p, ends->s, ends->n);
	csvout_filled(m->l->w, (size_t)(p - row), 1);
}
