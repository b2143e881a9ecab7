/* The observations, held by region, year and subject: net growth and its
 * parts, of dwellings only (gebruiksfunctie A045364, where that column is),
 * in years, months and quarters. Other rows are passed over. */
#ifndef WAARNEMING_H
#define WAARNEMING_H

#include <stdbool.h>
#include <stdint.h>

#include "csvin.h"
#include "ground/frame.h"

enum onderwerp {
	SALDO,
	NIEUWBOUW,
	OVERIGE_TOEVOEGING,
	SLOOP,
	OVERIGE_ONTTREKKING,
	CORRECTIE,
	ONDERWERPEN
};

/* From firm to weak: what is computed from several takes the weakest. */
enum status { DEFINITIEF, NADER_VOORLOPIG, VOORLOPIG, STATUS_ONBEKEND };

/* Places within a year: the year itself, twelve months, four quarters. */
enum plek { PLEK_JAAR = 0, PLEK_MAAND = 1, PLEK_KWARTAAL = 13, PLEKKEN = 17 };

struct cel {
	int64_t waarde;
	size_t rij; /* physical row it came from; 0: there is no such row */
	const char *tabel; /* where CBS has it; empty when not known */
	bool bekend;	   /* false: the row has no value */
	enum status status;
};

struct waarnemingen;

/* Reads all of r. k gives regions, those of areas too, and years; its reference
 * date may be set later. Two rows for one cell are an error that names both.
 * NULL on failure, message given. */
struct waarnemingen *waarnemingen_load(struct csvin *r, struct kader *k);
void waarnemingen_free(struct waarnemingen *w);
/* The cell of region i (in the whole list), or place kader_gebiedsregio. */
const struct cel *waarnemingen_cel(const struct waarnemingen *w, size_t i,
				   int year, enum onderwerp o, int plek);
/* The first day after the last whole year of growth of any municipality, or
 * with `maand` after its last unbroken month; when the years have none, after
 * the last whole year of the ten before them. False when there is none. */
bool waarnemingen_eind(const struct waarnemingen *w, bool maand, int32_t *out);
/* How the file is called in messages. */
const char *waarnemingen_name(const struct waarnemingen *w);
const char *onderwerp_name(enum onderwerp o);
const char *status_name(enum status s);

#endif
