#include "xmlhead.h"

#include <stddef.h>
#include <string.h>

static const unsigned char wide_starts[][XMLHEAD_SIZE] = {{0xfe, 0xff, 0, '<'},
							  {0xff, 0xfe, '<', 0},
							  {0, '<', 0, '?'},
							  {'<', 0, '?', 0}};

bool
xmlhead_is_bytes(const unsigned char p[XMLHEAD_SIZE])
{
	if (p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf)
		return true;
	return (p[0] == '<' || p[0] == ' ' || p[0] == '\t' || p[0] == '\r' ||
		p[0] == '\n') &&
	       p[1] != 0;
}

bool
xmlhead_fits(const unsigned char p[XMLHEAD_SIZE])
{
	for (size_t i = 0; i < sizeof(wide_starts) / sizeof(*wide_starts); i++)
		if (memcmp(p, wide_starts[i], XMLHEAD_SIZE) == 0)
			return true;
	return xmlhead_is_bytes(p);
}

/* Case of ASCII letters not counted, whatever the locale. */
static bool
same_name(const char *a, const char *b)
{
	for (; *a != '\0'; a++, b++) {
		char c = *a;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != *b)
			return false;
	}
	return *b == '\0';
}

enum xmlhead_encoding
xmlhead_encoding(const char *name)
{
	static const struct {
		const char *name;
		enum xmlhead_encoding is;
	} known[] = {{"UTF-8", XMLHEAD_UTF8},	  {"UTF-16", XMLHEAD_UTF16},
		     {"UTF-16LE", XMLHEAD_UTF16}, {"UTF-16BE", XMLHEAD_UTF16},
		     {"US-ASCII", XMLHEAD_ASCII}, {"ASCII", XMLHEAD_ASCII}};
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (same_name(name, known[i].name))
			return known[i].is;
	return XMLHEAD_OTHER;
}
