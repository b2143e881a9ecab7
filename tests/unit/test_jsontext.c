/* jsontext: any bytes as a string of JSON. */
#include "jsontext.h"
#include "tap.h"

static struct buffer b;

static struct text
json(struct text t)
{
	buffer_clear(&b);
	jsontext_add(&b, t);
	return buffer_view(&b);
}

#define is_json(text, want, name) is_text(json(text), want, name)

int
main(void)
{
	is_json(text_of(""), "\"\"", "nothing");
	is_json(text_of("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"",
		"what must be escaped");
	is_json(text_of("\n\r\t\b\033"), "\"\\n\\r\\t\\u0008\\u001b\"",
		"controls");
	is_json(text_of("S\xC3\xBA\xE6\x97\xA5\xF0\x9F\x98\x80"),
		"\"S\xC3\xBA\xE6\x97\xA5\xF0\x9F\x98\x80\"", "UTF-8 as it is");
	is_json(text_of("\x7f\xC2\x9b\xE2\x80\xAE\xD8\x9C"),
		"\"\\u007f\\u009b\\u202e\\u061c\"", "what steers a terminal");
	is_json(text_of("a\xFF\xC3z\xED\xA0\x80"),
		"\"a\\udcff\\udcc3z\\udced\\udca0\\udc80\"",
		"bytes that are no UTF-8");
	is_json(((struct text){"a\0b", 3}), "\"a\\u0000b\"", "NUL");
	buffer_free(&b);
	return done();
}
