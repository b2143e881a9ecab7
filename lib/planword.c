#include "planword.h"

static const struct text hardheden[HARDHEID_COUNT] = {
    [HARDHEID_HARD] = TEXT_WORD("hard"),
    [HARDHEID_ZACHT] = TEXT_WORD("zacht"),
    [HARDHEID_ONBEKEND] = TEXT_WORD("onbekend"),
    [HARDHEID_TELT_NIET] = TEXT_WORD("telt_niet"),
};

static const struct text soorten[SOORT_COUNT] = {
    [SOORT_BOUW] = TEXT_WORD("bouw"),
    [SOORT_SLOOP] = TEXT_WORD("sloop"),
    [SOORT_GEREALISEERD] = TEXT_WORD("gerealiseerd"),
};

static const struct text dimensies[DIMENSIE_COUNT] = {
    [DIMENSIE_TOTAAL] = TEXT_WORD("totaal"),
    [DIMENSIE_WONINGTYPE] = TEXT_WORD("woningtype"),
    [DIMENSIE_BETAALBAARHEID] = TEXT_WORD("betaalbaarheid"),
    [DIMENSIE_WONEN_ZORG] = TEXT_WORD("wonen_zorg"),
    [DIMENSIE_FLEX] = TEXT_WORD("flex"),
    [DIMENSIE_OPDRACHTGEVER] = TEXT_WORD("opdrachtgever"),
};

static const struct text herkomsten[HERKOMST_COUNT] = {
    [HERKOMST_OPGEGEVEN] = TEXT_WORD("opgegeven"),
    [HERKOMST_NUL] = TEXT_WORD("nul"),
    [HERKOMST_LEEG] = TEXT_WORD("leeg"),
    [HERKOMST_NVT] = TEXT_WORD("nvt"),
    [HERKOMST_ONBEKEND] = TEXT_WORD("onbekend"),
    [HERKOMST_AFGELEID] = TEXT_WORD("afgeleid"),
    [HERKOMST_CIRCA] = TEXT_WORD("circa"),
    [HERKOMST_BEREIK] = TEXT_WORD("bereik"),
};

static const struct text tellingen[TELLING_COUNT] = {
    [TELLING_REST] = TEXT_WORD("rest"),
    [TELLING_JAAR] = TEXT_WORD("jaar"),
};

#define DEFINE(kind, list, count)                                  \
	struct text kind##_name(enum kind k)                       \
	{                                                          \
		return list[k];                                    \
	}                                                          \
	bool kind##_parse(struct text word, enum kind *out)        \
	{                                                          \
		*out = (enum kind)text_place(list, (count), word); \
		return *out < (count);                             \
	}

DEFINE(hardheid, hardheden, HARDHEID_COUNT)
DEFINE(soort, soorten, SOORT_COUNT)
DEFINE(dimensie, dimensies, DIMENSIE_COUNT)
DEFINE(herkomst, herkomsten, HERKOMST_COUNT)
DEFINE(telling, tellingen, TELLING_COUNT)
