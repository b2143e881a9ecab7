/* Findings: bad or remarkable values, each with its place, counted by rule.
 * One line on stderr (English, the first few per rule), one row in the
 * findings file (Dutch, all of them):
 * bestand,rij,kolom,kolomnaam,code,ernst,waarde,melding */
#ifndef FINDING_H
#define FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"
#include "text.h"

/* A rule of a tool. In both sentences {0}..{9} stand for arguments. Dutch
 * says what to do, too. */
struct finding_rule {
	const char *code; /* "E022" */
	enum severity severity;
	const char *english;
	const char *dutch;
};

/* Where it is. Empty or 0 for what does not apply. */
struct finding_place {
	const char *file;  /* as the user named it, or a sheet: F.xlsx:Blad */
	size_t record;	   /* counts records, header 1: Excel's row */
	size_t row;	   /* physical line, for stderr; 0: use record */
	size_t column;	   /* from 1; 0: none */
	struct text name;  /* the column's name */
	struct text value; /* the value found */
};

struct findings;

/* path: the findings file, or NULL for none. NULL on failure. */
struct findings *findings_open(const char *path);
/* On stderr after diag_messages() of a rule only "... and N more like this",
 * at findings_finish. args: what {0}.. stand for, count of them. */
void finding_add(struct findings *f, const struct finding_rule *rule,
		 const struct finding_place *place, const struct text *args,
		 size_t count);
size_t findings_count(const struct findings *f, enum severity at_least);
/* The output behind the findings file, to commit with the others; NULL when
 * there is none. Prints "... and N more" lines. Call once, before commit. */
struct output *findings_finish(struct findings *f);
/* EXIT_FINDINGS when any is at or above the threshold, else EXIT_FINE. */
enum exit_status findings_status(const struct findings *f,
				 enum severity fail_on);
/* "error" or "warning" (--fail-on) as severity; NULL is the default, error. */
enum severity findings_threshold(const char *word);
/* Frees, and discards the output when findings_finish was not called. */
void findings_free(struct findings *f);

#endif
