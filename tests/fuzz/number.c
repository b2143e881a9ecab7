/* libFuzzer target: number formats and numbers. A line of format code, then
 * the number; what is written must be read back as the same number. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "cell/format.h"
#include "cell/number.h"
#include "cell/place.h"
#include "cell/serial.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct text all = {(const char *)data, size}, code, out;
	char buf[NUMBER_TEXT], again[NUMBER_TEXT], serial[SERIAL_TEXT];
	struct number v;
	struct range range;
	if (!text_split(&all, '\n', &code) || all.s == NULL)
		return 0;
	enum format format = format_of_code(code);
	(void)range_parse(all, &range);
	if (!number_text(all, buf, &out))
		return 0;
	char *copy = again;
	struct text second;
	assert(out.n < NUMBER_TEXT);
	assert(number_text(out, copy, &second) && text_equal(out, second));
	assert(number_scan(all, &v));
	if (serial_text(&v, format, (size & 1) != 0, serial, &out))
		assert(out.n > 0 && out.n < SERIAL_TEXT);
	return 0;
}
