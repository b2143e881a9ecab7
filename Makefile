# Housing and broad-welfare ETL: small filters in C, chained by pipelines.
# make run: install what is missing, build, run the nightly pipeline, show it.
# make test: the whole suite.

TOOLS = cbs-extract sheet-extract plan-normalize plan-accept plan-diff \
	plan-letter woondeal-diff indicator-join disclosure-check csvpick \
	csvdiff csvmerge plan-exchange release-seal
# In order: a module knows only those before it (make lint checks).
LIB = text diag library mem tablekind filekind buffer fold arena map num varint sum dwellings planword \
	period region crypto sha256 progress network jsontext receipt outform optrow opthelp optcomplete opt gzip recode files input \
	output tempfile zipdir zipin \
	xmlhead xmlin xmlplain xmlrun csvscan csvblock csvquote csvsplit csvpeek csvhead csvin \
	width smartcols csvtable jsonin jsonout csvout finding planrows planset register obsword observations table schema name geheim gemeenten gebieden

# Sub-rooms and modules of a tool in the order of its data: each knows only
# those before it. A tool without a list lies flat. Nowhere do symbols go in
# a circle.
ROOMS_cbs-extract = rule cause run ask meta table form out audit extract options \
	main
ROOMS_indicator-join = tables grid secrets plausible run shape \
	options main
ROOMS_disclosure-check = tables world sums cells facts feed traits segments drafts told sets parts solver judge town counts \
	loss merge show protect report safe options run main
ROOMS_plan-normalize = ground layout read judge write propose delivery \
	options main
ROOMS_sheet-extract = cell sheets xlsx ods xls book sheet extract main
ROOMS_woondeal-diff = ground agree growth plans stand write form options wanted run main

# That of the newest entry of the package's changelog.
VERSION := $(shell sed -n '1s/.*(\(.*\)).*/\1/p' pipelines/pakket/changelog)
B = build
CC = cc
# Across modules, for the rows' sake: a tenth of the time of a plain copy.
# With another compiler: make CC=clang OPT=-O2 AR=ar.
OPT = -O3 -g -flto=auto
AR = gcc-ar
# What tests link with besides has its own code too: to optimise all of lib
# again for each of them takes longer than the rest of what they need.
FAT = $(if $(findstring -flto,$(OPT)),-ffat-lto-objects)
NO_LTO = $(if $(FAT),-fno-lto)
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
XML_CFLAGS := $(shell xml2-config --cflags 2>/dev/null)
CPPFLAGS = -D_XOPEN_SOURCE=700 -DVERSION='"$(VERSION)"' -Ilib \
	$(XML_CFLAGS) $(DEFS)
# Libraries that are loaded when they are needed (lib/library): what they are
# called where this is built.
soname = $(shell objdump -p "$$($(CC) -print-file-name=lib$(1).so)" \
	2>/dev/null | sed -n 's/^ *SONAME *//p')
SONAMES := -DLIBXML_SONAME='"$(call soname,xml2)"' \
	-DLIBZIP_SONAME='"$(call soname,zip)"' \
	-DSMARTCOLS_SONAME='"$(call soname,smartcols)"'
CPPFLAGS += $(SONAMES)
# Debian's: tests/cli/hardening.t looks for them in the binaries.
HARDEN = -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2
CFLAGS = -std=c11 $(WARN) $(OPT) $(HARDEN) $(SAN)
LDFLAGS = $(OPT) $(SAN) -pie -Wl,-z,relro,-z,now
LDLIBS = -lcsv -lz -lunistring -lnettle -lyajl

LIBOBJ = $(LIB:%=$(B)/obj/lib/%.o)
BIN = $(TOOLS:%=$(B)/bin/%)
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))

# Debian's names. RUN: build and nightly; TEST: make test besides; CI: lint,
# sanitizers and judges besides.
RUN_PACKAGES = gcc libc6-dev libcsv-dev libxml2-dev zlib1g-dev libzip-dev \
	libunistring-dev nettle-dev libyajl-dev libsmartcols-dev gnuplot-nox jq perl \
	libtext-csv-xs-perl libcpanel-json-xs-perl curl util-linux
TEST_PACKAGES = parallel mandoc bsdutils zip strace libxml2-utils
CI_PACKAGES = clang clang-format cppcheck shellcheck universal-ctags \
	libclang-rt-dev libexpat1-dev gdal-bin csvkit nodejs npm chromium poppler-utils zsh \
	slurmctld slurmd slurm-client munge postgresql
DEB_PACKAGES = debhelper lintian dpkg-dev
BENCH_PACKAGES = miller csvkit nodejs npm python3-lxml xmlstarlet xlsx2csv \
	python3-openpyxl catdoc libreoffice-calc gnumeric libexpat1-dev

all: $(BIN)

$(B)/obj/lib/% $(B)/obj/cmd/sheet-extract/%: CFLAGS += $(FAT)
$(B)/obj/tests/% $(B)/obj/parse-all.o: CFLAGS += $(NO_LTO)
# The flags are an input too.
$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/lib.a: $(LIBOBJ) Makefile
	rm -f $@
	$(AR) rcs $@ $(LIBOBJ)

# One rule a tool: its objects are the .c files of its room and sub-rooms.
# Within cmd/X a header is named from there: #include "form/feed.h".
sources = $(wildcard cmd/$(1)/*.c cmd/$(1)/*/*.c)
define tool
$(B)/obj/cmd/$(1)/%: CPPFLAGS += -Icmd/$(1)
$(B)/bin/$(1): $(patsubst %.c,$(B)/obj/%.o,$(call sources,$(1))) $(B)/lib.a
	@mkdir -p $$(@D)
	$$(CC) $$(LDFLAGS) -o $$@ $$^ $$(LDLIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call tool,$(t))))

# sheet-extract without its shortcut for plain rows: to compare with.
$(B)/obj/parse-all.o: CPPFLAGS += -Icmd/sheet-extract
$(B)/obj/parse-all.o: cmd/sheet-extract/book.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -DPARSE_ALL $(CFLAGS) -MMD -MP -c -o $@ $<

PARSE_ALL = $(B)/parse-all/sheet-extract
$(PARSE_ALL): $(B)/obj/parse-all.o $(patsubst %.c,$(B)/obj/%.o,$(filter-out \
	    %/book.c,$(call sources,sheet-extract))) $(B)/lib.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(NO_LTO) -o $@ $^ $(LDLIBS)

# Makes the nth allocation, read or write fail: LD_PRELOAD of tests/cli/fault.t.
$(B)/fault.so: tests/fault/fault.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -D_GNU_SOURCE $(CFLAGS) -fPIC -shared -o $@ $< -ldl

$(B)/obj/tests/unit/test_plainrow.o: CPPFLAGS += -Icmd/sheet-extract
$(B)/obj/tests/unit/test_plainentry.o: CPPFLAGS += -Icmd/cbs-extract

# Makes the nth program that is started fail: tests/cli/night-process.t, soak.
$(B)/process.so: tests/fault/process.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -D_GNU_SOURCE $(CFLAGS) -fPIC -shared -o $@ $<

$(B)/unit/%: $(B)/obj/tests/unit/%.o $(B)/lib.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(NO_LTO) -o $@ $^ $(LDLIBS)

-include $(wildcard $(B)/obj/*.d $(B)/obj/lib/*.d $(B)/obj/cmd/*/*.d \
	$(B)/obj/cmd/*/*/*.d $(B)/obj/tests/*/*.d)

# Says what it installs; silent when nothing is missing.
deps: PACKAGES = $(RUN_PACKAGES)
deps-test: PACKAGES = $(RUN_PACKAGES) $(TEST_PACKAGES)
deps-ci: PACKAGES = $(RUN_PACKAGES) $(TEST_PACKAGES) $(CI_PACKAGES) \
	$(DEB_PACKAGES) systemd
deps-bench: PACKAGES = $(RUN_PACKAGES) $(BENCH_PACKAGES)
deps-deb: PACKAGES = $(RUN_PACKAGES) $(DEB_PACKAGES)
deps deps-test deps-ci deps-bench deps-deb:
	@sh tests/deps $(PACKAGES)

# A new make after deps: xml2-config was not there when this one started.
# nightly's exit 1 is "published, with findings".
run: deps
	@$(MAKE) --no-print-directory -s -j2 all
	@PATH=$(CURDIR)/$(B)/bin:$$PATH pipelines/nightly -v || [ $$? = 1 ]

test: deps-test
	@$(MAKE) --no-print-directory -s -j2 check

# Everything that speaks TAP, for the build in $(B); the long ones first, so
# that the jobs end together. More of them than cores: some wait for a server.
LONG = $(wildcard $(patsubst %,tests/cli/%.t,cbs-fetch nightly publish-arcgis \
	report-page web-process behaviour night-process night-disk \
	night-hostile report-odd publish-back nightly-kept woonmonitor \
	publish-swing sheet-plain night-gate fault recipe-options hear))
TESTS = $(LONG) $(filter-out $(LONG),$(sort $(wildcard tests/cli/*.t))) $(UNIT)
check: all $(UNIT) $(B)/fault.so $(B)/process.so $(PARSE_ALL)
	@work=$$(tests/tmpdir) && trap 'rm -rf "$$work"' EXIT && \
	    trap 'exit 130' INT TERM && \
	    TMPDIR=$$work BIN=$(CURDIR)/$(B)/bin prove -e '' -j4 $(TESTS)

# Every change of tests/mutate.list: does the suite notice it?
mutate: deps-test
	@prove -e '' tests/mutate

# The tests of lib alone, which need nothing but the build.
unit: all $(UNIT)
	@BIN=$(CURDIR)/$(B)/bin prove -e '' -j2 $(UNIT)

# The rooms and who may know whom; both compilers; format; static analysis.
lint: deps-ci
	@$(MAKE) --no-print-directory -s -j2 all
	@prove -e '' tests/lint

# The whole suite under the address and undefined-behaviour sanitizers.
asan: deps-test
	@ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1 \
	    $(MAKE) --no-print-directory -s -j2 check B=build/asan \
	    OPT='-O1 -g' SAN='-fsanitize=address,undefined'

# The tools' tests with reads cut to 1, 2, 3 and 7 bytes: one answer.
TOOL_TESTS = $(TOOLS:%=tests/cli/%.t) tests/cli/sheet-plain.t \
	tests/cli/cbs-plain.t \
	tests/cli/sheet-xls.t
chunks: deps-test
	@for n in 1 2 3 7; do \
	    echo "reads of $$n bytes"; \
	    INPUT_CHUNK=$$n $(MAKE) --no-print-directory -s -j2 check \
	        B=build/chunk OPT=-O1 DEFS=-DINPUT_CHUNKS \
	        TESTS='$$(UNIT) $$(TOOL_TESTS)' || exit 1; \
	done

# What the suite samples, wholly: each program of each recipe fails, a disk
# that is full at each stage, more of each made-up world. Then mutations for so
# many seconds (others each day), so long of each fuzz target, and the workbooks
# at hand by a second reader, and a country over Slurm on one node.
SOAK = $(patsubst %,tests/cli/%.t,night-process web-process night-disk rollback \
	night-hostile join-worlds join-secrets plan-bridge plan-national \
	uitwisseling \
	plan-worlds plan-estimates cbs-worlds cbs-plain disclosure-worlds disclosure-public sheet-plain sheet-doubles \
	woondeal-cellen wrong-input)
# How far, and seconds: of mutations, and of each fuzz target.
SWEEP = PROCESS_MOST=100000 DISK_MOST=100000 HOSTILE_EVERY=1 WORLDS=150 \
	CALLS_EVERY=1 PLAIN=600 DOUBLES=100000 PROVINCES=2000 NIGHTS=40 CELLS_EVERY=1 \
	WRONG=all
MUTATE = 300
FUZZ = 20
BOOKS = tests/judge/books tests/judge/slurm
soak: deps-test
	@$(SWEEP) $(MAKE) --no-print-directory -s -j2 check TESTS='$(SOAK)'
	@prove -e '' tests/mutate :: -s $(MUTATE)
	@$(MAKE) --no-print-directory -s fuzz SECONDS=$(FUZZ)
	@$(if $(BOOKS),prove -e '' $(BOOKS))

# Which lines and branches the suite reaches (fault.t, whose preload counts
# every write, would count those of the coverage itself).
coverage: deps-test
	@rm -rf build/cov
	@$(MAKE) --no-print-directory -s -j2 check B=build/cov OPT='-O0 -g' \
	    HARDEN= SAN=--coverage AR=ar \
	    TESTS='$$(filter-out %/fault.t %/hardening.t,$$(wildcard tests/cli/*.t)) $$(UNIT)'
	@tests/coverage build/cov

# The release, judged by GDAL, Frictionless, csvclean and Chromium; what is
# installed, by systemd and Debian's tools.
judge: deps-ci run
	@PATH=$(CURDIR)/$(B)/bin:$$PATH prove -e '' tests/judge/run \
	    tests/judge/page tests/judge/koop tests/judge/install \
	    tests/judge/operator tests/judge/postgres tests/judge/geopackage

# Fuzzes every reader of foreign files, each target for SECONDS; corpora are
# kept in build/fuzz, what was found in tests/fuzz/found.
SECONDS = 60
fuzz: deps-ci
	@tests/fuzz/run $(SECONDS)

bench: deps-bench all
	@tests/bench/run

# Everything that runs, under DESTDIR and PREFIX: the tools and woonmonitor,
# the recipes with what they need, manuals, completion, units, and Flevoland
# with its deliveries as the example.
PREFIX = /usr/local
RECIPES = nightly landelijk provincie report figures rooster excel geopackage \
	uitwisseling cbs-fetch \
	publish publish-arcgis publish-swing publish-postgres rollback backup restore watch alarm
TO = $(DESTDIR)$(PREFIX)
DOC = $(TO)/share/doc/woonmonitor
MAN = $(TO)/share/man/man1
BASH_WORDS = $(TO)/share/bash-completion/completions
ZSH_WORDS = $(TO)/share/zsh/vendor-completions
UNPACK = tar -xf - --no-same-owner --mode=u+rw,go=rX -C
install: all
	install -d $(TO)/bin $(TO)/lib/woonmonitor $(TO)/lib/systemd/system \
	    $(MAN) $(BASH_WORDS) $(ZSH_WORDS) $(DOC)/examples
	install $(BIN) $(TO)/bin
	tar -cf - -C pipelines --exclude='*.1' --exclude=./README.md \
	    --exclude=./flevoland --exclude=./pakket --exclude=./dienst . | \
	    $(UNPACK) $(TO)/lib/woonmonitor
	ln -sfn ../lib/woonmonitor/woonmonitor $(TO)/bin/woonmonitor
	install -m 644 $(foreach t,$(TOOLS),cmd/$(t)/$(t).1) \
	    pipelines/woonmonitor.1 $(MAN)
	$(foreach r,$(RECIPES),install -m 644 pipelines/$(r).1 \
	    $(MAN)/woonmonitor-$(r).1 &&) :
	for t in $(TOOLS) woonmonitor; do \
	    bash=$(BASH_WORDS)/$$t zsh=$(ZSH_WORDS)/_$$t; \
	    $(TO)/bin/$$t --completion >$$bash || exit 1; \
	    { echo "#compdef $$t"; echo 'autoload -U bashcompinit'; \
	        echo bashcompinit; cat $$bash; \
	        sed -n 's/^complete \(.*\) [^ ]*$$/_bash_complete \1/p' $$bash; \
	    } >$$zsh || exit 1; \
	done
	install -m 644 pipelines/dienst/*.service pipelines/dienst/*.timer \
	    $(TO)/lib/systemd/system
	install -Dm 644 pipelines/dienst/sandbox.conf \
	    $(TO)/lib/systemd/system/woonmonitor-.service.d/sandbox.conf
	install -Dm 644 pipelines/dienst/sysusers.conf \
	    $(TO)/lib/sysusers.d/woonmonitor.conf
	install -m 644 README.md $(DOC)
	install -m 644 pipelines/README.md $(DOC)/recipes.md
	tar -cf - -C pipelines flevoland indeling | $(UNPACK) $(DOC)/examples
	tar -cf - -C testdata --transform='s|^nightly|leveringen|' nightly | \
	    $(UNPACK) $(DOC)/examples

# A package for Debian, from what git has, in build/; lintian looks at it.
PACKAGE = build/deb/woonmonitor-$(VERSION)
deb: deps-deb
	rm -rf build/deb
	mkdir -p $(PACKAGE)
	git ls-files -z | tar --null -T - -cf - | tar -xf - -C $(PACKAGE)
	cp -R $(PACKAGE)/pipelines/pakket $(PACKAGE)/debian
	cd $(PACKAGE) && dpkg-buildpackage -us -uc -b >../log 2>&1 || \
	    { tail -20 ../log >&2; exit 1; }
	lintian --fail-on error,warning build/deb/*.changes
	@ls build/deb/*.deb

clean:
	rm -rf build

.PHONY: all deps deps-test deps-ci deps-bench deps-deb unit deb run test check lint asan chunks soak \
	coverage judge mutate fuzz bench install clean
.DELETE_ON_ERROR:
.SECONDARY:
