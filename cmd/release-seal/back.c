#include "back.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "files.h"
#include "journal.h"
#include "manifest.h"
#include "publish.h"
#include "table.h"

static int
check_said(const char *option, const char *s)
{
	for (const char *c = s; *c; c++)
		if (iscntrl((unsigned char)*c))
			return diag_fail("--%s: one line of text", option);
	return *s ? 0 : diag_fail("--%s: is empty", option);
}

static int
check_moment(const struct back *b)
{
	if (check_said("who", b->who) < 0 || check_said("why", b->why) < 0)
		return -1;
	return journal_moment(b->moment)
		   ? 0
		   : diag_fail("--when: \"%s\", expected a time as "
			       "2026-11-30T12:00:00Z",
			       b->moment);
}

/* Its name is that of its run, or RUN-2. */
static int
check_name(const struct manifest *m, const char *path, const char *name)
{
	const char *rest;
	char show[TEXT_SHOW];

	if (text_starts(text_of(name), m->run.s)) {
		rest = name + m->run.n;
		if (*rest == '\0' ||
		    (*rest == '-' && rest[1] &&
		     rest[1 + strspn(rest + 1, "0123456789")] == '\0'))
			return 0;
	}
	return diag_fail("%s: its manifest is of the run %s", path,
			 text_show(m->run, show));
}

static int
check_release(const struct back *b)
{
	char *path = files_path(b->out, b->name);
	struct manifest m;
	int rc = manifest_load(&m, path);

	if (rc == 0)
		rc = check_name(&m, path, b->name);
	if (rc == 0)
		rc = manifest_check(&m, path);
	manifest_free(&m);
	free(path);
	return rc;
}

static int
turn(const struct back *b, const char *old)
{
	struct journal_entry e = {b->moment, old ? "terug" : "hersteld",
				  old,	     b->name,
				  b->who,    b->why};
	int rc = journal_add(b->out, &e);

	if (rc == 0 && (rc = publish_turn(b->out, b->name)) < 0) {
		e.act = "mislukt";
		journal_add(b->out, &e);
	}
	return rc;
}

int
back_turn(const struct back *b)
{
	char *old;
	int rc;

	if (check_moment(b) < 0)
		return -1;
	if (*b->name == '.' || strchr(b->name, '/'))
		return diag_fail("\"%s\": expected the name of a release",
				 b->name);
	old = publish_current(b->out);
	if (old && strcmp(old, b->name) == 0)
		rc = diag_fail("%s: is %s/current already", b->name, b->out);
	else
		rc = check_release(b);
	if (rc == 0) {
		publish_hold_signals(true);
		rc = turn(b, old);
		publish_hold_signals(false);
	}
	free(old);
	return rc;
}

int
back_lift(const struct back *b)
{
	struct journal_entry e = {b->moment, "vrij", NULL,
				  NULL,	     b->who, b->why};
	struct journal_hold *hold = NULL;
	char *current;
	int rc = check_moment(b);

	if (rc < 0)
		return rc;
	current = publish_current(b->out);
	rc = journal_hold(&hold, b->out, current);
	e.from = current;
	if (rc == 0 && !hold)
		rc = diag_fail("%s: nobody turned back to what is current: "
			       "nothing holds the next night",
			       b->out);
	if (rc == 0)
		rc = journal_add(b->out, &e);
	journal_hold_free(hold);
	free(current);
	return rc;
}

/* 1: an error is among the findings of the release. */
static int
has_errors(const char *folder)
{
	static const char *const ernst[] = {"ernst"};
	char *path = files_path(folder, "bevindingen.csv");
	struct table *t = NULL;
	int rc = 0;

	if (access(path, F_OK) == 0) {
		t = table_load(path, ernst, 1);
		rc = t ? 0 : -1;
	}
	for (size_t i = 0; t && i < table_rows(t); i++)
		if (text_is(table_cell(t, i, 0), "fout"))
			rc = 1;
	table_free(t);
	free(path);
	return rc;
}

static int
refuse(const struct journal_hold *h, const char *current, const char *what)
{
	return diag_fail("a roll-back to %s is in force (%s: %s), and %s; "
			 "--lift ends it",
			 current, journal_who(h), journal_why(h), what);
}

int
back_allows(const char *out, const char *run, const char *folder, bool *held)
{
	char *current = publish_current(out);
	struct journal_hold *h;
	int rc = journal_hold(&h, out, current);

	*held = h != NULL;
	if (h && journal_withdrawn(h, text_of(run)))
		rc = refuse(h, current, "this is the run that was taken back");
	else if (h && (rc = has_errors(folder)) == 1)
		rc = refuse(h, current,
			    "this run has errors among its "
			    "findings");
	journal_hold_free(h);
	free(current);
	return rc;
}

void
back_passed(const char *out, const char *old, const char *name,
	    const char *moment)
{
	struct journal_entry e = {moment, "vooruit",	  old,
				  name,	  "release-seal", "a good night"};

	if (journal_add(out, &e) < 0)
		diag_warn("%s: is current, and the roll-back before it is "
			  "not closed in the journal",
			  name);
}
