/* test_csvin again without SSE2. */
#define CSVSCAN_PORTABLE
#include "../../lib/csvscan.c"

#include "test_csvin.c"
