#include "ground/span.h"

#include <stdio.h>
#include <string.h>

bool
span_year(struct text t, int *out)
{
	if (t.n != 4)
		return false;
	int year = 0;
	for (size_t i = 0; i < 4; i++) {
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
		year = year * 10 + (t.s[i] - '0');
	}
	*out = year;
	return year > 0;
}

bool
span_parse(struct text t, struct span *out)
{
	struct text from = t;
	struct text to = t;
	if (t.n == 10 && memcmp(t.s + 4, "..", 2) == 0) {
		from = (struct text){t.s, 4};
		to = (struct text){t.s + 6, 4};
	}
	return span_year(from, &out->from) && span_year(to, &out->to) &&
	       out->from <= out->to;
}

bool
span_within(struct span inner, struct span outer)
{
	return inner.from >= outer.from && inner.to <= outer.to;
}

bool
span_overlaps(struct span a, struct span b)
{
	return a.from <= b.to && b.from <= a.to;
}

bool
span_equal(struct span a, struct span b)
{
	return a.from == b.from && a.to == b.to;
}

struct text
span_format(struct span s, char buf[SPAN_TEXT])
{
	char from[12] = "";
	char to[12] = "";
	if (s.from != SPAN_OPEN_FROM)
		snprintf(from, sizeof(from), "%d", s.from);
	if (s.to != SPAN_OPEN_TO)
		snprintf(to, sizeof(to), "%d", s.to);
	if (s.from == s.to)
		snprintf(buf, SPAN_TEXT, "%s", from);
	else
		snprintf(buf, SPAN_TEXT, "%s-%s", from, to);
	return text_of(buf);
}
