#include "safe.h"

#include <stdlib.h>

#include "buffer.h"
#include "csvin.h"
#include "csvout.h"
#include "diag.h"
#include "files.h"
#include "input.h"
#include "loss.h"
#include "mem.h"
#include "register.h"
#include "sums.h"

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
static const char *const FIGURE[] = {"waarde",	"heel", "breuk",
				     "oordeel", "code", "klopt_bij"};

/* What is rounded is withheld of all that is not the sum itself. */
static bool
is_any_withheld(const struct copy *c, const struct cells_row *row,
		const struct sums *s)
{
	for (size_t i = 0; s && s->sums[i]; i++) {
		const struct cell *cell =
		    cells_in_row(c->safe->judge->cells, row, s->sums[i]);

		if (cell && (!cell->shown || cell->base))
			return true;
	}
	return false;
}

/* Whether a figure of the row is withheld. */
static bool
is_figure_withheld(const struct copy *c, const struct cells_row *row,
		   struct text column)
{
	long at = csvin_find(c->csv, "cijfer");
	bool tells = false;

	for (size_t i = 0; i < sizeof(FIGURE) / sizeof(FIGURE[0]); i++)
		tells = tells || text_is(column, FIGURE[i]);
	if (!tells || at < 0)
		return false;
	return is_any_withheld(
	    c, row, sums_figure(text_trim(csvin_field(c->csv, (size_t)at))));
}

/* The cell that the i-th column of a row shows rounded, or NULL. */
static const struct cell *
rounded(const struct copy *c, const struct cells_row *row, size_t i)
{
	const struct sums *s = sums_column(csvin_column_name(c->csv, i));
	const struct cell *cell;

	if (tables_at(c->safe->list, row->table)->form == FORM_FIGURES || !s ||
	    !sums_is_number(s))
		return NULL;
	cell = cells_in_row(c->safe->judge->cells, row, s->sums[0]);
	return cell && cell->shown && cell->base ? cell : NULL;
}

/* Whether the i-th column of a row is withheld. */
static bool
is_withheld(const struct copy *c, const struct cells_row *row, size_t i)
{
	struct text name = csvin_column_name(c->csv, i);

	if (tables_at(c->safe->list, row->table)->form == FORM_FIGURES)
		return is_figure_withheld(c, row, name);
	return is_any_withheld(c, row, sums_column(name));
}

/* A value and, for the column onderdrukt, its base: "zacht~50". */
static void
write_rounded(struct copy *c, const struct cell *cell)
{
	int scale = world_scale(c->safe->judge->world);
	char digits[NUM_TEXT];

	csvout_num(c->out,
		   (struct num){cell_nearest(cell->value, cell->base), scale});
	buffer_char(&c->buffer, CELLS_ROUNDED);
	buffer_add(&c->buffer,
		   num_format((struct num){cell->base, scale}, digits));
}

static void
write_row(struct copy *c, const struct cells_row *row)
{
	buffer_clear(&c->buffer);
	for (size_t i = 0; i < csvin_columns(c->csv); i++) {
		const struct cell *round;

		if (csvin_field(c->csv, i).n == 0 || !is_withheld(c, row, i)) {
			csvout_text(c->out, csvin_field(c->csv, i));
			continue;
		}
		if (c->buffer.n > 0)
			buffer_char(&c->buffer, '|');
		buffer_add(&c->buffer, csvin_column_name(c->csv, i));
		if ((round = rounded(c, row, i)) != NULL)
			write_rounded(c, round);
		else
			csvout_empty(c->out);
	}
	csvout_text(c->out, buffer_view(&c->buffer));
	csvout_end(c->out);
}

static struct text
key_field(const struct copy *c, const long at[KEYS], int key)
{
	return text_trim(csvin_field(c->csv, (size_t)at[key]));
}

/* A table of totals has the years of its base. */
static void
row_years(const struct copy *c, const long at[KEYS], struct cells_row *row)
{
	int years[2];

	if (tables_at(c->safe->list, row->table)->form == FORM_TOTAL) {
		cells_years(c->safe->judge->cells, NOW, row->table, years);
		row->van = years[0];
		row->tot = years[1];
		return;
	}
	row->van = world_year(key_field(c, at, JAAR_VAN), NO_YEAR);
	row->tot = world_year(key_field(c, at, JAAR_TOT), NEVER);
}

static int
copy_stand(struct copy *c, size_t table)
{
	bool total = tables_at(c->safe->list, table)->form == FORM_TOTAL;
	long at[KEYS] = {0};
	int rc;

	for (int i = 0; i < (total ? JAAR_VAN : KEYS); i++)
		if ((at[i] = csvin_need(c->csv, KEY_NAMES[i])) < 0)
			return -1;
	write_header(c, "onderdrukt");
	while ((rc = csvin_next_row(c->csv)) == 1) {
		struct cells_row row = {.table = table, .round = NOW};

		row.region = key_field(c, at, REGIO);
		row_years(c, at, &row);
		write_row(c, &row);
	}
	return rc;
}

/* The safe table of `from`, as the i-th of the list. */
static int
safe_table(const struct safe *s, size_t table, const char *from,
	   struct output **o)
{
	char *to = files_path(s->to, tables_at(s->list, table)->path);
	struct copy c;
	int rc = copy_open(&c, s, from);

	if (rc == 0 && (*o = output_open(to)) == NULL)
		rc = -1;
	if (rc == 0) {
		c.out = csvout_new(*o, CSVOUT_CSV);
		rc = copy_stand(&c, table);
		csvout_finish(c.out);
	}
	free(to);
	return c.in ? copy_close(&c, rc) : -1;
}

/* Segments are made of the public plan table, which can only be after it. */
static int
safe_one(const struct safe *s, size_t table, struct output **o)
{
	enum form form = tables_at(s->list, table)->form;
	char *from = tables_find(s->list, table, s->from);
	int rc = 0;

	*o = NULL;
	if (!from)
		return 0;
	if (form == FORM_STAND || form == FORM_TOTAL || form == FORM_FIGURES)
		rc = safe_table(s, table, from, o);
	else if (form == FORM_SEGMENT)
		rc = diag_fail("%s: to be made of the public plan table, "
			       "after --protect",
			       from);
	free(from);
	return rc;
}

int
safe_stand(const struct safe *s, struct output **list)
{
	int n = 0;

	for (size_t i = 0; i < tables_count(s->list); i++) {
		if (safe_one(s, i, &list[n]) != 0) {
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
	size_t count, cap, last; /* last: that of the row before */
	/* What tells the plan of the row before, and that plan. */
	struct buffer key, keys;
	struct entry *entry;
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

static struct delivery *
delivery_of(struct plans *p, struct text gemeente)
{
	size_t i = p->last;

	if (i < p->count && text_equal(p->deliveries[i].gemeente, gemeente))
		return &p->deliveries[i];
	for (i = 0; i < p->count; i++)
		if (text_equal(p->deliveries[i].gemeente, gemeente))
			break;
	p->last = i;
	if (i == p->count) {
		p->deliveries = mem_grow(p->deliveries, &p->cap, p->count + 1,
					 sizeof(*p->deliveries));
		p->deliveries[p->count++] =
		    (struct delivery){.gemeente = gemeente};
	}
	return &p->deliveries[i];
}

/* The latest date of a municipality, so that nothing depends on the order. */
static void
remember(struct plans *p, const struct entry *e)
{
	struct text day = text_trim(plan_field(p, REGISTER_PEILDATUM));
	struct delivery *d = delivery_of(p, e->plan->gemeente);

	if (text_compare(day, text_of(d->peildatum)) < 0)
		return;
	keep(d->peildatum, sizeof(d->peildatum), day);
	keep(d->telling, sizeof(d->telling),
	     text_trim(plan_field(p, REGISTER_TELLING)));
}

/* A row that needs no quotes, its key behind it: as it stands. */
static void
copy_plain(struct csvout *out, const struct text *fields, size_t count,
	   struct text key)
{
	size_t room = count + key.n + 1;
	char *from, *to;

	for (size_t i = 0; i < count; i++)
		room += fields[i].n;
	from = to = csvout_room(out, room);
	for (size_t i = 0; i < count; i++) {
		memcpy(to, fields[i].s, fields[i].n);
		to += fields[i].n;
		*to++ = ',';
	}
	memcpy(to, key.s, key.n);
	to += key.n;
	*to++ = '\n';
	csvout_filled(out, (size_t)(to - from), 1);
}

static void
copy_plan(struct plans *p)
{
	struct copy *c = &p->copy;
	struct text key;
	size_t count;
	const struct text *fields = csvin_fields(c->csv, &count);

	buffer_clear(&c->buffer);
	buffer_add(&c->buffer, plan_field(p, REGISTER_LEVERING));
	buffer_char(&c->buffer, '|');
	buffer_add(&c->buffer, plan_field(p, REGISTER_BRON_RIJ));
	buffer_char(&c->buffer, '|');
	buffer_add(&c->buffer, plan_field(p, REGISTER_BRON_KOLOM));
	key = buffer_view(&c->buffer);
	if (csvin_plain(c->csv)) {
		copy_plain(c->out, fields, count, key);
		return;
	}
	for (size_t i = 0; i < count; i++)
		csvout_text(c->out, fields[i]);
	csvout_text(c->out, key);
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

/* The plan of the row; mostly it is that of the row before. NULL: of none. */
static struct entry *
entry_of(struct plans *p)
{
	struct world *w = p->copy.safe->judge->world;
	struct plan_row row;
	struct buffer before = p->key;

	p->key = p->keys;
	p->keys = before;
	buffer_clear(&p->key);
	for (int c = REGISTER_GEMEENTE; c <= REGISTER_HARDHEID; c++)
		buffer_part(&p->key, plan_field(p, c));
	if (p->entry && text_equal(buffer_view(&p->key), buffer_view(&p->keys)))
		return p->entry;
	p->entry = read_plan(p, &row) ? world_find(w, NOW, &row) : NULL;
	return p->entry;
}

static int
copy_plans(struct plans *p)
{
	int rc;

	while ((rc = csvin_next_row(p->copy.csv)) == 1) {
		struct entry *e = entry_of(p);

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
	/* One delivery, whatever the hardheid: of two that overlap a register
	 * counts the first only. */
	if (text_is(name, "levering"))
		buffer_printf(b, "overige %s", c->region.s);
	if (key)
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

		if (c->round == NOW && c->merged && c->shown && !c->base &&
		    loss_hides(c))
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
		p.copy.out = csvout_new(o, CSVOUT_ASKED);
		csvout_numbers(p.copy.out, REGISTER_NUMBERS);
		write_header(&p.copy, "sleutel");
		rc = copy_plans(&p);
		if (rc == 0)
			write_all_together(&p);
		csvout_finish(p.copy.out);
	}
	free(p.deliveries);
	buffer_free(&p.key);
	buffer_free(&p.keys);
	return copy_close(&p.copy, rc);
}
