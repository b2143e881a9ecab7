#include "seal.h"

#include <stdlib.h>

#include "account.h"
#include "back.h"
#include "diag.h"
#include "manifest.h"
#include "publish.h"

static int
prove(const struct seal *s, const struct account *a)
{
	struct proof *p = proof_new();
	int rc = 0;

	for (size_t i = 0; i < s->inputs.count && rc == 0; i++)
		rc = proof_inputs(p, s->inputs.items[i]);
	for (size_t i = 0; i < s->receipts.count && rc == 0; i++)
		rc = proof_receipt(p, s->receipts.items[i]);
	account_prove(a, p);
	if (rc == 0)
		rc = proof_check(p);
	proof_free(p);
	return rc;
}

static int
publish_proven(const struct seal *s, const struct account *a)
{
	char *manifest = account_manifest(a), *name = NULL,
	     *old = publish_current(s->out);
	bool held = false;
	int rc = manifest ? back_allows(s->out, s->name, s->folder, &held) : -1;

	if (rc == 0)
		rc = publish(a, manifest, s->out, s->name, &name);
	if (rc == 0 && held)
		back_passed(s->out, old, name, s->moment);
	if (rc == 0)
		diag_note("%s is %s/current", name, s->out);
	free(manifest);
	free(name);
	free(old);
	return rc;
}

static int
publish_it(const struct seal *s, const struct account *a)
{
	return prove(s, a) < 0 ? -1 : publish_proven(s, a);
}

static int
verify(const struct seal *s)
{
	struct manifest m;
	int rc = manifest_load(&m, s->folder);

	if (rc == 0)
		rc = manifest_check(&m, s->folder);
	if (rc == 0)
		diag_note("%zu files of %s are what its manifest says", m.count,
			  s->folder);
	manifest_free(&m);
	return rc;
}

static int
look(const struct seal *s, struct account *a, struct output *o)
{
	struct list *list = list_load(s->list);
	struct schemas *schemas = schemas_new(s->schemas);
	struct seen *seen = s->seen ? seen_load(s->seen) : NULL;
	int rc = list && (seen || !s->seen)
		     ? account_make(a, s->folder, list, schemas, s->feed, seen,
				    s->out != NULL)
		     : -1;

	if (rc == 0 && s->out)
		rc = publish_it(s, a);
	else if (rc == 0)
		account_write(a, o);
	if (rc == 0)
		diag_note("%zu files of %s are what they must be", a->count,
			  s->folder);
	account_free(a);
	seen_free(seen);
	schemas_free(schemas);
	list_free(list);
	return rc;
}

static int
account(const struct seal *s, const char *output)
{
	struct account a = {0};
	struct output *o = s->out ? NULL : output_open(output);

	if (!o && !s->out)
		return -1;
	if (look(s, &a, o) < 0) {
		output_discard(o);
		return -1;
	}
	return o ? output_commit(&o, 1) : 0;
}

int
seal_run(const struct seal *s, const char *output)
{
	struct back back = {s->out, s->name, s->who, s->why, s->moment};

	switch (s->act) {
	case SEAL_VERIFY:
		return verify(s);
	case SEAL_BACK:
		return back_turn(&back);
	case SEAL_LIFT:
		return back_lift(&back);
	default:
		return account(s, output);
	}
}
