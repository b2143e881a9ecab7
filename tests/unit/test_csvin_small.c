/* test_csvin again with blocks of 64 bytes: every record meets an edge. */
#define CSVIN_BLOCK 64
#include "../../lib/csvin.c"

#include "test_csvin.c"
