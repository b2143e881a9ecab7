#include "crypto.h"

#include <assert.h>
#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/base64.h>
#include <nettle/cbc.h>
#include <nettle/nettle-meta.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Room for the state of any digest: that of SHA-512 has 216 bytes. */
#define STATE 256

struct crypto {
	const struct nettle_hash *hash;
	_Alignas(16) unsigned char state[STATE];
};

struct crypto_rc4 {
	struct arcfour_ctx state;
};

static const struct nettle_hash *
find(enum crypto_hash h)
{
	static const struct nettle_hash *const all[] = {
	    [CRYPTO_MD5] = &nettle_md5,
	    [CRYPTO_SHA1] = &nettle_sha1,
	    [CRYPTO_SHA256] = &nettle_sha256,
	    [CRYPTO_SHA384] = &nettle_sha384,
	    [CRYPTO_SHA512] = &nettle_sha512};

	assert(all[h]->context_size <= STATE);
	return all[h];
}

size_t
crypto_size(enum crypto_hash h)
{
	return find(h)->digest_size;
}

struct crypto *
crypto_new(enum crypto_hash h)
{
	struct crypto *c = mem_new(struct crypto);

	c->hash = find(h);
	crypto_reset(c);
	return c;
}

void
crypto_free(struct crypto *c)
{
	free(c);
}

void
crypto_reset(struct crypto *c)
{
	c->hash->init(c->state);
}

void
crypto_add(struct crypto *c, const void *p, size_t n)
{
	if (n > 0)
		c->hash->update(c->state, n, p);
}

void
crypto_sum(const struct crypto *c, unsigned char *out)
{
	struct crypto copy = *c;

	copy.hash->digest(copy.state, copy.hash->digest_size, out);
}

void
crypto_digest(enum crypto_hash h, const struct text *pieces, size_t count,
	      unsigned char *out)
{
	struct crypto c = {.hash = find(h)};

	crypto_reset(&c);
	for (size_t i = 0; i < count; i++)
		crypto_add(&c, pieces[i].s, pieces[i].n);
	c.hash->digest(c.state, c.hash->digest_size, out);
}

struct crypto_rc4 *
crypto_rc4_new(void)
{
	return mem_new(struct crypto_rc4);
}

void
crypto_rc4_free(struct crypto_rc4 *c)
{
	free(c);
}

void
crypto_rc4_key(struct crypto_rc4 *c, const unsigned char *key, size_t n)
{
	arcfour_set_key(&c->state, n, key);
}

void
crypto_rc4_apply(struct crypto_rc4 *c, unsigned char *p, size_t n)
{
	arcfour_crypt(&c->state, n, p, p);
}

bool
crypto_aes_takes(size_t n)
{
	return n == AES128_KEY_SIZE || n == AES192_KEY_SIZE ||
	       n == AES256_KEY_SIZE;
}

void
crypto_aes_decrypt(struct text key, const unsigned char *vector,
		   unsigned char *p, size_t n)
{
	const unsigned char *k = (const unsigned char *)key.s;
	unsigned char iv[CRYPTO_AES_BLOCK];
	union {
		struct aes128_ctx a;
		struct aes192_ctx b;
		struct aes256_ctx c;
	} ctx;
	nettle_cipher_func *function;

	if (key.n == AES128_KEY_SIZE) {
		aes128_set_decrypt_key(&ctx.a, k);
		function = (nettle_cipher_func *)aes128_decrypt;
	} else if (key.n == AES192_KEY_SIZE) {
		aes192_set_decrypt_key(&ctx.b, k);
		function = (nettle_cipher_func *)aes192_decrypt;
	} else {
		aes256_set_decrypt_key(&ctx.c, k);
		function = (nettle_cipher_func *)aes256_decrypt;
	}
	if (!vector) {
		function(&ctx, n, p, p);
		return;
	}
	memcpy(iv, vector, sizeof(iv));
	cbc_decrypt(&ctx, function, sizeof(iv), iv, n, p, p);
}

long
crypto_base64(struct text t, unsigned char out[CRYPTO_LONGEST])
{
	/* What ends in "==" has two bytes less than its length says. */
	unsigned char all[CRYPTO_LONGEST + 2];
	struct base64_decode_ctx ctx;
	size_t n = sizeof(all);

	base64_decode_init(&ctx);
	if (BASE64_DECODE_LENGTH(t.n) > sizeof(all) ||
	    !base64_decode_update(&ctx, &n, all, t.n, t.s) ||
	    !base64_decode_final(&ctx) || n > CRYPTO_LONGEST)
		return -1;
	memcpy(out, all, n);
	return (long)n;
}
