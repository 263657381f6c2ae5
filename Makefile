# make demo   the main job on the sample, from a fresh clone
# make test   set-up and every test
# make bench  ratios against public tools (long)
.PHONY: demo test lint bench set-up

BUILD = swift build -j 2

set-up:
	@sh scripts/set-up.sh

demo: set-up
	@sh scripts/demo.sh

test: set-up
	@$(BUILD) --build-tests
	@TMF_BAGIT="$(CURDIR)/.build/tools/bin/bagit.py" swift test -j 2 --skip-build

lint:
	swift format lint --strict -r Sources Tests

bench: set-up
	@sh scripts/bench.sh
