/* The account of a release: of each file its bytes, records and sha256, and
 * of a CSV what its columns are. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "files.h"
#include "list.h"
#include "measure.h"
#include "output.h"
#include "proof.h"
#include "schema.h"

struct account {
	struct files files;
	struct measure *measures; /* as many as files */
	struct list_row **rows;
	size_t count;
};

/* Looks at every file of the folder. -1 with the message given: one that no
 * row of the list is of, one that must be there and is not, or one that is not
 * what it must be. In both cases account_free. `complete` false: files that are
 * not there yet are not missed. seen: as measure_file has it. */
int account_make(struct account *a, const char *folder, struct list *list,
		 struct schemas *schemas, struct measure_dialect feed,
		 const struct seen *seen, bool complete);
void account_free(struct account *a);
/* As JSON, a file a line. */
void account_write(const struct account *a, struct output *o);
/* Puts the files in the place of `"bestanden": []` at the end of the manifest
 * that is in the folder. The new manifest's text, which the caller frees; NULL
 * when there is none that ends so, message given. */
char *account_manifest(const struct account *a);
/* Tells a proof what is in the release, as FOLDER/NAME. */
void account_prove(const struct account *a, struct proof *p);

#endif
