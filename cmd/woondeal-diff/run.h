/* One run: what was asked, the tables it needs, and the stand from them. */
#ifndef OPDRACHT_H
#define OPDRACHT_H

#include "finding.h"
#include "options.h"
#include "output.h"

struct opdracht;

/* Loads everything and checks it. NULL on failure, message given. */
struct opdracht *opdracht_open(const struct keuzes *gekozen,
			       const char *waarnemingen, struct findings *f);
void opdracht_close(struct opdracht *o);
/* Writes what was asked for; errors of writing stick in out. */
void opdracht_write(struct opdracht *o, struct output *out);

#endif
