#!/usr/bin/env python3
"""Makes the sample study ABC-101: study.yaml, manifest.csv and documents/. Needs nothing but Python 3.11 or newer.

    python3 samples/make_sample.py [folder]        (the folder is samples/ABC-101 unless given)

The same bytes come out of every run: no clock, no chance, no network.
"""

import pathlib
import shutil
import sys

sys.dont_write_bytecode = True

from making import (central, data_management, laboratory, oversight, regulatory, ethics, safety, site_management,  # noqa: E402
                    statistics, study, supplies, vendors)
from making.filing import Filing  # noqa: E402

ZONES = (oversight, central, regulatory, ethics, site_management, supplies, safety, laboratory, vendors, data_management, statistics)


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "ABC-101"
    filing = Filing()
    for zone in ZONES:
        zone.file(filing)
    filing.check()
    documents = target / "documents"
    if documents.exists():
        shutil.rmtree(documents)
    for path, data in filing.files.items():
        place = documents / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (target / "manifest.csv").write_bytes(filing.manifest())
    (target / "study.yaml").write_text(study.yaml(), encoding="utf-8", newline="\n")
    total = sum(map(len, filing.files.values()))
    print(f"{len(filing.rows)} rows, {len(filing.files)} documents, {total / 1e6:.1f} MB in {target}")


if __name__ == "__main__":
    main()
