#include "library.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"

/* What dlerror says begins with the library's name. */
static void __attribute__((noreturn)) fail(const struct library *l)
{
	diag_fail("%s (package %s)", dlerror(), l->package);
	exit(EXIT_FATAL);
}

bool
library_load(struct library *l)
{
	if (l->handle)
		return false;
	/* All its symbols now: what is missing shows here, not halfway. */
	l->handle = dlopen(l->file, RTLD_NOW | RTLD_LOCAL);
	if (!l->handle)
		fail(l);
	return true;
}

void
library_find(const struct library *l, const char *name, void *to)
{
	void *p = dlsym(l->handle, name);

	if (!p)
		fail(l);
	memcpy(to, &p, sizeof(p)); /* C has no cast for it */
}
