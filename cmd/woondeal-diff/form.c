#include "form.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "stand/segment.h"
#include "text.h"

/* What a form takes behind its word. */
enum parameter { NONE, TRAIT, PERCENT, TABLE };

/* Forms without a word have an option of their own. */
static const struct {
	const char *word;
	enum parameter parameter;
	bool optional; /* the parameter */
} forms[FORMS] = {
    [FORM_BAND] = {"band", NONE, false},
    [FORM_BALANCE] = {"break-even", NONE, false},
    [FORM_FIGURES] = {"figures", PERCENT, true},
    [FORM_SEGMENT] = {"segment", TRAIT, false},
    [FORM_NORMS] = {"norms", NONE, false},
    [FORM_SCENARIOS] = {"scenarios", PERCENT, true},
    [FORM_RULESETS] = {"rulesets", NONE, false},
    [FORM_CHOICE] = {"choice", TABLE, false},
    [FORM_NEED] = {"need", TABLE, false},
    [FORM_STOCK] = {"stock", TABLE, false},
    [FORM_PERMITS] = {"permits", NONE, false},
    [FORM_OUTLOOK] = {"outlook", NONE, false},
    [FORM_CLAIMS] = {"claims", TABLE, false},
    [FORM_CLAIMS_PLANS] = {"claims-plans", TABLE, false},
    [FORM_BASIS] = {"stand", NONE, false},
    [FORM_PLANS] = {"plans", NONE, false},
};

static struct form_asked *
add(struct form_list *f, enum form form)
{
	f->items = mem_resize(f->items, f->count + 1, sizeof(*f->items));
	f->items[f->count] = (struct form_asked){.form = form};
	return &f->items[f->count++];
}

bool
form_to_output(const struct form_asked *f)
{
	return !f->file || strcmp(f->file, "-") == 0;
}

void
form_add(struct form_list *f, enum form form, const char *parameter)
{
	add(f, form)->parameter = parameter;
}

static const char *
keep(struct form_list *f, struct text t)
{
	size_t n = f->text_count++;
	f->texts = mem_resize(f->texts, n + 1, sizeof(*f->texts));
	f->texts[n] = mem_text(t.s, t.n);
	return f->texts[n];
}

static bool
find(struct text word, enum form *out)
{
	for (size_t i = 0; i < FORMS; i++) {
		*out = (enum form)i;
		if (forms[i].word && text_is(word, forms[i].word))
			return true;
	}
	return false;
}

static const char *
fault(enum form form, const char *parameter)
{
	if (!parameter)
		return forms[form].parameter == NONE || forms[form].optional
			   ? NULL
			   : "this form needs a parameter, as in WORD:X=FILE";
	if (forms[form].parameter == NONE)
		return "this form takes no parameter";
	if (forms[form].parameter == TRAIT && !segment_known(parameter))
		return "expected one of " SEGMENT_WORDS
		       ", or two columns as in knelpunten+projectfase";
	return NULL;
}

bool
form_parse(struct form_list *f, const char *argument, const char **why)
{
	const char *end = strrchr(argument, '=');
	enum form form;
	*why = "expected WORD=FILE or WORD:PARAMETER=FILE";
	if (!end || end[1] == '\0')
		return false;
	struct text rest = {argument, (size_t)(end - argument)};
	struct text word;
	text_split(&rest, ':', &word);
	*why =
	    "expected band, break-even, choice:TABLE, claims:TABLE, "
	    "claims-plans:TABLE, figures[:PERCENT], need:TABLE[:TABLE], norms, "
	    "outlook, permits, plans, rulesets, scenarios[:PERCENT], "
	    "segment:TRAIT, stand or stock:TABLE";
	if (!find(word, &form))
		return false;
	*why = "this file is given twice";
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].file && strcmp(f->items[i].file, end + 1) == 0)
			return false;
	const char *parameter = rest.s ? keep(f, rest) : NULL;
	*why = fault(form, parameter);
	if (*why)
		return false;
	struct form_asked *new = add(f, form);
	new->parameter = parameter;
	new->file = end + 1;
	return true;
}

size_t
form_count(const struct form_list *f, enum form form)
{
	size_t n = 0;
	for (size_t i = 0; i < f->count; i++)
		n += f->items[i].form == form;
	return n;
}

void
form_list_free(struct form_list *f)
{
	for (size_t i = 0; i < f->text_count; i++)
		free(f->texts[i]);
	free(f->texts);
	free(f->items);
	*f = (struct form_list){0};
}
