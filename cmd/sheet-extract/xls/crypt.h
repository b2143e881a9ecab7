/* Encrypted .xls of which Excel itself knows the password: protecting the
 * structure of a workbook encrypts it with one that is always the same, and
 * Excel opens it unasked (MS-OFFCRYPTO 2.3.5, 2.3.6; MS-XLS 2.2.10). The only
 * module that knows nettle's old digests and RC4. */
#ifndef CRYPT_H
#define CRYPT_H

#include <stddef.h>
#include <stdint.h>

struct crypt;

/* p: the FILEPASS record. NULL when it asks for another password, or for a
 * method that is no RC4. */
struct crypt *crypt_new(const unsigned char *p, size_t n);
void crypt_free(struct crypt *c);
/* Decrypts n bytes that stand at this place of the stream. */
void crypt_apply(struct crypt *c, uint64_t at, unsigned char *p, size_t n);

#endif
