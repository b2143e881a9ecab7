#include "planword.h"

#define WORD(s)                  \
	{                        \
		s, sizeof(s) - 1 \
	}

static const struct text hardheden[HARDHEID_COUNT] = {
    [HARDHEID_HARD] = WORD("hard"),
    [HARDHEID_ZACHT] = WORD("zacht"),
    [HARDHEID_ONBEKEND] = WORD("onbekend"),
    [HARDHEID_TELT_NIET] = WORD("telt_niet"),
};

static const struct text soorten[SOORT_COUNT] = {
    [SOORT_BOUW] = WORD("bouw"),
    [SOORT_SLOOP] = WORD("sloop"),
    [SOORT_GEREALISEERD] = WORD("gerealiseerd"),
};

static const struct text dimensies[DIMENSIE_COUNT] = {
    [DIMENSIE_TOTAAL] = WORD("totaal"),
    [DIMENSIE_WONINGTYPE] = WORD("woningtype"),
    [DIMENSIE_BETAALBAARHEID] = WORD("betaalbaarheid"),
    [DIMENSIE_WONEN_ZORG] = WORD("wonen_zorg"),
    [DIMENSIE_FLEX] = WORD("flex"),
    [DIMENSIE_OPDRACHTGEVER] = WORD("opdrachtgever"),
};

static const struct text herkomsten[HERKOMST_COUNT] = {
    [HERKOMST_OPGEGEVEN] = WORD("opgegeven"),
    [HERKOMST_NUL] = WORD("nul"),
    [HERKOMST_LEEG] = WORD("leeg"),
    [HERKOMST_NVT] = WORD("nvt"),
    [HERKOMST_ONBEKEND] = WORD("onbekend"),
    [HERKOMST_AFGELEID] = WORD("afgeleid"),
    [HERKOMST_CIRCA] = WORD("circa"),
    [HERKOMST_BEREIK] = WORD("bereik"),
};

static const struct text tellingen[TELLING_COUNT] = {
    [TELLING_REST] = WORD("rest"),
    [TELLING_JAAR] = WORD("jaar"),
};

/* The place of the word in the list, n when it is not there. */
static unsigned
find(const struct text *list, unsigned n, struct text word)
{
	unsigned i = 0;

	while (i < n && !text_equal(list[i], word))
		i++;
	return i;
}

#define DEFINE(kind, list, count)                            \
	struct text kind##_name(enum kind k)                 \
	{                                                    \
		return list[k];                              \
	}                                                    \
	bool kind##_parse(struct text word, enum kind *out)  \
	{                                                    \
		*out = (enum kind)find(list, (count), word); \
		return *out < (count);                       \
	}

DEFINE(hardheid, hardheden, HARDHEID_COUNT)
DEFINE(soort, soorten, SOORT_COUNT)
DEFINE(dimensie, dimensies, DIMENSIE_COUNT)
DEFINE(herkomst, herkomsten, HERKOMST_COUNT)
DEFINE(telling, tellingen, TELLING_COUNT)
