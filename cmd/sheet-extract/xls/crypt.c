#include "xls/crypt.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "crypto.h"
#include "mem.h"
#include "xls/bytes.h"

#define PASSWORD "VelvetSweatshop"
/* Each so many bytes of the stream have their own key. */
#define BLOCK 1024
#define SALT 16
#define KEY 16

struct crypt {
	bool sha1;
	unsigned char base[CRYPTO_SHA1_SIZE]; /* of which keys are made */
	size_t key_size;
	struct crypto_rc4 *cipher;
	uint64_t block;
	size_t pos; /* bytes of the block gone by */
};

static size_t
password_bytes(unsigned char out[2 * sizeof(PASSWORD)])
{
	size_t n = sizeof(PASSWORD) - 1;
	for (size_t i = 0; i < n; i++) {
		out[2 * i] = (unsigned char)PASSWORD[i];
		out[2 * i + 1] = 0;
	}
	return 2 * n;
}

/* The first `want` bytes of a digest. */
static void
digest(enum crypto_hash hash, const unsigned char *p, size_t n,
       unsigned char *out, size_t want)
{
	unsigned char all[CRYPTO_LONGEST];
	struct text piece = {(const char *)p, n};
	crypto_digest(hash, &piece, 1, all);
	memcpy(out, all, want);
}

static void
md5(const unsigned char *p, size_t n, unsigned char *out, size_t want)
{
	digest(CRYPTO_MD5, p, n, out, want);
}

static void
sha1(const unsigned char *p, size_t n, unsigned char *out, size_t want)
{
	digest(CRYPTO_SHA1, p, n, out, want);
}

/* 40 bits: what was exported from the United States. */
static void
make_base_md5(struct crypt *c, const unsigned char *salt)
{
	unsigned char word[2 * sizeof(PASSWORD)], all[16 * (5 + SALT)];
	unsigned char digest[CRYPTO_MD5_SIZE];
	md5(word, password_bytes(word), digest, sizeof(digest));
	for (size_t i = 0; i < 16; i++) {
		memcpy(all + i * (5 + SALT), digest, 5);
		memcpy(all + i * (5 + SALT) + 5, salt, SALT);
	}
	md5(all, sizeof(all), c->base, 5);
}

static void
make_base_sha1(struct crypt *c, const unsigned char *salt)
{
	unsigned char all[SALT + 2 * sizeof(PASSWORD)];
	memcpy(all, salt, SALT);
	sha1(all, SALT + password_bytes(all + SALT), c->base, sizeof(c->base));
}

static void
start_block(struct crypt *c, uint64_t block)
{
	unsigned char all[CRYPTO_SHA1_SIZE + 4], key[CRYPTO_SHA1_SIZE] = {0};
	size_t n = c->sha1 ? CRYPTO_SHA1_SIZE : 5;
	memcpy(all, c->base, n);
	for (int i = 0; i < 4; i++)
		all[n + (size_t)i] = (unsigned char)(block >> (8 * i));
	if (c->sha1)
		sha1(all, n + 4, key, c->key_size);
	else
		md5(all, n + 4, key, KEY);
	/* A key of 40 bits is one of 128 that ends in zeros. */
	crypto_rc4_key(c->cipher, key, c->key_size > 5 ? c->key_size : KEY);
	c->block = block;
	c->pos = 0;
}

void
crypt_apply(struct crypt *c, uint64_t at, unsigned char *p, size_t n)
{
	unsigned char lost[BLOCK];
	while (n > 0) {
		size_t pos = (size_t)(at % BLOCK);
		size_t k = BLOCK - pos < n ? BLOCK - pos : n;
		if (at / BLOCK != c->block || pos < c->pos)
			start_block(c, at / BLOCK);
		memset(lost, 0, sizeof(lost));
		crypto_rc4_apply(c->cipher, lost, pos - c->pos);
		crypto_rc4_apply(c->cipher, p, k);
		c->pos = pos + k;
		at += k;
		p += k;
		n -= k;
	}
}

/* The verifier and its digest, both encrypted by the first key. */
static bool
fits(struct crypt *c, const unsigned char *verifier,
     const unsigned char *digest)
{
	size_t n = c->sha1 ? CRYPTO_SHA1_SIZE : CRYPTO_MD5_SIZE;
	unsigned char both[16 + CRYPTO_SHA1_SIZE], made[CRYPTO_SHA1_SIZE];
	memcpy(both, verifier, 16);
	memcpy(both + 16, digest, n);
	start_block(c, 0);
	crypto_rc4_apply(c->cipher, both, 16 + n);
	if (c->sha1)
		sha1(both, 16, made, n);
	else
		md5(both, 16, made, n);
	start_block(c, 0);
	return memcmp(made, both + 16, n) == 0;
}

static bool
open_md5(struct crypt *c, const unsigned char *p, size_t n)
{
	if (n < 6 + SALT + 16 + CRYPTO_MD5_SIZE)
		return false;
	c->key_size = KEY;
	make_base_md5(c, p + 6);
	return fits(c, p + 6 + SALT, p + 6 + SALT + 16);
}

/* Flags, the size of a header, that header, then salt and verifier, each
 * digest behind its size. */
static bool
open_sha1(struct crypt *c, const unsigned char *p, size_t n)
{
	enum { HEAD = 14, FIXED = 32, RC4 = 0x6801 };
	size_t size = n < HEAD + FIXED ? 0 : bytes_u32(p + 10);
	if (size < FIXED || size > n - HEAD ||
	    n - HEAD - size < 4 + SALT + 16 + 4 + CRYPTO_SHA1_SIZE ||
	    bytes_u32(p + HEAD + 8) != RC4)
		return false;
	size_t bits = bytes_u32(p + HEAD + 16);
	c->key_size = bits == 0 ? 5 : bits / 8;
	if (c->key_size < 5 || c->key_size > KEY)
		return false;
	p += HEAD + size + 4;
	c->sha1 = true;
	make_base_sha1(c, p);
	return fits(c, p + SALT, p + SALT + 16 + 4);
}

struct crypt *
crypt_new(const unsigned char *p, size_t n)
{
	enum { RC4 = 1 };
	struct crypt *c = mem_new(struct crypt);
	c->cipher = crypto_rc4_new();
	if (n >= 6 && bytes_u16(p) == RC4 &&
	    (bytes_u16(p + 2) == 1 ? open_md5(c, p, n) : open_sha1(c, p, n)))
		return c;
	crypt_free(c);
	return NULL;
}

void
crypt_free(struct crypt *c)
{
	if (!c)
		return;
	crypto_rc4_free(c->cipher);
	free(c);
}
