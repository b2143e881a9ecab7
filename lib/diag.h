/* Messages, of any length, on stderr and the exit statuses: the only writer to
 * stderr. Who finds a fault says so here, once, and returns -1; its callers
 * pass the -1 on in silence and main ends with EXIT_FATAL. */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>

/* The exit statuses of all tools (contracts.md). */
enum exit_status {
	EXIT_FINE = 0,	   /* nothing to report */
	EXIT_FINDINGS = 1, /* output complete, findings or differences */
	EXIT_FATAL = 2	   /* do not use the output */
};

enum severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };

/* "info", "warning", "error". */
const char *severity_name(enum severity s);

/* The name that starts each line; not copied. */
void diag_program(const char *name);
const char *diag_program_name(void);
/* quiet: errors only; verbose: diag_note and what is only information speak
 * too. */
void diag_quiet(bool on);
void diag_verbose(bool on);
bool diag_is_verbose(void);
/* Messages per rule (--max-messages) before finding.c only counts: 10. */
void diag_message_limit(size_t n);
size_t diag_messages(void);

/* "tool: text"; always returns -1, so that a failing function can end with
 * `return diag_fail(...)`. */
int diag_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* "tool: FILE:LINE: error: text"; line 0 leaves the line out. Returns -1. */
int diag_fail_at(const char *file, size_t line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* "tool: FILE: strerror(errno)". Returns -1. */
int diag_fail_errno(const char *file);
/* "tool: warning: text", silent when quiet. */
void diag_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* "tool: text", silent when quiet: what is no fault, but should be known. */
void diag_tell(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Until it is called with NULL, faults (diag_fail...) are not said: *to, set to
 * NULL first, takes the text of the first, which the caller frees. For trying
 * what may well fail. */
void diag_hold(char **to);
/* Called before each message (progress takes its line away). */
void diag_before(void (*hook)(void));
/* "tool: text", only when verbose: the summary line. */
void diag_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The last summary, verbose or not: "" before the first. For the receipt. */
const char *diag_last_note(void);
/* "tool: PLACE: severity: text", not capped: finding.c caps and counts.
 * Place is ready made, as FILE:LINE:COLUMN or FILE:Sheet!F12. */
void diag_at(const char *place, enum severity s, const char *text);

#endif
