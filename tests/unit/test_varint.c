#include <stdint.h>
#include <stdio.h>

#include "tap.h"
#include "varint.h"

/* Whether v comes back, from so many bytes, signed and not. */
static void
round_trip(int64_t v, long bytes, long signed_bytes)
{
	unsigned char b[2 * VARINT_MOST];
	unsigned char *end = varint_put(b, (uint64_t)v);
	unsigned char *last = varint_put_signed(end, v);
	const unsigned char *p = b;
	char name[64];

	snprintf(name, sizeof(name), "%lld", (long long)v);
	is_int(end - b, bytes, name);
	is_int(last - end, signed_bytes, "with its sign");
	ok(varint_take(&p) == (uint64_t)v && p == end, "it comes back");
	ok(varint_take_signed(&p) == v && p == last, "and with its sign");
}

int
main(void)
{
	round_trip(0, 1, 1);
	round_trip(-1, VARINT_MOST, 1);
	round_trip(63, 1, 1);
	round_trip(64, 1, 2);
	round_trip(-64, VARINT_MOST, 1);
	round_trip(-65, VARINT_MOST, 2);
	round_trip(127, 1, 2);
	round_trip(128, 2, 2);
	round_trip(16383, 2, 3);
	round_trip(16384, 3, 3);
	round_trip(INT64_MAX, 9, VARINT_MOST);
	round_trip(INT64_MIN, VARINT_MOST, VARINT_MOST);
	return done();
}
