/* A span of whole years, both ends included: 2022..2030, a bucket of the
 * targets, or one year. */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>

#include "text.h"

struct span {
	int from;
	int to;
};

/* Far away on either side: an end that is not given. */
#define SPAN_OPEN_FROM 0
#define SPAN_OPEN_TO 9999

/* "2022..2030" or "2024". */
bool span_parse(struct text t, struct span *out);
/* Four digits and nothing else. */
bool span_year(struct text t, int *out);
bool span_within(struct span inner, struct span outer);
bool span_overlaps(struct span a, struct span b);
bool span_equal(struct span a, struct span b);
#define SPAN_TEXT 32
/* "2022-2023", or "2024" for one year; open ends stay empty: "2025-". */
struct text span_format(struct span s, char buf[SPAN_TEXT]);

#endif
