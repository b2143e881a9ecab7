#include "rejects.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "diag.h"
#include "mem.h"

struct rejects {
	struct output *out;
	const char *path;
	bool converting;
	iconv_t back;
	bool bom, begun;
	char *header;
	size_t header_n;
};

struct rejects *
rejects_open(const char *path, const char *encoding)
{
	struct rejects *r = mem_new(struct rejects);

	r->path = path;
	if (!path)
		return r;
	if (encoding) {
		r->back = iconv_open(encoding, "UTF-8");
		r->converting = r->back != (iconv_t)-1;
		if (!r->converting)
			diag_fail("%s: unknown encoding \"%s\"", path,
				  encoding);
	}
	if (!encoding || r->converting)
		r->out = output_open(path);
	if (r->out)
		return r;
	rejects_free(r);
	return NULL;
}

void
rejects_header(struct rejects *r, bool bom, struct text lines)
{
	r->bom = bom;
	r->header = mem_text(lines.s, lines.n);
	r->header_n = lines.n;
}

static int
convert(struct rejects *r, struct text t)
{
	char *from = (char *)(uintptr_t)t.s, *to;
	size_t left = t.n, room;

	while (left) {
		room = 4096;
		to = output_reserve(r->out, room);
		if (iconv(r->back, &from, &left, &to, &room) == (size_t)-1 &&
		    errno != E2BIG)
			return diag_fail("%s: a record cannot be written back "
					 "in the delivery's encoding",
					 r->path);
		output_advance(r->out, 4096 - room);
	}
	return 0;
}

static int
put(struct rejects *r, struct text t)
{
	if (r->converting)
		return convert(r, t);
	output_write(r->out, t.s, t.n);
	return 0;
}

int
rejects_add(struct rejects *r, struct text raw)
{
	struct text header = {r->header, r->header_n};

	if (!r->out)
		return 0;
	if (!r->begun) {
		r->begun = true;
		if (r->bom && !r->converting)
			output_write(r->out, "\xEF\xBB\xBF", 3);
		if (put(r, header) < 0)
			return -1;
	}
	return put(r, raw);
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
	if (r->converting)
		iconv_close(r->back);
	free(r->header);
	free(r);
}
