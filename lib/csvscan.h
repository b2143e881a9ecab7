/* Which bytes of a block mean something to CSV, 64 at a time: for csvin and
 * csvout alone. By SSE2, and by a portable twin that looks at eight bytes as
 * one word; CSVSCAN_PORTABLE forces the twin, a test holds one against the
 * other. Two sub-microsecond loops, so they live in the header. */
#ifndef CSVSCAN_H
#define CSVSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Bytes that are looked at, whether they count or not. */
#define CSVSCAN_BLOCK 64

#define CSVSCAN_ONES UINT64_C(0x0101010101010101)
#define CSVSCAN_LOW (CSVSCAN_ONES * 0x7f)

/* 0x80 in each byte of x that is zero, exact: no carry crosses a byte. */
static inline uint64_t
csvscan_zeros(uint64_t x)
{
	return ~(((x & CSVSCAN_LOW) + CSVSCAN_LOW) | x | CSVSCAN_LOW);
}

/* The twin: bit i of the result is set when p[i] is the delimiter, a quote,
 * CR or LF; *odd is set when a byte is NUL or beyond ASCII, else left. */
static inline uint64_t
csvscan_portable(const char *p, char delimiter, bool *odd)
{
	const uint64_t d = CSVSCAN_ONES * (unsigned char)delimiter;
	uint64_t marks = 0, strange = 0;

	for (unsigned i = 0; i < CSVSCAN_BLOCK; i += 8) {
		uint64_t x = 0, m;

		for (unsigned k = 0; k < 8; k++)
			x |= (uint64_t)(unsigned char)p[i + k] << (8 * k);
		m = csvscan_zeros(x ^ d) |
		    csvscan_zeros(x ^ (CSVSCAN_ONES * '"')) |
		    csvscan_zeros(x ^ (CSVSCAN_ONES * '\r')) |
		    csvscan_zeros(x ^ (CSVSCAN_ONES * '\n'));
		/* The eight high bits, gathered in the top byte. */
		m = ((m >> 7) * UINT64_C(0x0102040810204080)) >> 56;
		marks |= m << i;
		strange |= csvscan_zeros(x) | (x & ~CSVSCAN_LOW);
	}
	if (strange)
		*odd = true;
	return marks;
}

#if defined(__SSE2__)
static inline uint64_t
csvscan_sse2(const char *p, char delimiter, bool *odd)
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
#endif

static inline uint64_t
csvscan(const char *p, char delimiter, bool *odd)
{
#if defined(__SSE2__) && !defined(CSVSCAN_PORTABLE)
	return csvscan_sse2(p, delimiter, odd);
#else
	return csvscan_portable(p, delimiter, odd);
#endif
}

#endif
