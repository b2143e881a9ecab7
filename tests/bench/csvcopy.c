/* csvcopy FILE: csv in, csv out, with our library: all parsed, all written. */
#include "csvin.h"
#include "csvout.h"
#include "diag.h"

static int
copy(struct csvin *r, struct csvout *w)
{
	const struct text *fields;
	size_t count;
	int rc;

	while ((rc = csvin_next(r)) == 1) {
		fields = csvin_fields(r, &count);
		csvout_record(w, fields, count, csvin_plain(r));
	}
	return rc;
}

int
main(int argc, char **argv)
{
	int status = EXIT_FATAL;
	struct input *in;
	struct output *out;
	struct csvin *r;
	struct csvout *w;

	diag_program("csvcopy");
	in = input_open(argc > 1 ? argv[1] : NULL);
	out = output_open(NULL);
	if (!in || !out)
		return status;
	r = csvin_new(in, ',');
	w = csvout_new(out, CSVOUT_CSV);
	if (copy(r, w) == 0)
		status = EXIT_FINE;
	csvout_finish(w);
	csvin_free(r);
	if (input_close(in) < 0)
		status = EXIT_FATAL;
	if (output_commit(&out, 1) < 0)
		status = EXIT_FATAL;
	return status;
}
