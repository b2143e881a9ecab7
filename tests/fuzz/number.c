/* libFuzzer target: number formats and numbers. A line of format code, then
 * the number; what is written must be read back as the same number. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "cell/format.h"
#include "cell/number.h"
#include "cell/moment.h"
#include "cell/place.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct text all = {(const char *)data, size}, code, out;
	char buf[NUMBER_TEXT], again[NUMBER_TEXT], iso[MOMENT_TEXT];
	struct format_code format;
	struct moment m, back;
	struct number v;
	struct range range;
	if (!text_split(&all, '\n', &code) || all.s == NULL)
		return 0;
	format_parse(code, &format);
	(void)range_parse(all, &range);
	if (!number_text(all, buf, &out))
		return 0;
	char *copy = again;
	struct text second;
	assert(out.n < NUMBER_TEXT);
	assert(number_text(out, copy, &second) && text_equal(out, second));
	assert(number_scan(all, &v));
	enum format kind = format_of(&format, &v);
	if (kind == FORMAT_NUMBER ||
	    !moment_of_serial(&v, kind, (size & 1) != 0, &m))
		return 0;
	out = moment_text(&m, kind, iso);
	assert(out.n > 0 && out.n < MOMENT_TEXT);
	/* Serial 60 is the one day that the calendar does not have. */
	if (!m.leap_bug)
		assert(m.duration ? moment_of_duration(out, &back)
				  : moment_of_iso(out, &back));
	return 0;
}
