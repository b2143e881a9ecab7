#include "csvscan.h"

#define ONES UINT64_C(0x0101010101010101)
#define LOW (ONES * 0x7f)

/* 0x80 in each byte of x that is zero, exact: no carry crosses a byte. */
static inline uint64_t
zeros(uint64_t x)
{
	return ~(((x & LOW) + LOW) | x | LOW);
}

/* The eight high bits, gathered in the lowest byte. */
static inline uint64_t
gathered(uint64_t x)
{
	return ((x >> 7) * UINT64_C(0x0102040810204080)) >> 56;
}

struct csvmarks
csvscan_portable(const char *p, char delimiter, bool *odd)
{
	const uint64_t d = ONES * (unsigned char)delimiter;
	struct csvmarks found = {0, 0, 0};
	uint64_t strange = 0;

	for (unsigned i = 0; i < CSVSCAN_BLOCK; i += 8) {
		uint64_t x = 0;

		for (unsigned k = 0; k < 8; k++)
			x |= (uint64_t)(unsigned char)p[i + k] << (8 * k);
		found.delimiters |= gathered(zeros(x ^ d)) << i;
		found.quotes |= gathered(zeros(x ^ (ONES * '"'))) << i;
		found.lines |= gathered(zeros(x ^ (ONES * '\r')) |
					zeros(x ^ (ONES * '\n')))
			       << i;
		strange |= zeros(x) | (x & ~LOW);
	}
	if (strange)
		*odd = true;
	return found;
}

#if defined(__SSE2__) && !defined(CSVSCAN_PORTABLE)
#include <emmintrin.h>

static inline uint64_t
bits(__m128i x)
{
	return (unsigned)_mm_movemask_epi8(x);
}

struct csvmarks
csvscan(const char *p, char delimiter, bool *odd)
{
	const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8('"');
	const __m128i cr = _mm_set1_epi8('\r'), lf = _mm_set1_epi8('\n');
	__m128i strange = _mm_setzero_si128();
	uint64_t ends = 0, others = 0;

	for (unsigned i = 0; i < CSVSCAN_BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(p + i));
		__m128i line =
		    _mm_or_si128(_mm_cmpeq_epi8(x, cr), _mm_cmpeq_epi8(x, lf));

		/* Two masks for three kinds: lines are in both. */
		ends |= bits(_mm_or_si128(line, _mm_cmpeq_epi8(x, d))) << i;
		others |= bits(_mm_or_si128(line, _mm_cmpeq_epi8(x, q))) << i;
		/* As signed bytes, NUL and all beyond ASCII are under 1. */
		strange =
		    _mm_or_si128(strange, _mm_cmplt_epi8(x, _mm_set1_epi8(1)));
	}
	if (_mm_movemask_epi8(strange))
		*odd = true;
	return (struct csvmarks){ends & ~others, others & ~ends, ends & others};
}
#else
struct csvmarks
csvscan(const char *p, char delimiter, bool *odd)
{
	return csvscan_portable(p, delimiter, odd);
}
#endif
