#!/usr/bin/env python3
"""Makes documents of which it is known which are duplicates: the same for the same seed.

    make_duplicates.py --documents 60 --seed 1 --out corpus

Writes OUT/files/… , OUT/manifest.csv for `tmf import`, and OUT/duplicates.csv with the pairs of titles that are
duplicates, and of what sort. Every other pair is none, however much alike: letters of one template to two sites, CVs of
two people, versions of one plan, forms about two subjects, each of them scanned again, too. Needs poppler-utils and qpdf.

Sorts: exact (the same bytes), saved (other producer and metadata), packed (rewritten by qpdf), stamped (a line of another
system at the top), misread (another text layer, with the errors of a text recognition), scanned (pictures of the pages,
turned, with noise, coarser, without text).
"""

import argparse
import csv
import random
import re
import subprocess
import zlib
from pathlib import Path

GIVEN = "Anna Peter Maria Tomas Julia Henrik Sofia Marek Elena Jonas Clara Victor Nadia Oskar Irene Felix Paula Simon Helga Bruno".split()
FAMILY = ("Becker Lindqvist Moreau Novak Rossi Fischer Andersen Kowalski Jansen Duarte Petrov Weber Hoffmann Laurent Nagy "
          "Keller Schmid Olsen Costa Varga Brandt Meyer Dubois Horvat").split()
TOWNS = "Hamburg Lyon Porto Gdansk Uppsala Bologna Utrecht Graz Leuven Brno Aarhus Turku Split Cork Malaga Leipzig".split()
HOSPITALS = ["University Hospital", "General Hospital", "Clinical Research Centre", "Medical School", "City Clinic"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
NOUNS = ("protocol amendment investigator consent participant visit dose safety report event monitoring laboratory sample "
         "approval committee authority site training delegation randomisation product shipment temperature deviation review "
         "signature sponsor contract insurance certificate accreditation audit source query resolution analysis plan endpoint "
         "archive inspection record subject assessment schedule procedure result pharmacy storage enrolment screening").split()
VERBS = ("was reviewed and accepted by|is kept with|was discussed during|will be sent to|has been compared with|is described in|"
         "was corrected according to|must be available before|was found complete after|is signed together with").split("|")
ADJECTIVES = "current original final local central required missing completed updated annual initial previous".split()


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)

    def one(self, choices):
        return self.chance.choice(choices)

    def date(self):
        return f"{self.chance.randint(1, 28):02d}-{self.one(MONTHS)}-{self.chance.randint(2019, 2025)}"

    def person(self):
        return f"Dr {self.one(GIVEN)} {self.one(FAMILY)}"

    def site(self):
        return f"{self.chance.randint(100, 999)}", f"{self.one(HOSPITALS)} {self.one(TOWNS)}"

    def sentence(self):
        return (f"The {self.one(ADJECTIVES)} {self.one(NOUNS)} {self.one(VERBS)} the {self.one(ADJECTIVES)} {self.one(NOUNS)} "
                f"and the {self.one(NOUNS)}.")

    def prose(self, sentences):
        return [self.sentence() for _ in range(sentences)]


def cv(make, body=None):
    body = body or make.prose(18)
    year = make.chance.randint(1985, 2005)
    return body, (["CURRICULUM VITAE", "", f"Name: {make.person()}", f"Born: {make.date()}", f"Licence number: {make.chance.randint(10**5, 10**6)}",
                   f"Institution: {make.site()[1]}", "", "Education and professional experience", f"{year} - {year + 6}: Medical studies in {make.one(TOWNS)}",
                   f"{year + 7}: Board examination"] + body + ["", f"Signed and dated: {make.date()}"])


def letter(make, body=None):
    body = body or make.prose(14)
    number, name = make.site()
    return body, ([f"Site {number}, {name}", f"{make.date()}", "", f"Dear {make.person()},"] + body +
                  ["", "With kind regards,", "Clinical Operations, Example Pharma"])


def plan(make, body=None, version=None):
    body = body or make.prose(60)
    version = version or make.chance.randint(1, 4)
    return body, (["MONITORING PLAN", f"Version {version}.0 of {make.date()}", ""] + body + ["", f"Monitoring Plan, version {version}.0"])


def form(make, body=None):
    body = body or make.prose(10)
    return body, (["SAFETY REPORT FORM", f"Subject: {make.chance.randint(100, 999)}-{make.chance.randint(1, 99):03d}", f"Date of onset: {make.date()}",
                   f"Reported by: {make.person()}", ""] + body + ["", f"Signature and date: {make.date()}"])


KINDS = [cv, letter, plan, form]


def wrapped(lines, width=88):
    rows = []
    for line in lines:
        row = ""
        for word in line.split(" "):
            if len(row) + len(word) >= width:
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        rows.append(row)
    return rows


def pages_of(lines, rows=52):
    rows_of_all = wrapped(lines)
    return [rows_of_all[start:start + rows] for start in range(0, len(rows_of_all), rows)]


def quoted(text):
    return "(%s)" % re.sub(r"([()\\])", r"\\\1", text)


def drawn_by_line(rows):
    """The same page as another program writes it: each line for itself, in reverse."""
    lines = [f"BT /F1 10.5 Tf 1 0 0 1 64 {780 - 14 * place} Tm {quoted(row)} Tj ET" for place, row in enumerate(rows)]
    return "\n".join(reversed(lines)).encode("latin-1")


def drawn(rows, stamp=None, mode=""):
    text = "".join(f"{quoted(row)} Tj T*\n" for row in rows)
    head = f"BT /F1 8 Tf 60 815 Td ({stamp}) Tj ET\n" if stamp else ""
    return f"{head}BT {mode}/F1 10.5 Tf 14 TL 64 780 Td\n{text}ET".encode("latin-1")


def pdf(pages, pictures=(), producer="Word processor", version="1.5"):
    """Pages of drawing commands, each over a picture if there is one: (its stream, its dictionary)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", None, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
               f"<</Producer({producer})/Title(Document)>>".encode()]
    kids = []
    for number, content in enumerate(pages):
        resources = b"/Font<</F1 3 0 R>>"
        if pictures:
            stream, dictionary = pictures[number]
            objects.append(b"<</Type/XObject/Subtype/Image%s/Length %d>>stream\n%s\nendstream" % (dictionary, len(stream), stream))
            resources += b"/XObject<</P %d 0 R>>" % len(objects)
            content = b"q 595 0 0 842 0 0 cm /P Do Q\n" + content
        packed = zlib.compress(content)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents %d 0 R>>" % (resources, len(objects)))
        kids.append(len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return bound(objects, "/Root 1 0 R/Info 4 0 R", version)


def bound(objects, trailer, version="1.4"):
    """A PDF file of objects numbered from 1."""
    file, places = bytearray(f"%PDF-{version}\n".encode()), []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += f"trailer\n<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(file)


def output(*command, data=None):
    return subprocess.run([str(part) for part in command], input=data, stdout=subprocess.PIPE, check=True).stdout


def gray(data):
    """Width, height and points of each picture in a row of PGM files."""
    pictures = []
    while data:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        width, height = int(head[1]), int(head[2])
        pictures.append((width, height, data[head.end():head.end() + width * height]))
        data = data[head.end() + width * height:]
    return pictures


def scan(make, path, place):
    """The pages as somebody's scanner shows them: turned, shifted, another size, noise, packed as JPEG."""
    dpi = make.one([100, 120, 150, 200])
    pictures = []
    for width, height, points in gray(output("pdftoppm", "-gray", "-r", dpi, path)):
        noise = make.chance.randbytes(len(points))
        spread, floor = make.chance.randint(8, 40), make.chance.randint(0, 50)
        shade = [bytes(max(0, min(255, floor + value * (255 - floor) // 255 + offset - spread // 2)) for value in range(256))
                 for offset in range(spread)]
        points = bytes(shade[n % spread][p] for p, n in zip(points, noise))
        packed = zlib.compress(points, 1)
        angle = make.chance.uniform(-1.3, 1.3) * 3.14159 / 180
        size = make.chance.uniform(0.975, 1.015)
        c, s = size * (1 - angle * angle / 2), size * angle
        dx, dy = make.chance.uniform(-6, 6), make.chance.uniform(-6, 6)
        matrix = f"{595 * c:.3f} {595 * s:.3f} {-842 * s:.3f} {842 * c:.3f} {dx + 421 * s + 297 * (1 - c):.3f} {dy - 297 * s + 421 * (1 - c):.3f}"
        page = f"q {matrix} cm /Q Do Q".encode()
        dictionary = b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode" % (width, height)
        turned = place.with_suffix(".turned.pdf")
        turned.write_bytes(turned_pdf(packed, dictionary, page))
        picture = output("pdftoppm", "-jpeg", "-jpegopt", f"quality={make.chance.randint(35, 85)}", "-gray", "-r", dpi, "-singlefile", turned)
        turned.unlink()
        pictures.append((picture, b"/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode" % jpeg_facts(picture)))
    return pdf([b""] * len(pictures), pictures, producer="Scanner")


def turned_pdf(packed, dictionary, page):
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
               b"<</Type/XObject/Subtype/Image%s/Length %d>>stream\n%s\nendstream" % (dictionary, len(packed), packed),
               b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Q 3 0 R>>>>/Contents 4 0 R>>"]
    return bound(objects, "/Root 1 0 R")


def jpeg_facts(data):
    at = 2
    while not 0xC0 <= data[at + 1] <= 0xC2:
        at += 2 + int.from_bytes(data[at + 2:at + 4], "big")
    colours = b"DeviceGray" if data[at + 9] == 1 else b"DeviceRGB"
    return int.from_bytes(data[at + 7:at + 9], "big"), int.from_bytes(data[at + 5:at + 7], "big"), colours


MISREAD = {"rn": "m", "m": "rn", "l": "1", "1": "l", "O": "0", "0": "O", "5": "S", "S": "5", "8": "B", "e": "c", "c": "e", "h": "b",
           "i": "l", "t": "f", "u": "ii", "cl": "d", "B": "8", "g": "q", "I": "l", "3": "8", "n": "ri"}


def misread(make, rows, rate):
    """Text as a recognition reads it: letters taken for others, words broken or joined, words lost."""
    result = []
    for row in rows:
        words = []
        for word in row.split(" "):
            if make.chance.random() < rate / 4 and len(word) < 12 and not re.search(r"\d", word):
                continue
            letters, at = "", 0
            while at < len(word):
                pair, single = word[at:at + 2], word[at]
                taken = 2 if pair in MISREAD else 1
                if make.chance.random() < (rate / 3 if single.isdigit() else rate) and (pair in MISREAD or single in MISREAD):
                    letters += MISREAD.get(pair) or MISREAD[single]
                    at += taken
                else:
                    letters += single
                    at += 1
            if make.chance.random() < rate / 2 and len(letters) > 6:
                cut = make.chance.randint(2, len(letters) - 2)
                letters = letters[:cut] + " " + letters[cut:]
            words.append(letters)
        result.append(" ".join(words))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60, help="that are copied or varied; some four files come of each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-scans", action="store_true")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    out, make = Path(options.out), Maker(options.seed)
    files = out / "files"
    files.mkdir(parents=True)
    entries, duplicates = [], []

    def add(data, sort):
        name = f"{len(entries):05d}-{sort}.pdf"
        (files / name).write_bytes(data)
        entries.append(name)
        return name

    for number in range(options.documents):
        kind = KINDS[number % len(KINDS)]
        body, lines = kind(make)
        # Relatives: the same passages with another name, date, version or site. None is a duplicate of another.
        relatives = [lines] + [kind(make, body)[1] for _ in range(make.one([1, 1, 2]))]
        if kind is plan:
            relatives[1:] = [plan(make, body, version)[1] for version in make.chance.sample(range(5, 9), len(relatives) - 1)]
        for lines in relatives:
            pages = pages_of(lines)
            original = add(pdf([drawn(page) for page in pages]), "original")
            path, family = files / original, [(original, "original")]
            sorts = ["exact", "saved", "packed", "stamped", "misread", "misread"] + ([] if options.without_scans else ["scanned"] * 4)
            for sort in make.chance.sample(sorts, make.one([0, 1, 1, 2])):
                if sort == "exact":
                    data = path.read_bytes()
                elif sort == "saved":
                    data = pdf([drawn_by_line(page) for page in pages], producer="Other writer 7", version="1.7")
                elif sort == "packed":
                    data = output("qpdf", "--linearize", "--object-streams=generate", path, "-")
                elif sort == "stamped":
                    data = pdf([drawn(page, stamp=f"Received {make.date()} eTMF {make.chance.randint(10**5, 10**6)}") for page in pages], producer="Stamper")
                elif sort == "misread":
                    read = [misread(make, page, make.one([0.01, 0.02, 0.04])) for page in pages]
                    data = pdf([drawn(page, mode="3 Tr ") for page in read], pictures_of(path), producer="Capture")
                else:
                    data = scan(make, path, files / f"{len(entries):05d}")
                copy = add(data, sort)
                for other, other_sort in family:
                    duplicates.append((other, copy, sort if other_sort == "original" else f"{other_sort}/{sort}"))
                family.append((copy, sort))
    order = list(entries)
    make.chance.shuffle(order)
    with open(out / "manifest.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["path", "artifact", "level", "title", "document_date"])
        writer.writerows([name, "01.01.02", "trial", name, "2024-01-15"] for name in order)
    with open(out / "duplicates.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["first", "second", "sort"])
        writer.writerows(duplicates)
    print(f"{len(entries)} files, {len(duplicates)} pairs of duplicates")


def pictures_of(path):
    pictures = []
    for width, height, points in gray(output("pdftoppm", "-gray", "-r", 100, path)):
        pictures.append((zlib.compress(points), b"/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode" % (width, height)))
    return pictures


if __name__ == "__main__":
    main()
