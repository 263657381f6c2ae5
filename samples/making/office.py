"""Writes DOCX and XLSX: the few parts that a word processor and a spreadsheet need, in ZIP members with a fixed date."""

import datetime
import io
import zipfile
from xml.sax.saxutils import escape

from . import letterheads
from .markup import blocks

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def archive(members):
    """A ZIP of (name, text) in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bag:
        for name, text in members:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            bag.writestr(entry, (DECLARATION + text).encode("utf-8"))
    return out.getvalue()


def types(overrides):
    return (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
                      for part, kind in overrides) + "</Types>")


def relations(targets):
    return (f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
                      for i, (kind, target) in enumerate(targets, 1)) + "</Relationships>")


def core(title, author, date):
    return (f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}T09:00:00Z</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T09:00:00Z</dcterms:modified></cp:coreProperties>')


ROOT = [(f"{RELATIONS}/officeDocument", None), (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]


# Word

def run(text, bold=False):
    props = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text, style=None, align=None, bold=False, extra=""):
    props = (f'<w:pStyle w:val="{style}"/>' if style else "") + extra + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{run(text, bold)}</w:p>"


def table(rows, bordered=True, head=True):
    count = max(len(r) for r in rows)
    width = 9300 // count
    line = "single" if bordered else "nil"
    edges = "".join(f'<w:{e} w:val="{line}" w:sz="4" w:space="0" w:color="888888"/>'
                    for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
    out = [f'<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>'
           + f'<w:gridCol w:w="{width}"/>' * count + "</w:tblGrid>"]
    for index, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row + [""] * (count - len(row))):
            strong = index == 0 if head else column == 0
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="E3ECF5"/>' if head and index == 0 else ""
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{para(cell, bold=strong)}</w:tc>')
        out.append("<w:tr>" + "".join(cells) + "</w:tr>")
    return "".join(out) + "</w:tbl>" + para("")


def body(text):
    for kind, *rest in blocks(text):
        if kind in ("h1", "h2"):
            yield para(rest[0], {"h1": "Heading1", "h2": "Heading2"}[kind])
        elif kind == "b":
            yield para("•\u00a0" + rest[0], extra='<w:ind w:left="426" w:hanging="213"/>')
        elif kind == "table":
            yield table(rest[0])
        elif kind == "kv":
            yield table([list(pair) for pair in rest[0]], bordered=False, head=False)
        elif kind == "cover":
            yield para(rest[0], "Title") + (para(rest[1], "Subtitle") if rest[1] else "")
        elif kind == "center":
            yield para(rest[0], align="center", bold=True)
        elif kind == "right":
            yield para(rest[0], align="right")
        elif kind == "sign":
            rows = [["Name", "Role", "Signature", "Date"]]
            rows += [[name, role, f"signed electronically: {name}" if date else "", date] for name, role, date in rest[0]]
            yield table(rows)
        elif kind == "page":
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        elif kind == "stamp":
            yield para(f"[{rest[0]} – {rest[1]}]", align="right", bold=True)
        elif kind == "p" or kind == "small":
            yield para(rest[0])


def style(ident, name, size, bold=False, colour=None, before=0, after=120, based=True):
    return (f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>'
            + ('<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>' if based else "")
            + f'<w:pPr><w:spacing w:before="{before}" w:after="{after}"/></w:pPr><w:rPr>'
            + ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour}"/>' if colour else "")
            + f'<w:sz w:val="{size}"/></w:rPr></w:style>')


def docx(text, title, date, head="sponsor", footer=None, language="en"):
    """A Word document of a text in the markup."""
    paper = letterheads.ALL[head]
    names = f'xmlns:w="{W}" xmlns:r="{RELATIONS}"'
    document = (f"<w:document {names}><w:body>{''.join(body(text))}<w:sectPr>"
                '<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
                '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1300" w:bottom="1300" w:left="1300" '
                'w:header="700" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>')
    lang = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}[language]
    styles = (f'<w:styles {names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
              f'<w:sz w:val="20"/><w:lang w:val="{lang}"/></w:rPr></w:rPrDefault></w:docDefaults>'
              '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
              '<w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:style>'
              + style("Title", "Title", 40, True, "10456F", 600) + style("Subtitle", "Subtitle", 26, after=400)
              + style("Heading1", "heading 1", 26, True, "10456F", 280) + style("Heading2", "heading 2", 22, True, None, 200)
              + "</w:styles>")
    header = f"<w:hdr {names}>{para(paper['name'], bold=True)}{para(paper['under'])}</w:hdr>"
    note = f"{footer or title} · ABC-101 · page "
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footing = f"<w:ftr {names}><w:p>{run(note)}{page}</w:p></w:ftr>"
    word = "officedocument.wordprocessingml"
    return archive([
        ("[Content_Types].xml", types([("/word/document.xml", f"{word}.document.main"), ("/word/styles.xml", f"{word}.styles"),
                                       ("/word/header1.xml", f"{word}.header"), ("/word/footer1.xml", f"{word}.footer"),
                                       ("/docProps/core.xml", "package.core-properties")])),
        ("_rels/.rels", relations([(ROOT[0][0], "word/document.xml"), ROOT[1]])),
        ("word/document.xml", document), ("word/styles.xml", styles), ("word/header1.xml", header), ("word/footer1.xml", footing),
        ("word/_rels/document.xml.rels", relations([(f"{RELATIONS}/styles", "styles.xml"), (f"{RELATIONS}/header", "header1.xml"),
                                                    (f"{RELATIONS}/footer", "footer1.xml")])),
        ("docProps/core.xml", core(title, paper["name"], date))])


# Excel

def column(index):
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def cell(value, row, index, head):
    at = f'{column(index)}{row}'
    if head:
        return f'<c r="{at}" s="1" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value}</v></c>'
    if len(value) == 10 and value[4:5] == "-" and value[7:8] == "-" and value.replace("-", "").isdigit():
        days = (datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days
        return f'<c r="{at}" s="2"><v>{days}</v></c>'
    return f'<c r="{at}" s="3" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>' if value else ""


def xlsx(sheets, title, date, author="Example Pharma"):
    """A workbook of (sheet name, rows); the first row of a sheet is its header; ISO dates become real dates."""
    book, parts = [], []
    for number, (name, rows) in enumerate(sheets, 1):
        widths = [min(60, max(len(str(r[i])) for r in rows if i < len(r)) + 3) for i in range(max(map(len, rows)))]
        columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(widths, 1))
        lines = "".join(f'<row r="{r}">' + "".join(cell(v, r, i, r == 1) for i, v in enumerate(row)) + "</row>"
                        for r, row in enumerate(rows, 1))
        parts.append((f"xl/worksheets/sheet{number}.xml",
                      f'<worksheet xmlns="{S}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
                      f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols>'
                      f"<sheetData>{lines}</sheetData></worksheet>"))
        book.append(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>')
    styles = (f'<styleSheet xmlns="{S}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
              '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>'
              '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
              '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill></fills>'
              '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
              '<xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/>'
              '<xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>')
    sheet = "officedocument.spreadsheetml"
    members = [
        ("[Content_Types].xml", types([("/xl/workbook.xml", f"{sheet}.sheet.main"), ("/xl/styles.xml", f"{sheet}.styles"),
                                       ("/docProps/core.xml", "package.core-properties")]
                                      + [("/" + part, f"{sheet}.worksheet") for part, _ in parts])),
        ("_rels/.rels", relations([(ROOT[0][0], "xl/workbook.xml"), ROOT[1]])),
        ("xl/workbook.xml", f'<workbook xmlns="{S}" xmlns:r="{RELATIONS}"><sheets>{"".join(book)}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", relations([(f"{RELATIONS}/worksheet", part[3:]) for part, _ in parts]
                                                 + [(f"{RELATIONS}/styles", "styles.xml")])),
        ("xl/styles.xml", styles), ("docProps/core.xml", core(title, author, date))]
    return archive(members + parts)
