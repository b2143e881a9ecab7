/* buffer: what is put together, and what it looks like in between. */
#include "buffer.h"
#include "tap.h"

/* So many bytes that its memory moves, with numbers that tell their place. */
static bool
grows(struct buffer *b)
{
	size_t n = 0;
	char want[16];
	buffer_clear(b);
	for (unsigned i = 0; i < 20000; i++)
		buffer_printf(b, "%05u,", i);
	for (unsigned i = 0; i < 20000; i++, n += 6) {
		snprintf(want, sizeof(want), "%05u,", i);
		if (memcmp(b->s + n, want, 6) != 0)
			return false;
	}
	return b->n == n && strlen(buffer_view(b).s) == n;
}

int
main(void)
{
	struct buffer b = {0}, other = {0};

	is_text(buffer_view(&b), "", "an empty one is an empty text");
	ok(buffer_view(&b).s[0] == '\0', "with a NUL");
	buffer_add(&b, text_of("ab"));
	buffer_char(&b, 'c');
	buffer_string(&b, "de");
	buffer_bytes(&b, "fgh", 2);
	buffer_bytes(&b, NULL, 0);
	is_text(buffer_view(&b), "abcdefg", "piece by piece");
	buffer_clear(&b);
	buffer_uint(&b, 0);
	buffer_char(&b, ' ');
	buffer_uint(&b, UINT64_MAX);
	is_text(buffer_view(&b), "0 18446744073709551615", "whole numbers");
	buffer_clear(&b);
	buffer_printf(&b, "%s-%d", "x", 7);
	buffer_printf(&b, "%s", "");
	is_text(buffer_view(&b), "x-7", "as printf");
	buffer_clear(&b);
	buffer_list(&b, "|", text_of("a"));
	buffer_list(&b, "|", text_of("b"));
	is_text(buffer_view(&b), "a|b", "a list, between its items only");
	ok(grows(&b), "120,000 bytes");
	buffer_clear(&b);
	buffer_part(&b, text_of("a"));
	buffer_part(&b, text_of("b1:c"));
	buffer_part(&other, text_of("a4:b"));
	buffer_part(&other, text_of("1:c"));
	ok(!text_equal(buffer_view(&b), buffer_view(&other)),
	   "parts of a key do not run together");
	is_text(buffer_view(&b), "1:a4:b1:c", "a key of two parts");
	buffer_free(&b);
	ok(b.s == NULL && b.n == 0, "freed, it is empty");
	buffer_add(&b, text_of("again"));
	is_text(buffer_view(&b), "again", "and can be filled");
	buffer_free(&b);
	buffer_free(&other);
	return done();
}
