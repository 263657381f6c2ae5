"""Collects the documents and their rows, and refuses rows that contradict the model or the study."""

import csv
import datetime
import hashlib
import io
import unicodedata

from . import mail, office, pdf, study
from .model import ARTIFACTS, SECTIONS, ZONES

COLUMNS = ("path,artifact,sub_artifact,level,country,site,person,organization,title,document,version,document_date,"
           "received_date,expiry_date,expiry_rule,language,translation_of,restricted,copy,certified_by,certified_on,"
           "certified_method,status,filed_date,source_system,source_id,url,note").split(",")
LAST_DAY = "2026-11-20"


def days_after(date, count):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=count)).isoformat()


class Filing:
    """The manifest in the making. `files` maps a path to its bytes, `rows` keeps the order of filing."""

    def __init__(self):
        self.files, self.rows, self.number = {}, [], 0

    def folder(self, artifact, at):
        """The folder that the CRO's system used for an artifact and a scope."""
        zone, section = artifact[:2], artifact[:5]
        name = ARTIFACTS[artifact][0].replace("/", "-")
        place = "" if at == "trial" else f"/{at}" if at in study.COUNTRIES else f"/{study.SITES[at]}/Site {at}"
        return f"{zone} {ZONES[zone]}/{section} {SECTIONS[section]}/{artifact} {name}{place}"

    def signpost(self, artifact, title, note, **fields):
        self.row("", artifact, "trial", title, copy="", note=note, **fields)

    def add(self, path, artifact, content, title, date, at="trial", head="sponsor", footer=None, language="en", **fields):
        """Files a document. {} in the path stands for the usual folder; the ending of the path decides the format."""
        path = unicodedata.normalize("NFC", path.replace("{}", self.folder(artifact, at)))
        version = fields.get("version", "")
        note = footer or (f"{title} · Version {version}" if version else title)
        if isinstance(content, bytes):
            data = content
        elif path.endswith(".pdf"):
            data = pdf.render(content, title, date, head, note, language)
        elif path.endswith(".docx"):
            data = office.docx(content, title, date, head, note, language)
        elif path.endswith(".xlsx"):
            data = office.xlsx(content, title, date)
        else:
            raise ValueError(f"{path}: give the bytes of this kind of file")
        if path in self.files:
            raise ValueError(f"{path}: two documents with one path")
        self.files[path] = data
        if content.__class__ is bytes and path.endswith((".png", ".pdf")):
            fields.setdefault("copy", "")
        self.row(path, artifact, at, title, document_date=date, language=language, **fields)

    def row(self, path, artifact, at, title, **fields):
        level = "trial" if at == "trial" else "country" if at in study.COUNTRIES else "site"
        allowed = ARTIFACTS[artifact][1]
        if allowed[("trial", "country", "site").index(level)] != "Y":
            raise ValueError(f"{title}: {artifact} has no {level} level")
        row = dict.fromkeys(COLUMNS, "")
        row.update(path=path, artifact=artifact, level=level, title=title, copy="original", status="approved")
        if level == "site":
            row.update(country=study.SITES[at], site=at)
        elif level == "country":
            row.update(country=at)
        unknown = set(fields) - set(COLUMNS)
        if unknown:
            raise ValueError(f"{title}: no such columns: {unknown}")
        row.update(fields)
        if row["person"] and (row["person"], row["site"]) not in {(p[0], p[3]) for p in study.PEOPLE}:
            raise ValueError(f"{title}: {row['person']} does not work at site {row['site']}")
        if row["organization"] and row["organization"] not in study.ORGANIZATIONS:
            raise ValueError(f"{title}: no organization {row['organization']}")
        self.number += 1
        spread = hashlib.sha256(f"{path}{title}".encode()).digest()
        if "filed_date" not in fields and row["document_date"] and spread[2] % 25:
            row["filed_date"] = min(LAST_DAY, days_after(max(row["document_date"], row["received_date"]), 2 + spread[0] % 19))
        if "source_id" not in fields and spread[1] % 7 < 5:
            row["source_id"] = f"EX-{412 + self.number * 7:06d}"
        if row["source_id"]:
            row["source_system"] = "example-etmf"
        self.rows.append(row)

    def check(self):
        """The promises that no single row can keep."""
        keys = {row["document"] for row in self.rows}
        ids = [row["source_id"] for row in self.rows if row["source_id"]]
        assert len(ids) == len(set(ids)), "a source id is used twice"
        latest = {}
        for row in self.rows:
            if row["translation_of"] and row["translation_of"] not in keys:
                raise ValueError(f"{row['title']}: translation of an unknown document {row['translation_of']}")
            for column in ("document_date", "received_date", "filed_date", "expiry_date", "certified_on"):
                if row[column]:
                    datetime.date.fromisoformat(row[column])
            key = row["document"]
            if key:
                if row["document_date"] < latest.get(key, ""):
                    raise ValueError(f"{row['title']}: versions of {key} are not in order")
                latest[key] = row["document_date"]

    def manifest(self):
        """The manifest as CSV with CR LF, as RFC 4180 has it."""
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue().encode("utf-8")


def eml(*args, **kwargs):
    return mail.eml(*args, **kwargs)


MONTHS = {"en": "January February March April May June July August September October November December".split(),
          "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
          "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()}


def say(date, language="en"):
    """A date as a letter writes it."""
    year, month, day = date.split("-")
    name = MONTHS[language][int(month) - 1]
    return f"{int(day)}{'.' if language == 'de' else ''} {name} {year}"
