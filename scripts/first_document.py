#!/usr/bin/env python3
"""Does what an inspector does with a package: unpacks the viewer, opens its first page, goes on to the first artifact that has
records, unpacks one of these, and opens it. Chromium draws each page into a picture.

    first_document.py PACKAGE.zip FOLDER
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote


# Bytes that a picture has at least in which there is more than one colour.
BLANK = 6_000


def show(page, picture):
    """Draws a page, and fails if nothing was drawn."""
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,900",
                    f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)
    if picture.stat().st_size < BLANK:
        sys.exit(f"first_document: {page} was not drawn")


def unpack(package, folder, *names):
    subprocess.run(["unzip", "-q", package, *names, "-d", folder], check=True)


def record_link(data):
    """The page and the file of the first record that the artifacts' pages link to."""
    for page in sorted((data / "viewer").glob("artifact-*.html")):
        found = re.search(r'href="\.\./(records/[^"]+)"', page.read_text(encoding="utf-8"))
        if found:
            return page, unquote(found[1])
    sys.exit("first_document: no page links to a record")


def main():
    package, folder = sys.argv[1], Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    unpack(package, folder, "*/data/index.html", "*/data/viewer/*")
    data = next(folder.glob("*/data"))
    show(data / "index.html", folder / "first.png")
    page, record = record_link(data)
    show(page, folder / "artifact.png")
    unpack(package, folder, f"*/data/{record}")
    show(data / record, folder / "record.png")
    print(data / record)


main()
