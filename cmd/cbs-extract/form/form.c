#include "form/form.h"

#include <string.h>

#include "diag.h"
#include "zipin.h"

struct head {
	const unsigned char *p;
	size_t n;
	size_t line; /* length of the first line */
};

static bool
is_blank(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The start of the content: behind a BOM and blanks. */
static struct head
head_of(const unsigned char *p, size_t n)
{
	struct head h = {p, n, 0};

	if (h.n >= 3 && memcmp(h.p, "\xEF\xBB\xBF", 3) == 0)
		h.p += 3, h.n -= 3;
	while (h.n && is_blank(*h.p))
		h.p++, h.n--;
	while (h.line < h.n && h.p[h.line] != '\n' && h.p[h.line] != '\r')
		h.line++;
	return h;
}

static bool
starts(const struct head *h, const char *word)
{
	size_t k = strlen(word);

	for (size_t i = 0; i < k; i++) {
		unsigned char c = i < h->n ? h->p[i] : 0;

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c - 'A' + 'a');
		if (c != (unsigned char)word[i])
			return false;
	}
	return true;
}

/* Is this a column of the first line? Quotes around it do not count. */
static bool
has_column(const struct head *h, const char *name)
{
	size_t k = strlen(name);
	size_t from = 0;

	for (size_t i = 0; i <= h->line; i++) {
		size_t a = from, b = i;

		if (i < h->line && h->p[i] != ',' && h->p[i] != ';')
			continue;
		from = i + 1;
		if (b > a + 1 && h->p[a] == '"' && h->p[b - 1] == '"')
			a++, b--;
		if (b - a == k && memcmp(h->p + a, name, k) == 0)
			return true;
	}
	return false;
}

/* A blank and then a number, from p on. A blank and a "." may be a text of a
 * typed form. */
static bool
is_right_aligned(const unsigned char *p, const unsigned char *end)
{
	if (p == end || *p != ' ')
		return false;
	while (p < end && *p == ' ')
		p++;
	if (p < end && *p == '-')
		p++;
	return p < end && *p >= '0' && *p <= '9';
}

/* Untyped numbers are padded to the right; typed ones are bare. */
static bool
is_padded(const struct head *h)
{
	const unsigned char *end = h->p + h->n;

	bool quoted = false;

	for (const unsigned char *p = h->p + h->line; p < end; p++) {
		quoted ^= *p == '"';
		if (quoted || (*p != ',' && *p != ';'))
			continue;
		if (is_right_aligned(p + (p + 1 < end && p[1] == '"') + 1, end))
			return true;
	}
	return false;
}

/* Is a column of the first line called "... (unit)"? */
static bool
has_units(const struct head *h)
{
	bool open = false;

	for (size_t i = 0; i < h->line; i++) {
		unsigned char next = i + 1 < h->line ? h->p[i + 1] : ';';

		if (h->p[i] == '(')
			open = true;
		if (open && h->p[i] == ')' &&
		    (next == '"' || next == ';' || next == ','))
			return true;
	}
	return false;
}

/* A title alone on the first line, and a row that names the Subjects. */
static bool
is_statweb(const struct head *h)
{
	static const char *const words[] = {"\n\"Subjects_", "\n\"Onderwerp"};
	const char *end = (const char *)h->p + h->n;

	if (h->line < 3 || h->p[0] != '"' || h->p[h->line - 1] != '"' ||
	    memchr(h->p + 1, '"', h->line - 2))
		return false;
	for (const char *p = (const char *)h->p;
	     (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
		for (size_t i = 0; i < 2; i++)
			if ((size_t)(end - p) > strlen(words[i]) &&
			    memcmp(p, words[i], strlen(words[i])) == 0)
				return true;
	return false;
}

static const char *
form_of(const struct head *h)
{
	if (zipin_is_zip(h->p, h->n))
		return "zip";
	if (starts(h, "<!doctype html") || starts(h, "<html"))
		return "html";
	if (h->n && h->p[0] == '<')
		return "atom";
	if (h->n >= 4 && (h->p[0] == 0xFE || h->p[0] == 0xFF))
		return h->p[2] == '<' || h->p[3] == '<' ? "atom" : "utf-16";
	if (h->n && (h->p[0] == '{' || h->p[0] == '['))
		return "json";
	if (has_column(h, "Measure") && has_column(h, "ValueAttribute"))
		return "observations";
	if (has_column(h, "ID"))
		return "codes";
	if (is_statweb(h))
		return "statweb";
	if (has_units(h))
		return "statline";
	return h->n ? "unknown" : "empty";
}

static const struct {
	const char *form, *why;
} refusals[] = {
    {"html", "a web page, not data; an error page saved as a file?"},
    {"json", "JSON; make CSV of it with pipelines/odata3.jq or odata4.jq, or "
	     "fetch the Atom feed (v3) or the bulk zip (v4)"},
    {"empty", "empty, no header"},
    {"utf-16", "UTF-16 is not read; convert it to UTF-8"},
};

static int
refuse(const struct extract *x, const struct head *h, const char *form)
{
	struct text line = {(const char *)h->p, h->line};
	char show[TEXT_SHOW];

	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (strcmp(form, refusals[i].form) == 0)
			return diag_fail("%s: %s", x->file, refusals[i].why);
	return diag_fail("%s: not a form of CBS data that is known here; it "
			 "begins with '%s' (see -f)",
			 x->file, text_show(line, show));
}

static int
read_form(struct extract *x, struct input *in, const struct head *h,
	  const char *form)
{
	if (strcmp(form, "atom") == 0)
		return feed_read(x, in);
	if (strcmp(form, "observations") == 0)
		return narrow_read(x, in, NULL);
	if (strcmp(form, "codes") == 0)
		return flat_read(x, in, is_padded(h));
	if (strcmp(form, "statline") == 0)
		return statline_read(x, in, is_padded(h));
	if (strcmp(form, "statweb") == 0)
		return statweb_read(x, in);
	return refuse(x, h, form);
}

int
form_read(struct extract *x, struct input *in, const char *form, int depth)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);
	struct head h;
	int rc = -1;

	x->file = extract_keep(x, input_name(in));
	x->record = x->row = 0;
	if (n >= 0) {
		h = head_of(p, (size_t)n);
		if (!form)
			form = form_of(&h);
		if (strcmp(form, "zip") == 0 && depth == 0)
			return bulk_read(x, in);
		rc = read_form(x, in, &h, form);
	}
	return input_close(in) < 0 ? -1 : rc;
}

int
form_file(struct extract *x, const char *path)
{
	struct input *in = input_open(path);

	return in ? form_read(x, in, x->options->form, 0) : -1;
}
