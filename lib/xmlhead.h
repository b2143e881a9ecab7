/* In what encoding an XML document is, as far as xmlin has to know. */
#ifndef XMLHEAD_H
#define XMLHEAD_H

#include <stdbool.h>

/* By its first four bytes: some UTF-8 or UTF-16, and no UTF-32, EBCDIC or
 * something that is no XML at all. */
#define XMLHEAD_SIZE 4
bool xmlhead_fits(const unsigned char p[XMLHEAD_SIZE]);
/* Of those that fit, the ones in bytes: UTF-8 unless declared otherwise. */
bool xmlhead_is_bytes(const unsigned char p[XMLHEAD_SIZE]);

/* What the name of a declared encoding says. */
enum xmlhead_encoding {
	XMLHEAD_OTHER,
	XMLHEAD_ASCII,
	XMLHEAD_UTF8,
	XMLHEAD_UTF16
};
enum xmlhead_encoding xmlhead_encoding(const char *name);

#endif
