#include "diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static const char *program = "?";
static bool quiet, verbose;
static size_t message_limit = 10;
static void (*before)(void);
static char *last_note;
static char **held;

const char *
severity_name(enum severity s)
{
	static const char *const names[] = {"info", "warning", "error"};

	return names[s];
}

void
diag_program(const char *name)
{
	program = name;
}

const char *
diag_program_name(void)
{
	return program;
}

void
diag_quiet(bool on)
{
	quiet = on;
}

void
diag_verbose(bool on)
{
	verbose = on;
}

bool
diag_is_verbose(void)
{
	return verbose && !quiet;
}

void
diag_message_limit(size_t n)
{
	message_limit = n;
}

size_t
diag_messages(void)
{
	return message_limit;
}

void
diag_before(void (*hook)(void))
{
	before = hook;
}

const char *
diag_last_note(void)
{
	return last_note ? last_note : "";
}

/* The text of a message, as long as it is, which the caller frees; NULL when
 * there is no memory. Not through mem.h, which says so here. */
static char *fill(const char *fmt, va_list ap)
    __attribute__((format(printf, 1, 0)));

static char *
fill(const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	char *s = n < 0 ? NULL : malloc((size_t)n + 1);
	if (s)
		vsnprintf(s, (size_t)n + 1, fmt, ap);
	return s;
}

static char *join(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

static char *
join(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	char *s = fill(fmt, ap);
	va_end(ap);
	return s;
}

/* One write per message, so that lines of a pipeline never mix. What steers a
 * terminal or turns text about, a newline in a file name say, becomes '?'. */
static void
say_line(const char *prefix, const char *text)
{
	char *line = join("%s: %s%s\n", program, prefix, text);
	size_t n = line ? strlen(line) : 0;

	if (line) {
		n = text_inert((struct text){line, n - 1}, line).n;
		line[n++] = '\n';
	}
	if (before)
		before();
	if (line)
		fwrite(line, 1, n, stderr);
	else
		fprintf(stderr, "%s: %s%s\n", program, prefix, text);
	free(line);
}

static void say(const char *prefix, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Without memory, what the message is of. */
static void
say(const char *prefix, const char *fmt, va_list ap)
{
	char *text = fill(fmt, ap);

	say_line(prefix, text ? text : fmt);
	free(text);
}

void
diag_hold(char **to)
{
	held = to;
	if (to)
		*to = NULL;
}

static void fail(const char *prefix, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

static void
fail(const char *prefix, const char *fmt, va_list ap)
{
	if (!held) {
		say(prefix, fmt, ap);
		return;
	}
	if (*held)
		return;
	char *text = fill(fmt, ap);
	*held = join("%s%s", prefix, text ? text : fmt);
	free(text);
}

int
diag_fail(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	fail("", fmt, ap);
	va_end(ap);
	return -1;
}

int
diag_fail_at(const char *file, size_t line, const char *fmt, ...)
{
	char *prefix = line ? join("%s:%zu: error: ", file, line)
			    : join("%s: error: ", file);
	va_list ap;

	va_start(ap, fmt);
	fail(prefix ? prefix : file, fmt, ap);
	va_end(ap);
	free(prefix);
	return -1;
}

int
diag_fail_errno(const char *file)
{
	return diag_fail("%s: %s", file, strerror(errno));
}

void
diag_warn(const char *fmt, ...)
{
	va_list ap;

	if (quiet)
		return;
	va_start(ap, fmt);
	say("warning: ", fmt, ap);
	va_end(ap);
}

void
diag_tell(const char *fmt, ...)
{
	va_list ap;

	if (quiet)
		return;
	va_start(ap, fmt);
	say("", fmt, ap);
	va_end(ap);
}

void
diag_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	free(last_note);
	last_note = fill(fmt, ap);
	va_end(ap);
	if (diag_is_verbose())
		say_line("", diag_last_note());
}

void
diag_at(const char *place, enum severity s, const char *text)
{
	if (quiet && s != SEVERITY_ERROR)
		return;
	if (s == SEVERITY_INFO && !verbose)
		return;
	char *prefix = *place ? join("%s: %s: ", place, severity_name(s))
			      : join("%s: ", severity_name(s));
	say_line(prefix ? prefix : place, text);
	free(prefix);
}
