#include "diff.h"

#include <stdlib.h>
#include <string.h>

#include "csvin.h"
#include "diag.h"
#include "held.h"
#include "input.h"
#include "key.h"
#include "mem.h"

/* A column that both have. */
struct column {
	struct text name;
	size_t old, new;
	bool numeric;
};

struct pair {
	struct diff *d;
	struct held *old;
	struct csvin *new;
	struct text file; /* as the output calls it */
	struct column *columns;
	size_t count;
	struct key key;
	char *show; /* a key as people read it */
	size_t show_cap;
	struct held *added; /* keys that only the newer has */
};

static bool
is_listed(const char *list, struct text name)
{
	struct text rest = text_of(list), part;

	while (list && text_split(&rest, ',', &part))
		if (text_equal(part, name))
			return true;
	return false;
}

static void
find_columns(struct pair *p)
{
	size_t n = csvin_columns(p->new);

	p->columns = mem_array(n, sizeof(*p->columns));
	for (size_t i = 0; i < n; i++) {
		struct text name = csvin_column_name(p->new, i);
		long old = held_column(p->old, name);

		if (old < 0 || is_listed(p->d->ignore, name))
			continue;
		p->columns[p->count++] =
		    (struct column){.name = name,
				    .old = (size_t)old,
				    .new = i,
				    .numeric = is_listed(p->d->numeric, name)};
	}
}

/* A name that is in neither file is a slip of the pen. */
static int
check_list(const struct pair *p, const char *option, const char *list)
{
	struct text rest = text_of(list), part;
	char show[TEXT_SHOW];

	while (list && text_split(&rest, ',', &part)) {
		char *name = mem_text(part.s, part.n);
		bool is = csvin_find(p->new, name) >= 0 ||
			  held_column(p->old, part) >= 0;

		free(name);
		if (!is)
			return diag_fail("--%s: no column \"%s\" in %s or %s",
					 option, text_show(part, show),
					 held_name(p->old), csvin_name(p->new));
	}
	return 0;
}

/* b - a, of two numbers; false where one is none. */
static bool
subtract(struct text a, struct text b, struct num *off)
{
	struct num x, y;

	return num_parse(a, NUM_PLAIN, &x) == NUM_OK &&
	       num_parse(b, NUM_PLAIN, &y) == NUM_OK && num_subtract(y, x, off);
}

static bool
same_number(const struct diff *d, struct text a, struct text b)
{
	struct num off;

	if (!subtract(a, b, &off))
		return false;
	if (off.units < 0)
		off.units = -off.units;
	return num_compare(off, d->within) <= 0;
}

/* Of a column of numbers that has two; else an empty cell. */
static void
put_difference(struct csvout *w, const struct column *c,
	       const struct text *cells)
{
	char show[NUM_TEXT];
	struct num off;

	if (c && c->numeric && subtract(cells[1], cells[2], &off))
		csvout_text(w, num_format(off, show));
	else
		csvout_text(w, text_of(NULL));
}

/* c and cells (its name, old and new): NULL for a whole record. */
static void
put(struct pair *p, struct text key, const char *change, const struct column *c,
    const struct text *cells)
{
	struct csvout *w = p->d->out;

	p->show = mem_grow(p->show, &p->show_cap, key.n + 1, 1);
	csvout_text(w, p->file);
	csvout_text(w, key_show(key, p->show));
	csvout_string(w, change);
	for (size_t i = 0; i < 3; i++)
		csvout_text(w, cells ? cells[i] : text_of(NULL));
	if (p->d->difference)
		put_difference(w, c, cells);
	csvout_end(w);
}

static void
compare(struct pair *p, const struct held_record *old, struct text key)
{
	bool changed = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct column *c = &p->columns[i];
		struct text cells[3] = {c->name, old->cells[c->old],
					csvin_field(p->new, c->new)};

		if (text_equal(cells[1], cells[2]) ||
		    (c->numeric && same_number(p->d, cells[1], cells[2])))
			continue;
		put(p, key, "gewijzigd", c, cells);
		changed = true;
	}
	p->d->changed += changed;
	p->d->same += !changed;
}

/* The current record of the newer: new, or held against the older's. */
static int
read_record(struct pair *p, struct text key)
{
	struct held_record old;
	int rc = held_meet(p->old, p->new, key, &old);

	if (rc == 1) {
		compare(p, &old, key);
	} else if (rc == 0) {
		if (held_add(p->added, p->new, key) < 0)
			return -1;
		p->d->added++;
		put(p, key, "nieuw", NULL, NULL);
	}
	p->d->new_rows++;
	return rc < 0 ? -1 : 0;
}

static int
read_new(struct pair *p)
{
	int rc;

	while ((rc = csvin_next_row(p->new)) == 1)
		if (read_record(p, key_of(&p->key, p->new)) < 0)
			return -1;
	return rc;
}

static int
tell_gone(struct pair *p)
{
	size_t n = held_count(p->old);
	struct held_record old;

	p->d->old_rows += n;
	for (size_t i = 0; i < n; i++) {
		if (held_is_met(p->old, i))
			continue;
		if (held_get(p->old, i, &old) < 0)
			return -1;
		p->d->gone++;
		put(p, old.key, "vervallen", NULL, NULL);
	}
	return 0;
}

static int
run(struct pair *p)
{
	struct diff *d = p->d;

	if (csvin_header(p->new) < 0 || key_find(&p->key, d->key, p->new) < 0 ||
	    check_list(p, "numeric", d->numeric) < 0 ||
	    check_list(p, "ignore", d->ignore) < 0)
		return -1;
	find_columns(p);
	return read_new(p) < 0 ? -1 : tell_gone(p);
}

/* The name of a file without its folder. */
static struct text
base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return text_of(slash ? slash + 1 : path);
}

bool
diff_settle(struct diff *d)
{
	d->key = d->key ? d->key : "sleutel";
	return !d->tolerance || (num_parse(text_of(d->tolerance), NUM_PLAIN,
					   &d->within) == NUM_OK &&
				 d->within.units >= 0);
}

void
diff_header(struct diff *d)
{
	static const char *const names[] = {"bestand", "sleutel", "wijziging",
					    "kolom",   "oud",	  "nieuw"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		csvout_string(d->out, names[i]);
	if (d->difference)
		csvout_number_name(d->out, text_of("verschil"));
	csvout_end(d->out);
}

int
diff_pair(struct diff *d, const char *old_path, const char *new_path)
{
	struct pair p = {.d = d, .file = base(old_path)};
	struct input *in = NULL;
	int rc = -1;

	if ((p.old = held_load(old_path, d->key)) != NULL &&
	    (in = input_open(new_path)) != NULL) {
		p.new = csvin_new(in, ',');
		p.added = held_new(new_path);
		rc = run(&p);
		csvin_free(p.new);
		held_free(p.added);
		if (input_close(in) != 0)
			rc = -1;
	}
	key_free(&p.key);
	free(p.columns);
	free(p.show);
	held_free(p.old);
	return rc;
}

bool
diff_found(const struct diff *d)
{
	return d->changed + d->added + d->gone > 0;
}

void
diff_note(const struct diff *d)
{
	diag_note("old: %zu records = %zu the same + %zu changed + %zu gone; "
		  "new: %zu records = %zu the same + %zu changed + %zu new",
		  d->old_rows, d->same, d->changed, d->gone, d->new_rows,
		  d->same, d->changed, d->added);
}
