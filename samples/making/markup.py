"""A line-based markup, so that one text can become a PDF or a DOCX.

# heading · ## smaller heading · - bullet · | table | row (first row is the header) · key :: value ·
@cover title ~ subtitle · @toc · @page · @center · @right · @small · @sign name ~ role ~ date · @stamp text ~ date ·
@ruled number of empty ruled lines. Anything else is a paragraph; an empty or a short line ends it.
"""

SHORT = 80


def blocks(text):
    """The blocks of a text: tuples whose first member names the kind."""
    found, paragraph = [], []

    def flush():
        if paragraph:
            found.append(("p", " ".join(paragraph)))
            paragraph.clear()

    for raw in text.strip("\n").split("\n"):
        line = raw.strip()
        if not line:
            flush()
            if found and found[-1][0] in ("table", "kv"):
                found.append(("gap",))
            continue
        block = one(line)
        if block is None:
            paragraph.append(line)
            if len(line) < SHORT:
                flush()
            continue
        flush()
        if block[0] in ("table", "kv", "sign") and found and found[-1][0] == block[0]:
            found[-1][1].extend(block[1])
        else:
            found.append(block)
    flush()
    return [b for b in found if b[0] != "gap"]


def one(line):
    """The block that a single line is, or None for a line of a paragraph."""
    if line.startswith("## "):
        return ("h2", line[3:])
    if line.startswith("# "):
        return ("h1", line[2:])
    if line.startswith("- "):
        return ("b", line[2:])
    if line.startswith("|"):
        return ("table", [[cell.strip() for cell in line.strip("|").split("|")]])
    if line.startswith("@"):
        word, _, rest = line[1:].partition(" ")
        parts = [p.strip() for p in rest.split("~")]
        if word == "sign":
            return ("sign", [tuple((parts + ["", ""])[:3])])
        if word in ("cover", "stamp"):
            return (word, parts[0], parts[1] if len(parts) > 1 else "")
        return (word, rest)
    if " :: " in line or line.endswith(" ::"):
        key, _, value = line.partition(" ::")
        return ("kv", [(key.strip(), value.strip())])
    return None


def plain(text):
    """The same text without markup, for the body of a mail."""
    lines = []
    for line in text.strip("\n").split("\n"):
        line = line.strip()
        lines.append(line.replace(" :: ", ": "))
    return "\n".join(lines) + "\n"
