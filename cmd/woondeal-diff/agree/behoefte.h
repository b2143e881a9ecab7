/* behoefte.csv, how many dwellings are wanted on 1 January of a year, in all or
 * of a category:
 * regio,jaar,segment,categorie,behoefte,laag,hoog,bron,peildatum, afgeleid. And
 * voorraad.csv, which part of the stock is of a category and should be:
 * regio,segment,categorie,aandeel,doel,peildatum,bron. */
#ifndef BEHOEFTE_H
#define BEHOEFTE_H

#include <stdbool.h>

#include "ground/frame.h"
#include "table.h"

struct wanted_dwellings {
	size_t regio; /* index in the whole list */
	int year;
	struct text segment, category; /* empty: all dwellings */
	int64_t n, low, high;
	bool ranged; /* low and high are given */
	bool derived;
	struct text source, date;
};

struct stock_share {
	size_t regio;
	struct text segment, category;
	struct num share; /* percent of the stock */
	struct num goal;  /* likewise, only when has_goal */
	bool has_goal;
	struct text source, date;
};

struct behoefte {
	struct table *table;
	struct wanted_dwellings *list;
	size_t count;
};

struct voorraad {
	struct table *table;
	struct stock_share *list;
	size_t count;
};

/* 0, or -1 with the message given: an unknown region, a bad number, the same
 * row twice, low and high not on either side. Free in both cases. */
int behoefte_load(struct behoefte *b, struct frame *k, const char *path);
void behoefte_free(struct behoefte *b);
int voorraad_load(struct voorraad *v, const struct frame *k, const char *path);
void voorraad_free(struct voorraad *v);
/* The share of that region and category, or NULL. */
const struct stock_share *voorraad_of(const struct voorraad *v, size_t regio,
				      struct text segment,
				      struct text category);

#endif
