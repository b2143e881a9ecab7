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
	struct text van = t;
	struct text tot = t;
	if (t.n == 10 && memcmp(t.s + 4, "..", 2) == 0) {
		van = (struct text){t.s, 4};
		tot = (struct text){t.s + 6, 4};
	}
	return span_year(van, &out->van) && span_year(tot, &out->tot) &&
	       out->van <= out->tot;
}

bool
span_within(struct span inner, struct span outer)
{
	return inner.van >= outer.van && inner.tot <= outer.tot;
}

bool
span_overlaps(struct span a, struct span b)
{
	return a.van <= b.tot && b.van <= a.tot;
}

bool
span_equal(struct span a, struct span b)
{
	return a.van == b.van && a.tot == b.tot;
}

struct text
span_format(struct span s, char buf[SPAN_TEXT])
{
	char van[12] = "";
	char tot[12] = "";
	if (s.van != SPAN_OPEN_VAN)
		snprintf(van, sizeof van, "%d", s.van);
	if (s.tot != SPAN_OPEN_TOT)
		snprintf(tot, sizeof tot, "%d", s.tot);
	if (s.van == s.tot)
		snprintf(buf, SPAN_TEXT, "%s", van);
	else
		snprintf(buf, SPAN_TEXT, "%s-%s", van, tot);
	return text_of(buf);
}
