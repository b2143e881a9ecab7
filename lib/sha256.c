#include "sha256.h"

#include <stdlib.h>

#include "crypto.h"
#include "mem.h"

#define SIZE ((SHA256_HEX - 1) / 2)

struct sha256 {
	struct crypto *state;
	uint64_t bytes;
};

struct sha256 *
sha256_new(void)
{
	struct sha256 *s = mem_new(struct sha256);

	s->state = crypto_new(CRYPTO_SHA256);
	return s;
}

void
sha256_free(struct sha256 *s)
{
	if (!s)
		return;
	crypto_free(s->state);
	free(s);
}

void
sha256_reset(struct sha256 *s)
{
	crypto_reset(s->state);
	s->bytes = 0;
}

void
sha256_add(struct sha256 *s, const void *p, size_t n)
{
	crypto_add(s->state, p, n);
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
	unsigned char sum[SIZE];

	crypto_sum(s->state, sum);
	for (size_t i = 0; i < SIZE; i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[SHA256_HEX - 1] = '\0';
	return hex;
}
