#!/usr/bin/env python3
"""Makes a folder of files that are broken, or made to harm whoever opens them, and `expected.csv` with what each must be
reported as: rules between blanks, each or one of several between `|`. In an empty cell nothing need be reported; nothing
may crash or hang, whatever the cell."""

import base64
import csv
import io
import struct
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

OUT = Path(sys.argv[1])
OUT.mkdir(parents=True)
ROWS = []


def put(name, data, *rules):
    (OUT / name).write_bytes(data)
    ROWS.append((name, " ".join(rules)))


def pdf(objects, trailer=b"", root=1, version=b"1.7"):
    """A PDF of numbered objects, given as a dictionary, with a right table of places."""
    file, places = bytearray(b"%PDF-" + version + b"\n"), {}
    for number, body in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size, start = max(objects) + 1, len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    file += b"".join(b"%010d %05d %s \n" % ((places[n], 0, b"n") if n in places else (0, 1, b"f")) for n in range(1, size))
    file += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(file)


def stream(data, extra=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def page(parent=2, contents=4, box=b"0 0 595 842", extra=b""):
    return (b"<</Type/Page/Parent %d 0 R/MediaBox[%s]/Resources<</Font<</F1 5 0 R>>>>/Contents %d 0 R%s>>"
            % (parent, box, contents, extra))


def simple(text=b"A sound report of one page", catalog=b"", box=b"0 0 595 842", more=None, extra=b""):
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: page(box=box, extra=extra), 4: stream(b"BT /F1 12 Tf 50 700 Td (%s) Tj ET" % text), 5: FONT,
    }
    return pdf(objects | (more or {}))


SOUND = simple()


def archive(members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, data in members:
            packed.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def word(body, *more):
    return archive([("[Content_Types].xml", TYPES), ("word/document.xml", body), *more])


def sound_files():
    put("sound.pdf", SOUND)
    put("sound.docx", word(W % b"<w:p><w:r><w:t>A sound letter</w:t></w:r></w:p>"))
    put("sound.csv", b"site,person\n101,Dr Example\n")
    put("sound.eml", b"From: a@example.org\r\nSubject: Sound\r\nTo: b@example.org\r\n\r\nA sound message\r\n")


def wrong_and_cut():
    put("empty.pdf", b"", "empty-file")
    put("zeros.pdf", bytes(5_000))
    put("named.pdf", b"\x89PNG\r\n\x1a\n" + bytes(40), "media-type-mismatch")
    put("named.docx", SOUND, "media-type-mismatch")
    put("only-a-header.pdf", b"%PDF-1.7\n", "damaged-file")
    for part in range(1, 10):
        put(f"cut-{part}.pdf", SOUND[:len(SOUND) * part // 10], "damaged-file")
    whole = word(W % b"<w:p><w:r><w:t>Some text</w:t></w:r></w:p>", ("word/media/a.bin", bytes(range(256)) * 40))
    for part in range(2, 10, 2):
        put(f"cut-{part}.docx", whole[:len(whole) * part // 10], "damaged-file")
    flipped = bytearray(whole)
    place = whole.index(b"word/document.xml") + len("word/document.xml") + 2
    flipped[place:place + 15] = b"\xff" * 15
    put("overwritten.docx", bytes(flipped), "damaged-file")
    put("noise.pdf", b"%PDF-1.7\n" + bytes(n * 7919 % 251 for n in range(40_000)) + b"\n%%EOF\n", "damaged-file")
    put("cut.zip", archive([("a.txt", b"a" * 9_000)])[:90], "damaged-file", "archive-as-record")
    put("cut.eml", b"From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: application/pdf; name=\"cut.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBE", "mail-attachments")
    put("cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48", "no-text-layer")


def pdf_traps():
    put("page-tree-loop.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>", 3: page(),
        4: stream(b"BT /F1 12 Tf 50 700 Td (Looping) Tj ET"), 5: FONT}), "damaged-file")
    put("parent-loop.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[6 0 R]/Parent 6 0 R>>",
        6: b"<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>", 4: stream(b""), 5: FONT}), "damaged-file")
    # 10,000 pages, each the only child of a node of its own.
    pages, objects = 10_000, {1: b"<</Type/Catalog/Pages 2 0 R>>", 4: stream(b"BT /F1 12 Tf 50 700 Td (One of many pages) Tj ET"), 5: FONT}
    first = 10
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(pages)))
    for n in range(pages):
        objects[first + 2 * n] = b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[%d 0 R]>>" % (first + 2 * n + 1)
        objects[first + 2 * n + 1] = page(parent=first + 2 * n)
    put("ten-thousand-pages.pdf", pdf(objects))
    # The same as a chain: each node holds the next.
    depth, objects = 10_000, {1: b"<</Type/Catalog/Pages 10 0 R>>", 2: b"null", 4: stream(b""), 5: FONT}
    for n in range(depth):
        objects[10 + n] = b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (11 + n)
    objects[10 + depth] = page(parent=9 + depth)
    put("deep-page-tree.pdf", pdf(objects), "damaged-file|no-text-layer|examination-stopped")
    put("claims-a-billion-pages.pdf", SOUND.replace(b"/Count 1/", b"/Count 999999999/"), "damaged-file|examination-stopped")
    put("huge-page.pdf", simple(box=b"0 0 9000000 9000000"), "unusual-page-size")
    put("no-page.pdf", simple(box=b"0 0 0.001 0.001"), "unusual-page-size")
    put("not-a-number-page.pdf", simple(box=b"0 0 1e400 -nan"))
    bomb = zlib.compress(b"BT /F1 1 Tf (x) Tj ET " * 5_000_000, 9)
    put("bomb.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: page(),
        4: stream(bomb, b"/Filter/FlateDecode"), 5: FONT}), "examination-stopped|no-text-layer|damaged-file")
    put("filters-on-filters.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: page(),
        4: stream(zlib.compress(b"x" * 100), b"/Filter[" + b"/FlateDecode" * 5_000 + b"]"), 5: FONT}), "damaged-file|no-text-layer")
    put("deep-array.pdf", simple(catalog=b"/X" + b"[" * 100_000 + b"]" * 100_000), "damaged-file|examination-stopped")
    put("script.pdf", simple(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), "script-in-file")
    put("form.pdf", simple(catalog=b"/AcroForm<</Fields[7 0 R]>>", extra=b"/Annots[7 0 R]", more={
        7: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/Rect[0 0 90 20]/P 3 0 R>>"}), "changing-form")
    inside = {6: stream(SOUND, b"/Type/EmbeddedFile"), 7: b"<</Type/Filespec/F(=cmd.pdf)/UF(=cmd.pdf)/EF<</F 6 0 R>>>>"}
    names = b"/Names<</EmbeddedFiles<</Names[(=cmd.pdf) 7 0 R]>>>>"
    put("embedded.pdf", simple(catalog=names, more=inside), "embedded-files")
    put("portfolio.pdf", simple(catalog=names + b"/Collection<</View/D>>", more=inside), "pdf-portfolio")
    put("scan.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
        4: stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        5: stream(zlib.compress(bytes(413 * 585)), b"/Type/XObject/Subtype/Image/Width 413/Height 585/ColorSpace/DeviceGray"
                  b"/BitsPerComponent 8/Filter/FlateDecode")}), "no-text-layer", "low-resolution")
    put("huge-image.pdf", pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
        4: stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        5: stream(zlib.compress(b"x"), b"/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000"
                  b"/ColorSpace/DeviceRGB/BitsPerComponent 16/Filter/FlateDecode")}), "no-text-layer")


def office_traps():
    deep = b"<w:p>" * 50_000 + b"</w:p>" * 50_000
    put("deep-xml.docx", word(W % deep), "damaged-file")
    put("entities.docx", word(b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + W % b"&b;"),
        "damaged-file")
    put("outside.docx", word(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + W % b"&x;"), "damaged-file")
    put("not-xml.docx", word(b"\x00\x01\x02 no XML at all"), "damaged-file")
    put("bomb.docx", word(W % (b"<w:p/>" * 8_000_000)), "examination-stopped")
    put("many-parts.docx", word(W % b"<w:p/>", *((f"word/header{n}.xml", W % b"<w:p/>") for n in range(3_000))))
    put("macros.docm", word(W % b"<w:p/>", ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(600))), "macros-in-file")
    put("macros-unsaid.docx", word(W % b"<w:p/>", ("word/vbaProject.bin", bytes(600))), "macros-in-file")
    put("embedded.docx", word(W % b"<w:p/>", ("word/embeddings/oleObject1.bin", bytes(600))), "embedded-files")
    put("formulas.csv", b"=cmd|' /C calc'!A0,+1,-1,@SUM(A1),\tx\n" * 10)
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>=HYPERLINK("http://x")</t></si></sst>'
    put("formulas.xlsx", archive([
        ("[Content_Types].xml", TYPES), ("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", strings)]))
    put("encrypted.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(3_000),
        "encrypted-file")
    put("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000), "format-at-risk")


def archive_traps():
    inner = archive([("a.txt", b"text")])
    put("nested.zip", archive([("inner.zip", inner), ("b.txt", b"text")]), "nested-archive", "archive-as-record")
    put("ratio.zip", archive([("zeros", bytes(80_000_000))]), "archive-as-record")
    put("leaves.zip", archive([("../../etc/passwd", b"x"), ("/etc/passwd", b"x")]), "archive-as-record")
    put("members.zip", archive([(f"{n}", b"") for n in range(20_000)]), "archive-as-record")
    locked = bytearray(archive([("a.txt", b"text")], zipfile.ZIP_STORED))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    put("locked.zip", bytes(locked), "encrypted-file", "archive-as-record")
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as packed:
        member = tarfile.TarInfo("inner.tar.gz")
        packed.addfile(member, io.BytesIO(b""))
    put("nested.tar.gz", file.getvalue(), "archive-as-record", "nested-archive")
    put("claims-terabytes.tar", b"a".ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + b"77777777777\0" + b"00000000000\0"
        + b"        0" + bytes(100) + b"ustar\x0000" + bytes(247) + bytes(1_024), "archive-as-record")


def mail_traps():
    deep = b"body"
    for n in range(60):
        deep = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)) + deep + b"\r\n--b%d--\r\n" % n
    put("deep.eml", b"From: a@example.org\r\nTo: b@example.org\r\n" + deep, "examination-stopped")
    put("parts.eml", b"From: a@example.org\r\nTo: b@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"--x\r\n\r\na\r\n" * 50_000, "examination-stopped")
    put("headers.eml", b"From: a@example.org\r\nTo: b@example.org\r\n" + b"X-A: b\r\n" * 200_000 + b"\r\nbody")
    put("attached.eml", b"From: =?utf-8?B?" + base64.b64encode("Dr. Müller".encode()) + b"?= <m@example.org>\r\n"
        b"To: b@example.org\r\nSubject: =?utf-8?Q?Unterlagen_f=C3=BCr_101?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=\"x y\"\r\n\r\n--x y\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nAnbei die Zulassung f=C3=BCr das Zen=\r\ntrum\r\n"
        b"--x y\r\nContent-Type: application/pdf; name=\"licence.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(SOUND) + b"--x y\r\nContent-Type: application/zip; name=\"all.zip\"\r\n\r\nPK\r\n--x y--\r\n",
        "mail-attachments", "nested-archive")


def picture_traps():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    for name, side in (("huge.png", 2_000_000_000), ("wide.png", 100_000)):
        put(name, b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"x")) + chunk(b"IEND", b""), "unusual-page-size")
    put("coarse.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 600, 800, 8, 0, 0, 0, 0))
        + chunk(b"pHYs", struct.pack(">IIB", 2_835, 2_835, 1)) + chunk(b"IDAT", zlib.compress(bytes(601 * 800)))
        + chunk(b"IEND", b""), "low-resolution", "no-text-layer")
    put("bad-lengths.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 200, "unusual-page-size")
    put("bad-lengths.jpg", b"\xff\xd8" + b"\xff\xe0\x00\x00" * 500, "no-text-layer")


def text_traps():
    put("tags.html", b"<html><body>" + b"<b" * 200_000 + b"<!--" * 50_000 + b"<script>" * 50_000)
    put("entities.html", b"<html><body>&#xFFFFFFFF;&#99999999999;&nope;&amp" * 1_000)
    put("controls.txt", b"text \x1b[31m red \x0c page " * 100)
    put("not-utf8.txt", b"caf\xe9 \x80 \x93quoted\x94")


for make in (sound_files, wrong_and_cut, pdf_traps, office_traps, archive_traps, mail_traps, picture_traps, text_traps):
    make()
with open(OUT / "expected.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["file", "rules"])
    writer.writerows(ROWS)
