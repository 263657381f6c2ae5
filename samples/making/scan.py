"""Draws pages as a scanner or a phone sees them: grey pixels, a little crooked, lettered with a pen, without any text to extract."""

import hashlib
import math
import random
import struct
import unicodedata
import zlib

# A 5 × 7 dot alphabet, five columns a character from the space to the tilde, lowest bit on top. The pen connects the dots.
DOTS = bytes.fromhex(
    "0000000000" "00005f0000" "0007000700" "147f147f14" "242a7f2a12" "2313086462" "3649562050" "0008070300" "001c224100"
    "0041221c00" "2a1c7f1c2a" "08083e0808" "0050300000" "0808080808" "0000606000" "2010080402" "3e5149453e" "00427f4000"
    "7249494946" "2141494d33" "1814127f10" "2745454539" "3c4a494931" "4121110907" "3649494936" "464949291e" "0000140000"
    "0040340000" "0008142241" "1414141414" "0041221408" "0201590906" "3e415d594e" "7c1211127c" "7f49494936" "3e41414122"
    "7f4141413e" "7f49494941" "7f09090901" "3e41415173" "7f0808087f" "00417f4100" "2040413f01" "7f08142241" "7f40404040"
    "7f021c027f" "7f0408107f" "3e4141413e" "7f09090906" "3e4151215e" "7f09192946" "2649494932" "03017f0103" "3f4040403f"
    "1f2040201f" "3f4038403f" "6314081463" "0304780403" "6159494d43" "007f414141" "0204081020" "004141417f" "0402010204"
    "4040404040" "0003070800" "2054547840" "7f28444438" "3844444428" "384444287f" "3854545418" "00087e0902" "18a4a49c78"
    "7f08040478" "00447d4000" "2040403d00" "7f10284400" "00417f4000" "7c04780478" "7c08040478" "3844444438" "fc18242418"
    "18242418fc" "7c08040408" "4854545424" "04043f4424" "3c4040207c" "1c2040201c" "3c4030403c" "4428102844" "4c9090907c"
    "4464544c44" "0008364100" "0000770000" "0041360800" "0201020402")
MARKS = {"\u0308": ((1, -2, 1, -2), (3, -2, 3, -2)), "\u0301": ((2, -1.2, 3.4, -2.6),), "\u0300": ((0.6, -2.6, 2, -1.2),),
         "\u0302": ((1, -1.2, 2, -2.4), (2, -2.4, 3, -1.2)), "\u0327": ((2, 7, 2.6, 8), (2.6, 8, 1.6, 8.4))}


def strokes(ch):
    """The lines of a character in a cell five wide and seven high."""
    if ch == "°":
        return [(1, 0, 3, 0), (3, 0, 3, 2), (3, 2, 1, 2), (1, 2, 1, 0)]
    parts = unicodedata.normalize("NFD", ch)
    code = ord(parts[0]) if 32 <= ord(parts[0]) < 127 else {"ß": 66, "–": 45}.get(ch, 63)
    columns = DOTS[(code - 32) * 5:(code - 32) * 5 + 5]
    on = {(x, y) for x in range(5) for y in range(8) if columns[x] >> y & 1}
    lines = []
    for x, y in sorted(on):
        joined = False
        for dx, dy in ((1, 0), (0, 1)):
            if (x + dx, y + dy) in on:
                lines.append((x, y, x + dx, y + dy))
                joined = True
        for dx, dy in ((1, 1), (-1, 1)):
            if (x + dx, y + dy) in on and (x + dx, y) not in on and (x, y + dy) not in on:
                lines.append((x, y, x + dx, y + dy))
                joined = True
        if not joined and not any((x + a, y + b) in on for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b):
            lines.append((x, y, x, y))
    for mark in parts[1:]:
        lines += MARKS.get(mark, ())
    return lines


class Sheet:
    """A page of grey pixels, 0 black to 255 white."""

    def __init__(self, width, height, seed, tilt=0.006, paper=244):
        self.width, self.height = width, height
        self.random = random.Random(seed)
        self.cos, self.sin = math.cos(tilt), math.sin(tilt)
        self.pixels = bytearray([paper]) * (width * height)

    def turn(self, x, y):
        x, y = x - self.width / 2, y - self.height / 2
        return x * self.cos - y * self.sin + self.width / 2, x * self.sin + y * self.cos + self.height / 2

    def line(self, x1, y1, x2, y2, pen=1.0, ink=40):
        """A straight line with soft edges; `pen` is half its width in pixels."""
        (x1, y1), (x2, y2) = self.turn(x1, y1), self.turn(x2, y2)
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        reach = pen + 1
        top, bottom = max(0, int(min(y1, y2) - reach)), min(self.height - 1, int(max(y1, y2) + reach) + 1)
        for y in range(top, bottom + 1):
            if abs(dy) > abs(dx) * 0.02 and length > 400:  # A long line: only the pixels near it in this row.
                near = x1 + (y - y1) * dx / dy
                spread = reach * math.sqrt(length) / abs(dy) + 1
                left, right = max(near - spread, min(x1, x2) - reach), min(near + spread, max(x1, x2) + reach)
            else:
                left, right = min(x1, x2) - reach, max(x1, x2) + reach
            for x in range(max(0, int(left)), min(self.width - 1, int(right) + 1) + 1):
                t = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
                away = math.hypot(x - x1 - t * dx, y - y1 - t * dy)
                if away < reach:
                    at = y * self.width + x
                    depth = min(1.0, reach - away)
                    self.pixels[at] = min(self.pixels[at], int(255 - (255 - ink) * depth))

    def write(self, x, y, text, size=2.2, pen=0.9, ink=40, slant=0.0, shake=0.0):
        """Lettering; `size` is the distance of the alphabet's dots in pixels."""
        for ch in text:
            off = self.random.uniform(-shake, shake) * size
            for a, b, c, d in strokes(ch):
                self.line(x + (a - b * slant) * size, y + b * size + off, x + (c - d * slant) * size, y + d * size + off, pen, ink)
            x += 6 * size
        return x

    def hand(self, x, y, text, size=2.3):
        """A pen in a hurry."""
        return self.write(x, y, text, size, 1.1, 70, 0.22, 0.45)

    def scribble(self, x, y, name, width=130):
        """A signature, always the same one for a name."""
        noise = hashlib.sha256(name.encode()).digest()
        points = [(x + width * i / 15, y + (noise[i] % 28 - 14) * (1 - i / 30)) for i in range(16)]
        smooth = []
        for i in range(len(points) - 1):
            p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(15, i + 2)]
            for step in range(6):
                t = step / 6
                smooth.append(tuple(0.5 * (2 * p1[k] + (p2[k] - p0[k]) * t + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t
                                           + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3) for k in (0, 1)))
        for (a, b), (c, d) in zip(smooth, smooth[1:]):
            self.line(a, b, c, d, 1.1, 60)

    def grid(self, x, y, widths, rows, row_height, pen=0.6):
        total = sum(widths)
        for i in range(rows + 1):
            self.line(x, y + i * row_height, x + total, y + i * row_height, pen, 90)
        at = x
        for width in [0] + widths:
            at += width
            self.line(at, y, at, y + rows * row_height, pen, 90)

    def table(self, x, y, widths, rows, row_height=34, size=1.9, hand=True):
        """A ruled table; the first row is printed, the others by hand. A cell that starts with ~ is signed."""
        self.grid(x, y, widths, len(rows), row_height)
        for r, row in enumerate(rows):
            at = x
            for text, width in zip(row, widths):
                top = y + r * row_height + (row_height - 7 * size) / 2
                if text.startswith("~"):
                    self.scribble(at + 8, top + 7, text[1:], width - 20)
                elif r and hand:
                    self.hand(at + 10, top + self.random.uniform(-2, 2), text, size)
                else:
                    self.write(at + 7, top, text, size)
                at += width

    def age(self, specks=500, shadow=26):
        """Dust, and the darker edge where the lid did not close."""
        for _ in range(specks):
            at = self.random.randrange(len(self.pixels))
            self.pixels[at] = min(self.pixels[at], self.random.randrange(120, 220))
        for x in range(14):
            dark = shadow * (14 - x) // 14
            for y in range(self.height):
                at = y * self.width + x
                self.pixels[at] = max(0, self.pixels[at] - dark)

    def packed(self):
        """The page for a PDF: (width, height, zlib of rows with four bits a pixel)."""
        rows = bytearray()
        for y in range(self.height):
            row = self.pixels[y * self.width:(y + 1) * self.width]
            if len(row) % 2:
                row += b"\xff"
            rows += bytes((row[i] & 0xF0) | row[i + 1] >> 4 for i in range(0, len(row), 2))
        return self.width, self.height, zlib.compress(bytes(rows), 9)

    def png(self):
        """The page as PNG, four bits grey."""
        width, height, _ = self.packed()
        stride = (width + 1) // 2
        flat = zlib.decompress(self.packed()[2])
        raw = b"".join(b"\0" + flat[y * stride:(y + 1) * stride] for y in range(height))

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0))
                + chunk(b"pHYs", struct.pack(">IIB", 4724, 4724, 1)) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))
