/* Options: one table per tool gives getopt_long's arrays, --help, the usage
 * line, nearest-name advice and completion, so that they cannot disagree.
 * May end the program: 0 for --help and --version, 2 for bad usage. */
#ifndef OPT_H
#define OPT_H

#include <stdbool.h>
#include <stddef.h>

/* What an option does to *target. */
enum opt_kind {
	OPT_FLAG,   /* bool: set to true */
	OPT_TEXT,   /* const char *: the argument; given twice is an error */
	OPT_LIST,   /* struct opt_list: every argument, in order */
	OPT_CHOICE, /* const char *: one of the words of `arg`, as in "a|b" */
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

/* What opt_parse found. Operands point into argv, reordered; with
 * reads_stdin and none given there is one, "-". */
struct opt_result {
	const char *output; /* -o; NULL or "-" is standard output */
	const char **operands;
	size_t operand_count;
};

/* Also makes sure that descriptors 0 to 2 are open (a closed standard output
 * then fails on write, not silently into another file). "-" twice, an operand
 * too many, and no operand with a terminal on standard input are usage errors.
 */
struct opt_result opt_parse(const struct opt_program *p, int argc, char **argv);
/* The tool that runs has this long option: for messages that would name one.
 * False before opt_parse. */
bool opt_has(const char *name);
/* A usage error found by the tool itself, e.g. options that exclude each
 * other: one line, exit 2. */
_Noreturn void opt_usage(const struct opt_program *p, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
