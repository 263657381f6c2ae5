#!/usr/bin/env python3
"""Makes PDF or text files of made-up pages, the same for the same seed."""

import argparse
import random
import zlib
from pathlib import Path

WORDS = (
    "protocol amendment investigator consent participant visit dose safety report adverse event monitoring laboratory "
    "sample approval committee authority site training delegation randomisation blinding product shipment temperature "
    "deviation review signature version effective date sponsor contract insurance certificate accreditation audit "
    "source data query resolution statistical analysis plan endpoint interim closeout archive inspection record"
).split()


def page(random, number, words):
    lines, line = [], []
    for _ in range(words):
        line.append(random.choice(WORDS) if random.random() < 0.8 else f"{random.choice(WORDS)}{random.randrange(3000)}")
        if len(line) == 11:
            lines.append(" ".join(line))
            line = []
    lines.append(" ".join(line) + ".")
    text = "".join(f"({line}) Tj T*\n" for line in lines)
    return f"BT /F1 10 Tf 14 TL 56 780 Td\n(Page {number}) Tj T*\n{text}ET".encode("latin-1")


def pdf(pages):
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", None, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for content in pages:
        packed = zlib.compress(content)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
                       % len(objects))
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--pages", default="5-50", help="the fewest and the most")
    parser.add_argument("--words", type=int, default=400, help="on a page")
    parser.add_argument("--plain", action="store_true", help="text files instead")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    fewest, most = map(int, options.pages.split("-"))
    out = Path(options.out)
    out.mkdir(parents=True)
    chance = random.Random(options.seed)
    for number in range(options.files):
        count = chance.randint(fewest, most)
        folder = out / f"{number // 500:03d}"
        folder.mkdir(exist_ok=True)
        pages = [page(chance, place + 1, options.words) for place in range(count)]
        if options.plain:
            (folder / f"report {number:05d}.txt").write_bytes(b"\n".join(pages))
        else:
            (folder / f"report {number:05d}.pdf").write_bytes(pdf(pages))


if __name__ == "__main__":
    main()
