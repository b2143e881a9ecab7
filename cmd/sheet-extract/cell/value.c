#include "cell/value.h"

static void
set(struct cell *c, enum cell_kind kind, struct text t)
{
	c->kind = kind;
	c->text = t;
}

void
value_number(struct cell *c, struct text t, const struct format_code *f,
	     bool from_1904, char buf[VALUE_TEXT])
{
	struct number v;
	struct moment m;
	struct text out;
	enum format format = f->sections[0].format;
	if (!f->fixed && number_parse(t, &v))
		format = format_of(f, &v);
	if (format == FORMAT_NUMBER || format == FORMAT_PERCENT ||
	    !number_scan(t, &v)) {
		bool good = number_text(t, buf, &out);
		enum cell_kind kind =
		    format == FORMAT_PERCENT ? CELL_PERCENT : CELL_NUMBER;
		set(c, good ? kind : CELL_NO_NUMBER, good ? out : t);
	} else if (moment_of_serial(&v, format, from_1904, &m)) {
		set(c, m.leap_bug ? CELL_LEAP_BUG : CELL_DATE,
		    moment_text(&m, format, buf));
	} else {
		number_text(t, buf, &out);
		set(c, CELL_BAD_DATE, out);
	}
}

void
value_boolean(struct cell *c, struct text t)
{
	struct text word = text_trim(t);
	if (text_is(word, "1") || text_is(word, "true"))
		set(c, CELL_BOOLEAN, text_of("TRUE"));
	else if (text_is(word, "0") || text_is(word, "false"))
		set(c, CELL_BOOLEAN, text_of("FALSE"));
	else
		set(c, CELL_NO_BOOLEAN, t);
}

void
value_date(struct cell *c, struct text t, enum format format,
	   char buf[VALUE_TEXT])
{
	struct moment m;
	if (moment_of_iso(t, &m))
		set(c, m.zoned ? CELL_ZONED : CELL_DATE,
		    moment_text(&m, format, buf));
	else
		set(c, CELL_NO_DATE, t);
}

void
value_duration(struct cell *c, struct text t, char buf[VALUE_TEXT])
{
	struct moment m;
	if (moment_of_duration(t, &m))
		set(c, CELL_DATE, moment_text(&m, FORMAT_DURATION, buf));
	else
		set(c, CELL_NO_DATE, t);
}
