# run: the practice hotline in the console.  test: all tests.
# bench: the benchmarks, at a million calls; `make bench CALLS=10000000` for ten.
# build: the program alone.  format, lint: the code's layout.  clean: start over.

# What the program and its tests are built with, by the names of Debian 12.
packages := libncurses-dev libpq-dev libsqlite3-dev libxlsxwriter-dev
# Checks the results for donors against the schema of their register, where that is at hand.
packages += $(if $(IATI_XSD),libxml2-utils)
sudo := $(if $(filter-out 0,$(shell id -u)),sudo)
flags := -c release --static-swift-stdlib
release := swift build $(flags)

.PHONY: run test bench build format lint clean needs

run: build
	@if [ -t 0 ] && [ -t 1 ]; then .build/release/ringbuoy practice; else \
	    echo "Built. The console needs a terminal: run .build/release/ringbuoy practice in one."; \
	    echo "From scripts use the verbs: .build/release/ringbuoy --help"; fi

# Tests start a server of their own, on a socket in a folder of theirs.
test: packages += postgresql
test: export RINGBUOY_TESTS_NEED_POSTGRES := 1
test: needs
	swift test --parallel

bench: build
	swift run $(flags) ringbuoy-bench $(if $(CALLS),--calls $(CALLS))

build: needs
	$(release) --product ringbuoy

format: needs
	swift format --in-place --recursive Package.swift Sources Tests

lint: needs
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	rm -rf .build

needs:
	@command -v swift >/dev/null || { echo "Ringbuoy needs Swift 6.3: install it as https://www.swift.org/install says, then run make again." >&2; exit 1; }
	@missing=; for package in $(packages); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q '^install ok installed$$' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    command -v apt-get >/dev/null || { echo "Install the development files of ncurses, SQLite 3, libpq and libxlsxwriter (on Debian:$$missing), then run make again." >&2; exit 1; }; \
	    echo "Installing from Debian:$$missing"; \
	    $(sudo) apt-get update -qq && $(sudo) apt-get install -y -qq --no-install-recommends $$missing; \
	fi
