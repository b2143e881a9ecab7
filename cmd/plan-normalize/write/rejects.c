#include "write/rejects.h"

#include <stdlib.h>

#include "mem.h"

struct rejects {
	struct output *out;
	bool bom, begun;
	char *header;
	size_t header_n;
};

struct rejects *
rejects_open(const char *path)
{
	struct rejects *r = mem_new(struct rejects);

	if (!path)
		return r;
	r->out = output_open(path);
	if (r->out)
		return r;
	rejects_free(r);
	return NULL;
}

bool
rejects_wanted(const struct rejects *r)
{
	return r->out != NULL;
}

void
rejects_header(struct rejects *r, bool bom, struct text lines)
{
	r->bom = bom;
	r->header = mem_text(lines.s, lines.n);
	r->header_n = lines.n;
}

void
rejects_add(struct rejects *r, struct text raw)
{
	if (!r->out)
		return;
	if (!r->begun && r->bom)
		output_write(r->out, "\xEF\xBB\xBF", 3);
	if (!r->begun)
		output_write(r->out, r->header, r->header_n);
	r->begun = true;
	output_write(r->out, raw.s, raw.n);
}

struct output *
rejects_finish(struct rejects *r)
{
	struct output *out = r->out;

	r->out = NULL;
	return out;
}

void
rejects_free(struct rejects *r)
{
	if (!r)
		return;
	output_discard(r->out);
	free(r->header);
	free(r);
}
