/* A layout: what a delivery looks like, as data
 * (veld,kolom,omzetting,waarde; the manual describes it). */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/estimate.h"
#include "layout/field.h"
#include "ground/kind.h"
#include "num.h"
#include "text.h"

/* How one field is read. kolom is folded; empty when no column has it. */
struct field_rule {
	struct text kolom;
	struct text constant;
	bool optional, given, vul, code;
	bool numbered; /* fase_id: the how-manieth record of its plan */
	char splits;   /* 0: not a list */
	size_t line;   /* in the layout, for messages */
};

/* A column that says from which day the field is that word. */
struct dated_rule {
	enum field field;
	struct text kolom;
	bool optional;
	struct text word;
	size_t line;
};

enum column_use { USE_AANTAL, USE_CONTROLE, USE_NEGEER };

/* A column of numbers, or one to leave alone. */
struct column_rule {
	enum column_use use;
	struct text kolom;
	struct text omzetting; /* as it stands there */
	bool optional;
	bool told; /* what its name begins with; the rest says the kind */
	struct kind kind;
	struct years years; /* as waarde gives it */
	struct years limit; /* only columns of these years; or none */
	size_t line;
};

enum skip_how { SKIP_IS, SKIP_BEGINT, SKIP_BEVAT, SKIP_LEEG };

/* Records that are not plans. */
struct skip_rule {
	struct text kolom;
	bool optional;
	bool total; /* totaalrij, else overslaan */
	enum skip_how how;
	struct text value; /* folded */
	size_t line;
};

/* What a word of a delivery means. */
struct word {
	struct text value;
	struct text vanaf;	 /* since when it is called so; or empty */
	const struct kind *kind; /* for categorie, else NULL */
	const char *file;
	size_t line;
};

struct layout {
	const char *path;
	size_t kop, kopregels;
	char delimiter;	      /* 0: not given */
	const char *encoding; /* NULL: not given */
	enum num_form form;   /* NUM_ANY: not given */
	struct text telling, peildatum, levering;
	struct estimate_rule estimates; /* circa, bereik */
	bool sums_are_plans;		/* somrij */
	bool rounds;			/* decimalen */
	bool in_dwellings;		/* eenheid: whatever the header says */
	int price_year;			/* prijspeil; 0: not given */
	struct kind *priced;		/* of words: a list by next_priced */
	struct field_rule fields[FIELD_COUNT];
	struct map *words[FIELD_COUNT]; /* struct word by folded word */
	struct map *cells;		/* the same, for words as numbers */
	struct column_rule *columns;
	struct skip_rule *skips;
	struct dated_rule *dates; /* in the order that the words come in */
	struct skip_rule *marks;  /* herken: what its records say */
	size_t column_count, skip_count, date_count, mark_count;
	struct text first;   /* eerst: what must be done before; or empty */
	struct arena *arena; /* all of the above */
};

/* NULL on failure, message given. */
struct layout *layout_load(const char *path);
void layout_free(struct layout *l);
/* What a word of that field means, or NULL. */
const struct word *layout_word(const struct layout *l, enum field f,
			       struct text word);
/* True when the words of that field are a vocabulary: a list of words that
 * another word should be one of. */
bool layout_has_vocabulary(const struct layout *l, enum field f);
/* True when the word is what another one is called today. */
bool layout_is_value(const struct layout *l, enum field f, struct text word);
/* The same for a word that stands where a number should. */
const struct word *layout_cell(const struct layout *l, struct text word);
/* For the loader: adds a word; -1 with the message given. */
int layout_add_word(struct layout *l, struct text veld, struct text woord,
		    const struct word *w);

#endif
