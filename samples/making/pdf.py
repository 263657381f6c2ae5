"""Writes PDF 1.4 with the standard fonts in WinAnsi encoding: letterhead, headings, tables, signatures, page numbers."""

import hashlib
import unicodedata

from . import letterheads
from .markup import blocks

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, BOTTOM = 64, 531, 74
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Times-Roman", "F4": "Times-Bold", "F5": "Helvetica-Oblique",
         "F6": "Times-Italic"}

# Advance widths of the characters 32...126, in thousandths of the size (Adobe's core font metrics).
METRICS = {
    "F1": "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
          "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
          "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
          "556 333 500 278 556 500 722 500 500 500 334 260 334 584",
    "F2": "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
          "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
          "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
          "611 389 556 333 611 556 778 556 556 500 389 280 389 584",
    "F3": "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 "
          "278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 "
          "722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 "
          "500 333 389 278 500 500 722 500 500 444 480 200 480 541",
    "F4": "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 "
          "333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 "
          "722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 "
          "556 444 389 333 556 500 722 500 500 444 394 220 394 520",
}
METRICS = {name: [int(w) for w in table.split()] for name, table in METRICS.items()}
METRICS["F5"], METRICS["F6"] = METRICS["F1"], METRICS["F3"]
OTHER = {"ß": 580, "–": 556, "—": 1000, "’": 240, "‘": 240, "“": 340, "”": 340, "„": 340, "«": 556, "»": 556, "°": 400,
         "•": 350, "±": 584, "×": 584, "€": 556, "²": 333, "µ": 556, "½": 834, "§": 556, "·": 278, "œ": 900, "…": 1000,
         "☐": 600}


def advance(text, font, size):
    """The width of a text in points."""
    total, table = 0, METRICS[font]
    for ch in text:
        base = ch if ord(ch) < 127 else unicodedata.normalize("NFD", ch)[0]
        total += table[ord(base) - 32] if 32 <= ord(base) < 127 else OTHER.get(ch, 556)
    return total * size / 1000


def wrap(text, font, size, width):
    """The text in lines not wider than `width` points; a word that is wider is broken."""
    lines, line = [], ""
    for word in text.split():
        while advance(word, font, size) > width:
            cut = len(word)
            while cut > 1 and advance(word[:cut], font, size) > width:
                cut -= 1
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:cut])
            word = word[cut:]
        trial = f"{line} {word}" if line else word
        if line and advance(trial, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = trial
    return lines + [line] if line or not lines else lines


def quoted(text):
    """A PDF string literal in WinAnsi; characters that WinAnsi lacks are an error of the caller."""
    out = []
    for byte in text.encode("cp1252"):
        ch = chr(byte)
        out.append("\\" + ch if ch in "()\\" else ch if 32 <= byte < 127 else f"\\{byte:03o}")
    return "(" + "".join(out) + ")"


class Layout:
    """Flows blocks over pages."""

    def __init__(self, text, head, footer, contents):
        self.style = letterheads.ALL[head]
        self.sans = self.style["body"] == "sans"
        self.body, self.strong = ("F1", "F2") if self.sans else ("F3", "F4")
        self.size = 9.5 if self.sans else 10.5
        self.footer = footer
        self.contents = contents
        self.headings = []
        self.pages = []
        self.text = text
        self.new_page()
        before = ""
        for block in blocks(text):
            if before == "b" and block[0] != "b":
                self.y -= 5
            before = block[0]
            getattr(self, "put_" + block[0])(*block[1:])

    # Drawing

    def draw(self, op):
        self.pages[-1].append(op)

    def say(self, x, y, text, font=None, size=None, colour="0 0 0"):
        font, size = font or self.body, size or self.size
        self.draw(f"BT {colour} rg /{font} {size} Tf {x:.2f} {y:.2f} Td {quoted(text)} Tj ET")

    def rule(self, x1, y1, x2, y2, width=0.5, colour="0.55 0.55 0.55"):
        self.draw(f"{colour} RG {width} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def fill(self, x, y, w, h, colour):
        self.draw(f"{colour} rg {x:.2f} {y:.2f} {w:.2f} {h:.2f} re f")

    def new_page(self):
        self.pages.append([])
        if len(self.pages) == 1:
            self.y = letterheads.draw(self, self.style)
        else:
            self.say(LEFT, 800, self.style["name"], self.body, 8, "0.35 0.35 0.35")
            self.say(RIGHT - advance(self.footer[0], self.body, 8), 800, self.footer[0], self.body, 8, "0.35 0.35 0.35")
            self.rule(LEFT, 794, RIGHT, 794)
            self.y = 772

    def need(self, height):
        if self.y - height < BOTTOM:
            self.new_page()

    def lines(self, text, font, size, x=LEFT, width=RIGHT - LEFT, lead=1.38, colour="0 0 0", align="left"):
        for line in wrap(text, font, size, width):
            self.need(size * lead)
            self.y -= size * lead
            slack = width - advance(line, font, size)
            self.say(x + {"left": 0, "center": slack / 2, "right": slack}[align], self.y, line, font, size, colour)

    # Blocks

    def put_p(self, text):
        self.lines(text, self.body, self.size)
        self.y -= 6

    def put_small(self, text):
        self.lines(text, self.body, 7.5, colour="0.3 0.3 0.3")
        self.y -= 4

    def put_center(self, text):
        self.lines(text, self.strong, self.size + 2, align="center")
        self.y -= 8

    def put_right(self, text):
        self.lines(text, self.body, self.size, align="right")
        self.y -= 6

    def put_b(self, text):
        self.need(self.size * 1.4)
        self.say(LEFT + 8, self.y - self.size * 1.38, "•")
        self.lines(text, self.body, self.size, LEFT + 22, RIGHT - LEFT - 22)
        self.y -= 2.5

    def put_h1(self, text):
        self.need(52)
        self.y -= 9
        self.headings.append((text, len(self.pages)))
        self.lines(text, self.strong, self.size + 3, colour=self.style["ink"])
        self.y -= 5

    def put_h2(self, text):
        self.need(40)
        self.y -= 5
        self.lines(text, self.strong, self.size + 0.5)
        self.y -= 3

    def put_page(self, _=""):
        self.new_page()

    def put_ruled(self, count):
        for _ in range(int(count)):
            self.need(20)
            self.y -= 20
            self.rule(LEFT, self.y, RIGHT, self.y)
        self.y -= 8

    def put_cover(self, title, subtitle):
        self.y -= 70
        self.lines(title, self.strong, 22, colour=self.style["ink"], lead=1.25)
        self.y -= 10
        self.rule(LEFT, self.y, LEFT + 120, self.y, 2, self.style["ink"])
        self.y -= 10
        if subtitle:
            self.lines(subtitle, self.body, 12, lead=1.4)
        self.y -= 28

    def put_toc(self, title):
        self.lines(title or "Table of contents", self.strong, self.size + 3, colour=self.style["ink"])
        self.y -= 6
        for text, page in self.contents:
            self.need(16)
            self.y -= 15
            number = str(page)
            end = RIGHT - advance(number, self.body, self.size)
            self.say(LEFT, self.y, text)
            self.say(end, self.y, number)
            start = LEFT + advance(text, self.body, self.size) + 6
            dot = advance(" .", self.body, self.size)
            self.say(start, self.y, " ." * max(0, int((end - start - 4) / dot)), colour="0.5 0.5 0.5")
        self.y -= 10

    def put_kv(self, pairs):
        key_width = min(190, max(advance(k, self.strong, self.size) for k, _ in pairs) + 14)
        for key, value in pairs:
            rows = wrap(value, self.body, self.size, RIGHT - LEFT - key_width)
            keys = wrap(key, self.strong, self.size, key_width - 8)
            height = max(len(rows), len(keys)) * self.size * 1.35 + 3
            self.need(height)
            for i, line in enumerate(keys):
                self.say(LEFT, self.y - self.size * (1 + 1.35 * i), line, self.strong)
            for i, line in enumerate(rows):
                self.say(LEFT + key_width, self.y - self.size * (1 + 1.35 * i), line)
            self.y -= height
        self.y -= 7

    def put_table(self, rows):
        size = 8.2
        count = max(len(r) for r in rows)
        rows = [r + [""] * (count - len(r)) for r in rows]
        wish = [min(150, max(advance(r[c], self.strong, size) for r in rows)) + 10 for c in range(count)]
        least = [max(max(advance(w, self.strong, size) for w in r[c].split() or [""]) for r in rows) + 9 for c in range(count)]
        scale = (RIGHT - LEFT) / sum(wish)
        widths = [max(w * scale, min(m, 120)) for w, m in zip(wish, least)]
        widths = [w * (RIGHT - LEFT) / sum(widths) for w in widths]
        self.y -= 3
        for index, row in enumerate(rows):
            height = self.row_height(row, widths, size, index == 0)
            if self.y - height < BOTTOM:
                self.new_page()
                if index:
                    self.table_row(rows[0], widths, size, True)
            self.table_row(row, widths, size, index == 0)
        self.y -= 10

    def row_height(self, row, widths, size, head):
        font = self.strong if head else self.body
        return max(len(wrap(c, font, size, w - 8)) for c, w in zip(row, widths)) * size * 1.25 + 6

    def table_row(self, row, widths, size, head):
        font = self.strong if head else self.body
        height = self.row_height(row, widths, size, head)
        if head:
            self.fill(LEFT, self.y - height, RIGHT - LEFT, height, self.style["tint"])
        x = LEFT
        for cell, width in zip(row, widths):
            for i, line in enumerate(wrap(cell, font, size, width - 8)):
                self.say(x + 4, self.y - 3 - size * (0.9 + 1.25 * i), line, font, size)
            self.rule(x, self.y, x, self.y - height, 0.4)
            x += width
        self.rule(RIGHT, self.y, RIGHT, self.y - height, 0.4)
        self.rule(LEFT, self.y, RIGHT, self.y, 0.4)
        self.y -= height
        self.rule(LEFT, self.y, RIGHT, self.y, 0.4)

    def put_sign(self, people):
        for start in range(0, len(people), 2):
            self.need(82)
            for column, (name, role, date) in enumerate(people[start:start + 2]):
                x = LEFT + column * 245
                if date:
                    self.scribble(x + 10, self.y - 40, name)
                self.rule(x, self.y - 46, x + 215, self.y - 46, 0.6, "0 0 0")
                self.say(x, self.y - 58, name, self.strong)
                self.say(x, self.y - 70, role, self.body, 8.5, "0.3 0.3 0.3")
                if date:
                    self.say(x + 213 - advance(date, self.body, 8.5), self.y - 58, date, self.body, 8.5)
            self.y -= 84

    def scribble(self, x, y, name):
        """A signature, always the same one for a name."""
        noise = hashlib.sha256(name.encode()).digest() * 2
        path = [f"0.10 0.17 0.48 RG 1.1 w 1 J {x:.1f} {y + 4:.1f} m"]
        for i in range(5 + noise[0] % 4):
            a, b, c, d = (noise[1 + i * 4 + k] for k in range(4))
            end = x + 16 + i * 15
            path.append(f"{end - 22 + a % 14:.1f} {y + 10 + b % 22:.1f} {end - 4 + c % 14:.1f} {y + 24 - d % 34:.1f} "
                        f"{end + 4:.1f} {y + 2 + a % 9:.1f} c")
        self.draw(" ".join(path) + " S")

    def put_stamp(self, text, date):
        self.need(62)
        width = max(advance(text, "F2", 11), advance(date, "F1", 9)) + 24
        x, y = RIGHT - width - 12, self.y - 50
        self.draw("q 0.9976 0.0698 -0.0698 0.9976 %.2f %.2f cm" % (x, y))
        self.draw(f"0.65 0.12 0.14 RG 1.4 w 0 0 {width:.1f} 38 re S 0.7 w 2.5 2.5 {width - 5:.1f} 33 re S")
        self.say(12, 21, text, "F2", 11, "0.65 0.12 0.14")
        self.say(12, 8, date, "F1", 9, "0.65 0.12 0.14")
        self.draw("Q")
        self.y -= 64

    def finish(self):
        for number, page in enumerate(self.pages, 1):
            self.pages, last = [page], self.pages
            self.rule(LEFT, 56, RIGHT, 56)
            self.say(LEFT, 44, self.footer[0], self.body, 7.5, "0.35 0.35 0.35")
            self.say(LEFT, 34, self.footer[1], self.body, 7.5, "0.35 0.35 0.35")
            word = self.footer[2].format(number, len(last))
            self.say(RIGHT - advance(word, self.body, 7.5), 44, word, self.body, 7.5, "0.35 0.35 0.35")
            self.pages = last
        return ["\n".join(page).encode("ascii") for page in self.pages]


PAGE_WORDS = {"en": ("Page {} of {}", "Confidential"), "de": ("Seite {} von {}", "Vertraulich"),
              "fr": ("Page {} sur {}", "Confidentiel"), "es": ("Página {} de {}", "Confidencial")}


def render(text, title, date, head="sponsor", footer=None, language="en"):
    """A PDF of a text in the markup. `date` (ISO) becomes the creation date, so the bytes never change."""
    numbering, secret = PAGE_WORDS[language]
    notes = (footer or title, f"ABC-101 · {secret}", numbering)
    first = Layout(text, head, notes, [])
    contents = first.headings
    while True:  # A list of contents may itself push headings to other pages.
        layout = Layout(text, head, notes, contents)
        if layout.headings == contents:
            break
        contents = layout.headings
    return assemble([(stream, None) for stream in layout.finish()], title, date, letterheads.ALL[head]["name"], language)


def scanned(images, title, date):
    """A PDF of page images, without any text: what a scanner makes. `images` are (width, height, packed 4-bit rows, zlib)."""
    place = b"q %d 0 0 %d 0 0 cm /Im0 Do Q" % (WIDTH, HEIGHT)
    return assemble([(place, image) for image in images], title, date, "Scan to file", "en")


def assemble(pages, title, date, author, language):
    """The objects, the cross-reference table and the trailer."""
    objects = [b"", b""]

    def add(body):
        objects.append(body)
        return len(objects)

    def text(value):
        return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"

    fonts = b" ".join(
        b"/%s %d 0 R" % (key.encode(), add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name.encode()))
        for key, name in FONTS.items())
    kids = []
    for stream, image in pages:
        resources = b"/Font << %s >>" % fonts
        if image:
            width, height, packed = image
            number = add(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
                         b"/BitsPerComponent 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
                         % (width, height, len(packed), packed))
            resources = b"/XObject << /Im0 %d 0 R >>" % number
        body = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << %s >> /Contents %d 0 R >>"
                        % (WIDTH, HEIGHT, resources, body)))
    stamp = b"(D:%s090000Z)" % date.replace("-", "").encode()
    details = add(b"<< /Title %s /Author %s /Producer (make_sample.py) /CreationDate %s /ModDate %s >>"
                  % (text(title), text(author), stamp, stamp))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Lang (%s) >>" % language.encode()
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % k for k in kids))
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    digest = hashlib.md5(bytes(out), usedforsecurity=False).hexdigest().encode()
    out += (b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
            % (len(objects) + 1, details, digest, digest, start))
    return bytes(out)
