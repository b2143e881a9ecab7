#include "outform.h"

static enum outform asked = OUTFORM_CSV;
static size_t most;

void
outform_ask(enum outform form, size_t rows)
{
	asked = form;
	most = rows;
}

enum outform
outform(void)
{
	return asked;
}

size_t
outform_rows(void)
{
	return most;
}
