/* plan-letter: what a municipality should know of its delivery. */
#include "diag.h"
#include "options.h"
#include "output.h"

static const struct options *const o = &letter_options;

static int
read_all(struct delivery *d, struct notes *n, struct changes *c,
	 const char *path)
{
	if (o->left_out)
		return notes_load(n, path);
	if (delivery_load(d, path) < 0)
		return -1;
	if (o->rejected && delivery_rejected(d, o->rejected) < 0)
		return -1;
	for (size_t i = 0; i < o->notes.count; i++)
		if (notes_load(n, o->notes.items[i]) < 0)
			return -1;
	if (o->changes && changes_load(c, o->changes) < 0)
		return -1;
	return o->bridge ? changes_bridge(c, o->bridge) : 0;
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
		opt_usage(&letter_program,
			  "--left-out takes --gemeente and --findings only");
	l.gemeenten = gemeenten_load(o->gemeenten);
	l.delivery = delivery_new();
	l.notes = notes_new();
	l.changes = changes_new();
	if (l.gemeenten &&
	    read_all(l.delivery, l.notes, l.changes, r.operands[0]) == 0 &&
	    letter_settle(&l) == 0 && write_all(&l, r.output) == 0)
		status = EXIT_FINE;
	changes_free(l.changes);
	notes_free(l.notes);
	delivery_free(l.delivery);
	gemeenten_free(l.gemeenten);
	return (int)status;
}
