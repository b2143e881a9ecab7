#include "meta/periodlabel.h"

#include <stddef.h>
#include <stdio.h>

static const char *const months[][2] = {{"januari", "january"},
					{"februari", "february"},
					{"maart", "march"},
					{"april", "april"},
					{"mei", "may"},
					{"juni", "june"},
					{"juli", "july"},
					{"augustus", "august"},
					{"september", "september"},
					{"oktober", "october"},
					{"november", "november"},
					{"december", "december"}};

static int
month_of(struct text word)
{
	for (int i = 0; i < 12; i++)
		if (text_is(word, months[i][0]) || text_is(word, months[i][1]))
			return i + 1;
	return 0;
}

/* "1e kwartaal", "2nd quarter", "1e halfjaar": the digit, and what it counts.
 */
static bool
part_of_year(struct text word, const char **code, int *number)
{
	static const char *const words[][2] = {{"kwartaal", "KW"},
					       {"quarter", "KW"},
					       {"halfjaar", "HJ"},
					       {"half-year", "HJ"}};
	struct text first, rest = word;

	if (!text_split(&rest, ' ', &first) || !rest.s || first.n < 2 ||
	    first.n > 3 || first.s[0] < '1' || first.s[0] > '4')
		return false;
	*number = first.s[0] - '0';
	for (size_t i = 0; i < 4; i++) {
		if (!text_is(rest, words[i][0]))
			continue;
		*code = words[i][1];
		return true;
	}
	return false;
}

bool
period_label(struct text label, char key[PERIOD_KEY])
{
	char buf[64];
	struct text t = text_fold(label, buf, sizeof(buf)), word = t;
	const char *code = "JJ";
	int number = 0;

	if (t.n < 4 || t.n >= sizeof(buf) - 1)
		return false;
	for (size_t i = 0; i < 4; i++)
		if (t.s[i] < '0' || t.s[i] > '9')
			return false;
	word.s += 4;
	word.n -= 4;
	word = text_trim(word);
	if (t.n > 4 && t.s[4] != ' ')
		return false;
	if (word.n && (number = month_of(word)) != 0)
		code = "MM";
	else if (word.n && !part_of_year(word, &code, &number))
		return false;
	snprintf(key, PERIOD_KEY, "%.4s%s%02d", t.s, code, number);
	return true;
}
