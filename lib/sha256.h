/* SHA-256 (FIPS 180-4), for receipts: what was read and written. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>
#include <stdint.h>

struct sha256 {
	uint32_t state[8];
	uint64_t bytes;
	unsigned char block[64];
};

void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *p, size_t n);
/* Lower-case hexadecimal. Leaves *s as it was, so that adding can go on. */
#define SHA256_HEX 65
const char *sha256_hex(const struct sha256 *s, char hex[SHA256_HEX]);

#endif
