/* The tables of one run: the stand or what was asked for instead of it, to
 * the output, and those of --also WORD[:PARAMETER]=FILE beside it. A form is
 * one line in form.c. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

enum form {
	FORM_STAND,
	FORM_BAND, /* the stand with its band */
	FORM_BALANCE,
	FORM_FIGURES,
	FORM_SEGMENT,
	FORM_NORMS, /* of every segment that has any */
	FORM_SCENARIOS,
	FORM_RULESETS,	   /* hard under each rule set */
	FORM_CHOICE,	   /* plans by phase and size */
	FORM_NEED,	   /* what is wanted beside what there is */
	FORM_STOCK,	   /* the stock by category beside what is built */
	FORM_PERMITS,	   /* permits, starts and building by quarter */
	FORM_OUTLOOK,	   /* what these say of the coming quarters */
	FORM_CLAIMS,	   /* statements about the stand */
	FORM_CLAIMS_PLANS, /* those about plans by trait or rule set */
	FORM_BASIS,	   /* the stand without its scenarios */
	FORM_EXPLAIN,
	FORM_PLANS, /* each plan, on a row */
	FORMS
};

struct form_asked {
	enum form form;
	const char *parameter; /* NULL: none */
	const char *file;      /* NULL or "-": the output of -o */
};

struct form_list {
	struct form_asked *items;
	size_t count;
	char **texts; /* its own: parameters */
	size_t text_count;
};

/* It goes where the stand would. */
bool form_to_output(const struct form_asked *f);
void form_add(struct form_list *f, enum form form, const char *parameter);
/* Adds what an argument of --also asks for. False when it is none: what is
 * wrong with it is in *why, a text of the program. */
bool form_parse(struct form_list *f, const char *argument, const char **why);
/* How many of these tables are this form, in which file ever. */
size_t form_count(const struct form_list *f, enum form form);
void form_list_free(struct form_list *f);

#endif
