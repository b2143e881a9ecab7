#include "diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *program = "?";
static bool quiet, verbose;
static size_t message_limit = 10;
static void (*before)(void);
static char last_note[512];
static char *held;
static size_t held_size;

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
	return last_note;
}

/* One write per message, so that lines of a pipeline never mix. Control
 * characters, a newline in a file name say, become '?'. */
static void say(const char *prefix, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

static void
say(const char *prefix, const char *fmt, va_list ap)
{
	char line[2048];
	int n = snprintf(line, sizeof(line), "%s: %s", program, prefix);
	size_t used = n < 0 ? 0 : (size_t)n;

	if (used >= sizeof(line))
		used = sizeof(line) - 1;
	n = vsnprintf(line + used, sizeof(line) - used, fmt, ap);
	if (n > 0)
		used += (size_t)n;
	if (used > sizeof(line) - 2)
		used = sizeof(line) - 2;
	for (size_t i = 0; i < used; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7F)
			line[i] = '?';
	line[used++] = '\n';
	if (before)
		before();
	fwrite(line, 1, used, stderr);
}

void
diag_hold(char *buf, size_t n)
{
	held = buf;
	held_size = n;
}

static void fail(const char *prefix, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

static void
fail(const char *prefix, const char *fmt, va_list ap)
{
	size_t n;

	if (!held) {
		say(prefix, fmt, ap);
		return;
	}
	if (*held)
		return;
	snprintf(held, held_size, "%s", prefix);
	n = strlen(held);
	vsnprintf(held + n, held_size - n, fmt, ap);
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
	char prefix[1024];
	va_list ap;

	if (line)
		snprintf(prefix, sizeof(prefix), "%s:%zu: error: ", file, line);
	else
		snprintf(prefix, sizeof(prefix), "%s: error: ", file);
	va_start(ap, fmt);
	fail(prefix, fmt, ap);
	va_end(ap);
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
diag_note(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(last_note, sizeof(last_note), fmt, ap);
	va_end(ap);
	if (!diag_is_verbose())
		return;
	va_start(ap, fmt);
	say("", fmt, ap);
	va_end(ap);
}

static void say_plain(const char *fmt, ...)
    __attribute__((format(printf, 1, 2)));

static void
say_plain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say("", fmt, ap);
	va_end(ap);
}

void
diag_at(const char *place, enum severity s, const char *text)
{
	if (quiet && s != SEVERITY_ERROR)
		return;
	if (s == SEVERITY_INFO && !verbose)
		return;
	if (*place)
		say_plain("%s: %s: %s", place, severity_name(s), text);
	else
		say_plain("%s: %s", severity_name(s), text);
}
