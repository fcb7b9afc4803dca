# Every task of the repository. `make` alone shows this menu.
#
# Overridable: CHECK=1 (demo without waiting, fails when anything is not as it should be), DATA (the demo's folder), SWIFT, CONFIGURATION.

SWIFT ?= swift
CONFIGURATION ?= release
# The demo's CHECK: anything but empty and 0 counts as yes.
CHECK ?=
DATA ?=
ARGS ?=
# Five minutes in `make soak`.
FAULT_SECONDS ?= 300

.DEFAULT_GOAL := help
.PHONY: help bootstrap build demo demo-index test unit test-browser screenshots faults lint architecture format bench bench-check bench-quick bench-partitions bench-network soak examples docs clean

help: ## this menu
	@echo "Samsyn: the shared view of a nation's genomic medicine"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: ## install what the machine lacks (Debian 12)
	@scripts/bootstrap

build: bootstrap ## build the program and its tests once, optimised
	$(SWIFT) build -c $(CONFIGURATION) --build-tests

demo: ## seven regions, one question under six purposes and two laws, seven nodes (CHECK=1: for CI; DATA=folder)
	@CHECK="$(CHECK)" DATA="$(DATA)" CONFIGURATION="$(CONFIGURATION)" SWIFT="$(SWIFT)" scripts/demo

demo-index: ## an index of real call sets alone, and a few questions to it (CHECK=1: for CI)
	@CHECK="$(CHECK)" CONFIGURATION="$(CONFIGURATION)" SWIFT="$(SWIFT)" scripts/demo-index

test: build unit ## everything CI runs: the tests, the demos, checked, the web in a browser, and nodes under faults
	@rm -rf .build/demonstration
	@$(MAKE) --no-print-directory demo CHECK=1 DATA=.build/demonstration
	@$(MAKE) --no-print-directory test-browser
	@$(MAKE) --no-print-directory demo-index CHECK=1
	@$(MAKE) --no-print-directory faults FAULT_SECONDS=30

test-browser: ## the web in a browser, on what `make demo CHECK=1 DATA=.build/demonstration` left (ARGS: pytest's)
	scripts/test-browser .build/demonstration "$$($(SWIFT) build -c $(CONFIGURATION) --show-bin-path)/samsyn" $(ARGS)

screenshots: ## the README's pictures of the web, from the same folder
	scripts/screenshots .build/demonstration "$$($(SWIFT) build -c $(CONFIGURATION) --show-bin-path)/samsyn"

faults: ## nodes killed, stopped, slowed and cut off while they are asked, on what `make demo CHECK=1 DATA=.build/demonstration` left
	scripts/nodes-under-faults --seconds $(FAULT_SECONDS) .build/demonstration "$$($(SWIFT) build -c $(CONFIGURATION) --show-bin-path)/samsyn"

unit: build ## the test suites alone
	@scripts/test-python >/dev/null || true # without PyPI the tests that need it say that they are skipped
	@scripts/run-tests "$$($(SWIFT) build -c $(CONFIGURATION) --show-bin-path)/samsynPackageTests.xctest"

lint: build ## formatting, compiler warnings (errors in every target) and the doors of the architecture
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@scripts/lint-scripts
	$(SWIFT) test -c $(CONFIGURATION) --skip-build --filter ArchitectureTests

format: ## lay out every Swift file as .swift-format says
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

bench-check: bootstrap ## the measuring tools build, and their generator makes what it should
	$(SWIFT) build -c release --package-path Benchmarks --build-tests
	$(SWIFT) test -c release --package-path Benchmarks --skip-build

bench: bootstrap ## the whole table of measurements, held against Benchmarks/thresholds (ten minutes, 10 GB)
	Benchmarks/run

bench-partitions: bootstrap ## what a partition adds to the index: a genome taken in, panels a minute
	Benchmarks/partitions

bench-quick: bootstrap ## the same with fewer people and rounds; nothing is held against thresholds
	Benchmarks/run --quick

bench-network: bootstrap ## a node beside a bare handler, seven nodes at 200 questions a second, annotation (DATA=a demonstration's folder)
	Benchmarks/network "$(DATA)"

soak: build ## the slow tests many times over: kill tests, generated cohorts
	scripts/soak

examples: bootstrap ## cut Examples/ again from a checkout of the open data (DATA=directory)
	Examples/make-examples $(DATA)
	Examples/make-knowledge $(DATA)

docs: ## where the documentation is
	@ls docs docs/decisions 2>/dev/null || ls docs

clean: ## remove what building and the demo left
	rm -rf .build demo Benchmarks/.build
