#!/bin/sh
# The main job on the sample: file a study, see what is missing, package it, verify the package.
set -eu
cd "$(dirname "$0")/.."

swift build -c release -j 2 --product tmf
tmf="$(swift build -c release --show-bin-path)/tmf"
demo=.build/demo
rm -rf "$demo"
mkdir -p "$demo"
export TMF_STORE="$demo/ABC-101.tmf"

say() { printf '\n== %s\n' "$*"; }

say "tmf init: a store with the study"
"$tmf" init "$TMF_STORE" --study samples/ABC-101/study.yaml
say "tmf import: every document in its place"
"$tmf" import samples/ABC-101/documents --manifest samples/ABC-101/manifest.csv --reason "demo"
say "tmf import again: nothing is filed twice"
"$tmf" import samples/ABC-101/documents --manifest samples/ABC-101/manifest.csv --reason "demo"
say "tmf status"
"$tmf" status
say "tmf missing --site 101"
"$tmf" missing --site 101
say "tmf expiring --within 90"
"$tmf" expiring --within 90
say "tmf package"
"$tmf" package "$demo/ABC-101-tmf.zip"
say "tmf verify"
"$tmf" verify "$demo/ABC-101-tmf.zip"

cat <<END

The store is    $demo/ABC-101.tmf
The package is  $demo/ABC-101-tmf.zip

Open it:   unzip $demo/ABC-101-tmf.zip -d $demo && xdg-open $demo/ABC-101-tmf-*/data/index.html
Serve it:  $tmf serve $demo/ABC-101-tmf.zip
END
