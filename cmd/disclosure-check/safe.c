#include "safe.h"

#include <stdlib.h>
#include <unistd.h>

#include "buffer.h"
#include "csvin.h"
#include "csvout.h"
#include "diag.h"
#include "input.h"
#include "mem.h"
#include "register.h"

#define TOGETHER "Overige plannen"

/* One table as it is copied. */
struct copy {
	const struct safe *safe;
	struct input *in;
	struct csvin *csv;
	struct csvout *out;
	struct buffer buffer;
};

static int
copy_open(struct copy *c, const struct safe *s, const char *path)
{
	*c = (struct copy){.safe = s};
	c->in = input_open(path);
	if (!c->in)
		return -1;
	c->csv = csvin_new(c->in, ',');
	return csvin_header(c->csv);
}

static int
copy_close(struct copy *c, int rc)
{
	csvin_free(c->csv);
	buffer_free(&c->buffer);
	if (input_close(c->in) != 0)
		rc = -1;
	return rc;
}

static void
write_header(struct copy *c, const char *more)
{
	for (size_t i = 0; i < csvin_columns(c->csv); i++)
		csvout_text(c->out, csvin_column_name(c->csv, i));
	csvout_string(c->out, more);
	csvout_end(c->out);
}

/* --- the stand --- */

enum { REGIO, JAAR_VAN, JAAR_TOT, KEYS };
static const char *const KEY_NAMES[KEYS] = {"regio", "jaar_van", "jaar_tot"};
/* Of a figure, all that tells it. */
static const char *const FIGURE[] = {"waarde", "heel", "breuk"};

/* Whether a figure of the row is withheld. */
static bool
is_figure_withheld(const struct copy *c, const struct cells_row *row,
		   struct text column)
{
	unsigned sums[CELLS_SUMS];
	long at = csvin_find(c->csv, "cijfer");
	bool withheld = false, tells = false;

	for (size_t i = 0; i < sizeof(FIGURE) / sizeof(FIGURE[0]); i++)
		tells = tells || text_is(column, FIGURE[i]);
	if (!tells || at < 0)
		return false;
	cells_figure(text_trim(csvin_field(c->csv, (size_t)at)), sums);
	for (size_t i = 0; sums[i]; i++)
		withheld = withheld ||
			   cells_withheld(c->safe->judge->cells, row, sums[i]);
	return withheld;
}

/* Whether the i-th column of a row is withheld. */
static bool
is_withheld(const struct copy *c, const struct cells_row *row, size_t i)
{
	struct text name = csvin_column_name(c->csv, i);
	unsigned sums;

	if (csvin_field(c->csv, i).n == 0)
		return false;
	if (cells_is_figures(row->table))
		return is_figure_withheld(c, row, name);
	sums = cells_column(name);
	return sums && cells_withheld(c->safe->judge->cells, row, sums);
}

static void
write_row(struct copy *c, const struct cells_row *row)
{
	buffer_clear(&c->buffer);
	for (size_t i = 0; i < csvin_columns(c->csv); i++) {
		if (!is_withheld(c, row, i)) {
			csvout_text(c->out, csvin_field(c->csv, i));
			continue;
		}
		csvout_empty(c->out);
		if (c->buffer.n > 0)
			buffer_char(&c->buffer, '|');
		buffer_add(&c->buffer, csvin_column_name(c->csv, i));
	}
	csvout_text(c->out, buffer_view(&c->buffer));
	csvout_end(c->out);
}

static int
copy_stand(struct copy *c, size_t table)
{
	long at[KEYS];
	int rc;

	for (size_t i = 0; i < KEYS; i++)
		if ((at[i] = csvin_need(c->csv, KEY_NAMES[i])) < 0)
			return -1;
	write_header(c, "onderdrukt");
	while ((rc = csvin_next_row(c->csv)) == 1) {
		struct text key[KEYS];
		struct cells_row row = {.table = table, .round = NOW};

		for (size_t i = 0; i < KEYS; i++)
			key[i] = text_trim(csvin_field(c->csv, (size_t)at[i]));
		row.region = key[REGIO];
		row.van = world_year(key[JAAR_VAN], NO_YEAR);
		row.tot = world_year(key[JAAR_TOT], NEVER);
		write_row(c, &row);
	}
	return rc;
}

static int
safe_table(const struct safe *s, size_t table, struct output **o)
{
	struct buffer from = {0}, to = {0};
	struct copy c;
	int rc = 0;

	buffer_printf(&from, "%s/%s", s->from, cells_table(table));
	buffer_printf(&to, "%s/%s", s->to, cells_table(table));
	*o = NULL;
	if (access(buffer_view(&from).s, F_OK) == 0) {
		rc = copy_open(&c, s, from.s);
		if (rc == 0 && (*o = output_open(buffer_view(&to).s)) == NULL)
			rc = -1;
		if (rc == 0) {
			c.out = csvout_new(*o, CSVOUT_CSV);
			rc = copy_stand(&c, table);
			csvout_finish(c.out);
		}
		rc = copy_close(&c, rc);
	}
	buffer_free(&from);
	buffer_free(&to);
	return rc;
}

int
safe_stand(const struct safe *s, struct output **list)
{
	int n = 0;

	for (size_t i = 0; cells_table(i); i++) {
		if (safe_table(s, i, &list[n]) != 0) {
			for (int k = 0; k <= n; k++)
				output_discard(list[k]);
			return -1;
		}
		n += list[n] != NULL;
	}
	return n;
}

/* --- the plans --- */

/* What rows of plans together take from those of their municipality. */
struct delivery {
	struct text gemeente;
	char peildatum[16], telling[8];
};

struct plans {
	struct copy copy;
	long at[REGISTER_WIDTH];
	struct delivery *deliveries;
	size_t count, cap;
};

static struct text
plan_field(const struct plans *p, int column)
{
	return p->at[column] < 0
		   ? text_of("")
		   : csvin_field(p->copy.csv, (size_t)p->at[column]);
}

static void
keep(char *to, size_t room, struct text t)
{
	size_t n = t.n < room ? t.n : room - 1;

	memcpy(to, t.s, n);
	to[n] = '\0';
}

/* The latest date of a municipality, so that nothing depends on the order. */
static void
remember(struct plans *p, const struct entry *e)
{
	struct text day = text_trim(plan_field(p, REGISTER_PEILDATUM));
	struct delivery *d = NULL;

	for (size_t i = 0; i < p->count && !d; i++)
		if (text_equal(p->deliveries[i].gemeente, e->plan->gemeente))
			d = &p->deliveries[i];
	if (!d) {
		p->deliveries = mem_grow(p->deliveries, &p->cap, p->count + 1,
					 sizeof(*p->deliveries));
		d = &p->deliveries[p->count++];
		*d = (struct delivery){.gemeente = e->plan->gemeente};
	}
	if (text_compare(day, text_of(d->peildatum)) < 0)
		return;
	keep(d->peildatum, sizeof(d->peildatum), day);
	keep(d->telling, sizeof(d->telling),
	     text_trim(plan_field(p, REGISTER_TELLING)));
}

static void
copy_plan(struct plans *p)
{
	struct copy *c = &p->copy;

	for (size_t i = 0; i < csvin_columns(c->csv); i++)
		csvout_text(c->out, csvin_field(c->csv, i));
	buffer_clear(&c->buffer);
	buffer_add(&c->buffer, plan_field(p, REGISTER_LEVERING));
	buffer_char(&c->buffer, '|');
	buffer_add(&c->buffer, plan_field(p, REGISTER_BRON_RIJ));
	buffer_char(&c->buffer, '|');
	buffer_add(&c->buffer, plan_field(p, REGISTER_BRON_KOLOM));
	csvout_text(c->out, buffer_view(&c->buffer));
	csvout_end(c->out);
}

/* What tells which plan the row is of; false when that cannot be. */
static bool
read_plan(const struct plans *p, struct plan_row *row)
{
	struct text hardheid = plan_field(p, REGISTER_HARDHEID);

	*row = (struct plan_row){
	    .gemeente = text_trim(plan_field(p, REGISTER_GEMEENTE)),
	    .plan_id = text_trim(plan_field(p, REGISTER_PLAN_ID)),
	    .plan_naam = text_trim(plan_field(p, REGISTER_PLAN_NAAM)),
	    .fase_id = text_trim(plan_field(p, REGISTER_FASE_ID)),
	    .planstatus = text_trim(plan_field(p, REGISTER_PLANSTATUS))};
	return hardheid_parse(text_trim(hardheid), &row->hardheid);
}

static int
copy_plans(struct plans *p)
{
	struct world *w = p->copy.safe->judge->world;
	int rc;

	while ((rc = csvin_next_row(p->copy.csv)) == 1) {
		struct plan_row row;
		struct entry *e =
		    read_plan(p, &row) ? world_find(w, NOW, &row) : NULL;

		if (!e)
			return diag_fail("%s: changed while it was read",
					 csvin_name(p->copy.csv));
		remember(p, e);
		if (e->shown)
			copy_plan(p);
	}
	return rc;
}

/* A row of plans together: what is not said of it is empty. */
static struct text
together_field(const struct plans *p, const struct cell *c, const char *name,
	       char text[NUM_TEXT])
{
	struct num net = {0, world_scale(p->copy.safe->judge->world)};
	const struct delivery *d = p->deliveries;
	struct text n = text_of(name);

	for (size_t i = 0; i < c->count; i++)
		if (!c->members[i]->entry->shown)
			net.units += c->members[i]->unknown->value;
	while (!text_equal(d->gemeente, c->region))
		d++;
	if (text_is(n, "gemeente"))
		return c->region;
	if (text_is(n, "plan_naam"))
		return text_of(TOGETHER);
	if (text_is(n, "planstatus"))
		return text_of(PLANSTATUS_UNKNOWN);
	if (text_is(n, "hardheid"))
		return world_word(c->hardheid);
	if (text_is(n, "vertrouwelijkheid"))
		return text_of(PLAN_PUBLIC);
	if (text_is(n, "soort"))
		return text_of(net.units < 0 ? "sloop" : "bouw");
	if (text_is(n, "dimensie"))
		return text_of("totaal");
	if (text_is(n, "herkomst"))
		return text_of("afgeleid");
	if (text_is(n, "peildatum"))
		return text_of(d->peildatum);
	if (text_is(n, "telling"))
		return text_of(d->telling);
	if (text_is(n, "aantal")) {
		net.units = net.units < 0 ? -net.units : net.units;
		return num_format(net, text);
	}
	return text_of("");
}

/* Years, and a key that stays the same from release to release. */
static struct text
together_key(struct plans *p, const struct cell *c, struct text name)
{
	struct buffer *b = &p->copy.buffer;
	bool key = text_is(name, "sleutel");

	buffer_clear(b);
	if (text_is(name, "levering") || key)
		buffer_printf(b, "overige %s %s", c->region.s,
			      world_word(c->hardheid).s);
	if (key)
		buffer_char(b, '|');
	if (text_is(name, "jaar_van") || text_is(name, "bron_rij") || key)
		buffer_printf(b, "%d", c->van);
	if (text_is(name, "jaar_tot") && c->tot != NEVER)
		buffer_printf(b, "%d", c->tot);
	if (key)
		buffer_char(b, '|');
	return buffer_view(b);
}

static void
write_together(struct plans *p, const struct cell *c)
{
	struct copy *copy = &p->copy;
	char digits[NUM_TEXT];

	for (size_t i = 0; i < csvin_columns(copy->csv); i++) {
		struct text name = csvin_column_name(copy->csv, i);
		struct text key = together_key(p, c, name);

		csvout_text(copy->out,
			    key.n ? key : together_field(p, c, name.s, digits));
	}
	csvout_text(copy->out, together_key(p, c, text_of("sleutel")));
	csvout_end(copy->out);
}

static bool
has_hidden(const struct cell *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (!c->members[i]->entry->shown)
			return true;
	return false;
}

static int
by_place(const void *x, const void *y)
{
	const struct cell *a = *(struct cell *const *)x,
			  *b = *(struct cell *const *)y;
	int c = text_compare(a->region, b->region);

	c = c ? c : (int)a->hardheid - (int)b->hardheid;
	return c ? c : a->van - b->van;
}

static void
write_all_together(struct plans *p)
{
	struct cells *cells = p->copy.safe->judge->cells;
	size_t n = 0;
	struct cell **list = mem_array(cells_count(cells) + 1, sizeof(*list));

	for (size_t i = 0; i < cells_count(cells); i++) {
		struct cell *c = cells_at(cells, i);

		if (c->round == NOW && c->merged && c->shown && has_hidden(c))
			list[n++] = c;
	}
	qsort(list, n, sizeof(*list), by_place);
	for (size_t i = 0; i < n; i++)
		write_together(p, list[i]);
	free(list);
}

int
safe_plans(const struct safe *s, struct output *o)
{
	struct plans p = {0};
	int rc = copy_open(&p.copy, s, s->register_path);

	if (!p.copy.in)
		return -1;
	for (int c = 0; rc == 0 && c < REGISTER_WIDTH; c++)
		p.at[c] = csvin_find(
		    p.copy.csv, register_column_name((enum register_column)c));
	if (rc == 0) {
		p.copy.out = csvout_new(o, CSVOUT_CSV);
		write_header(&p.copy, "sleutel");
		rc = copy_plans(&p);
		if (rc == 0)
			write_all_together(&p);
		csvout_finish(p.copy.out);
	}
	free(p.deliveries);
	return copy_close(&p.copy, rc);
}
