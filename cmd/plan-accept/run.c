#include "run.h"

#include <stdlib.h>

#include "diag.h"
#include "judge.h"
#include "mem.h"

static const char *const header[] = {"gemeente", "levering", "peildatum",
				     "bestand",	 "bytes",    "sha256",
				     "uitgave",	 "oordeel"};

/* The parts of one municipality's delivery are rows `first` and on. */
struct whole {
	struct run *run;
	size_t first;
	struct text gemeente, naam;
	const struct was *was; /* what is in force; NULL: nothing */
};

static struct text
cell(const struct whole *w, size_t i, enum delivered_column c)
{
	return delivered_cell(w->run->delivered, i, c);
}

static size_t
next_part(const struct whole *w, size_t i)
{
	return delivered_next(w->run->delivered, w->gemeente, i + 1);
}

static struct finding_place
place_of(const struct whole *w, size_t i)
{
	return (struct finding_place){.file = cell(w, i, DELIVERED_PLAATS).s};
}

/* The first part that could not be read; the number of rows for none. */
static size_t
unread_part(const struct whole *w)
{
	size_t i = w->first, n = delivered_count(w->run->delivered);

	while (i < n && cell(w, i, DELIVERED_CODE).n == 0)
		i = next_part(w, i);
	return i;
}

static bool
is_accepted(const struct whole *w)
{
	size_t n = delivered_count(w->run->delivered);

	for (size_t i = w->first; i < n; i = next_part(w, i))
		if (!accepted_is(w->run->accepted, w->run->delivered, i))
			return false;
	return true;
}

static int
read_part(const struct whole *w, struct registers *r, struct tally *t,
	  const char *path)
{
	struct plan_row row;
	int rc = registers_open(r, path);

	while (rc == 0 && (rc = registers_next(r, &row)) == 1)
		rc = text_equal(row.gemeente, w->gemeente)
			 ? tally_take(t, r, &row)
			 : registers_fail(r, REGISTER_GEMEENTE,
					  "that of who delivered");
	return rc == 0 ? registers_close(r) : rc;
}

/* The part can be read by itself. -1 with the message given. */
static int
read_alone(const struct whole *w, const char *path)
{
	struct registers *r = registers_new();
	struct tally *t = tally_new();
	int rc = read_part(w, r, t, path);

	tally_free(t);
	registers_free(r);
	return rc;
}

/* All parts as one register, as the tools will read it. 0, -1 on a message
 * given; 1 when each can be read and one contradicts those before, which is
 * told. */
static int
read_parts(const struct whole *w, struct tally *t)
{
	struct registers *r = registers_new();
	size_t n = delivered_count(w->run->delivered), i = w->first;
	struct finding_place place = place_of(w, i);
	char *why = NULL;
	int rc = 0;

	for (; i < n; i = next_part(w, i)) {
		if (i != w->first)
			diag_hold(&why);
		rc = read_part(w, r, t, cell(w, i, DELIVERED_REGISTER).s);
		diag_hold(NULL);
		place = place_of(w, i);
		if (rc < 0)
			break;
	}
	if (rc == 0)
		registers_tell(r, w->run->findings);
	registers_free(r);
	if (why && rc < 0 &&
	    read_alone(w, cell(w, i, DELIVERED_REGISTER).s) == 0) {
		rule_add(w->run->findings, RULE_CONTRADICT, &place,
			 TEXTS(w->naam, text_of(why)));
		rc = 1;
	}
	free(why);
	return rc;
}

static void
write_force(struct run *r, struct text gemeente, const struct force *f,
	    const char *verdict)
{
	struct csvout *out = r->forces;

	csvout_text(out, gemeente);
	csvout_text(out, f->levering);
	csvout_text(out, f->peildatum);
	csvout_text(out, f->bestand);
	csvout_text(out, f->bytes);
	csvout_text(out, f->sha256);
	csvout_text(out, f->uitgave);
	csvout_string(out, verdict);
	csvout_end(out);
}

static void
take_over(const struct whole *w, const char *verdict)
{
	size_t n = delivered_count(w->run->delivered);

	for (size_t i = w->first; i < n; i = next_part(w, i)) {
		struct force f = {cell(w, i, DELIVERED_LEVERING),
				  cell(w, i, DELIVERED_PEILDATUM),
				  cell(w, i, DELIVERED_BESTAND),
				  cell(w, i, DELIVERED_BYTES),
				  cell(w, i, DELIVERED_SHA256),
				  text_of(w->run->name)};

		write_force(w->run, w->gemeente, &f, verdict);
	}
}

/* What was in force stays so. */
static void
keep(struct run *r, const struct was *was, struct text naam, const char *file)
{
	struct finding_place place = {.file = file};

	*map_slot(r->kept, was->gemeente) = r;
	for (size_t i = 0; i < was->count; i++) {
		const struct force *f = &was->list[i];

		write_force(r, was->gemeente, f, "behouden");
		rule_add(r->findings, RULE_KEPT, &place,
			 TEXTS(naam, f->levering, f->peildatum, f->uitgave));
	}
}

/* The row that would accept part i, but for who, when and why. */
static void
tell_how(const struct whole *w, size_t i)
{
	struct text levering = cell(w, i, DELIVERED_LEVERING);
	struct finding_place place = place_of(w, i);
	char *quoted = mem_array(2 * levering.n + 2, 1);
	char *end = csvout_quote(w->run->forces, quoted, levering);

	rule_add(w->run->findings, RULE_HOW, &place,
		 TEXTS(w->gemeente,
		       ((struct text){quoted, (size_t)(end - quoted)}),
		       cell(w, i, DELIVERED_SHA256)));
	free(quoted);
}

/* Not taken over, because of part `because`, or of what it is held against
 * when that is none. */
static void
leave(const struct whole *w, size_t because)
{
	size_t n = delivered_count(w->run->delivered);
	struct text why =
	    cell(w, because < n ? because : w->first, DELIVERED_BESTAND);

	for (size_t i = w->first; i < n; i = next_part(w, i)) {
		struct finding_place place = place_of(w, i);

		if (cell(w, i, DELIVERED_CODE).n == 0 &&
		    (because < n || i != w->first))
			rule_add(w->run->findings, RULE_OTHER_PART, &place,
				 TEXTS(w->naam, why));
		if (because == n)
			tell_how(w, i);
	}
	w->run->left++;
	if (w->was)
		keep(w->run, w->was, w->naam, place_of(w, w->first).file);
}

static void
note_stock(const struct whole *w)
{
	struct sum stock;

	if (w->run->stock && !stock_of(w->run->stock, w->gemeente, &stock))
		buffer_list(&w->run->without, ", ", w->naam);
}

static void
judge(const struct whole *w, const struct tally *t)
{
	struct judge j = {w->run->findings, w->run->limits,
			  w->run->stock,    w->gemeente,
			  w->naam,	    place_of(w, w->first).file};

	note_stock(w);
	if (is_accepted(w)) {
		w->run->by_name++;
		take_over(w, "aanvaard");
	} else if (judge_delivery(&j, w->was ? w->was->tally : NULL, t) > 0) {
		leave(w, delivered_count(w->run->delivered));
	} else {
		w->run->taken++;
		take_over(w, "overgenomen");
	}
}

static int
run_one(struct run *r, size_t first)
{
	struct whole w = {.run = r, .first = first};
	struct tally *t = tally_new();
	size_t unread, n = delivered_count(r->delivered);
	int rc = 0;

	w.gemeente = delivered_cell(r->delivered, first, DELIVERED_GEMEENTE);
	w.naam = gemeenten_name(r->gemeenten, w.gemeente);
	w.was = before_of(r->before, w.gemeente);
	unread = unread_part(&w);
	if (unread < n)
		leave(&w, unread);
	else if ((rc = read_parts(&w, t)) == 0)
		judge(&w, t);
	else if (rc == 1)
		leave(&w, first);
	tally_free(t);
	return rc < 0 ? -1 : 0;
}

/* Municipalities that delivered before and are not in the list of tonight. */
static void
run_others(struct run *r)
{
	size_t n = delivered_count(r->delivered);

	for (size_t i = 0; i < before_count(r->before); i++) {
		const struct was *was = before_at(r->before, i);
		const struct gemeente *g =
		    gemeenten_by_code(r->gemeenten, was->gemeente);

		if (delivered_next(r->delivered, was->gemeente, 0) < n)
			continue;
		if (!g) {
			rule_add(
			    r->findings, RULE_GONE, NULL,
			    TEXTS(was->gemeente, text_of(r->gemeenten_path)));
			continue;
		}
		rule_add(r->findings, RULE_UNLISTED, NULL, TEXTS(g->naam));
		r->left++;
		keep(r, was, g->naam, NULL);
	}
}

static int
run_all(struct run *r)
{
	int rc = 0;

	csvout_numbers(r->forces, "bytes");
	for (size_t c = 0; c < sizeof(header) / sizeof(header[0]); c++)
		csvout_string(r->forces, header[c]);
	csvout_end(r->forces);
	for (size_t i = 0; rc == 0 && i < delivered_count(r->delivered); i++)
		if (delivered_first(r->delivered, i))
			rc = run_one(r, i);
	if (rc < 0)
		return -1;
	run_others(r);
	accepted_tell(r->accepted, r->delivered, r->gemeenten, r->findings);
	if (r->without.n > 0)
		rule_add(r->findings, RULE_NO_STOCK, NULL,
			 TEXTS(buffer_view(&r->without)));
	diag_note("%zu municipalities taken over, %zu accepted by name, %zu "
		  "left; of %zu the plans before stay in force",
		  r->taken, r->by_name, r->left, map_count(r->kept));
	return 0;
}

static int
write_kept(struct run *r, struct output *o)
{
	struct csvout *w;
	int rc;

	if (!o)
		return 0;
	w = csvout_new(o, CSVOUT_CSV);
	rc = before_write(r->before, r->kept, w);
	csvout_finish(w);
	return rc;
}

int
run_write(struct run *r, const char *path, const char *kept_path)
{
	struct output *out[3] = {0};
	int rc = -1;

	if (!(out[0] = output_open(path)) ||
	    (kept_path && !(out[1] = output_open(kept_path)))) {
		output_discard(out[0]);
		return -1;
	}
	r->kept = map_new();
	r->forces = csvout_new(out[0], CSVOUT_ASKED);
	rc = run_all(r);
	csvout_finish(r->forces);
	if (rc == 0)
		rc = write_kept(r, out[1]);
	map_free(r->kept);
	buffer_free(&r->without);
	if (rc < 0) {
		output_discard(out[1]);
		output_discard(out[0]);
		return -1;
	}
	out[2] = findings_finish(r->findings);
	return output_commit(out, 3);
}
