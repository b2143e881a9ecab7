#include "opt.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "diag.h"
#include "mem.h"
#include "progress.h"
#include "receipt.h"
#include "text.h"
#include "outform.h"

#define HELP_ALL "what people need, or all there is"

/* The options of every tool and what they set. */
static struct {
	const char *output, *receipt, *progress;
	bool quiet, verbose, help, all, version, completion, table, json;
	size_t messages, rows;
} common = {.messages = 10, .rows = SIZE_MAX};

static const struct opt common_options[] = {
    {'o', "output", OPT_TEXT, &common.output, "FILE",
     "write to FILE, whole or not at all"},
    {'v', "verbose", OPT_FLAG, &common.verbose, NULL,
     "say what was counted, on standard error"},
    {'q', "quiet", OPT_FLAG, &common.quiet, NULL, "only errors"},
    {0, "max-messages", OPT_COUNT, &common.messages, "N",
     "messages per rule, then only a count (default 10)"},
    {0, "progress", OPT_CHOICE, &common.progress, "auto|always|never",
     "a line of progress (auto: on a terminal, after 2 s)"},
    {0, "receipt", OPT_TEXT, &common.receipt, "FILE",
     "write what was read and written, as JSON"},
    {0, "completion", OPT_FLAG, &common.completion, NULL,
     "print completion for bash (zsh: bashcompinit)"},
    {'h', "help", OPT_FLAG, &common.help, "all", HELP_ALL},
    {'V', "version", OPT_FLAG, &common.version, NULL, "show the version"},
};

/* Of those that write CSV. */
static const struct opt view_options[] = {
    {0, "table", OPT_FLAG, &common.table, NULL,
     "a table for people, as wide as the terminal"},
    {0, "json", OPT_FLAG, &common.json, NULL, "JSON: an array of objects"},
    {0, "rows", OPT_COUNT, &common.rows, "N",
     "rows that --table shows, 0 for all (default 1000)"},
};

#define COMMON (sizeof(common_options) / sizeof(common_options[0]))
#define VIEWS (sizeof(view_options) / sizeof(view_options[0]))
#define VIEW_ROWS 1000

/* Options get codes above every character by their name, and old names codes
 * above those. */
#define LONG_CODE 256
#define OLD_CODE 1024

static const struct opt *
option_at(const struct opt_program *p, size_t i)
{
	size_t views = p->views ? VIEWS : 0;

	if (i < p->option_count)
		return &p->options[i];
	i -= p->option_count;
	return i < views ? &view_options[i] : &common_options[i - views];
}

static size_t
option_total(const struct opt_program *p)
{
	return p->option_count + (p->views ? VIEWS : 0) + COMMON;
}

void
opt_usage(const struct opt_program *p, const char *fmt, ...)
{
	struct buffer text = {0};
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(&text, fmt, ap);
	va_end(ap);
	diag_fail("%s; usage: %s [OPTION]... %s (see %s --help)",
		  buffer_view(&text).s, p->name, p->operands, p->name);
	buffer_free(&text);
	exit(EXIT_FATAL);
}

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
	bool may = o->kind == OPT_FLAG && o->arg;
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

/* "-g" or "--grain"; until the next call. */
static const char *
old_word(const struct opt_old *o)
{
	static char word[64];

	if (o->letter)
		snprintf(word, sizeof(word), "-%c", o->letter);
	else
		snprintf(word, sizeof(word), "--%s", o->name);
	return word;
}

/* The option is among those that --help shows. */
static bool
is_brief(const struct opt_program *p, const struct opt *o)
{
	struct text rest = text_of(p->brief), word;

	if (!p->brief || o->target == &common.output ||
	    o->target == &common.help)
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
static void
print_help(const struct opt_program *p, bool all)
{
	const char *end = end_of_lines(p->examples, all ? SIZE_MAX : 2);

	printf("usage: %s [OPTION]... %s\n%s\n\n", p->name, p->operands,
	       p->summary);
	for (size_t i = 0; i < option_total(p); i++)
		if (all || is_brief(p, option_at(p, i)))
			print_option(option_at(p, i), all);
	printf("\nExit status: 0 fine, 1 findings or differences, 2 do not use "
	       "the output\n%.*s",
	       (int)(end - p->examples), p->examples);
	if (all && p->old_count)
		printf("\nOld names, which go in the next version:\n");
	for (size_t i = 0; all && i < p->old_count; i++)
		printf("  %s is --%s\n", old_word(&p->old[i]), p->old[i].now);
}

/* "_csv_pick" for csv-pick. */
static void
print_function(const struct opt_program *p)
{
	putchar('_');
	for (const char *c = p->name; *c; c++)
		putchar(*c == '-' ? '_' : *c);
}

static void
print_names(const struct opt *o)
{
	if (o->letter)
		printf("-%c | ", o->letter);
	printf("--%s) ", o->name);
}

static const char *
command_of(const struct opt_program *p, const struct opt *o)
{
	for (size_t i = 0; i < p->value_count; i++)
		if (strcmp(p->values[i].name, o->name) == 0)
			return p->values[i].command;
	return NULL;
}

static bool
ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

/* The kind of file that a value is, from what --help calls it. */
static const char *
files_of(const struct opt *o)
{
	static const char *const tables[] = {"LAYOUT", "FINDINGS", "OLD",
					     "LIST"};

	if (strcmp(o->arg, "FOLDER") == 0)
		return "/";
	if (ends(o->arg, "FILE"))
		return "*";
	if (ends(o->arg, ".csv"))
		return "csv gz";
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (strcmp(o->arg, tables[i]) == 0)
			return "csv gz";
	return "";
}

/* What comes behind an option that takes a value. */
static void
print_value(const struct opt_program *p, const struct opt *o)
{
	const char *command = command_of(p, o);

	printf("\t");
	print_names(o);
	if (o->kind == OPT_CHOICE) {
		printf("kinds='' words='");
		for (const char *c = o->arg; *c; c++)
			putchar(*c == '|' ? ' ' : *c);
		printf("'");
	} else if (command)
		printf("kinds='' list=$(%s)", command);
	else
		printf("kinds='%s'", files_of(o));
	printf(" ;;\n");
}

/* Which word is the value of an option, and which the data. */
static void
print_line(const struct opt_program *p)
{
	printf("\tfor ((i = 1; i < ${#COMP_WORDS[@]}; i++)); do\n"
	       "\t\tword=${COMP_WORDS[i]//\\\\/}\n"
	       "\t\tcase ${COMP_WORDS[i - 1]} in\n");
	for (size_t i = 0; i < option_total(p); i++) {
		const struct opt *o = option_at(p, i);

		if (o->kind == OPT_FLAG)
			continue;
		printf("\t\t");
		print_names(o);
		if (o->letter)
			printf("opt_%c=$word", o->letter);
		printf(" ;;\n");
	}
	printf("\t\t*) [[ $file || ! -f $word ]] || file=$word ;;\n"
	       "\t\tesac\n\tdone\n");
}

/* bash takes a word apart at =: back to --columns NAME, and to DIM=CODE. zsh
 * says "--" where the word is empty. */
static const char behind_equals[] =
    "\t[[ ${COMP_WORDS[n]} ]] || cur=''\n"
    "\tif [[ ${COMP_WORDS[n]} = '=' ]]; then prev='=' n=$((n + 1)); fi\n"
    "\tif [[ $prev = '=' ]]; then\n"
    "\t\tprev=${COMP_WORDS[n - 2]}\n"
    "\t\tif [[ $prev != -* ]]; then cut=$prev= cur=$prev=$cur "
    "prev=${COMP_WORDS[n - 3]}; fi\n"
    "\tfi\n";

/* Words of options; what a value or an operand may be. It runs in zsh, too. Of
 * a list with commas the last is completed. */
static void
print_completion(const struct opt_program *p)
{
	print_function(p);
	printf("() {\n\tlocal cur=$2 prev=$3 n=$COMP_CWORD cut='' file='' "
	       "words='' list='' head='' word i "
	       "kind kinds='%s'\n",
	       p->files ? p->files : "csv gz");
	for (size_t i = 0; i < option_total(p); i++)
		if (option_at(p, i)->letter)
			printf("\tlocal opt_%c=''\n", option_at(p, i)->letter);
	print_line(p);
	printf("%s\tcase $prev in\n", behind_equals);
	for (size_t i = 0; i < option_total(p); i++)
		if (option_at(p, i)->kind != OPT_FLAG)
			print_value(p, option_at(p, i));
	printf("\t*) case $cur in -*) kinds='' words='");
	for (size_t i = 0; i < option_total(p); i++)
		printf("%s--%s", i ? " " : "", option_at(p, i)->name);
	printf("' ;; esac ;;\n"
	       "\tesac 2>/dev/null\n"
	       "\tCOMPREPLY=()\n"
	       "\tif [[ $list ]]; then head=${cur%%\"${cur##*,}\"}; fi\n"
	       "\twhile IFS= read -r word; do\n"
	       "\t\t[[ ! $word || $word != \"${cur#\"$head\"}\"* ]] ||\n"
	       "\t\t    { word=$head$word && "
	       "COMPREPLY+=(\"${word#\"$cut\"}\"); }\n"
	       "\tdone <<<\"$(printf '%%s\\n' $words)\n$list\"\n"
	       "\t[[ $kinds ]] || return 0\n"
	       "\twhile IFS= read -r word; do\n"
	       "\t\tif [[ -d $word ]]; then COMPREPLY+=(\"$word\"); fi\n"
	       "\t\t[[ ! -f $word ]] || for kind in ${kinds//\\*/.}; do\n"
	       "\t\t\tcase $word in\n"
	       "\t\t\t*.\"$kind\") COMPREPLY+=(\"$word\"); break ;;\n"
	       "\t\t\t*) [[ $kind != . ]] || COMPREPLY+=(\"$word\") ;;\n"
	       "\t\t\tesac\n\t\tdone\n"
	       "\tdone <<<\"$(compgen -f -- \"$cur\")\"\n}\n"
	       "complete -o filenames -F ");
	print_function(p);
	printf(" %s\n", p->name);
}

static void
finish_stdout(void)
{
	if (fflush(stdout) != 0 || ferror(stdout)) {
		diag_fail_errno("stdout");
		exit(EXIT_FATAL);
	}
	exit(EXIT_FINE);
}

/* A long option nobody has: name the nearest, or one that it begins. */
static void
refuse_unknown(const struct opt_program *p, const char *word)
{
	size_t n = option_total(p), len = strcspn(word, "=");
	const char **names = mem_array(n, sizeof(*names));
	const char *near;

	for (size_t i = 0; i < n; i++)
		names[i] = option_at(p, i)->name;
	near = text_nearest((struct text){word, len}, names, n);
	for (size_t i = 0; !near && len > 0 && i < n; i++)
		if (strncmp(names[i], word, len) == 0)
			near = names[i];
	free(names);
	if (near)
		opt_usage(p, "unknown option --%.*s, did you mean --%s",
			  (int)len, word, near);
	opt_usage(p, "unknown option --%.*s", (int)len, word);
}

static void
list_add(struct opt_list *l, const char *item)
{
	l->items = mem_resize(l->items, l->count + 1, sizeof(*l->items));
	l->items[l->count++] = item;
}

static bool
is_choice(const char *choices, const char *word)
{
	struct text rest = text_of(choices), part;

	while (text_split(&rest, '|', &part))
		if (text_is(part, word))
			return true;
	return false;
}

static void
set_text(const struct opt_program *p, const struct opt *o, const char *arg)
{
	const char **target = o->target;

	if (*target)
		opt_usage(p, "--%s is given twice", o->name);
	if (o->kind == OPT_CHOICE && !is_choice(o->arg, arg))
		opt_usage(p, "--%s takes %s, not \"%s\"", o->name, o->arg, arg);
	*target = arg;
}

static void
set_count(const struct opt_program *p, const struct opt *o, const char *arg)
{
	char *end;
	unsigned long long v;

	errno = 0;
	v = strtoull(arg, &end, 10);
	if (*arg < '0' || *arg > '9' || *end || errno || v > SIZE_MAX)
		opt_usage(p, "--%s takes a whole number, not \"%s\"", o->name,
			  arg);
	*(size_t *)o->target = (size_t)v;
}

static void
set(const struct opt_program *p, const struct opt *o, const char *arg)
{
	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->target = true;
		if (arg && strcmp(arg, o->arg) != 0)
			opt_usage(p, "--%s takes %s, not \"%s\"", o->name,
				  o->arg, arg);
		common.all = common.all || arg;
		break;
	case OPT_TEXT:
	case OPT_CHOICE:
		set_text(p, o, arg);
		break;
	case OPT_LIST:
		list_add(o->target, arg);
		break;
	case OPT_CHAR:
		if (strcmp(arg, "\\t") == 0)
			arg = "\t";
		if (strlen(arg) != 1)
			opt_usage(p, "--%s takes one character, not \"%s\"",
				  o->name, arg);
		*(char *)o->target = *arg;
		break;
	case OPT_COUNT:
		set_count(p, o, arg);
		break;
	}
}

static const struct opt *
option_named(const struct opt_program *p, const char *name)
{
	for (size_t i = 0; i < option_total(p); i++)
		if (strcmp(option_at(p, i)->name, name) == 0)
			return option_at(p, i);
	return NULL;
}

static char *
add_letter(char *letters, char letter, const struct opt *o)
{
	if (!letter)
		return letters;
	*letters++ = letter;
	if (o->kind != OPT_FLAG)
		*letters++ = ':';
	return letters;
}

/* Whether an argument goes with it, for getopt_long. */
static int
wants(const struct opt *o)
{
	if (o->kind != OPT_FLAG)
		return required_argument;
	return o->arg ? optional_argument : no_argument;
}

/* getopt_long's two arrays, made from the tables. */
static struct option *
make_long(const struct opt_program *p, char *letters)
{
	size_t n = option_total(p), at = 0;
	struct option *longs = mem_array(n + p->old_count + 1, sizeof(*longs));

	*letters++ = ':'; /* tell a missing argument apart */
	for (size_t i = 0; i < n; i++) {
		const struct opt *o = option_at(p, i);

		longs[at++] = (struct option){o->name, wants(o), NULL,
					      LONG_CODE + (int)i};
		letters = add_letter(letters, o->letter, o);
	}
	for (size_t i = 0; i < p->old_count; i++) {
		const struct opt_old *old = &p->old[i];
		const struct opt *o = option_named(p, old->now);

		if (old->name)
			longs[at++] = (struct option){old->name, wants(o), NULL,
						      OLD_CODE + (int)i};
		letters = add_letter(letters, old->letter, o);
	}
	*letters = '\0';
	return longs;
}

/* The old letter or name that getopt's code stands for, or NULL. */
static const struct opt_old *
old_of(const struct opt_program *p, int code)
{
	if (code >= OLD_CODE)
		return &p->old[code - OLD_CODE];
	for (size_t i = 0; i < p->old_count; i++)
		if (p->old[i].letter && p->old[i].letter == code)
			return &p->old[i];
	return NULL;
}

static const struct opt *
option_of(const struct opt_program *p, int code)
{
	if (old_of(p, code))
		return option_named(p, old_of(p, code)->now);
	if (code >= LONG_CODE)
		return option_at(p, (size_t)(code - LONG_CODE));
	for (size_t i = 0; i < option_total(p); i++)
		if (option_at(p, i)->letter == code)
			return option_at(p, i);
	return NULL;
}

/* After -q is known. */
static void
tell_old(const struct opt_program *p, const bool *used)
{
	for (size_t i = 0; i < p->old_count; i++) {
		const char *word = old_word(&p->old[i]);

		if (used[i])
			diag_warn("%s is now --%s; %s goes in the next version",
				  word, p->old[i].now, word);
	}
}

/* getopt takes the beginning of a name for the name: --table F was --table-id
 * F. `word` is what was typed. */
static void
refuse_beginning(const struct opt_program *p, int code, const char *word)
{
	const char *name = code >= OLD_CODE    ? old_of(p, code)->name
			   : code >= LONG_CODE ? option_of(p, code)->name
					       : NULL;

	if (name && strlen(name) != strcspn(word + 2, "="))
		refuse_unknown(p, word + 2);
}

/* old[i] becomes true where the i-th old letter or name is used. */
static void
parse_options(const struct opt_program *p, int argc, char **argv, bool *old)
{
	char letters[256];
	static struct option *longs; /* as old in opt_parse */
	const struct opt *o;
	int c;

	longs = make_long(p, letters);
	opterr = 0;
	while ((c = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		bool failed = c == ':' || c == '?';
		bool apart = !failed && optarg == argv[optind - 1];

		refuse_beginning(p, failed ? optopt : c,
				 argv[optind - 1 - apart]);
		if (c == ':') {
			o = option_of(p, optopt);
			opt_usage(p, "--%s wants %s", o->name, o->arg);
		}
		if (c == '?' && optopt >= LONG_CODE)
			opt_usage(p, "--%s takes no argument",
				  option_of(p, optopt)->name);
		if (c == '?' && optopt)
			opt_usage(p, "unknown option -%c", optopt);
		if (c == '?')
			refuse_unknown(p, argv[optind - 1] + 2);
		set(p, option_of(p, c), optarg);
		if (old_of(p, c))
			old[old_of(p, c) - p->old] = true;
	}
	free(longs);
}

static struct opt_result
take_operands(const struct opt_program *p, int argc, char **argv)
{
	static const char *only_stdin[] = {"-"};
	struct opt_result r = {common.output, (const char **)argv + optind,
			       (size_t)(argc - optind)};
	size_t dashes = 0;

	for (size_t i = 0; i < r.operand_count; i++)
		dashes += strcmp(r.operands[i], "-") == 0;
	if (dashes > 1)
		opt_usage(p, "standard input (-) can be given only once");
	if (r.operand_count > p->max_operands)
		opt_usage(p, "one operand too many: \"%s\"",
			  r.operands[p->max_operands]);
	if (r.operand_count == 0 && p->reads_stdin) {
		if (isatty(STDIN_FILENO))
			opt_usage(p, "no file given and standard input is a "
				     "terminal");
		r.operands = only_stdin;
		r.operand_count = 1;
	}
	if (r.operand_count < p->min_operands)
		opt_usage(p, "%s wants %zu operand%s, not %zu", p->name,
			  p->min_operands, p->min_operands == 1 ? "" : "s",
			  r.operand_count);
	return r;
}

/* A closed descriptor would be taken by the first file opened, and data
 * would go into it. In its place comes one on which the use fails. */
static void
guard_descriptors(void)
{
	static const int mode[] = {O_WRONLY, O_RDONLY, O_RDWR};

	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
		    open("/dev/null", mode[fd]) != fd)
			exit(EXIT_FATAL);
}

/* The three go to outform.h, where the writers ask. */
static void
settle_view(const struct opt_program *p)
{
	if (common.table && common.json)
		opt_usage(p, "--table and --json exclude each other");
	if (common.rows != SIZE_MAX && !common.table)
		opt_usage(p, "--rows is for --table");
	outform_ask(common.table  ? OUTFORM_TABLE
		    : common.json ? OUTFORM_JSON
				  : OUTFORM_CSV,
		    common.rows == SIZE_MAX ? VIEW_ROWS : common.rows);
}

static const struct opt_program *running;

bool
opt_has(const char *name)
{
	for (size_t i = 0; running && i < running->option_count; i++)
		if (strcmp(running->options[i].name, name) == 0)
			return true;
	return false;
}

struct opt_result
opt_parse(const struct opt_program *p, int argc, char **argv)
{
	/* Static: still reachable where a usage error ends the program. */
	static bool *old;

	old = mem_array(p->old_count, sizeof(*old));
	guard_descriptors();
	running = p;
	diag_program(p->name);
	parse_options(p, argc, argv, old);
	if (common.help) {
		print_help(p, common.all || (optind < argc &&
					     strcmp(argv[optind], "all") == 0));
		finish_stdout();
	}
	if (common.version) {
		printf("%s %s\n", p->name, VERSION);
		finish_stdout();
	}
	if (common.completion) {
		print_completion(p);
		finish_stdout();
	}
	progress_mode(common.progress);
	receipt_start(common.receipt, p->name, VERSION, argc, argv);
	diag_quiet(common.quiet);
	diag_verbose(common.verbose);
	diag_message_limit(common.messages);
	tell_old(p, old);
	free(old);
	settle_view(p);
	return take_operands(p, argc, argv);
}
