/* rowsum FILE [FROM TO]: how many rows, and the sum of their hashes: equal
 * for CSV files with the same rows in whatever order. Columns FROM to TO,
 * counted from 1, are passed over. Rows hold no line breaks. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK (256u << 10)
#define SEED UINT64_C(0xCBF29CE484222325)

struct sum {
	long from, to, column;
	bool quoted;
	uint64_t hash, sum, rows;
};

static void
add(struct sum *s, unsigned char c)
{
	if (c == '\n') {
		s->sum += s->hash ^ s->hash >> 29;
		s->hash = SEED;
		s->rows++;
		s->column = 1;
		return;
	}
	if (c == '"')
		s->quoted = !s->quoted;
	else if (c == ',' && !s->quoted)
		s->column++;
	if (s->column < s->from || s->column > s->to)
		s->hash = (s->hash ^ c) * UINT64_C(0x100000001B3);
}

int
main(int argc, char **argv)
{
	static unsigned char block[BLOCK];
	struct sum s = {.column = 1, .hash = SEED};
	FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
	size_t n;

	if (!f)
		return 2;
	if (argc == 4) {
		s.from = strtol(argv[2], NULL, 10);
		s.to = strtol(argv[3], NULL, 10);
	}
	while ((n = fread(block, 1, BLOCK, f)) > 0)
		for (size_t i = 0; i < n; i++)
			add(&s, block[i]);
	printf("%" PRIu64 " %016" PRIx64 "\n", s.rows, s.sum);
	return ferror(f) || s.hash != SEED || fclose(f) != 0 ? 2 : 0;
}
