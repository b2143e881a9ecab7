/* The rules behind the findings of cbs-extract, each with its code, severity,
 * scope and both sentences: a rule without one of them does not compile. */
#ifndef RULE_H
#define RULE_H

#include "finding.h"

/* One cause is one finding. EACH: every one is told, up to some number. COLUMN:
 * what every cell of a column may cause is told once a column, with how many
 * and the first rows; VALUE: likewise once a value in it. */
enum rule_scope { SCOPE_EACH, SCOPE_COLUMN, SCOPE_VALUE };

/* clang-format off */
#define RULES(X) \
	X(PERIOD, "C001", WARNING, COLUMN, \
	  "period {0} is not one of ours (year, half, quarter, month, " \
	  "week, day); kept as its key", \
	  "Periode {0} is geen jaar, halfjaar, kwartaal, maand, week of" \
	  " dag; de sleutel is ongewijzigd overgenomen.") \
	X(STATUS, "C002", WARNING, COLUMN, \
	  "status {0} of period {1} is not known; onbekend", \
	  "Status {0} van periode {1} is niet bekend; de status is " \
	  "onbekend. Vul de lijst van statussen aan.") \
	X(NUMBER, "C003", ERROR, COLUMN, \
	  "not a number and not a mark of CBS; left out (for a measure " \
	  "of text give its DataProperties with -M)", \
	  "Dit is geen getal en geen teken van het CBS; de waarneming " \
	  "is weggelaten. Geef bij tekstonderwerpen DataProperties mee " \
	  "met -M.") \
	X(ATTRIBUTE, "C004", WARNING, VALUE, \
	  "ValueAttribute {0} where None was expected", \
	  "ValueAttribute is {0} in plaats van None; ga na wat het CBS " \
	  "daarmee bedoelt.") \
	X(RENAMED, "C005", INFO, EACH, \
	  "dimension {0} becomes column {1}", \
	  "Dimensie {0} heet in de uitvoer {1}, omdat de naam te lang, " \
	  "gereserveerd of al in gebruik is.") \
	X(NEXT_PAGE, "C006", ERROR, EACH, \
	  "the feed of {0} goes on at {1}, which was not given; fetch " \
	  "the pages after this one", \
	  "De feed van {0} gaat verder op {1} en die pagina ontbreekt; " \
	  "haal de volgende pagina's ook op.") \
	X(ZERO, "C007", INFO, EACH, \
	  "a blank of {0} means 0 (DataProperties.Default); such cells " \
	  "became 0", \
	  "Een lege cel van {0} betekent 0 (DataProperties.Default); " \
	  "zulke cellen zijn 0 geworden.") \
	X(NO_KEY, "C008", ERROR, COLUMN, \
	  "no key in dimension {0}; the record is left out", \
	  "De sleutel van dimensie {0} ontbreekt; het record is " \
	  "weggelaten.") \
	X(UNLISTED, "C009", WARNING, COLUMN, \
	  "key {0} is not in the metadata of dimension {1}; are data " \
	  "and metadata of the same date?", \
	  "Sleutel {0} staat niet in de metadata van dimensie {1}; zijn" \
	  " data en metadata van dezelfde datum?") \
	X(NOTHING, "C010", WARNING, EACH, \
	  "there are no observations for {0}", \
	  "Er zijn geen waarnemingen voor {0}.") \
	X(SALDO, "C011", ERROR, EACH, \
	  "{0} {1}: nieuwbouw + overige toevoeging - sloop - overige " \
	  "onttrekking + correctie is {2}, but saldo is {3}", \
	  "{0} {1}: nieuwbouw + overige toevoeging - sloop - overige " \
	  "onttrekking + correctie is {2}, maar het saldo is {3}.") \
	X(END, "C012", WARNING, EACH, \
	  "{0} {1}: beginstand + saldo is {2}, but eindstand is {3}", \
	  "{0} {1}: beginstand + saldo is {2}, maar de eindstand is " \
	  "{3}.") \
	X(CHAIN, "C013", WARNING, EACH, \
	  "{0} {1}: eindstand of the period before is {2}, but " \
	  "beginstand is {3}", \
	  "{0} {1}: de eindstand van de periode ervoor is {2}, maar de " \
	  "beginstand is {3}.") \
	X(UNCHECKED, "C014", WARNING, EACH, \
	  "nothing of {0} could be checked: beginstand, saldo and " \
	  "eindstand of a cell must follow each other", \
	  "Van {0} was niets te controleren: beginstand, saldo en " \
	  "eindstand van een cel moeten op elkaar volgen.") \
	X(LABEL, "C015", ERROR, COLUMN, \
	  "not the label of one code of dimension {0} in the metadata; " \
	  "the record is left out", \
	  "Dit is niet de naam van precies een code van dimensie {0} in" \
	  " de metadata; het record is weggelaten.") \
	X(EDITION, "C016", WARNING, EACH, \
	  "{0} {1} {2}: {3} has {4}, the older {5} has {6}; the newer " \
	  "is taken", \
	  "{0} {1} {2}: {3} heeft {4}, de oudere tabel {5} heeft {6}; " \
	  "de nieuwe is overgenomen.") \
	X(PAGE_TWICE, "C017", ERROR, EACH, \
	  "records {1} to {2} of {0} overlap those of a page before; is" \
	  " a page given twice?", \
	  "De records {1} tot en met {2} van {0} overlappen met een " \
	  "eerdere pagina; is een pagina twee keer opgegeven?") \
	X(TEXT, "C018", INFO, COLUMN, \
	  "measure {0} holds texts; they are written as they are", \
	  "Onderwerp {0} bevat teksten; die zijn ongewijzigd overgenomen.") \
	X(BY_ORDER, "C019", WARNING, COLUMN, \
	  "several codes of {0} have this name; taken in the order of " \
	  "the metadata, as no other column says which it is", \
	  "Deze naam hebben meer codes van {0}; gekozen is naar de " \
	  "volgorde van de metadata, want geen andere kolom zegt welke " \
	  "het is.") \
	X(STRAY_TABLE, "C020", WARNING, EACH, \
	  "the metadata given with -M are of {0}, but the data of {1}: " \
	  "they are not used", \
	  "De metadata die met -M zijn gegeven zijn van {0}, maar de " \
	  "data van {1}; ze zijn niet gebruikt.") \
	X(STRAY_CODES, "C021", WARNING, EACH, \
	  "the metadata list codes of {0}, but the data have the " \
	  "dimensions {1}; is the file named after its dimension?", \
	  "De metadata geven codes van {0}, maar de data hebben de " \
	  "dimensies {1}; heet het bestand naar zijn dimensie?") \
	X(CELL_TWICE, "C022", ERROR, COLUMN, \
	  "a cell of {0} that was there before; is a file given twice?", \
	  "Een cel van {0} die er al was; is een bestand twee keer " \
	  "opgegeven?") \
	X(PART, "C023", WARNING, COLUMN, \
	  "{0} has no sum where a part has no value ({1}: {2})", \
	  "{0} heeft geen som waar een deel geen waarde heeft ({1}: {2}).") \
	X(BREAK, "C024", WARNING, COLUMN, \
	  "a break: {0} {1} begins in {2} with {3}, where {4} ended with " \
	  "{5}: the two count otherwise", \
	  "Trendbreuk: {0} {1} begint in {2} met {3}, waar {4} eindigde " \
	  "met {5}; de twee tabellen tellen anders.")
/* clang-format on */

enum rule {
#define RULE_NAME(name, code, severity, scope, english, dutch) RULE_##name,
	RULES(RULE_NAME)
#undef RULE_NAME
};

#endif
