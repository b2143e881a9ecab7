/* Digests, ciphers and base64: the boundary to nettle, which uses what the
 * processor has for them. */
#ifndef CRYPTO_H
#define CRYPTO_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* FIPS 180-4, and MD5 (RFC 1321) for files that have it. */
enum crypto_hash {
	CRYPTO_MD5,
	CRYPTO_SHA1,
	CRYPTO_SHA256,
	CRYPTO_SHA384,
	CRYPTO_SHA512
};

/* Bytes of a digest, and the most that any has. */
#define CRYPTO_MD5_SIZE 16
#define CRYPTO_SHA1_SIZE 20
#define CRYPTO_LONGEST 64
size_t crypto_size(enum crypto_hash h);

/* A digest in the making. */
struct crypto;

struct crypto *crypto_new(enum crypto_hash h);
void crypto_free(struct crypto *c);
/* From the beginning again. */
void crypto_reset(struct crypto *c);
void crypto_add(struct crypto *c, const void *p, size_t n);
/* Into crypto_size bytes. Leaves *c as it was, so that adding can go on. */
void crypto_sum(const struct crypto *c, unsigned char *out);
/* Of several pieces at once. */
void crypto_digest(enum crypto_hash h, const struct text *pieces, size_t count,
		   unsigned char *out);

/* RC4: one key stream for what is encrypted and decrypted alike. */
struct crypto_rc4;

struct crypto_rc4 *crypto_rc4_new(void);
void crypto_rc4_free(struct crypto_rc4 *c);
/* n: 1 to 256 bytes. The stream begins anew. */
void crypto_rc4_key(struct crypto_rc4 *c, const unsigned char *key, size_t n);
/* In place. */
void crypto_rc4_apply(struct crypto_rc4 *c, unsigned char *p, size_t n);

#define CRYPTO_AES_BLOCK 16
/* A key of so many bytes is one of AES (FIPS 197). */
bool crypto_aes_takes(size_t n);
/* In place, n a number of whole blocks; the key of a size that AES takes. CBC
 * from a vector of one block; without one each block by itself (ECB). */
void crypto_aes_decrypt(struct text key, const unsigned char *vector,
			unsigned char *p, size_t n);

/* A short secret of base64. The count of its bytes, or -1: it is none, or
 * longer than any digest, salt or key. */
long crypto_base64(struct text t, unsigned char out[CRYPTO_LONGEST]);

#endif
