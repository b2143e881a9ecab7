#include "form/form.h"

#include <string.h>

#include "diag.h"
#include "filekind.h"
#include "form/bulk.h"
#include "tablekind.h"
#include "zipin.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The start of the content: behind a BOM and blanks. */
static struct form_head
head_of(const char *p, size_t n)
{
	struct form_head h = {.p = p, .n = n};

	if (h.n >= 3 && memcmp(h.p, "\xEF\xBB\xBF", 3) == 0)
		h.p += 3, h.n -= 3;
	while (h.n && is_blank(*h.p))
		h.p++, h.n--;
	while (h.line < h.n && h.p[h.line] != '\n' && h.p[h.line] != '\r')
		h.line++;
	return h;
}

static bool
starts(const struct form_head *h, const char *word)
{
	size_t k = strlen(word);

	for (size_t i = 0; i < k; i++) {
		char c = i < h->n ? h->p[i] : 0;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != word[i])
			return false;
	}
	return true;
}

/* Is this a column of the first line? Quotes around it do not count. */
static bool
has_column(const struct form_head *h, const char *name)
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

/* Is a column of the first line called "... (unit)"? */
static bool
has_units(const struct form_head *h)
{
	bool open = false;

	for (size_t i = 0; i < h->line; i++) {
		char next = i + 1 < h->line ? h->p[i + 1] : ';';

		if (h->p[i] == '(')
			open = true;
		if (open && h->p[i] == ')' &&
		    (next == '"' || next == ';' || next == ','))
			return true;
	}
	return false;
}

/* One quoted field is all of the first line. */
static bool
is_lone(const struct form_head *h)
{
	return h->line > 2 && h->p[0] == '"' && h->p[h->line - 1] == '"' &&
	       !memchr(h->p + 1, '"', h->line - 2);
}

/* Does a line behind the first begin so? */
static bool
has_line(const struct form_head *h, const char *start)
{
	const char *end = h->p + h->n;
	size_t k = strlen(start);

	for (const char *p = h->p;
	     (p = memchr(p, '\n', (size_t)(end - p))) != NULL;)
		if ((size_t)(end - ++p) >= k && memcmp(p, start, k) == 0)
			return true;
	return false;
}

/* A title alone on the first line, and a row that names the Subjects. */
static bool
is_statweb(const struct form_head *h)
{
	return is_lone(h) &&
	       (has_line(h, "\"Subjects_") || has_line(h, "\"Onderwerp"));
}

static bool
is_zip(const struct form_head *h)
{
	return zipin_is_zip((const unsigned char *)h->p, h->n);
}

static bool
is_html(const struct form_head *h)
{
	return starts(h, "<!doctype html") || starts(h, "<html");
}

static bool
is_utf16(const struct form_head *h)
{
	return h->n >= 4 && (h->p[0] == '\xFE' || h->p[0] == '\xFF');
}

static bool
is_atom(const struct form_head *h)
{
	if (is_utf16(h))
		return h->p[2] == '<' || h->p[3] == '<';
	return h->n && h->p[0] == '<';
}

static bool
is_json(const struct form_head *h)
{
	return h->n && (h->p[0] == '{' || h->p[0] == '[');
}

static bool
is_observations(const struct form_head *h)
{
	return has_column(h, "Measure") && has_column(h, "ValueAttribute");
}

static bool
is_codes(const struct form_head *h)
{
	return has_column(h, "ID");
}

/* "ID,RegioS,Perioden": one field with delimiters in it, and nothing behind.
 */
static bool
is_requoted(const struct form_head *h)
{
	return is_lone(h) &&
	       (memchr(h->p, ',', h->line) || memchr(h->p, ';', h->line));
}

/* A title alone on a line, and then heads that begin with an empty cell. */
static bool
is_layout(const struct form_head *h)
{
	return is_lone(h) && has_line(h, "\"\";\"");
}

static bool
is_empty(const struct form_head *h)
{
	return h->n == 0;
}

static const struct form {
	const char *word;
	bool (*sees)(const struct form_head *h);
	form_reader *reads;
} forms[] = {
#define FORM_ROW(word, sees, reads) {#word, sees, reads},
    FORMS(FORM_ROW)
#undef FORM_ROW
};

/* What else may be given, and what to do then. */
static const struct {
	bool (*sees)(const struct form_head *h);
	const char *why;
} refusals[] = {
    {is_empty, "empty, no header"},
    {is_utf16, "this is UTF-16, expected UTF-8; iconv -f UTF-16 -t UTF-8 makes "
	       "it so"},
    {is_requoted, "each line stands in quotes as a whole; expected fields "
		  "joined by ',' or ';', as CBS gives them"},
    {is_layout, "StatLine CSV volgens tabelindeling; choose CSV zonder or met "
		"statistische symbolen instead"},
};

static int
refuse(const struct run *run, const struct form_head *h)
{
	struct text line = {h->p, h->line};
	char show[TEXT_SHOW];
	const char *ours;

	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (refusals[i].sees(h))
			return diag_fail("%s: %s", run->file, refusals[i].why);
	if (filekind_refuse(run->file, "data of CBS", h->p, h->n) < 0)
		return -1;
	ours = tablekind_of_line(line);
	if (ours)
		return diag_fail("%s: expected data of CBS; this is %s",
				 run->file, ours);
	return diag_fail("%s: not a form of CBS data that is known here; it "
			 "begins with '%s', expected one of those of -f",
			 run->file, text_show(line, show));
}

/* The form of this word, or the first that sees itself in the head; NULL. */
static const struct form *
form_of(const char *word, const struct form_head *h)
{
	if (!word && is_html(h))
		return NULL;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (word ? strcmp(word, forms[i].word) == 0 : forms[i].sees(h))
			return &forms[i];
	return NULL;
}

/* Looks at the start of an input: a head, and the form that it is or that
 * `word` says; *form is NULL when it is none. */
static int
look(struct run *run, struct input *in, const char *word,
     struct form_head *head, const struct form **form)
{
	const unsigned char *p;
	ssize_t n = input_peek(in, &p);

	run->file = run_keep(run, input_name(in));
	run->record = run->row = 0;
	if (n < 0 || (!word && filekind_refuse_foreign(run->file, "data of CBS",
						       p, (size_t)n) < 0))
		return -1;
	*head = head_of((const char *)p, (size_t)n);
	*form = form_of(word, head);
	return 0;
}

/* The data in a zip; a zip in it is none of ours. */
static int
read_data(struct run *run, struct input *in, const struct meta *own)
{
	const struct form *form;
	struct form_head head;
	int rc = look(run, in, own ? "observations" : NULL, &head, &form);

	head.own = own;
	if (rc == 0)
		rc = form && form->reads ? form->reads(run, in, &head)
					 : refuse(run, &head);
	return input_close(in) < 0 ? -1 : rc;
}

static int
read_zip(struct run *run, struct input *in)
{
	struct zipin *z = zipin_open(in);
	const struct meta *own;
	struct input *data;
	int rc = -1;

	if (!z)
		return -1;
	data = bulk_data(run, z, &own);
	if (data)
		rc = read_data(run, data, own);
	zipin_close(z);
	return rc;
}

int
form_file(struct run *run, const char *path)
{
	struct input *in = input_open(path);
	const struct form *form;
	struct form_head head;
	int rc;

	if (!in)
		return -1;
	rc = look(run, in, run->form, &head, &form);
	if (rc == 0 && form && !form->reads)
		return read_zip(run, in);
	if (rc == 0)
		rc = form ? form->reads(run, in, &head) : refuse(run, &head);
	return input_close(in) < 0 ? -1 : rc;
}
