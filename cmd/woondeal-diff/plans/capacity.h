/* Plan capacity in net dwellings (bouw - sloop), from the year of the
 * reference date on, per municipality, year and hardheid: hard, zacht and
 * onbekend are three values everywhere and are never added to each other.
 * A bucket of years stays a bucket. */
#ifndef CAPACITEIT_H
#define CAPACITEIT_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"

enum hardheid { HARD, ZACHT, ONBEKEND, HARDHEDEN };

/* What else a plan is known by. */
enum kenmerk {
	KENMERK_HARDHEID,
	KENMERK_PLANSTATUS,
	KENMERK_PROJECTFASE,
	KENMERK_PLANTYPE,
	KENMERK_OPDRACHTGEVER,
	KENMERK_GEBIED,
	KENMERK_KNELPUNTEN, /* several, joined by | */
	KENMERK_GEMEENTE,
	/* These are not for scenarios. */
	KENMERK_PLAN_NAAM,
	KENMERK_LEVERING,
	KENMERK_BRON_RIJ,
	KENMERK_BRON_KOLOM,
	KENMERKEN
};

/* How the delivery put an amount: as a number, "ca. 40", or "40-60". */
enum schatting { EXACT, CIRCA, BEREIK };

/* An amount of a plan. geheel: the layout counts whole years (telling jaar),
 * so that growth of the running year is still in it. laag and hoog: what it
 * is at least and at most, with its sign. The texts are views; those of
 * columns that nobody asked for are empty. */
struct planaantal {
	size_t gemeente;
	size_t plan; /* its number (sleutel), where that was asked for */
	struct span span;
	enum hardheid hardheid;
	bool geheel;
	int64_t aantal;
	int64_t laag;
	int64_t hoog;
	enum schatting schatting;
	enum schatting oorzaak; /* why laag and hoog differ; see aftrek */
	int64_t eraf;		/* growth that was taken off already */
	size_t rij; /* physical row, and the register it stands in */
	const char *bestand;
	struct text kenmerk[KENMERKEN];
};

/* Where an amount goes. */
enum lot {
	LOT_JAAR,      /* one year */
	LOT_EMMER,     /* a bucket: the total row only */
	LOT_BUITEN,    /* before or after the years of the stand */
	LOT_VERLEDEN,  /* before the plan year */
	LOT_ONDEELBAAR /* partly outside, or no years */
};

struct capaciteit;

/* For n owners: municipalities, or areas. */
struct capaciteit *capaciteit_new(const struct kader *k, size_t n);
void capaciteit_free(struct capaciteit *c);
/* Where the amount would go. What remains (not geheel) of a bucket that began
 * before the plan year lies in the years from it on. */
enum lot capaciteit_lot(const struct kader *k, const struct planaantal *a);
/* Adds it to owner i when its lot is a year or a bucket. Returns the lot. */
enum lot capaciteit_add(struct capaciteit *c, size_t i,
			const struct planaantal *a);
/* Adds what owner i has in span to sum; buckets only when span is all the
 * years there are. */
void capaciteit_sum(const struct capaciteit *c, size_t i, struct span span,
		    int64_t sum[HARDHEDEN]);

#endif
