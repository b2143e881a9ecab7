#include "tables/key.h"
#include "tables/unmatched.h"

#include <stdlib.h>

#include "csvout.h"
#include "mem.h"

struct unmatched {
	struct output *out;
	struct csvout *csv;
	struct buffer key;
	const char *file;
	size_t line;
};

static void
write_header(struct csvout *w)
{
	csvout_string(w, "kant");
	csvout_string(w, "sleutel");
	csvout_string(w, "oorzaak");
	csvout_string(w, "bestand");
	csvout_string(w, "regel");
	csvout_end(w);
}

struct unmatched *
unmatched_open(const char *path)
{
	struct unmatched *u = mem_new(struct unmatched);

	if (!path)
		return u;
	u->out = output_open(path);
	if (!u->out) {
		free(u);
		return NULL;
	}
	u->csv = csvout_new(u->out, CSVOUT_CSV);
	write_header(u->csv);
	return u;
}

void
unmatched_at(struct unmatched *u, const char *file, size_t line)
{
	u->file = file;
	u->line = line;
}

void
unmatched_add(struct unmatched *u, enum side side, const struct text parts[4],
	      const char *cause)
{
	size_t n = side == SIDE_WAARNEMINGEN ? 4 : 1;

	if (!u->csv)
		return;
	csvout_string(u->csv, side == SIDE_WAARNEMINGEN ? "waarnemingen"
							: "indicatoren");
	csvout_text(u->csv, key_join(&u->key, parts, n));
	csvout_string(u->csv, cause);
	csvout_string(u->csv, u->file);
	csvout_int(u->csv, (int64_t)u->line);
	csvout_end(u->csv);
}

struct output *
unmatched_finish(struct unmatched *u)
{
	struct output *out = u->out;

	if (u->csv)
		csvout_finish(u->csv);
	u->csv = NULL;
	u->out = NULL;
	return out;
}

void
unmatched_free(struct unmatched *u)
{
	if (!u)
		return;
	if (u->csv)
		csvout_finish(u->csv);
	output_discard(u->out);
	buffer_free(&u->key);
	free(u);
}
