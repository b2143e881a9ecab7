#include "xls/package.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "crypto.h"
#include "diag.h"
#include "mem.h"
#include "tempfile.h"
#include "text.h"
#include "xls/bytes.h"
#include "xmlrun.h"

#define PASSWORD "VelvetSweatshop"
#define INFO_MAX 65536
#define SEGMENT 4096
/* As often as Excel does, tenfold. */
#define SPIN_MAX 1000000
#define SPIN_STANDARD 50000

/* Of a digest, salt or key. */
struct bytes {
	unsigned char p[CRYPTO_LONGEST];
	size_t n;
};

/* How keys are made, of the password or of the package. */
struct method {
	bool known; /* there is a hash */
	enum crypto_hash hash;
	size_t key_size, spin;
	struct bytes salt;
};

struct package {
	bool agile;
	struct method method;
	struct bytes verifier, digest; /* both encrypted */
	struct bytes key;	       /* agile: encrypted, of the package */
	struct method of_package;
};

static struct text
text_of_bytes(const struct bytes *b)
{
	return (struct text){(const char *)b->p, b->n};
}

/* Of one piece, or of two behind each other. */
static void
digest(enum crypto_hash hash, const struct bytes *list, size_t count,
       struct bytes *out)
{
	struct text pieces[2];
	assert(count <= 2);
	for (size_t i = 0; i < count; i++)
		pieces[i] = text_of_bytes(&list[i]);
	crypto_digest(hash, pieces, count, out->p);
	out->n = crypto_size(hash);
}

static struct bytes
bytes_of(const void *p, size_t n)
{
	struct bytes b = {.n = n};
	memcpy(b.p, p, n);
	return b;
}

static struct bytes
number(uint32_t v)
{
	struct bytes b = {.n = 4};
	for (int i = 0; i < 4; i++)
		b.p[i] = (unsigned char)(v >> (8 * i));
	return b;
}

/* The password, digested over and over. */
static struct bytes
spin(const struct method *m)
{
	struct bytes out, list[2] = {m->salt, {.n = 0}};
	for (const char *p = PASSWORD; *p != '\0'; p++) {
		list[1].p[list[1].n++] = (unsigned char)*p;
		list[1].p[list[1].n++] = 0;
	}
	digest(m->hash, list, 2, &out);
	for (uint32_t i = 0; i < m->spin; i++) {
		list[0] = number(i);
		list[1] = out;
		digest(m->hash, list, 2, &out);
	}
	return out;
}

/* As many bytes as are wanted: cut, or filled with 36 (hexadecimal). */
static struct bytes
fit(struct bytes b, size_t n)
{
	if (b.n < n)
		memset(b.p + b.n, 0x36, n - b.n);
	b.n = n;
	return b;
}

/* In place; without a vector each block by itself. */
static void
decrypt(const struct bytes *key, const struct bytes *vector, unsigned char *p,
	size_t n)
{
	struct bytes iv;
	if (vector)
		iv = fit(*vector, CRYPTO_AES_BLOCK);
	crypto_aes_decrypt(text_of_bytes(key), vector ? iv.p : NULL, p, n);
}

/* What is encrypted under a key for this purpose (2.3.4.13). */
static struct bytes
unlock(const struct package *k, const struct bytes *spun, const char *purpose,
       struct bytes secret)
{
	struct bytes list[2] = {*spun, bytes_of(purpose, 8)}, key;
	digest(k->method.hash, list, 2, &key);
	key = fit(key, k->method.key_size);
	decrypt(&key, &k->method.salt, secret.p, secret.n);
	return secret;
}

static bool
same_digest(const struct package *k, const struct bytes *verifier,
	    const struct bytes *want)
{
	struct bytes made;
	digest(k->method.hash, verifier, 1, &made);
	return want->n >= made.n && memcmp(made.p, want->p, made.n) == 0;
}

/* The key of an agile package; false when the password is another. */
static bool
find_agile(const struct package *k, struct bytes *key)
{
	struct bytes spun = spin(&k->method);
	struct bytes verifier = unlock(k, &spun,
				       "\xfe\xa7\xd2\x76\x3b\x4b\x9e"
				       "\x79",
				       k->verifier);
	struct bytes want =
	    unlock(k, &spun, "\xd7\xaa\x0f\x6d\x30\x61\x34\x4e", k->digest);
	if (!same_digest(k, &verifier, &want))
		return false;
	*key = unlock(k, &spun, "\x14\x6e\x0b\xe7\xab\xac\xd0\xd6", k->key);
	key->n = k->of_package.key_size;
	return true;
}

/* A digest widened to a key (2.3.4.7). */
static struct bytes
widen(const struct package *k, const struct bytes *spun)
{
	static const unsigned char marks[] = {0x36, 0x5c};
	struct bytes key = {.n = 0}, pad, part;
	for (size_t m = 0; m < sizeof(marks); m++) {
		memset(pad.p, marks[m], sizeof(pad.p));
		pad.n = CRYPTO_LONGEST;
		for (size_t i = 0; i < spun->n; i++)
			pad.p[i] ^= spun->p[i];
		digest(k->method.hash, &pad, 1, &part);
		memcpy(key.p + key.n, part.p, part.n);
		key.n += part.n;
	}
	return fit(key, k->method.key_size);
}

/* The same of a standard one (2.3.4.7, 2.3.4.9), whose digest is SHA-1. */
static bool
find_standard(const struct package *k, struct bytes *key)
{
	struct bytes list[2] = {spin(&k->method), number(0)}, spun;
	struct bytes verifier = k->verifier, want = k->digest;
	digest(k->method.hash, list, 2, &spun);
	*key = widen(k, &spun);
	decrypt(key, NULL, verifier.p, verifier.n);
	decrypt(key, NULL, want.p, want.n);
	return same_digest(k, &verifier, &want);
}

/* From base64; empty when it is none, or too long. */
static struct bytes
decode(struct text t)
{
	struct bytes b = {.n = 0};
	long n = crypto_base64(t, b.p);
	if (n > 0)
		b.n = (size_t)n;
	return b;
}

static size_t
whole(struct text t)
{
	size_t v = 0;
	for (size_t i = 0; i < t.n && v <= SPIN_MAX; i++)
		v = t.s[i] >= '0' && t.s[i] <= '9'
			? v * 10 + (size_t)(t.s[i] - '0')
			: SPIN_MAX + 1;
	return v;
}

static bool
find_hash(struct text t, enum crypto_hash *hash)
{
	static const char *const names[] = {[CRYPTO_SHA1] = "SHA1",
					    [CRYPTO_SHA256] = "SHA256",
					    [CRYPTO_SHA384] = "SHA384",
					    [CRYPTO_SHA512] = "SHA512"};
	for (int h = CRYPTO_SHA1; h <= CRYPTO_SHA512; h++) {
		*hash = (enum crypto_hash)h;
		if (text_is(t, names[h]))
			return true;
	}
	return false;
}

static void
read_method(struct method *m, const char *name, struct text value)
{
	if (strcmp(name, "hashAlgorithm") == 0)
		m->known = find_hash(value, &m->hash);
	else if (strcmp(name, "keyBits") == 0)
		m->key_size = whole(value) / 8;
	else if (strcmp(name, "spinCount") == 0)
		m->spin = whole(value);
	else if (strcmp(name, "saltValue") == 0)
		m->salt = decode(value);
}

static void
on_start(void *ctx, const char *local, const char *ns,
	 const struct xml_attribute *attrs, size_t count)
{
	struct package *k = ctx;
	bool password = strcmp(local, "encryptedKey") == 0;
	(void)ns;
	if (!password && strcmp(local, "keyData") != 0)
		return;
	for (size_t i = 0; i < count; i++) {
		const char *name = attrs[i].local;
		struct text value = attrs[i].value;
		read_method(password ? &k->method : &k->of_package, name,
			    value);
		if (strcmp(name, "encryptedVerifierHashInput") == 0)
			k->verifier = decode(value);
		else if (strcmp(name, "encryptedVerifierHashValue") == 0)
			k->digest = decode(value);
		else if (strcmp(name, "encryptedKeyValue") == 0)
			k->key = decode(value);
	}
}

static ssize_t
read_text(void *ctx, void *buf, size_t n)
{
	struct text *t = ctx;
	if (n > t->n)
		n = t->n;
	memcpy(buf, t->s, n);
	t->s += n;
	t->n -= n;
	return (ssize_t)n;
}

static int
close_text(void *ctx)
{
	(void)ctx;
	return 0;
}

static int
read_agile(struct package *k, struct text xml, const char *name)
{
	static const struct xml_handlers handlers = {on_start, NULL, NULL};
	struct input *in = input_new(name, &xml, read_text, close_text);
	struct xmlin *x = xmlin_new(name, &handlers, k);
	int rc = xmlrun(x, in, NULL);
	k->agile = true;
	xmlin_free(x);
	return input_close(in) < 0 ? -1 : rc;
}

/* Flags, the size of a header, that header, salt and verifier. */
static void
read_standard(struct package *k, const unsigned char *p, size_t n)
{
	enum { HEAD = 12, VERIFIER = 4 + 16 + 16 + 4 + 32 };
	size_t size = n < HEAD + 32 ? 0 : bytes_u32(p + 8);
	if (size < 32 || n - HEAD < size || n - HEAD - size < VERIFIER)
		return;
	k->method.known = true;
	k->method.hash = CRYPTO_SHA1;
	k->method.spin = SPIN_STANDARD;
	k->method.key_size = bytes_u32(p + HEAD + 16) / 8;
	p += HEAD + size + 4;
	k->method.salt = bytes_of(p, 16);
	k->verifier = bytes_of(p + 16, 16);
	k->digest = bytes_of(p + 36, 32);
}

/* All is there that decryption needs, in sizes that AES has. */
static bool
is_whole(const struct package *k)
{
	const struct method *m = &k->method;
	bool blocks =
	    (k->verifier.n | k->digest.n | k->key.n) % CRYPTO_AES_BLOCK == 0;
	if (!m->known || !crypto_aes_takes(m->key_size) || m->spin > SPIN_MAX ||
	    m->salt.n == 0 || k->verifier.n == 0 ||
	    k->digest.n < crypto_size(m->hash) || !blocks)
		return false;
	return !k->agile ||
	       (k->of_package.known &&
		crypto_aes_takes(k->of_package.key_size) &&
		k->of_package.key_size <= k->key.n && k->of_package.salt.n > 0);
}

static int
read_info(struct package *k, struct ole *o, const char *name)
{
	struct olestream *s = olestream_open(o, "EncryptionInfo");
	if (s == NULL)
		return -1;
	size_t n = (size_t)olestream_size(s);
	unsigned char *p = mem_array(INFO_MAX + 1, 1);
	int rc = n < 8 || n > INFO_MAX ? 0 : olestream_read(s, 0, p, n);
	if (rc == 0 && bytes_u16(p) == 4 && bytes_u16(p + 2) == 4)
		rc = read_agile(k, (struct text){(char *)p + 8, n - 8}, name);
	else if (rc == 0 && bytes_u16(p + 2) == 2)
		read_standard(k, p, n);
	free(p);
	olestream_close(s);
	return rc;
}

/* Each segment of an agile package has a vector of its own. */
static void
decrypt_segment(const struct package *k, const struct bytes *key, uint32_t i,
		unsigned char *p)
{
	struct bytes list[2] = {k->of_package.salt, number(i)}, vector;
	if (!k->agile) {
		decrypt(key, NULL, p, SEGMENT);
		return;
	}
	digest(k->of_package.hash, list, 2, &vector);
	decrypt(key, &vector, p, SEGMENT);
}

static int
write_package(const struct package *k, const struct bytes *key,
	      struct olestream *s, int fd, const char *name)
{
	unsigned char p[SEGMENT];
	uint64_t at = 8, all = olestream_size(s), left;
	if (all < 8 || olestream_read(s, 0, p, 8) < 0)
		return -1;
	left = (uint64_t)bytes_u32(p + 4) << 32 | bytes_u32(p);
	if (left > all - 8)
		return diag_fail_at(name, 0,
				    "damaged: cut off in its "
				    "encrypted package");
	for (uint32_t i = 0; left > 0; i++) {
		size_t n = all - at < SEGMENT ? (size_t)(all - at) : SEGMENT;
		size_t want = left < n ? (size_t)left : n;
		memset(p, 0, sizeof(p));
		if (olestream_read(s, at, p, n) < 0)
			return -1;
		decrypt_segment(k, key, i, p);
		if (tempfile_write(fd, (char *)p, want, name) < 0)
			return -1;
		at += n;
		left -= want;
	}
	return lseek(fd, 0, SEEK_SET) < 0 ? diag_fail_errno(name) : 0;
}

int
package_decrypt(struct ole *o, const char *name)
{
	struct package k = {0};
	struct bytes key;
	if (read_info(&k, o, name) < 0)
		return -1;
	if (!is_whole(&k) ||
	    !(k.agile ? find_agile(&k, &key) : find_standard(&k, &key)))
		return diag_fail_at(name, 0,
				    "an encrypted workbook: save it without a "
				    "password");
	struct olestream *s = olestream_open(o, "EncryptedPackage");
	int fd = s == NULL ? -1 : tempfile_open(name);
	if (fd >= 0 && write_package(&k, &key, s, fd, name) < 0) {
		close(fd);
		fd = -1;
	}
	olestream_close(s);
	return fd;
}
