#include "xlsx/rich.h"

void
rich_init(struct rich *r, struct xmlin *x)
{
	*r = (struct rich){0};
	r->t = xmlin_intern(x, "t");
	r->phonetic = xmlin_intern(x, "rPh");
	r->space = xmlin_intern(x, "space");
}

void
rich_free(struct rich *r)
{
	buffer_free(&r->text);
}

void
rich_clear(struct rich *r)
{
	r->text.n = 0;
	r->skip = 0;
	r->on = false;
}

void
rich_start(struct rich *r, const char *local, const struct xml_attribute *attrs,
	   size_t count)
{
	if (r->skip > 0 || local == r->phonetic) {
		r->skip++;
		return;
	}
	if (local != r->t)
		return;
	r->on = true;
	r->from = r->text.n;
	r->preserve = false;
	for (size_t i = 0; i < count; i++)
		if (attrs[i].local == r->space && attrs[i].ns[0] != '\0')
			r->preserve = text_is(attrs[i].value, "preserve");
}

void
rich_end(struct rich *r, const char *local)
{
	if (r->skip > 0) {
		r->skip--;
	} else if (r->on && local == r->t) {
		buffer_end_string(&r->text, r->from, r->preserve);
		r->on = false;
	}
}

void
rich_text(struct rich *r, const char *s, size_t n)
{
	if (r->on)
		buffer_add(&r->text, s, n);
}
