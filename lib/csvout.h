/* CSV out: comma, LF, minimal quoting, fixed width (the header's). Or, for the
 * output that the options --table and --json are of, a table for people
 * (csvtable.h) or JSON (jsonout.h). Errors stick in the output and are told at
 * commit. */
#ifndef CSVOUT_H
#define CSVOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "num.h"
#include "output.h"
#include "text.h"

struct csvout;

/* CSVOUT_ASKED: as --table and --json say (outform.h). */
enum csvout_form { CSVOUT_CSV, CSVOUT_ASKED };

/* Writes to `o`, which stays the caller's. */
struct csvout *csvout_new(struct output *o, enum csvout_form form);
/* Before the first record, for feeds in other dialects: default ','. */
void csvout_delimiter(struct csvout *w, char delimiter);
/* Before the header: which columns hold numbers, names with a blank between;
 * one that the header lacks is passed over. Lives as long as w. JSON has their
 * cells as numbers, a table has them to the right. */
void csvout_numbers(struct csvout *w, const char *names);
/* A field of the header, of a column that holds numbers: for names that the
 * data make. */
void csvout_number_name(struct csvout *w, struct text name);
/* Field by field, then csvout_end. The first record is the header; a record
 * of another width is a programming mistake (assert). */
void csvout_text(struct csvout *w, struct text t);
void csvout_string(struct csvout *w, const char *s); /* NULL: empty */
void csvout_int(struct csvout *w, int64_t v);
void csvout_num(struct csvout *w, struct num v);
void csvout_empty(struct csvout *w);
void csvout_end(struct csvout *w);
/* A whole record at once, the fast way. plain: no field needs quoting
 * (csvin_plain). */
void csvout_record(struct csvout *w, const struct text *fields, size_t count,
		   bool plain);
/* The fastest way, for who keeps ready-made text of fields: room for n bytes,
 * then the number of them that were filled, with so many whole records of
 * CSV, on trust: of the header's width, quoted where need be, each ended by
 * LF. Nothing else is called between the two. Not after csvout_delimiter
 * (assert). */
char *csvout_room(struct csvout *w, size_t n);
void csvout_filled(struct csvout *w, size_t n, size_t records);
/* t as it is in a record of several fields, in quotes where need be, put at p,
 * which has room for 2 * t.n + 2 bytes. Returns the place behind. */
char *csvout_quote(const struct csvout *w, char *p, struct text t);
/* Records written so far, the header included. */
size_t csvout_records(const struct csvout *w);
/* Writes what a view holds back and frees w. The caller then commits the
 * output. */
void csvout_finish(struct csvout *w);

#endif
