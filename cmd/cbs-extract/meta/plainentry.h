/* Entries of an Atom feed in the plain form in which CBS writes all of them:
 * <entry>, elements without prefixes, in one of them <m:properties> with a
 * <d:Name m:type="..." m:null="true" xml:space="preserve"> each, attributes in
 * double quotes, texts with at most the five entities of XML. What is not
 * exactly so is left to the parser, and so is a property that no entry before
 * had: nothing is judged here, and nothing is taken that a parser would refuse
 * or read otherwise where m and d are declared. */
#ifndef PLAINENTRY_H
#define PLAINENTRY_H

#include "meta/odata.h"
#include "text.h"
#include "xmlplain.h"

enum plaintype { PLAINTYPE_UNSAID, PLAINTYPE_STRING, PLAINTYPE_OTHER };

struct plainproperty {
	size_t column;
	struct text value; /* a view; of a null it means nothing */
	enum plaintype type;
	bool null;
};

struct plainentry {
	struct plainproperty *properties; /* as they stand, doubles too */
	size_t count, cap;
	size_t head; /* bytes up to the end of m:properties */
	struct xmlplain texts;
};

/* The entry that begins at p, behind whose n bytes come at least XMLPLAIN_SLACK
 * NULs, with properties of these columns. Returns its bytes, or 0 when it is
 * not plain or not whole. Views are valid as long as p, and until the next. */
size_t plainentry_read(struct plainentry *e, const struct odata_column *columns,
		       size_t count, const char *p, size_t n);
void plainentry_free(struct plainentry *e);

#endif
