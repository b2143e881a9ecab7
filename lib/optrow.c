#include "optrow.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define HELP_ALL "what people need, or all there is"

/* The options of every tool and what they set. */
struct opt_common opt_common = {.messages = 10, .rows = SIZE_MAX};

static const struct opt common_options[] = {
    {'o', "output", OPT_TEXT, &opt_common.output, "FILE",
     "write to FILE, whole or not at all"},
    {'v', "verbose", OPT_FLAG, &opt_common.verbose, NULL,
     "say what was counted, on standard error"},
    {'q', "quiet", OPT_FLAG, &opt_common.quiet, NULL, "only errors"},
    {0, "max-messages", OPT_COUNT, &opt_common.messages, "N",
     "messages per rule, then only a count (default 10)"},
    {0, "progress", OPT_CHOICE, &opt_common.progress, "auto|always|never",
     "a line of progress (auto: on a terminal, after 2 s)"},
    {0, "receipt", OPT_TEXT, &opt_common.receipt, "FILE",
     "write what was read and written, as JSON"},
    {0, "completion", OPT_FLAG, &opt_common.completion, NULL,
     "print completion for bash (zsh: bashcompinit)"},
    {'h', "help", OPT_FLAG, &opt_common.help, "all", HELP_ALL},
    {'V', "version", OPT_FLAG, &opt_common.version, NULL, "show the version"},
};

/* Of those that write CSV. */
static const struct opt view_options[] = {
    {0, "table", OPT_FLAG, &opt_common.table, NULL,
     "a table for people, as wide as the terminal"},
    {0, "json", OPT_FLAG, &opt_common.json, NULL, "JSON: an array of objects"},
    {0, "rows", OPT_COUNT, &opt_common.rows, "N",
     "rows that --table shows, 0 for all (default 1000)"},
};

#define COMMON (sizeof(common_options) / sizeof(common_options[0]))
#define VIEWS (sizeof(view_options) / sizeof(view_options[0]))

const struct opt *
optrow_at(const struct opt_program *p, size_t i)
{
	size_t views = p->views ? VIEWS : 0;

	if (i < p->option_count)
		return &p->options[i];
	i -= p->option_count;
	return i < views ? &view_options[i] : &common_options[i - views];
}

size_t
optrow_total(const struct opt_program *p)
{
	return p->option_count + (p->views ? VIEWS : 0) + COMMON;
}

const struct opt *
optrow_named(const struct opt_program *p, const char *name)
{
	for (size_t i = 0; i < optrow_total(p); i++)
		if (strcmp(optrow_at(p, i)->name, name) == 0)
			return optrow_at(p, i);
	return NULL;
}

const char *
optrow_old_word(const struct opt_old *o)
{
	static char word[64];

	if (o->letter)
		snprintf(word, sizeof(word), "-%c", o->letter);
	else
		snprintf(word, sizeof(word), "--%s", o->name);
	return word;
}
