#include "ods/ods.h"

#include <string.h>

#include "diag.h"
#include "ods/odscontent.h"
#include "xmlrun.h"

#define MIME "application/vnd.oasis.opendocument."

/* The mimetype entry, "" when there is none. */
static int
read_mime(struct zipin *zip, char *buf, size_t cap)
{
	long i = zipin_find(zip, "mimetype");
	buf[0] = '\0';
	if (i < 0)
		return 0;
	struct input *in = zipin_input(zip, (size_t)i);
	if (in == NULL)
		return -1;
	size_t got = 0;
	ssize_t n = 1;
	while (got < cap - 1 &&
	       (n = input_read(in, buf + got, cap - 1 - got)) > 0)
		got += (size_t)n;
	buf[got] = '\0';
	return input_close(in) < 0 || n < 0 ? -1 : 0;
}

bool
ods_is(const struct zipin *zip)
{
	return zipin_find(zip, "[Content_Types].xml") < 0 &&
	       zipin_find(zip, "content.xml") >= 0;
}

static void
on_manifest(void *ctx, const char *local, const char *ns,
	    const struct xml_attribute *attrs, size_t count)
{
	(void)ns;
	(void)attrs;
	(void)count;
	if (strcmp(local, "encryption-data") == 0)
		*(bool *)ctx = true;
}

/* OpenDocument encrypts parts by itself; the manifest says so, not the zip. */
static int
check_encryption(const struct book *b)
{
	static const struct xml_handlers handlers = {on_manifest, NULL, NULL};
	bool encrypted = false;
	long i = zipin_find(b->zip, "META-INF/manifest.xml");
	if (i < 0)
		return 0;
	struct input *in = zipin_input(b->zip, (size_t)i);
	if (in == NULL)
		return -1;
	struct xmlin *x = xmlin_new(input_name(in), &handlers, &encrypted);
	int rc = xmlrun(x, in, NULL);
	xmlin_free(x);
	if (input_close(in) < 0 || rc < 0)
		return -1;
	if (encrypted)
		return diag_fail_at(b->name, 0,
				    "an encrypted workbook, save it without a "
				    "password");
	return 0;
}

int
ods_load(struct book *b)
{
	char mime[80];
	if (read_mime(b->zip, mime, sizeof(mime)) < 0)
		return -1;
	if (mime[0] != '\0' && strncmp(mime, MIME "spreadsheet",
				       sizeof(MIME "spreadsheet") - 1) != 0)
		return diag_fail_at(b->name, 0,
				    "an OpenDocument file that is no "
				    "spreadsheet");
	if (check_encryption(b) < 0)
		return -1;
	b->content = zipin_find(b->zip, "content.xml");
	return odscontent_list(b);
}

int
ods_read(struct book *b, size_t i, const struct sheet_handler *h, void *ctx)
{
	return odscontent_read(b, i, h, ctx);
}
