/* The plan register (plannen.csv, contracts.md) as code: its columns, how a
 * row is read and refused, and which rows count. Every tool reads it here, so
 * that there is one verdict: what plan-normalize never writes is refused by
 * file, row, column and word. Several registers of one run are read one after
 * the other and make one set of plans. Rows stream. */
#ifndef REGISTER_H
#define REGISTER_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "planset.h"
#include "text.h"

/* In the order they are written. */
#define REGISTER_COLUMNS(X)                       \
	X(GEMEENTE, "gemeente")                   \
	X(PLAN_ID, "plan_id")                     \
	X(PLAN_NAAM, "plan_naam")                 \
	X(FASE_ID, "fase_id")                     \
	X(PLANSTATUS, "planstatus")               \
	X(HARDHEID, "hardheid")                   \
	X(PROJECTFASE, "projectfase")             \
	X(PLANTYPE, "plantype")                   \
	X(OPDRACHTGEVER, "opdrachtgever")         \
	X(GEBIED, "gebied")                       \
	X(KNELPUNTEN, "knelpunten")               \
	X(VERTROUWELIJKHEID, "vertrouwelijkheid") \
	X(SLEUTELPROJECT, "sleutelproject")       \
	X(JAAR_VAN, "jaar_van")                   \
	X(JAAR_TOT, "jaar_tot")                   \
	X(SOORT, "soort")                         \
	X(DIMENSIE, "dimensie")                   \
	X(CATEGORIE, "categorie")                 \
	X(AANTAL, "aantal")                       \
	X(HERKOMST, "herkomst")                   \
	X(PEILDATUM, "peildatum")                 \
	X(LEVERING, "levering")                   \
	X(BRON_RIJ, "bron_rij")                   \
	X(BRON_KOLOM, "bron_kolom")               \
	X(TELLING, "telling")                     \
	X(AANTAL_LAAG, "aantal_laag")             \
	X(AANTAL_HOOG, "aantal_hoog")             \
	X(BOS_HA, "bos_ha")

#define REGISTER_COLUMN(word, name) REGISTER_##word,
enum register_column { REGISTER_COLUMNS(REGISTER_COLUMN) REGISTER_WIDTH };
#undef REGISTER_COLUMN

/* Registers of before have only the columns before this one. */
#define REGISTER_OPTIONAL REGISTER_TELLING

const char *register_column_name(enum register_column c);
/* Those that hold numbers, for csvout_numbers. */
#define REGISTER_NUMBERS \
	"jaar_van jaar_tot aantal bron_rij aantal_laag aantal_hoog bos_ha"

struct registers;

struct registers *registers_new(void);
void registers_free(struct registers *r);
/* Opens the next register ("-" is standard input) and reads its header; the
 * one before it was read to its end, or registers_close was called. 0, or -1
 * with the message given. */
int registers_open(struct registers *r, const char *path);
/* From here on every row is handed on, whatever was there before, and a number
 * or year that is none is left out: of files of rows that count nowhere, as
 * plan-normalize --rejected writes. */
void registers_loose(struct registers *r);
/* The next row that counts: 1, 0 at the end, -1 with the message given. What
 * stands twice is passed over, and told by registers_tell. The texts of the
 * row, trimmed, are valid until the next. */
int registers_next(struct registers *r, struct plan_row *row);
/* 0, or -1 when closing found an error. Nothing when none is open. */
int registers_close(struct registers *r);
/* As the user named the register opened last; lives as long as r. */
const char *registers_name(const struct registers *r);
/* A column of the current row, trimmed; empty where the register is without. */
struct text registers_field(const struct registers *r, enum register_column c);
/* Where it stands, for a finding; and a refusal of the row for it: "column C:
 * 'WORD' found, EXPECTED expected". Returns -1. */
struct finding_place registers_place(const struct registers *r,
				     enum register_column c);
int registers_fail(const struct registers *r, enum register_column c,
		   const char *expected);
/* The plan may be shown as a plan: its vertrouwelijkheid is Openbaar. */
bool registers_public(const struct registers *r);
/* The plans so far; rows read of all registers, and how many of these were
 * passed over because they stood there before. */
const struct planset *registers_plans(const struct registers *r);
size_t registers_rows(const struct registers *r);
size_t registers_again(const struct registers *r);
/* After the last: lets go of what only reading needs (planset_forget). */
void registers_forget(struct registers *r);
/* After the last: what stood twice (R001, R002), numbers with the residue of a
 * workbook (R003) and trimmed values (R004), the latter two as info. */
void registers_tell(const struct registers *r, struct findings *f);
/* The same on the standard error, of a tool whose findings are of other things:
 * its exit status does not follow from these. */
void registers_say(const struct registers *r);

#endif
