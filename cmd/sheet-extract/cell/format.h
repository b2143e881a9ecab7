/* What a number format makes of a number: ECMA-376 18.8.30 and 18.8.31. */
#ifndef FORMAT_H
#define FORMAT_H

#include <stddef.h>

#include "text.h"

enum format {
	FORMAT_NUMBER,	 /* General, 0.00, 0%, @: the number as it is */
	FORMAT_DATE,	 /* d-m-yyyy */
	FORMAT_TIME,	 /* h:mm, without a date */
	FORMAT_DATETIME, /* both */
	FORMAT_DURATION	 /* [h]:mm: hours that go on after 24 */
};

/* By the code of a custom format; its first section decides. */
enum format format_of_code(struct text code);
/* By the number of a built-in format (0 to 163). */
enum format format_of_id(size_t id);

#endif
