# run: the practice hotline in the console.  test: all tests.  test-server: the store's, all of them on a server.
# bench: the benchmarks, at a million calls; `make bench CALLS=10000000` for ten.
# build: the program alone.  format, lint: the code's layout.  clean: start over.

# What the program and its tests are built with, by the names of Debian 12.
packages := libncurses-dev libpq-dev libsqlite3-dev libxlsxwriter-dev
# Checks the results for donors against the schema of their register, where that is at hand.
packages += $(if $(IATI_XSD),libxml2-utils)
sudo := $(if $(filter-out 0,$(shell id -u)),sudo)
flags := -c release --static-swift-stdlib
release := swift build $(flags)

# Suites that say what a store does, whatever keeps it: those of many desks and of erasing in every run, half a
# minute; the rest with them take six times as long.
on_server := (Erasure|Month|Retention)Store|InterruptedAct|RetiredDesk|Shipment(Rule|Words)|Store(Perform|Verify)|Together(Slot)?
all_on_server := $(on_server)|Audit|Caller[A-Z][a-z]*|CallsBehind|CaseExchange|HouseStore|MergedRow|MonthKept|PackStore
all_on_server := $(all_on_server)|PeriodReader|Sealing|SignIn|Store(Case|List)|TogetherProperty|TurnKey|WorkPage

.PHONY: run test test-server bench build format lint clean needs

run: build
	@if [ -t 0 ] && [ -t 1 ]; then .build/release/ringbuoy practice; else \
	    echo "Built. The console needs a terminal: run .build/release/ringbuoy practice in one."; \
	    echo "From scripts use the verbs: .build/release/ringbuoy --help"; fi

# Tests start a server of their own, on a socket in a folder of theirs. What every engine promises is asked of
# each in the first run; in the second, suites that say what a store does work in stores on the server, where
# desks come in by their role.
test test-server: packages += postgresql
test test-server: export RINGBUOY_TESTS_NEED_POSTGRES := 1
test: needs
	swift test --parallel
	RINGBUOY_TESTS_ON_SERVER=1 swift test --skip-build --parallel --filter '^HotlineStoreTests\.($(on_server))Tests/'

test-server: needs
	RINGBUOY_TESTS_ON_SERVER=1 swift test --parallel --filter '^HotlineStoreTests\.($(all_on_server))Tests/'

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
