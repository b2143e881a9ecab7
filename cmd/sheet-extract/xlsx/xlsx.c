#include "xlsx/xlsx.h"

#include <string.h>

#include "diag.h"
#include "cell/strings.h"
#include "cell/styles.h"
#include "mem.h"
#include "xlsx/opc.h"
#include "xlsx/rich.h"
#include "xmlrun.h"
#include "xlsx/xsd.h"

struct loader {
	struct book *book;
	struct xmlin *xml;
	const struct relations *relations;
	const char *part;
	const char *ns, *ns_strict;
	const char *workbook, *properties, *date1904, *sheet, *name, *state,
	    *id;
	bool seen; /* a <workbook> */
};

static enum sheet_state
state_of(const struct text *t)
{
	if (t != NULL && text_is(*t, "hidden"))
		return SHEET_HIDDEN;
	if (t != NULL && text_is(*t, "veryHidden"))
		return SHEET_VERY_HIDDEN;
	return SHEET_VISIBLE;
}

/* r:id, in the namespace of relations of either edition. */
static const struct text *
relation_id(const struct loader *l, const struct xml_attribute *attrs,
	    size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (attrs[i].local == l->id && attrs[i].ns[0] != '\0')
			return &attrs[i].value;
	return NULL;
}

static void
add_sheet(struct loader *l, const struct xml_attribute *attrs, size_t count)
{
	const struct text *name = xmlin_attribute(attrs, count, l->name);
	const struct text *id = relation_id(l, attrs, count);
	const struct relation *r = NULL;
	struct buffer buf = {0};
	if (name != NULL)
		cell_add(&buf, name->s, name->n);
	rich_end_string(&buf, 0, true);
	struct sheet *s = sheets_add(l->book, buffer_view(&buf));
	buffer_free(&buf);
	if (s == NULL) {
		xmlin_stop(l->xml);
		return;
	}
	s->state = state_of(xmlin_attribute(attrs, count, l->state));
	s->part = "";
	if (id == NULL)
		return;
	r = opc_by_id(l->relations, arena_string(l->book->arena, id->s, id->n));
	if (r != NULL) {
		s->type = r->type;
		s->part = r->target;
	}
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct loader *l = ctx;
	if (ns != l->ns && ns != l->ns_strict)
		return;
	if (local == l->workbook)
		l->seen = true;
	else if (local == l->properties)
		l->book->from_1904 =
		    xsd_is_true(xmlin_attribute(attrs, count, l->date1904));
	else if (local == l->sheet)
		add_sheet(l, attrs, count);
}

static int
parse_workbook(struct loader *l, struct input *in)
{
	static const struct xml_handlers handlers = {on_start, NULL, NULL};
	if (in == NULL)
		return -1;
	struct xmlin *x = xmlin_new(input_name(in), &handlers, l);
	l->xml = x;
	l->ns = xmlin_intern(x, XLSX_NS);
	l->ns_strict = xmlin_intern(x, XLSX_NS_STRICT);
	l->workbook = xmlin_intern(x, "workbook");
	l->properties = xmlin_intern(x, "workbookPr");
	l->date1904 = xmlin_intern(x, "date1904");
	l->sheet = xmlin_intern(x, "sheet");
	l->name = xmlin_intern(x, "name");
	l->state = xmlin_intern(x, "state");
	l->id = xmlin_intern(x, "id");
	int rc = xmlrun(x, in, NULL);
	xmlin_free(x);
	if (input_close(in) < 0)
		return -1;
	if (rc == 0 && !l->seen)
		return diag_fail_at(l->book->name, 0,
				    "an Office document that is no workbook, "
				    "expected .xlsx, .xls or .ods");
	return rc;
}

/* The styles part. */
struct stylesheet {
	struct styles *styles;
	const char *format, *list, *style, *id, *code;
	bool inside; /* <cellXfs> */
};

static void
on_style(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct stylesheet *l = ctx;
	const struct text *id = xmlin_attribute(attrs, count, l->id), *code;
	(void)ns;
	if (local == l->list) {
		l->inside = true;
	} else if (local == l->format) {
		code = xmlin_attribute(attrs, count, l->code);
		if (id != NULL && code != NULL)
			styles_add_format(l->styles, xsd_whole(id, 0), *code);
	} else if (l->inside && local == l->style) {
		styles_add(l->styles, xsd_whole(id, 0));
	}
}

static void
on_style_end(void *ctx, const char *local, const char *ns)
{
	struct stylesheet *l = ctx;
	(void)ns;
	if (local == l->list)
		l->inside = false;
}

/* Closes in, which may be NULL when that failed. */
static int
load_styles(struct book *b, struct input *in)
{
	static const struct xml_handlers handlers = {on_style, on_style_end,
						     NULL};
	if (in == NULL)
		return -1;
	struct stylesheet l = {.styles = b->styles = styles_new()};
	struct xmlin *x = xmlin_new(input_name(in), &handlers, &l);
	l.format = xmlin_intern(x, "numFmt");
	l.list = xmlin_intern(x, "cellXfs");
	l.style = xmlin_intern(x, "xf");
	l.id = xmlin_intern(x, "numFmtId");
	l.code = xmlin_intern(x, "formatCode");
	int rc = xmlrun(x, in, NULL);
	xmlin_free(x);
	styles_settle(b->styles);
	return input_close(in) < 0 ? -1 : rc;
}

/* The shared strings part. The counts it declares are not believed. */
struct table {
	struct strings *strings;
	struct xmlin *xml;
	const char *name;
	const char *item;
	struct rich rich;
	bool inside;
};

static void
on_string(void *ctx, const char *local, const char *ns,
	  const struct xml_attribute *attrs, size_t count)
{
	struct table *l = ctx;
	(void)ns;
	if (l->inside) {
		rich_start(&l->rich, local, attrs, count);
	} else if (local == l->item) {
		l->inside = true;
		rich_clear(&l->rich);
	}
}

static void
on_string_end(void *ctx, const char *local, const char *ns)
{
	struct table *l = ctx;
	(void)ns;
	if (!l->inside)
		return;
	if (local != l->item || l->rich.skip > 0) {
		rich_end(&l->rich, local);
		return;
	}
	l->inside = false;
	if (cell_is_full(&l->rich.text)) {
		diag_fail_at(l->name, 0, "a string of more than 1 MiB");
		xmlin_stop(l->xml);
		return;
	}
	strings_add(l->strings, buffer_view(&l->rich.text));
}

static void
on_string_text(void *ctx, const char *p, size_t n)
{
	struct table *l = ctx;
	if (l->inside)
		rich_text(&l->rich, p, n);
}

/* Closes in, which may be NULL when that failed. */
static int
load_strings(struct book *b, struct input *in)
{
	static const struct xml_handlers handlers = {on_string, on_string_end,
						     on_string_text};
	if (in == NULL)
		return -1;
	struct table l = {.strings = b->strings = strings_new()};
	l.name = input_name(in);
	l.xml = xmlin_new(l.name, &handlers, &l);
	l.item = xmlin_intern(l.xml, "si");
	rich_init(&l.rich, l.xml);
	int rc = xmlrun(l.xml, in, NULL);
	rich_free(&l.rich);
	xmlin_free(l.xml);
	return input_close(in) < 0 ? -1 : rc;
}

/* The entry of the part that stands in this relation: 1, 0 when there is
 * none, -1 when it is named but not there. */
static int
find_related(const struct book *b, const struct relations *r, const char *type,
	     long *entry)
{
	const struct relation *found = opc_by_type(r, type);
	if (found == NULL || found->target[0] == '\0')
		return 0;
	*entry = opc_find(b->zip, found->target);
	if (*entry < 0)
		return diag_fail_at(b->name, 0, "part %s is not in the file",
				    found->target);
	return 1;
}

static int
load_tables(struct book *b, const struct relations *r)
{
	long entry;
	int rc = find_related(b, r, "styles", &entry);
	if (rc > 0)
		rc = load_styles(b, zipin_input(b->zip, (size_t)entry));
	if (rc < 0)
		return -1;
	rc = find_related(b, r, "sharedStrings", &entry);
	if (rc > 0)
		rc = load_strings(b, zipin_input(b->zip, (size_t)entry));
	return rc < 0 ? -1 : 0;
}

static int
fail_no_workbook(const struct book *b)
{
	if (zipin_find(b->zip, "Index/Document.iwa") >= 0 ||
	    zipin_find(b->zip, "Index.zip") >= 0)
		return diag_fail_at(b->name, 0,
				    "a workbook of Apple Numbers: export it as "
				    "Excel (.xlsx)");
	if (zipin_find(b->zip, "[Content_Types].xml") < 0)
		return diag_fail_at(b->name, 0,
				    "a zip archive that is no workbook, "
				    "expected .xlsx, .xls or .ods");
	return diag_fail_at(b->name, 0,
			    "an Office document that is no workbook, "
			    "expected .xlsx, .xls or .ods");
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);
	return n >= k && strcmp(s + n - k, end) == 0;
}

int
xlsx_load(struct book *b)
{
	struct relations root, relations;
	long entry = -1;
	if (opc_relations(b->zip, "", b->arena, &root) < 0)
		return -1;
	int rc = find_related(b, &root, "officeDocument", &entry);
	if (rc <= 0)
		return rc < 0 ? -1 : fail_no_workbook(b);
	const char *part = zipin_entry_name(b->zip, (size_t)entry);
	if (ends_with(part, ".bin"))
		return diag_fail_at(b->name, 0,
				    "a binary workbook (.xlsb): save it as "
				    ".xlsx");
	if (opc_relations(b->zip, part, b->arena, &relations) < 0)
		return -1;
	struct loader l = {.book = b, .relations = &relations, .part = part};
	if (parse_workbook(&l, zipin_input(b->zip, (size_t)entry)) < 0)
		return -1;
	return load_tables(b, &relations);
}
