/* SHA-256 (FIPS 180-4): of what was read, written or sealed, with its size. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>
#include <stdint.h>

struct sha256;

struct sha256 *sha256_new(void);
void sha256_free(struct sha256 *s);
/* From the beginning again. */
void sha256_reset(struct sha256 *s);
void sha256_add(struct sha256 *s, const void *p, size_t n);
uint64_t sha256_bytes(const struct sha256 *s);
/* Lower-case hexadecimal. Leaves *s as it was, so that adding can go on. */
#define SHA256_HEX 65
const char *sha256_hex(const struct sha256 *s, char hex[SHA256_HEX]);

#endif
