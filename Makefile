# GNU make.  Everything that is made goes below build/.

CC = cc
CFLAGS = -O3 -g
AR = $(if $(LTO),gcc-ar,ar)
PKG_CONFIG = pkg-config
PREFIX = /usr/local
BUILD = build

TOOLS = $(patsubst tools/%/main.c,%,$(wildcard tools/*/main.c))
VERSION := $(shell sed -n 's/.*CAODIEM_VERSION "\(.*\)"/\1/p' common/version.h)

# Every library that is not libc: its pkg-config name and Debian package.
LIBRARIES = libpcre2-8:libpcre2-dev jansson:libjansson-dev \
	libutf8proc:libutf8proc-dev expat:libexpat1-dev libseccomp:libseccomp-dev
MODULES := $(foreach l,$(LIBRARIES),$(firstword $(subst :, ,$(l))))

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wconversion
# What the packager's CFLAGS do not have to repeat; empty under sanitizers.
HARDEN = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection \
	-fPIE $(if $(filter x86_64,$(shell uname -m)),-fcf-protection)
# Two builds of one commit are the same, wherever they are made.
SAME = -ffile-prefix-map=$(CURDIR)=. $(if $(findstring clang,$(CC)),,-frandom-seed=$@)
# Small functions of common/ become part of the tools' loops; 5 to 10% faster.
LTO := $(if $(findstring clang,$(CC)),,-flto=auto)
HARDEN_LD = $(LTO) $(SAME) -pie -Wl,-z,relro,-z,now,-z,noexecstack
OWN_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE \
	-I. -Icommon -I$(BUILD) $(WARNINGS) $(MODULE_CFLAGS) $(HARDEN) $(LTO) $(SAME)

# Asked of pkg-config once, and only where something is compiled.
ifneq ($(filter-out clean help dist,$(or $(MAKECMDGOALS),all)),)
MISSING := $(strip $(foreach l,$(LIBRARIES),$(shell \
	$(PKG_CONFIG) --exists $(firstword $(subst :, ,$(l))) 2>/dev/null || \
	echo $(lastword $(subst :, ,$(l))))))
ifneq ($(MISSING),)
$(error missing libraries; on Debian: apt-get install pkg-config $(MISSING))
endif
MODULE_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(MODULES))
LIBS_PCRE := $(shell $(PKG_CONFIG) --libs libpcre2-8)
LIBS_JSON := $(shell $(PKG_CONFIG) --libs jansson)
LIBS_UNICODE := $(shell $(PKG_CONFIG) --libs libutf8proc)
LIBS_XML := $(shell $(PKG_CONFIG) --libs expat)
LIBS_SECCOMP := $(shell $(PKG_CONFIG) --libs libseccomp)
endif

# What each tool needs beside libcommon.a.
LIBS_segment = $(LIBS_JSON) $(LIBS_UNICODE)
LIBS_extract-dates = $(LIBS_PCRE) $(LIBS_JSON) $(LIBS_UNICODE)
LIBS_extract-targets = $(LIBS_PCRE) $(LIBS_JSON) $(LIBS_UNICODE)
LIBS_tag-crimes = $(LIBS_PCRE) $(LIBS_JSON) $(LIBS_UNICODE)
LIBS_to-json = $(LIBS_JSON)
LIBS_from-feed = $(LIBS_XML) $(LIBS_JSON) $(LIBS_UNICODE)

COMMON_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard common/*.c))
LIBCOMMON = $(BUILD)/libcommon.a
PROGRAMS = $(addprefix $(BUILD)/bin/,$(TOOLS))
TABLES = $(wildcard tools/*/*.tsv common/*.tsv)
EMBEDDED = $(TABLES:%=$(BUILD)/%.h)

# A tool's objects; all but main.o also serve its unit tests and fuzzers.
objects = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/$(1)/*.c))
parts = $(filter-out %/main.o,$(call objects,$(1)))

UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,\
	$(wildcard tests/unit/*.c))


.PHONY: all check check-programs asan coverage lint eval bench growth faults determinism \
	reproducible shards fuzz fuzz-programs \
	sample install dist clean
.SECONDARY:
.DELETE_ON_ERROR:

all: $(PROGRAMS)

$(LIBCOMMON): $(COMMON_OBJECTS)
	@rm -f $@
	$(AR) rcsD $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(OWN_CFLAGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Tables are embedded as bytes: #include "tools/tag-crimes/crimes.tsv.h".
$(COMMON_OBJECTS) $(foreach t,$(TOOLS),$(call objects,$(t))): | $(EMBEDDED)
$(BUILD)/%.tsv.h: %.tsv
	@mkdir -p $(@D)
	od -An -v -tx1 $< | sed 's/ \(..\)/0x\1,/g' > $@

# The sandbox's rules are worked out at build time: common/sandbox/rules.c.
$(BUILD)/common/sandbox.o: | $(BUILD)/common/sandbox/opening.bpf.h \
	$(BUILD)/common/sandbox/reading.bpf.h
$(BUILD)/common/sandbox/rules: common/sandbox/rules.c
	@mkdir -p $(@D)
	$(CC) $(OWN_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS) -o $@ $< $(LIBS_SECCOMP)
$(BUILD)/common/sandbox/%.bpf.h: $(BUILD)/common/sandbox/rules
	$< $* | od -An -v -tx1 | sed 's/ \(..\)/0x\1,/g' > $@

# So is what tag-crimes makes of its table: tools/tag-crimes/prepare.
PREPARED = $(BUILD)/tools/tag-crimes/crimes.prepared.h
PREPARE_PARTS = $(addprefix $(BUILD)/tools/tag-crimes/,prepare/prepare.o \
	choice.o columns.o lexicon.o rulebook.o sieve.o split.o words.o)
$(BUILD)/tools/tag-crimes/prepared.o: $(PREPARED)
$(BUILD)/tools/tag-crimes/prepare/prepare: $(PREPARE_PARTS) $(LIBCOMMON)
	$(CC) $(CFLAGS) $(HARDEN_LD) $(LDFLAGS) -o $@ $^ $(LIBS_tag-crimes) $(LIBS)
$(PREPARED): tools/tag-crimes/crimes.tsv $(BUILD)/tools/tag-crimes/prepare/prepare
	$(BUILD)/tools/tag-crimes/prepare/prepare < $< > $@

define program
$(BUILD)/bin/$(1): $(call objects,$(1)) $(LIBCOMMON)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(HARDEN_LD) $$(LDFLAGS) -o $$@ $$^ $$(LIBS_$(1)) $$(LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call program,$(t))))

# A unit test tests/unit/NAME.c links common and the parts of the tool that
# its name begins with ("extract-dates_calendar.c"), if any.
unit_tool = $(filter $(firstword $(subst _, ,$(1))),$(TOOLS))
define unit
$(BUILD)/tests/unit/$(1): $(BUILD)/tests/unit/$(1).o \
		$(if $(call unit_tool,$(1)),$(call parts,$(call unit_tool,$(1)))) $(LIBCOMMON)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) $$(HARDEN_LD) $$(LDFLAGS) -o $$@ $$^ -lcmocka $$(LIBS_PCRE) \
		$$(LIBS_JSON) $$(LIBS_UNICODE) $$(LIBS_XML) $$(LIBS)
endef
$(foreach u,$(notdir $(UNIT_TESTS)),$(eval $(call unit,$(u))))

FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
define fuzzer
$(BUILD)/tests/fuzz/$(1): $(BUILD)/tests/fuzz/$(1).o \
		$(if $(call unit_tool,$(1)),$(call parts,$(call unit_tool,$(1)))) $(LIBCOMMON)
	@mkdir -p $$(@D)
	$$(CC) $$(CFLAGS) -fsanitize=fuzzer -o $$@ $$^ $$(LIBS_PCRE) \
		$$(LIBS_JSON) $$(LIBS_UNICODE) $$(LIBS_XML) $$(LIBS)
endef
$(foreach f,$(FUZZERS),$(eval $(call fuzzer,$(f))))
fuzz-programs: $(FUZZERS:%=$(BUILD)/tests/fuzz/%)

check-programs: all $(UNIT_TESTS)

check: check-programs
	BUILD=$(BUILD) CC="$(CC)" tests/run

# The same suite under the sanitizers.
asan:
	$(MAKE) check BUILD=build/asan HARDEN= HARDEN_LD= LTO= LDFLAGS= \
		CFLAGS='-O1 -g -fno-omit-frame-pointer -fno-sanitize-recover=all \
		-fsanitize=address,undefined'

# Lines that the suite runs, of common and the tools.
coverage:
	$(MAKE) check BUILD=build/coverage HARDEN= HARDEN_LD= LTO= LDFLAGS=--coverage \
		CPPFLAGS=-DCAODIEM_COVERAGE CFLAGS='-O0 -g --coverage'
	cd build/coverage && find common tools -name '*.gcda' | \
		xargs gcov -r -s $(CURDIR) 2>/dev/null | awk ' \
		/^File/ { file = $$2 } \
		/^Lines executed/ && file ~ /common|tools/ { \
			split($$0, part, /[:% ]+/); \
			printf "%6.2f%% of %4d  %s\n", part[3], part[5], file; \
			lines += part[5]; run += part[3] * part[5] / 100; file = "" } \
		END { printf "%6.2f%% of %d lines\n", 100 * run / lines, lines }'

SOURCES = $(wildcard common/*.[ch] common/*/*.[ch] tools/*/*.[ch] tests/*/*.[ch])
lint: $(EMBEDDED) $(PREPARED) $(BUILD)/common/sandbox.o
	clang-format --dry-run --Werror $(SOURCES)
	cppcheck --quiet --std=c11 --inline-suppr --error-exitcode=1 \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem -I. -Icommon -I$(BUILD) \
		-i tools/tag-crimes/prepared.c common tools
	clang-tidy --quiet $(filter common/%.c tools/%.c,$(SOURCES)) -- \
		$(filter-out -W%,$(OWN_CFLAGS)) 2>&1 | \
		{ ! grep -E '(warning|error):' ; }
	mandoc -Tlint -Wwarning man/*.[157]

eval: all
	@test -n "$(SHARED)" || { echo "make eval SHARED=DIR" >&2; exit 2; }
	@BUILD=$(BUILD) SHARED=$(SHARED) tests/eval

bench: all
	@BUILD=$(BUILD) SHARED=$(SHARED) CC="$(CC)" tests/bench/run $(ROWS)

# Time is linear in the input; KIB of each hard text.
growth: all
	@BUILD=$(BUILD) CC="$(CC)" tests/bench/growth $(KIB)

# KIND=date, target or crime; SEED; N records drawn at random, with sentences.
sample: all
	@BUILD=$(BUILD) SHARED=$(SHARED) tests/sample "$(KIND)" "$(SEED)" "$(N)"

faults: all
	BUILD=$(BUILD) CC="$(CC)" tests/faults/run $(ONLY)

# The same bytes whatever is around; the same programs wherever they are built;
# the same records however the stream is cut (SHARED: of the corpus).
determinism: all
	BUILD=$(BUILD) SHARED=$(SHARED) tests/determinism

reproducible:
	tests/reproducible

shards: all
	BUILD=$(BUILD) SHARED=$(SHARED) tests/shards $(CUTS)

fuzz:
	$(MAKE) fuzz-programs BUILD=$(BUILD)/fuzz CC=clang HARDEN= HARDEN_LD= LTO= LDFLAGS= \
		CFLAGS='-O1 -g -fsanitize=address,undefined,fuzzer-no-link \
		-fno-sanitize-recover=all'
	@BUILD=$(BUILD) tests/fuzz/run $(or $(SECONDS),60) $(NAMES)

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/caodiem \
		$(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/man/man5 \
		$(DESTDIR)$(PREFIX)/share/man/man7
	install -m 755 $(PROGRAMS) $(DESTDIR)$(PREFIX)/bin
	install -m 755 tools/from-feed/caodiem-cron tools/from-feed/with-pages \
		$(DESTDIR)$(PREFIX)/share/caodiem
	install -m 644 tools/to-json/load.sql tools/to-json/caodiem.schema.json \
		$(DESTDIR)$(PREFIX)/share/caodiem
	umask 022; for page in man/*.[157]; do \
		sed 's|/usr/local/share|$(PREFIX)/share|g' $$page > \
		$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page#man/} || \
		exit 1; done

dist:
	@mkdir -p $(BUILD)
	git -c tar.tar.gz.command='gzip -9n' archive --prefix=caodiem-$(VERSION)/ \
		--output=$(BUILD)/caodiem-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(BUILD)

-include $(wildcard $(BUILD)/common/*.d $(BUILD)/tools/*/*.d \
	$(BUILD)/tools/*/*/*.d $(BUILD)/tests/*/*.d)
