#include "column.h"

#include "buffer.h"

const char *const column_types[TYPES] = {"meergezins", "eengezins", "onbekend"};
const char *const column_prices[PRICES] = {
    "koop1", "koop2", "koop3", "koop4",	   "koop_onb", "huur1",
    "huur2", "huur3", "huur4", "huur_onb", "onbekend"};

void
column_add_detail(struct columns *c)
{
	static const char *const first[] = {
	    "GlobalID", "Creator", "Created",
	    "Editor",	"Edited",  "parent_globalid",
	    "gemeente", "regio",   "vertrouwelijkheid",
	    "jaartal"};
	static const char *const kinds[] = {"", "sloop_"};
	struct buffer b = {0};

	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		columns_place(c, text_of(first[i]));
	for (size_t k = 0; k < 2; k++) {
		for (size_t i = 0; i < CELLS; i++) {
			buffer_clear(&b);
			buffer_printf(&b, "%s%s_%s", kinds[k],
				      column_types[i / PRICES],
				      column_prices[i % PRICES]);
			columns_place(c, buffer_view(&b));
		}
		buffer_clear(&b);
		buffer_printf(&b, "%sgerealiseerd", k ? "sloop_" : "bouw_");
		columns_place(c, buffer_view(&b));
	}
	buffer_free(&b);
}

int
column_of(enum dimensie d, struct text folded)
{
	static const struct {
		const char *word;
		int price;
	} prices[] = {
	    {"sociale huur", 6},	 {"huur middenhuur", 7},
	    {"huur dure huur", 8},	 {"huur onbekend", 9},
	    {"koop betaalbare koop", 1}, {"koop dure koop", 3},
	    {"koop onbekend", 4},	 {"onbekend koop of huur", 10}};

	for (int i = 0; d == DIMENSIE_WONINGTYPE && i < TYPES; i++)
		if (text_is(folded, column_types[i]))
			return i;
	for (size_t i = 0; d == DIMENSIE_BETAALBAARHEID && i < 8; i++)
		if (text_is(folded, prices[i].word))
			return prices[i].price;
	return -1;
}
