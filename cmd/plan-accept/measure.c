#include "measure.h"

#define NAME(word, name) name,
const char *const measure_words[MEASURE_COUNT] = {MEASURES(NAME)};
#undef NAME

struct text
measure_name(enum measure m)
{
	return text_of(measure_words[m]);
}
