#!/bin/sh
# Installs what building and testing need, and only what is missing. Debian 12 and a Swift 6.3 toolchain.
set -eu
cd "$(dirname "$0")/.."

# Libraries to build against, then the programs that the tests hold the results against.
packages="libarchive-dev libxml2-dev libxlsxwriter-dev libsqlite3-dev zlib1g-dev libdeflate-dev pkg-config make git ca-certificates"
packages="$packages sqlite3 unzip zip p7zip-full libarchive-tools libxml2-utils zstd curl poppler-utils qpdf tesseract-ocr file python3 python3-venv python3-openpyxl chromium fonts-dejavu-core"

missing=""
for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "set-up: installing$missing"
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# bagit.py checks our bags; it is no part of the product and stays below .build/.
if [ ! -x .build/tools/bin/bagit.py ]; then
    echo "set-up: installing bagit.py for the tests"
    mkdir -p .build
    python3 -m venv .build/tools
    .build/tools/bin/pip install --quiet --disable-pip-version-check bagit==1.9.0 setuptools
fi
