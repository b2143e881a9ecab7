#include "csvscan.h"

#define ONES UINT64_C(0x0101010101010101)
#define LOW (ONES * 0x7f)

/* 0x80 in each byte of x that is zero, exact: no carry crosses a byte. */
static inline uint64_t
zeros(uint64_t x)
{
	return ~(((x & LOW) + LOW) | x | LOW);
}

uint64_t
csvscan_portable(const char *p, char delimiter, bool *odd)
{
	const uint64_t d = ONES * (unsigned char)delimiter;
	uint64_t marks = 0, strange = 0;

	for (unsigned i = 0; i < CSVSCAN_BLOCK; i += 8) {
		uint64_t x = 0, m;

		for (unsigned k = 0; k < 8; k++)
			x |= (uint64_t)(unsigned char)p[i + k] << (8 * k);
		m = zeros(x ^ d) | zeros(x ^ (ONES * '"')) |
		    zeros(x ^ (ONES * '\r')) | zeros(x ^ (ONES * '\n'));
		/* The eight high bits, gathered in the top byte. */
		m = ((m >> 7) * UINT64_C(0x0102040810204080)) >> 56;
		marks |= m << i;
		strange |= zeros(x) | (x & ~LOW);
	}
	if (strange)
		*odd = true;
	return marks;
}

#if defined(__SSE2__) && !defined(CSVSCAN_PORTABLE)
#include <emmintrin.h>

uint64_t
csvscan(const char *p, char delimiter, bool *odd)
{
	const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8('"');
	const __m128i cr = _mm_set1_epi8('\r'), lf = _mm_set1_epi8('\n');
	__m128i strange = _mm_setzero_si128();
	uint64_t marks = 0;

	for (unsigned i = 0; i < CSVSCAN_BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const void *)(p + i));
		__m128i m = _mm_or_si128(
		    _mm_or_si128(_mm_cmpeq_epi8(x, d), _mm_cmpeq_epi8(x, q)),
		    _mm_or_si128(_mm_cmpeq_epi8(x, cr), _mm_cmpeq_epi8(x, lf)));

		marks |= (uint64_t)(unsigned)_mm_movemask_epi8(m) << i;
		/* As signed bytes, NUL and all beyond ASCII are under 1. */
		strange =
		    _mm_or_si128(strange, _mm_cmplt_epi8(x, _mm_set1_epi8(1)));
	}
	if (_mm_movemask_epi8(strange))
		*odd = true;
	return marks;
}
#else
uint64_t
csvscan(const char *p, char delimiter, bool *odd)
{
	return csvscan_portable(p, delimiter, odd);
}
#endif
