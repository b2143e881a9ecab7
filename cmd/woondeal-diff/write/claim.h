/* What somebody published, from a file bewering,regio,jaar_van,jaar_tot,
 * kolom,woord,waarde,peildatum,bron. */
#ifndef BEWERING_H
#define BEWERING_H

#include "ground/frame.h"
#include "stand/measure.h"
#include "table.h"

/* How the number was put. */
enum woord { PRECIES, RUIM, BIJNA, ONGEVEER, ONDER, BOVEN };

struct bewering {
	struct text tekst; /* lives with the table, as all texts */
	struct text bron;
	struct text waarde;
	size_t regio;	  /* index in the whole list */
	struct span span; /* all years of the stand when none are given */
	const struct maat *maat;
	enum woord woord;
	struct num getal;
	int decimalen; /* as written */
	long gemeente; /* MAAT_GEMEENTE: its number */
	bool heeft_datum;
	int32_t datum; /* growth before it; else that of the stand */
	size_t rij;    /* physical row */
};

struct beweringen {
	struct table *table;
	struct bewering *list;
	size_t count;
};

/* 0, or -1 with the message given. Free in both cases. */
int beweringen_load(struct beweringen *b, const struct kader *k,
		    const char *path);
void beweringen_free(struct beweringen *b);

#endif
