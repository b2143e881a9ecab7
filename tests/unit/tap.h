/* TAP for C, forty lines: ok(), is_text(), done(). */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

static int tap_count, tap_failed;

#define ok(cond, ...) tap_ok((cond), __FILE__, __LINE__, __VA_ARGS__)
#define is_text(got, want, ...) \
	tap_is((got), text_of(want), __FILE__, __LINE__, __VA_ARGS__)
#define is_int(got, want, ...)                                           \
	tap_int((long long)(got), (long long)(want), __FILE__, __LINE__, \
		__VA_ARGS__)

static inline bool
tap_ok(bool good, const char *file, int line, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_count, name);
	if (!good) {
		tap_failed++;
		printf("# at %s:%d\n", file, line);
	}
	return good;
}

static inline void
tap_is(struct text got, struct text want, const char *file, int line,
       const char *name)
{
	if (!tap_ok(text_equal(got, want), file, line, name))
		printf("#  got: '%.*s'\n# want: '%.*s'\n", (int)got.n, got.s,
		       (int)want.n, want.s);
}

static inline void
tap_int(long long got, long long want, const char *file, int line,
	const char *name)
{
	if (!tap_ok(got == want, file, line, name))
		printf("#  got: %lld\n# want: %lld\n", got, want);
}

/* Last thing in main: return done(); */
static inline int
done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

#endif
