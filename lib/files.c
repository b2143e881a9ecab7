#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "mem.h"

char *
files_path(const char *root, const char *name)
{
	size_t n = strlen(root), m = strlen(name);
	char *path = mem_array(n + m + 2, 1);

	memcpy(path, root, n);
	path[n] = '/';
	memcpy(path + n + 1, name, m);
	return path;
}

static void
add(char ***list, size_t *count, size_t *cap, char *name)
{
	*list = mem_grow(*list, cap, *count + 1, sizeof(**list));
	(*list)[(*count)++] = name;
}

static int walk(struct files *f, const char *dir);

/* name is below the root; it is taken over. */
static int
entry(struct files *f, char *name)
{
	char *path = files_path(f->root, name);
	struct stat st;
	int rc = 0;

	if (lstat(path, &st) != 0)
		rc = diag_fail_errno(path);
	else if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))
		rc = diag_fail("%s: is no regular file; a release has only "
			       "those",
			       path);
	free(path);
	if (rc < 0) {
		free(name);
		return rc;
	}
	if (S_ISREG(st.st_mode)) {
		add(&f->names, &f->count, &f->cap, name);
		return 0;
	}
	add(&f->dirs, &f->dir_count, &f->dir_cap, name);
	return walk(f, name);
}

static int
each(struct files *f, DIR *d, const char *dir)
{
	struct dirent *e;

	while ((errno = 0, e = readdir(d)) != NULL) {
		bool dots =
		    strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;

		if (!dots &&
		    entry(f, *dir ? files_path(dir, e->d_name)
				  : mem_text(e->d_name, strlen(e->d_name))) < 0)
			return -1;
	}
	return errno == 0 ? 0 : diag_fail_errno(dir);
}

static int
walk(struct files *f, const char *dir)
{
	char *path = *dir ? files_path(f->root, dir)
			  : mem_text(f->root, strlen(f->root));
	DIR *d = opendir(path);
	int rc = d ? each(f, d, dir) : diag_fail_errno(path);

	if (d)
		closedir(d);
	free(path);
	return rc;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int
files_find(struct files *f, const char *root)
{
	*f = (struct files){.root = root};
	if (walk(f, "") < 0)
		return -1;
	if (f->count)
		qsort(f->names, f->count, sizeof(*f->names), by_name);
	return 0;
}

void
files_free(struct files *f)
{
	for (size_t i = 0; i < f->count; i++)
		free(f->names[i]);
	for (size_t i = 0; i < f->dir_count; i++)
		free(f->dirs[i]);
	free(f->names);
	free(f->dirs);
}

/* All there is to read; -1 with the message given. */
static ssize_t
fill(int fd, const char *path, char **s)
{
	size_t n = 0, cap = 0;
	ssize_t k;

	do {
		*s = mem_grow(*s, &cap, n + 65536 + 1, 1);
		k = read(fd, *s + n, 65536);
		n += k > 0 ? (size_t)k : 0;
	} while (k > 0 || (k < 0 && errno == EINTR));
	(*s)[n] = '\0';
	return k < 0 ? diag_fail_errno(path) : (ssize_t)n;
}

struct text
files_read(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *s = NULL;
	ssize_t n;

	if (fd < 0) {
		diag_fail_errno(path);
		return (struct text){NULL, 0};
	}
	n = fill(fd, path, &s);
	close(fd);
	if (n < 0) {
		free(s);
		return (struct text){NULL, 0};
	}
	return (struct text){s, (size_t)n};
}

int
files_sum(const char *path, char hex[SHA256_HEX])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct sha256 *sum;
	char buf[65536];
	ssize_t k;

	if (fd < 0)
		return diag_fail_errno(path);
	sum = sha256_new();
	while ((k = read(fd, buf, sizeof(buf))) > 0 ||
	       (k < 0 && errno == EINTR))
		sha256_add(sum, buf, k > 0 ? (size_t)k : 0);
	sha256_hex(sum, hex);
	sha256_free(sum);
	if (k < 0)
		diag_fail_errno(path);
	close(fd);
	return k < 0 ? -1 : 0;
}

int
files_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc = 0;

	if (fd < 0)
		return diag_fail_errno(path);
	if (fsync(fd) != 0)
		rc = diag_fail_errno(path);
	if (close(fd) != 0 && rc == 0)
		rc = diag_fail_errno(path);
	return rc;
}
