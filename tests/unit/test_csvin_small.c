/* test_csvin again with blocks of 64 bytes: every record meets an edge. */
#define CSVBLOCK_SIZE 64
#include "../../lib/csvblock.c"

#include "test_csvin.c"
