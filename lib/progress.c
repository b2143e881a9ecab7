#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "diag.h"

#define EVERY (1u << 20) /* bytes between two looks at the clock */
#define WAIT 2		 /* seconds before the first line */

static enum { AUTO, ALWAYS, NEVER, OFF } mode = AUTO;
static bool shown;
static uint64_t last_bytes;
static time_t started, last;

void
progress_mode(const char *word)
{
	if (word && strcmp(word, "always") == 0)
		mode = ALWAYS;
	else if (word && strcmp(word, "never") == 0)
		mode = NEVER;
	else
		mode = AUTO;
}

/* True once a second when a line is due. */
static bool
due(void)
{
	struct timespec now;

	if (mode == AUTO && !isatty(STDERR_FILENO))
		mode = OFF;
	if (mode == NEVER || mode == OFF)
		return false;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!started) {
		started = now.tv_sec;
		return mode == ALWAYS;
	}
	if (mode == AUTO && now.tv_sec - started <= WAIT)
		return false;
	if (now.tv_sec == last)
		return false;
	last = now.tv_sec;
	return true;
}

void
progress_tick(const char *name, uint64_t bytes, uint64_t size)
{
	if (started && bytes >= last_bytes && bytes - last_bytes < EVERY)
		return;
	last_bytes = bytes;
	if (!due())
		return;
	if (!shown) {
		atexit(progress_clear);
		diag_before(progress_clear);
	}
	shown = true;
	if (size)
		fprintf(stderr, "\r%.60s: %llu MB, %llu %%\033[K", name,
			(unsigned long long)(bytes >> 20),
			(unsigned long long)(bytes * 100 / size));
	else
		fprintf(stderr, "\r%.60s: %llu MB\033[K", name,
			(unsigned long long)(bytes >> 20));
	fflush(stderr);
}

void
progress_clear(void)
{
	if (!shown)
		return;
	shown = false;
	fputs("\r\033[K", stderr);
	fflush(stderr);
}
