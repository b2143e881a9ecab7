/* The rules of sheet-extract: what a reader of the CSV cannot see. */
#ifndef RULES_H
#define RULES_H

#include "book.h"
#include "finding.h"
#include "sheet/survey.h"

/* Each: what it is called here, its code, its severity, what stderr says and
 * what the findings file says, in which {0} and {1} stand for texts. */
/* clang-format off */
#define RULES(X) \
	X(SHEET_HIDDEN, "S001", WARNING, \
	  "the sheet is {0}", \
	  "het blad is verborgen ({1}); vraag of het bedoeld is") \
	X(OTHER_HIDDEN, "S002", INFO, \
	  "the workbook also has a hidden sheet, number {0}", \
	  "de werkmap heeft ook een verborgen blad, nummer {0}") \
	X(ROWS_HIDDEN, "S003", WARNING, \
	  "hidden rows: {0}", \
	  "verborgen rijen: {0}; kijk of ze meetellen") \
	X(COLUMNS_HIDDEN, "S004", WARNING, \
	  "hidden columns: {0}", \
	  "verborgen kolommen: {0}; kijk of ze meetellen") \
	X(MERGED, "S005", INFO, \
	  "{0} is one merged cell", \
	  "{0} is een samengevoegde cel; --fill-merged herhaalt de " \
	  "waarde") \
	X(UNCACHED, "S006", ERROR, \
	  "a formula without a stored value, left empty", \
	  "formule zonder bewaarde waarde, leeg gelaten; open en " \
	  "bewaar de werkmap in Excel") \
	X(ERROR, "S007", WARNING, \
	  "an error value", \
	  "foutwaarde in de werkmap; herstel de formule") \
	X(BAD_DATE, "S008", WARNING, \
	  "a number in a date format that is no date, kept as the " \
	  "number", \
	  "getal met datumopmaak dat geen datum is, als getal " \
	  "overgenomen") \
	X(LEAP_BUG, "S009", WARNING, \
	  "29 February 1900 never was (serial 60)", \
	  "29 februari 1900 heeft nooit bestaan (dag 60 van Excel)") \
	X(TEXT_DATE, "S010", INFO, \
	  "a date stored as text", \
	  "datum die als tekst is ingevoerd, ongewijzigd overgenomen") \
	X(CUT_OFF, "S011", WARNING, \
	  "{0} characters, the most a cell can hold: cut off?", \
	  "{0} tekens, het meeste dat in een cel past; waarschijnlijk " \
	  "afgekapt") \
	X(EMPTY, "S012", WARNING, \
	  "the sheet has no values, nor has another", \
	  "het blad heeft geen waarden, en een ander ook niet") \
	X(EMPTY_HERE, "S012", WARNING, \
	  "the sheet has no values; give -s one that has: {0}", \
	  "het blad heeft geen waarden; wel gevuld: {0}") \
	X(EMPTY_RANGE, "S012", WARNING, \
	  "nothing in the range: the sheet goes up to {0}", \
	  "niets in het bereik: het blad gaat tot {0}") \
	X(UNSHOWN, "S015", WARNING, \
	  "a text that Excel does not show, left empty", \
	  "tekst die Excel niet toont, leeg gelaten") \
	X(NO_DATE, "S016", ERROR, \
	  "no day of the calendar as yyyy-mm-dd, nor a time as hh:mm, kept " \
	  "as it stands; correct the cell", \
	  "geen dag van de kalender als jjjj-mm-dd en geen tijd als uu:mm, " \
	  "overgenomen zoals het er staat; verbeter de cel") \
	X(NO_BOOLEAN, "S017", ERROR, \
	  "neither true nor false, kept as it stands; correct the cell", \
	  "waar noch onwaar, overgenomen zoals het er staat; verbeter de " \
	  "cel") \
	X(NO_NUMBER, "S018", ERROR, \
	  "not a number, kept as it stands; correct the cell", \
	  "geen getal, overgenomen zoals het er staat; verbeter de cel") \
	X(NO_STYLE, "S019", ERROR, \
	  "a style that the workbook does not have, read without it; see " \
	  "whether it is a date", \
	  "opmaak die de werkmap niet heeft, zonder opmaak gelezen; kijk " \
	  "of het een datum is") \
	X(NO_TYPE, "S020", ERROR, \
	  "a cell of an unknown type, kept as it stands; open and save the " \
	  "workbook in Excel", \
	  "cel van een onbekende soort, overgenomen zoals het er staat; open " \
	  "en bewaar de werkmap in Excel") \
	X(NO_STRING, "S021", ERROR, \
	  "number of a shared string that is not there, kept as it stands; " \
	  "correct the cell", \
	  "nummer van een gedeelde tekst die er niet is, overgenomen zoals " \
	  "het er staat; verbeter de cel") \
	X(COVERED, "S022", WARNING, \
	  "a value under the merged cell {0}, which Excel does not show; " \
	  "clear it or split the cell", \
	  "waarde onder de samengevoegde cel {0}, in Excel niet te zien; " \
	  "maak haar leeg of splits de cel") \
	X(ZONED, "S023", INFO, \
	  "a date with a time zone, which is left off: the clock as written", \
	  "datum met een tijdzone, die is weggelaten: de klok zoals die er " \
	  "staat") \
	X(PERCENT, "S024", INFO, \
	  "numbers shown as percentages, written as they are (25% is 0.25), in " \
	  "columns: {0}", \
	  "getallen die als procenten worden getoond, in kolommen: {0}; " \
	  "overgenomen zoals ze zijn (25% is 0.25)") \
	X(RECORD, "S013", INFO, \
	  "row {0} is record {1}, and so on", \
	  "rij {0} is record {1} van de uitvoer, en zo verder") \
	X(COLUMN, "S014", INFO, \
	  "column {0} is column {1}, and so on", \
	  "kolom {0} is kolom {1} van de uitvoer, en zo verder")
/* clang-format on */

enum rule {
#define RULE_NAME(name, ...) RULE_##name,
	RULES(RULE_NAME)
#undef RULE_NAME
};

/* Where findings go, and about what. */
struct report {
	struct findings *findings;
	const struct book *book;
	size_t sheet;
	bool info; /* findings of severity info are wanted too */
};

/* What is to be said about a cell in itself, if anything. */
void rules_cell(const struct report *to, const struct cell *c);
/* What of the sheet is hidden or merged. */
void rules_sheet(const struct report *to, const struct survey *s);
/* Nothing was written. others: the sheets that do have values, as `2 "Data"`,
 * "" when there are none. */
void rules_empty(const struct report *to, const struct survey *s,
		 struct text others);
/* A value under a merged cell. */
void rules_covered(const struct report *to, const struct cell *c,
		   const struct range *merge);
/* Where the records and columns of the output come from: all from 0, but
 * record, which counts from 1. */
void rules_record(const struct report *to, size_t row, size_t record);
void rules_column(const struct report *to, size_t from, size_t until);

#endif
