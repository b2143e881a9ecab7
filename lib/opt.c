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
#include "optcomplete.h"
#include "opthelp.h"
#include "outform.h"
#include "progress.h"
#include "receipt.h"
#include "text.h"

/* Options get codes above every character by their name, and old names codes
 * above those. */
#define LONG_CODE 256
#define OLD_CODE 1024

#define VIEW_ROWS 1000

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
	size_t n = optrow_total(p), len = strcspn(word, "=");
	const char **names = mem_array(n, sizeof(*names));
	const char *near;

	for (size_t i = 0; i < n; i++)
		names[i] = optrow_at(p, i)->name;
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
	if ((o->kind == OPT_CHOICE || (o->kind == OPT_WORD && *arg)) &&
	    !is_choice(o->arg, arg))
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
		opt_common.all = opt_common.all || arg;
		break;
	case OPT_TEXT:
	case OPT_CHOICE:
	case OPT_WORD:
		set_text(p, o, arg ? arg : "");
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

static char *
add_letter(char *letters, char letter, const struct opt *o)
{
	if (!letter)
		return letters;
	*letters++ = letter;
	if (o->kind != OPT_FLAG && o->kind != OPT_WORD)
		*letters++ = ':';
	return letters;
}

/* Whether an argument goes with it, for getopt_long. */
static int
wants(const struct opt *o)
{
	if (o->kind == OPT_WORD)
		return optional_argument;
	if (o->kind != OPT_FLAG)
		return required_argument;
	return o->arg ? optional_argument : no_argument;
}

/* getopt_long's two arrays, made from the tables. */
static struct option *
make_long(const struct opt_program *p, char *letters)
{
	size_t n = optrow_total(p), at = 0;
	struct option *longs = mem_array(n + p->old_count + 1, sizeof(*longs));

	*letters++ = ':'; /* tell a missing argument apart */
	for (size_t i = 0; i < n; i++) {
		const struct opt *o = optrow_at(p, i);

		longs[at++] = (struct option){o->name, wants(o), NULL,
					      LONG_CODE + (int)i};
		letters = add_letter(letters, o->letter, o);
	}
	for (size_t i = 0; i < p->old_count; i++) {
		const struct opt_old *old = &p->old[i];
		const struct opt *o = optrow_named(p, old->now);

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
		return optrow_named(p, old_of(p, code)->now);
	if (code >= LONG_CODE)
		return optrow_at(p, (size_t)(code - LONG_CODE));
	for (size_t i = 0; i < optrow_total(p); i++)
		if (optrow_at(p, i)->letter == code)
			return optrow_at(p, i);
	return NULL;
}

/* After -q is known. */
static void
tell_old(const struct opt_program *p, const bool *used)
{
	for (size_t i = 0; i < p->old_count; i++) {
		const char *word = optrow_old_word(&p->old[i]);

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
		o = option_of(p, c);
		if (o->kind == OPT_WORD && !optarg && optind < argc &&
		    is_choice(o->arg, argv[optind]))
			optarg = argv[optind++];
		set(p, o, optarg);
		if (old_of(p, c))
			old[old_of(p, c) - p->old] = true;
	}
	free(longs);
}

static struct opt_result
take_operands(const struct opt_program *p, int argc, char **argv)
{
	static const char *only_stdin[] = {"-"};
	struct opt_result r = {opt_common.output, (const char **)argv + optind,
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
	if (opt_common.table && opt_common.json)
		opt_usage(p, "--table and --json exclude each other");
	if (opt_common.rows != SIZE_MAX && !opt_common.table)
		opt_usage(p, "--rows is for --table");
	outform_ask(opt_common.table  ? OUTFORM_TABLE
		    : opt_common.json ? OUTFORM_JSON
				      : OUTFORM_CSV,
		    opt_common.rows == SIZE_MAX ? VIEW_ROWS : opt_common.rows);
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
	if (opt_common.help) {
		opthelp_print(
		    p, opt_common.all ||
			   (optind < argc && strcmp(argv[optind], "all") == 0));
		finish_stdout();
	}
	if (opt_common.version) {
		printf("%s %s\n", p->name, VERSION);
		finish_stdout();
	}
	if (opt_common.completion) {
		optcomplete_print(p);
		finish_stdout();
	}
	progress_mode(opt_common.progress);
	receipt_start(opt_common.receipt, p->name, VERSION, argc, argv);
	diag_quiet(opt_common.quiet);
	diag_verbose(opt_common.verbose);
	diag_message_limit(opt_common.messages);
	tell_old(p, old);
	free(old);
	settle_view(p);
	return take_operands(p, argc, argv);
}
