#!/bin/sh
# Measures tmf against public tools on a corpus made here. Needs some 40 GB of disk and an hour.
#   scripts/bench.sh [--runs 5] [--files 20000] [--small 50000] [--only NAME]…
set -eu
cd "$(dirname "$0")/.."
for tool in restic 7zz wrk; do
    command -v "$tool" >/dev/null || echo "bench: $tool is not installed; its rows are left out"
done
swift build -c release -j 2 --product tmf
swift build -c release -j 2 --product JudgingStudy
programs=$(swift build -c release --show-bin-path)
exec python3 scripts/bench.py --tmf "$programs/tmf" --judging "$programs/JudgingStudy" "$@"
