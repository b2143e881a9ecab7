#include "opthelp.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

/* The help of an option from column HELP_AT on, broken at blanks before the
 * edge of an 80-column terminal. */
#define HELP_AT 28
#define HELP_WIDTH (80 - HELP_AT - 1)

static void
print_wrapped(const char *help, size_t n)
{
	size_t cut;

	while (n > HELP_WIDTH) {
		for (cut = HELP_WIDTH; cut > 0 && help[cut] != ' '; cut--)
			;
		if (cut == 0)
			break;
		printf("%.*s\n%*s", (int)cut, help, HELP_AT, "");
		help += cut + 1;
		n -= cut + 1;
	}
	printf("%.*s\n", (int)n, help);
}

/* What a row means: without the details behind " (" or "; ", but for
 * "(needed)". */
static size_t
meaning(const char *help)
{
	static const char needed[] = " (needed)";
	size_t n = 0;

	while (help[n] && strncmp(help + n, " (", 2) != 0 &&
	       strncmp(help + n, "; ", 2) != 0)
		n++;
	if (strncmp(help + n, needed, strlen(needed)) == 0)
		n += strlen(needed);
	return n;
}

static void
print_option(const struct opt *o, bool all)
{
	bool may = o->kind == OPT_WORD || (o->kind == OPT_FLAG && o->arg);
	char left[80];

	snprintf(left, sizeof(left), "  %c%c%s --%s%s%s%s",
		 o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
		 o->letter ? "," : " ", o->name,
		 may	  ? " ["
		 : o->arg ? " "
			  : "",
		 o->arg ? o->arg : "", may ? "]" : "");
	if (strlen(left) < HELP_AT)
		printf("%-*s", HELP_AT, left);
	else
		printf("%s\n%*s", left, HELP_AT, "");
	print_wrapped(o->help, all ? strlen(o->help) : meaning(o->help));
}

/* The option is among those that --help shows. */
static bool
is_brief(const struct opt_program *p, const struct opt *o)
{
	struct text rest = text_of(p->brief), word;

	if (!p->brief || o->target == &opt_common.output ||
	    o->target == &opt_common.help)
		return true;
	while (text_split(&rest, ' ', &word))
		if (text_is(word, o->name))
			return true;
	return false;
}

/* The first n lines, or all. */
static const char *
end_of_lines(const char *s, size_t n)
{
	for (; n > 0 && *s; n--)
		s += strcspn(s, "\n") + 1;
	return s;
}

/* A screen of 24 lines, or all. */
void
opthelp_print(const struct opt_program *p, bool all)
{
	const char *end = end_of_lines(p->examples, all ? SIZE_MAX : 2);

	printf("usage: %s [OPTION]... %s\n%s\n\n", p->name, p->operands,
	       p->summary);
	for (size_t i = 0; i < optrow_total(p); i++)
		if (all || is_brief(p, optrow_at(p, i)))
			print_option(optrow_at(p, i), all);
	printf("\nExit status: 0 fine, 1 findings or differences, 2 do not use "
	       "the output\n%.*s",
	       (int)(end - p->examples), p->examples);
	if (all && p->old_count)
		printf("\nOld names, which go in the next version:\n");
	for (size_t i = 0; all && i < p->old_count; i++)
		printf("  %s is --%s\n", optrow_old_word(&p->old[i]),
		       p->old[i].now);
}
