# The two commands of the README are `make demo` and `make test`.
CHECK := --explicit-target-dependency-import-check error

.PHONY: demo test lint build tools

tools:
	@.ci/install-tools

build: tools
	@swift build -c release --product billfold --static-swift-stdlib $(CHECK)

demo: build
	@.build/release/billfold build sample-data -c sample-data/billfold.yaml -o site

test: tools
	@swift build --product billfold $(CHECK)
	@swift test $(CHECK)

lint:
	@swift format lint --strict -r -p Package.swift Sources Tests Fuzzing Benchmarks
