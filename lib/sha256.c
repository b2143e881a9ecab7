#include "sha256.h"

#include <nettle/sha2.h>
#include <stdlib.h>

#include "mem.h"

struct sha256 {
	struct sha256_ctx state;
	uint64_t bytes;
};

struct sha256 *
sha256_new(void)
{
	struct sha256 *s = mem_new(struct sha256);

	sha256_reset(s);
	return s;
}

void
sha256_free(struct sha256 *s)
{
	free(s);
}

void
sha256_reset(struct sha256 *s)
{
	sha256_init(&s->state);
	s->bytes = 0;
}

void
sha256_add(struct sha256 *s, const void *p, size_t n)
{
	if (n > 0)
		sha256_update(&s->state, n, p);
	s->bytes += n;
}

uint64_t
sha256_bytes(const struct sha256 *s)
{
	return s->bytes;
}

const char *
sha256_hex(const struct sha256 *s, char hex[SHA256_HEX])
{
	static const char digits[] = "0123456789abcdef";
	struct sha256_ctx state = s->state;
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_digest(&state, sizeof(sum), sum);
	for (size_t i = 0; i < sizeof(sum); i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[SHA256_HEX - 1] = '\0';
	return hex;
}
