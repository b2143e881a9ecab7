# Housing and broad-welfare ETL: small filters in C, chained by pipelines.
# make run: install what is missing, build, run the nightly pipeline, show it.
# make test: the whole suite.

TOOLS = cbs-extract sheet-extract plan-normalize plan-diff woondeal-diff \
	indicator-join
# In order: a module knows only those before it (make lint checks).
LIB = text diag mem arena map num period region opt input output zipdir zipin xmlin \
	csvin csvout finding table gemeenten

VERSION = 0.1.0
B = build
CC = cc
OPT = -O2 -g
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
XML_CFLAGS := $(shell xml2-config --cflags 2>/dev/null)
CPPFLAGS = -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' -Ilib \
	$(XML_CFLAGS) $(DEFS)
CFLAGS = -std=c11 $(WARN) $(OPT) $(SAN)
LDFLAGS = $(SAN)
LDLIBS = -lcsv -lxml2 -lz -lzip

LIBOBJ = $(LIB:%=$(B)/obj/lib/%.o)
BIN = $(TOOLS:%=$(B)/bin/%)
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
ifneq ($(filter-out deps clean,$(or $(MAKECMDGOALS),all)),)
DEPFILES = $(shell find $(B)/obj -name '*.d' 2>/dev/null)
endif

all: $(BIN)

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/lib.a: $(LIBOBJ)
	rm -f $@
	$(AR) rcs $@ $(LIBOBJ)

# One rule a tool: its objects are the .c files of its room.
define tool
$(B)/bin/$(1): $(patsubst %.c,$(B)/obj/%.o,$(wildcard cmd/$(1)/*.c)) $(B)/lib.a
	@mkdir -p $$(@D)
	$$(CC) $$(LDFLAGS) -o $$@ $$^ $$(LDLIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call tool,$(t))))

$(B)/unit/%: $(B)/obj/tests/unit/%.o $(B)/lib.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(DEPFILES)

.PHONY: all
.DELETE_ON_ERROR:
.SECONDARY:
