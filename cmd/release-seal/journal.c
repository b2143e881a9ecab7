#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "buffer.h"
#include "diag.h"
#include "files.h"
#include "map.h"
#include "mem.h"
#include "table.h"

#define FILE_NAME "terug.csv"
#define HEADER "moment,handeling,van,naar,wie,waarom\n"
#define MOMENT "%Y-%m-%dT%H:%M:%SZ"

enum column { HANDELING, VAN, NAAR, WIE, WAAROM, COLUMNS };

static const char *const names[COLUMNS] = {"handeling", "van", "naar", "wie",
					   "waarom"};

/* --- to the disk --- */

static void
put_cell(struct buffer *b, const char *s)
{
	struct text t = text_of(s);
	bool bare =
	    memchr(t.s, ',', t.n) == NULL && memchr(t.s, '"', t.n) == NULL;

	if (bare) {
		buffer_add(b, t);
		return;
	}
	buffer_char(b, '"');
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '"')
			buffer_char(b, '"');
		buffer_char(b, t.s[i]);
	}
	buffer_char(b, '"');
}

static void
put_row(struct buffer *b, const struct journal_entry *e)
{
	const char *const cells[] = {e->moment, e->act, e->from,
				     e->to,	e->who, e->why};
	time_t now = time(NULL);
	char clock[32];
	struct tm tm;

	strftime(clock, sizeof(clock), MOMENT, gmtime_r(&now, &tm));
	for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
		if (i)
			buffer_char(b, ',');
		put_cell(b, i == 0 && !cells[i] ? clock : cells[i]);
	}
	buffer_char(b, '\n');
}

bool
journal_moment(const char *moment)
{
	struct tm tm = {0};
	const char *end = moment ? strptime(moment, MOMENT, &tm) : "";

	return end && *end == '\0';
}

/* How many bytes of it are whole rows: up to the last newline. */
static off_t
whole_rows(int fd, off_t size)
{
	char c = 0;

	while (size > 0 && (pread(fd, &c, 1, size - 1) != 1 || c != '\n'))
		size--;
	return size;
}

/* Takes half a row away; how many bytes are left. */
static off_t
mend(int fd, const char *path)
{
	struct stat st;
	off_t whole;

	if (fstat(fd, &st) != 0)
		return diag_fail_errno(path);
	whole = whole_rows(fd, st.st_size);
	if (whole < st.st_size && ftruncate(fd, whole) != 0)
		return diag_fail_errno(path);
	return whole;
}

/* One write, so that a reader has the row or has it not. What did not become a
 * row on the disk is taken back. */
static int
write_row(int fd, const char *path, const struct buffer *b, off_t before)
{
	ssize_t n = write(fd, b->s, b->n);
	int why = n >= 0 ? ENOSPC : errno;

	if (n >= 0 && (size_t)n == b->n) {
		if (fsync(fd) == 0)
			return 0;
		why = errno;
	}
	if (ftruncate(fd, before) != 0)
		diag_fail_errno(path);
	errno = why;
	return diag_fail_errno(path);
}

static int
append(int fd, const char *path, const struct journal_entry *e)
{
	struct buffer b = {0};
	off_t before = mend(fd, path);
	int rc;

	if (before < 0)
		return -1;
	if (before == 0)
		buffer_string(&b, HEADER);
	put_row(&b, e);
	rc = write_row(fd, path, &b, before);
	buffer_free(&b);
	return rc;
}

int
journal_add(const char *out, const struct journal_entry *e)
{
	char *path = files_path(out, FILE_NAME);
	int fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
	int rc = fd < 0 ? diag_fail_errno(path) : append(fd, path, e);

	if (fd >= 0 && close(fd) != 0 && rc == 0)
		rc = diag_fail_errno(path);
	free(path);
	return rc < 0 ? rc : files_sync(out);
}

/* --- what it says --- */

struct journal_hold {
	struct table *table;
	struct map *withdrawn; /* names of releases; a value: still so */
	size_t row;	       /* of the turn to what is current */
	bool on;
};

static void
take_row(struct journal_hold *h, size_t i, const char *current)
{
	struct text act = table_cell(h->table, i, HANDELING);
	struct text to = table_cell(h->table, i, NAAR);

	if (text_is(act, "vrij") || text_is(act, "vooruit")) {
		map_free(h->withdrawn);
		h->withdrawn = map_new();
		h->on = false;
	}
	if (!text_is(act, "terug"))
		return;
	*map_slot(h->withdrawn, table_cell(h->table, i, VAN)) = h;
	*map_slot(h->withdrawn, to) = NULL;
	if (text_is(to, current)) {
		h->row = i;
		h->on = true;
	}
}

/* 1 it is there, and whole rows alone are in it; 0 there is none; -1 with the
 * message given. */
static int
load(struct journal_hold *h, const char *path)
{
	int fd = open(path, O_RDWR | O_CLOEXEC), rc = 0;

	if (fd < 0)
		return errno == ENOENT ? 0 : diag_fail_errno(path);
	rc = mend(fd, path) < 0 ? -1 : 1;
	close(fd);
	if (rc < 0 || (h->table = table_load(path, names, COLUMNS)) == NULL)
		return -1;
	return 1;
}

int
journal_hold(struct journal_hold **hold, const char *out, const char *current)
{
	struct journal_hold *h = mem_new(struct journal_hold);
	char *path = files_path(out, FILE_NAME);
	int rc = load(h, path);

	free(path);
	*hold = NULL;
	h->withdrawn = map_new();
	for (size_t i = 0; rc == 1 && i < table_rows(h->table); i++)
		take_row(h, i, current ? current : "");
	if (rc == 1 && h->on && current) {
		*hold = h;
		return 0;
	}
	journal_hold_free(h);
	return rc < 0 ? -1 : 0;
}

void
journal_hold_free(struct journal_hold *h)
{
	if (!h)
		return;
	map_free(h->withdrawn);
	table_free(h->table);
	free(h);
}

/* A release is called after its run: RUN, or RUN-2 where that was taken. */
bool
journal_withdrawn(const struct journal_hold *h, struct text run)
{
	for (size_t i = 0; i < map_count(h->withdrawn); i++) {
		struct text name = map_key(h->withdrawn, i);
		const char *dash = memchr(name.s, '-', name.n);

		if (dash)
			name.n = (size_t)(dash - name.s);
		if (map_value(h->withdrawn, i) && text_equal(name, run))
			return true;
	}
	return false;
}

const char *
journal_who(const struct journal_hold *h)
{
	return table_cell(h->table, h->row, WIE).s;
}

const char *
journal_why(const struct journal_hold *h)
{
	return table_cell(h->table, h->row, WAAROM).s;
}
