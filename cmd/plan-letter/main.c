/* plan-letter: what a municipality should know of its delivery. */
#include "diag.h"
#include "options.h"
#include "output.h"

static const struct options *const o = &letter_options;

static int
read_notes(struct notes *n)
{
	for (size_t i = 0; i < o->notes.count; i++)
		if (notes_load(n, o->notes.items[i]) < 0)
			return -1;
	return 0;
}

static int
read_all(struct letter *l, const char *path)
{
	if (o->left_out && notes_load(l->notes, path) < 0)
		return -1;
	if (o->in_force &&
	    !(l->in_force =
		  table_load(o->in_force, letter_in_force, IN_FORCE_COLUMNS)))
		return -1;
	if (!o->left_out && delivery_load(l->delivery, path) < 0)
		return -1;
	if (o->rejected && delivery_rejected(l->delivery, o->rejected) < 0)
		return -1;
	if (read_notes(l->notes) < 0 ||
	    (o->changes && changes_load(l->changes, o->changes) < 0))
		return -1;
	return o->bridge ? changes_bridge(l->changes, o->bridge) : 0;
}

static int
write_all(const struct letter *l, const char *path)
{
	struct output *out = output_open(path);

	if (!out)
		return -1;
	letter_write(l, out);
	return output_commit(&out, 1);
}

int
main(int argc, char **argv)
{
	struct opt_result r = opt_parse(&letter_program, argc, argv);
	struct letter l = {.facts = o->facts, .left_out = o->left_out};
	enum exit_status status = EXIT_FATAL;

	if (!o->gemeenten)
		opt_usage(&letter_program, "-g is needed");
	if (o->left_out &&
	    (!o->facts.gemeente || o->rejected || o->changes || o->bridge))
		opt_usage(&letter_program, "--left-out takes --gemeente, "
					   "--bevindingen and --vankracht "
					   "only");
	if (o->in_force && !o->left_out)
		opt_usage(&letter_program, "--vankracht is about --left-out");
	l.gemeenten = gemeenten_load(o->gemeenten);
	l.delivery = delivery_new();
	l.notes = notes_new();
	l.changes = changes_new();
	if (l.gemeenten && read_all(&l, r.operands[0]) == 0 &&
	    letter_settle(&l) == 0 && write_all(&l, r.output) == 0)
		status = EXIT_FINE;
	table_free(l.in_force);
	changes_free(l.changes);
	notes_free(l.notes);
	delivery_free(l.delivery);
	gemeenten_free(l.gemeenten);
	return (int)status;
}
