/* What a number format makes of a number: ECMA-376 18.8.30 and 18.8.31. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "cell/number.h"
#include "text.h"

enum format {
	FORMAT_NUMBER,	 /* General, 0.00, @: the number as it is */
	FORMAT_PERCENT,	 /* 0%: the same, but shown a hundred times as large */
	FORMAT_DATE,	 /* d-m-yyyy */
	FORMAT_TIME,	 /* h:mm, without a date */
	FORMAT_DATETIME, /* both */
	FORMAT_DURATION	 /* [h]:mm: hours that go on after 24 */
};

/* A code such as `[<1]h:mm;d-m-yyyy` has up to three sections for numbers;
 * which of them Excel applies is up to the number. */
#define SECTIONS 3
/* Room for the number of a condition; one that is longer is never met. */
#define LIMIT 24

enum comparison {
	COMPARE_NONE, /* by sign: positive, negative, zero */
	COMPARE_LESS,
	COMPARE_LESS_EQUAL,
	COMPARE_EQUAL,
	COMPARE_NOT_EQUAL,
	COMPARE_GREATER_EQUAL,
	COMPARE_GREATER,
	COMPARE_NEVER
};

struct section {
	enum format format;
	enum comparison comparison;
	char limit[LIMIT];
};

struct format_code {
	struct section sections[SECTIONS];
	size_t count;
	bool fixed; /* all sections say the same: ask the first */
};

/* English codes and the Dutch ones that some programs write (jjjj, uu:mm). */
void format_parse(struct text code, struct format_code *out);
/* By the number of a built-in format (0 to 163). */
void format_builtin(size_t id, struct format_code *out);
/* What it makes of this number. */
enum format format_of(const struct format_code *f, const struct number *v);

#endif
