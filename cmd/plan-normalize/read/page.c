#include "read/page.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"

static void
put_place(struct buffer *b, const struct finding_place *place)
{
	char letters[TEXT_LETTERS];

	buffer_string(b, "rij ");
	buffer_uint(b, place->record);
	if (place->column) {
		text_letters(place->column - 1, letters);
		buffer_string(b, ", cel ");
		buffer_string(b, letters);
		buffer_uint(b, place->record);
	}
	if (place->name.n) {
		buffer_string(b, " (");
		buffer_add(b, place->name);
		buffer_char(b, ')');
	}
	buffer_string(b, ": ");
}

static void
put_sentence(struct buffer *b, const char *s, const struct text *args,
	     size_t count)
{
	for (; *s; s++) {
		size_t which = (size_t)(s[0] == '{' ? s[1] - '0' : 10);

		if (which > 9 || s[2] != '}') {
			buffer_char(b, *s);
			continue;
		}
		if (which < count)
			buffer_add(b, args[which]);
		s += 2;
	}
}

/* One line: control characters in what was delivered become '?'. */
static void
tame(struct buffer *b)
{
	for (size_t i = 0; i < b->n; i++)
		if ((unsigned char)b->s[i] < 0x20 || b->s[i] == 0x7f)
			b->s[i] = '?';
}

struct text
note_text(struct arena *a, enum rule rule, const struct finding_place *place,
	  const struct text *args, size_t count)
{
	struct buffer b = {0};
	struct text t;

	put_place(&b, place);
	put_sentence(&b, rules[rule].dutch, args, count);
	tame(&b);
	t = arena_text(a, buffer_view(&b));
	free(b.s);
	return t;
}

void
page_add(struct page *p, const struct note *n)
{
	if (p->counts[n->rule]++ >= PAGE_NOTES)
		return;
	p->notes = mem_grow(p->notes, &p->note_cap, p->note_count + 1,
			    sizeof(*p->notes));
	p->notes[p->note_count++] = *n;
}

void
page_clear(struct page *p)
{
	free(p->notes);
	memset(p, 0, sizeof(*p));
}
