#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "mem.h"

#define MOST_NAMES 1000

static int
sync_below(const char *root, char *const *names, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && rc == 0; i++) {
		char *path = files_path(root, names[i]);

		rc = files_sync(path);
		free(path);
	}
	return rc;
}

/* Every file, then every folder, the release's own last. */
static int
sync_all(const struct files *f)
{
	if (sync_below(f->root, f->names, f->count) < 0 ||
	    sync_below(f->root, f->dirs, f->dir_count) < 0)
		return -1;
	return files_sync(f->root);
}

/* The manifest replaces its draft in one rename, made safe like any output. */
static int
write_manifest(const struct account *a, const char *text)
{
	char *path = files_path(a->files.root, "manifest.json");
	struct output *o = output_open(path);

	free(path);
	if (!o)
		return -1;
	output_write(o, text, strlen(text));
	return output_commit(&o, 1);
}

/* 1 the same bytes, 0 others, -1 when they cannot be read. */
static int
same_file(const char *a, const char *b)
{
	struct text x = files_read(a), y;
	int rc = -1;

	if (!x.s)
		return -1;
	y = files_read(b);
	if (y.s)
		rc = text_equal(x, y);
	free((char *)x.s);
	free((char *)y.s);
	return rc;
}

static int
same_release(const struct files *ours, const char *there)
{
	struct files theirs;
	int rc = files_find(&theirs, there);

	rc = rc == 0 ? theirs.count == ours->count : -1;
	for (size_t i = 0; i < ours->count && rc == 1; i++) {
		char *a = files_path(ours->root, ours->names[i]);
		char *b = files_path(there, ours->names[i]);

		rc = strcmp(theirs.names[i], ours->names[i]) == 0 &&
			     access(b, R_OK) == 0
			 ? same_file(a, b)
			 : 0;
		free(a);
		free(b);
	}
	files_free(&theirs);
	return rc;
}

/* The name that is free or of the same bytes: *taken says which. */
static char *
choose(const struct files *f, const char *out, const char *run, bool *taken)
{
	size_t room = strlen(run) + 8;
	char *name = mem_array(room, 1);

	for (int n = 1; n < MOST_NAMES; n++) {
		struct stat st;
		char *path;
		int same = 0;

		snprintf(name, room, n == 1 ? "%s" : "%s-%d", run, n);
		path = files_path(out, name);
		*taken = lstat(path, &st) == 0;
		if (*taken)
			same = same_release(f, path);
		free(path);
		if (same < 0)
			break;
		if (same || !*taken)
			return name;
	}
	free(name);
	diag_fail("%s: no name is free for %s", out, run);
	return NULL;
}

/* current becomes a link to the release: a new link, renamed over the old. */
static int
swap(const char *out, const char *name)
{
	char *link = files_path(out, ".current"),
	     *current = files_path(out, "current");
	int rc = 0;

	if (unlink(link) != 0 && errno != ENOENT)
		rc = diag_fail_errno(link);
	if (rc == 0 && symlink(name, link) != 0)
		rc = diag_fail_errno(link);
	if (rc == 0 && rename(link, current) != 0) {
		rc = diag_fail_errno(current);
		unlink(link);
	}
	free(link);
	free(current);
	return rc;
}

void
publish_hold_signals(bool on)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(on ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

char *
publish_current(const char *out)
{
	char *path = files_path(out, "current"), to[PATH_MAX];
	ssize_t n = readlink(path, to, sizeof(to));

	free(path);
	return n > 0 && n < PATH_MAX ? mem_text(to, (size_t)n) : NULL;
}

static void
swap_back(const char *out, const char *old)
{
	char *current = files_path(out, "current");

	if (old)
		swap(out, old);
	else
		unlink(current);
	free(current);
}

int
publish_turn(const char *out, const char *name)
{
	char *old = publish_current(out);
	int rc = files_sync(out);

	if (rc == 0)
		rc = swap(out, name);
	if (rc == 0 && (rc = files_sync(out)) < 0)
		swap_back(out, old);
	free(old);
	return rc;
}

/* From a release in its place to one that is current, for good. */
static int
make_current(const char *out, const char *path, const char *name)
{
	/* When it was last published, for who clears up. */
	if (utimensat(AT_FDCWD, path, NULL, 0) != 0)
		return diag_fail_errno(path);
	return publish_turn(out, name);
}

/* The release to its place and current to it; back again when that fails, so
 * that nothing is there which somebody could take for published. */
static int
place(const char *folder, const char *out, const char *name, bool taken)
{
	char *path = files_path(out, name);
	int rc = 0;

	if (!taken && rename(folder, path) != 0)
		rc = diag_fail_errno(path);
	if (rc == 0 && (rc = make_current(out, path, name)) < 0 && !taken &&
	    rename(path, folder) != 0)
		diag_fail("%s: is not published, and could not be taken "
			  "away: %s",
			  path, strerror(errno));
	free(path);
	return rc;
}

int
publish(const struct account *a, const char *manifest, const char *out,
	const char *run, char **name)
{
	bool taken;
	int rc;

	*name = NULL;
	if (write_manifest(a, manifest) < 0 || sync_all(&a->files) < 0 ||
	    (*name = choose(&a->files, out, run, &taken)) == NULL)
		return -1;
	publish_hold_signals(true);
	rc = place(a->files.root, out, *name, taken);
	publish_hold_signals(false);
	return rc;
}
