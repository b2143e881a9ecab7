#include "tap.h"

#include "sha256.h"

int
main(void)
{
	static const struct {
		const char *s, *hex;
	} known[] = {
	    /* FIPS 180-4 examples and the empty message */
	    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b"
		 "7852b855"},
	    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61"
		    "f20015ad"},
	    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd4"
	     "19db06c1"},
	};
	char hex[SHA256_HEX];
	static char big[1000];
	struct sha256 *s = sha256_new();

	for (size_t i = 0; i < 3; i++) {
		sha256_reset(s);
		sha256_add(s, known[i].s, strlen(known[i].s));
		is_text(text_of(sha256_hex(s, hex)), known[i].hex, "known");
	}
	memset(big, 'a', sizeof(big));
	sha256_reset(s);
	for (int i = 0; i < 1000; i++)
		sha256_add(s, big, 1000);
	is_text(text_of(sha256_hex(s, hex)),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39cc"
		"c7112cd0",
		"a million times a");
	sha256_reset(s);
	sha256_add(s, "a", 1);
	sha256_hex(s, hex);
	sha256_add(s, "bc", 2);
	sha256_add(s, NULL, 0);
	is_text(text_of(sha256_hex(s, hex)), known[1].hex,
		"in two parts, asked in between");
	is_int(sha256_bytes(s), 3, "bytes");
	sha256_free(s);
	return done();
}
