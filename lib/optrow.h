/* Rows of options: what a tool's table is made of, the rows that all tools
 * have, and what these set. */
#ifndef OPTROW_H
#define OPTROW_H

#include <stdbool.h>
#include <stddef.h>

/* What an option does to *target. */
enum opt_kind {
	OPT_FLAG,   /* bool: set to true */
	OPT_TEXT,   /* const char *: the argument; given twice is an error */
	OPT_LIST,   /* struct opt_list: every argument, in order */
	OPT_CHOICE, /* const char *: one of the words of `arg`, as in "a|b" */
	OPT_WORD,   /* const char *: a flag, or with one of the words of `arg`
		     * behind   it: set to that word, else to "" */
	OPT_CHAR,   /* char: one character; \t is a tab */
	OPT_COUNT   /* size_t: a whole number, not negative */
};

/* The items are views of argv; opt_parse allocates the array, which lives as
 * long as the program. */
struct opt_list {
	const char **items;
	size_t count;
};

struct opt {
	char letter; /* 0: only long */
	const char *name;
	enum opt_kind kind;
	void *target;
	const char *arg; /* its name in --help; NULL for a flag */
	const char *help;
};

/* A letter or word that an option had in the version before: it still works,
 * with a warning, and goes in the next. */
struct opt_old {
	char letter;	  /* 0: `name` is old */
	const char *name; /* NULL: `letter` is old */
	const char *now;  /* the option, long */
};

/* What completion offers for the value of an option: the lines that `command`
 * (of the shell) prints. In it $file is the first file among the operands, and
 * $opt_X the value of the option with letter X on the line. */
struct opt_values {
	const char *name; /* of the option, long */
	const char *command;
};

/* Rows that several tools have: one letter, word and meaning. */
#define OPT_GEMEENTEN(to)                                         \
	{                                                         \
		'g', "gemeenten", OPT_TEXT, to, "GEMEENTEN.csv",  \
		    "municipalities, names, woondeals, province " \
		    "(needed)"                                    \
	}
#define OPT_FINDINGS(to)                             \
	{                                            \
		0, "findings", OPT_TEXT, to, "FILE", \
		    "write all findings to FILE"     \
	}
#define OPT_FAIL_ON(to)                                                   \
	{                                                                 \
		0, "fail-on", OPT_CHOICE, to, "error|warning",            \
		    "exit 1 on findings of this severity (default error)" \
	}

/* The columns of $file. */
#define OPT_COLUMNS "csvpick -T -- \"$file\" | head -n 1 | tr '\\t' '\\n'"

/* For an opt_program: a list and how long it is. */
#define OPT_OPTIONS(list) \
	.options = (list), .option_count = sizeof(list) / sizeof((list)[0])
#define OPT_VALUES(list) \
	.values = (list), .value_count = sizeof(list) / sizeof((list)[0])
#define OPT_OLD(list) \
	.old = (list), .old_count = sizeof(list) / sizeof((list)[0])

/* -o -q -v -h -V, --max-messages, --progress, --receipt and --completion are
 * every tool's and are added by opt_parse; a tool's own table never repeats
 * them. */
struct opt_program {
	const char *name;
	const char *summary;  /* one line */
	const char *operands; /* as in usage: "[FILE...]" */
	const struct opt *options;
	size_t option_count;
	const char *brief;    /* the options that people need, by name: "where
			       * columns"; NULL: all. --help all has the rest */
	const char *examples; /* lines, each ending in \n; --help has two */
	size_t min_operands;
	size_t max_operands; /* SIZE_MAX: any number */
	bool reads_stdin;    /* no operand means standard input */
	bool views; /* writes CSV: has --table, --json and --rows too */
	const struct opt_values *values;
	size_t value_count;
	const struct opt_old *old;
	size_t old_count;
	const char
	    *files; /* how operands' names end: "xlsx ods"; NULL: "csv gz" */
};

/* What the rows of every tool set. */
struct opt_common {
	const char *output, *receipt, *progress;
	bool quiet, verbose, help, all, version, completion, table, json;
	size_t messages, rows;
};
extern struct opt_common opt_common;

/* Row i of the tool's own and of those of all tools, optrow_total of them. */
const struct opt *optrow_at(const struct opt_program *p, size_t i);
size_t optrow_total(const struct opt_program *p);
/* By its long name; NULL when there is none. */
const struct opt *optrow_named(const struct opt_program *p, const char *name);
/* "-g" or "--grain"; until the next call. */
const char *optrow_old_word(const struct opt_old *o);

#endif
