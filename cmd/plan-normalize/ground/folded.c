#include "ground/folded.h"

#include "fold.h"

struct text
folded_text(struct arena *a, struct text t)
{
	struct buffer b = {0};
	struct text kept = arena_text(a, fold(&b, t));

	buffer_free(&b);
	return kept;
}
