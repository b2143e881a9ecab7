#include "uuid.h"

#include "buffer.h"
#include "crypto.h"

struct text
uuid(const struct text *pieces, size_t count, char buf[UUID_TEXT])
{
	unsigned char sum[CRYPTO_MD5_SIZE];
	struct buffer all = {0};
	struct text one;
	char *p = buf;

	for (size_t i = 0; i < count; i++) {
		if (i)
			buffer_char(&all, '\x1f');
		buffer_add(&all, pieces[i]);
	}
	one = buffer_view(&all);
	crypto_digest(CRYPTO_MD5, &one, 1, sum);
	buffer_free(&all);
	for (size_t i = 0; i < CRYPTO_MD5_SIZE; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = "0123456789abcdef"[sum[i] >> 4];
		*p++ = "0123456789abcdef"[sum[i] & 15];
	}
	return (struct text){buf, (size_t)(p - buf)};
}
