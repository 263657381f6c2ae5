#!/usr/bin/env python3
"""Times tmf against public tools doing the same work in the same run, and prints medians, ratios and peak memory.

Each pair of commands runs in turn, A B A B …, after one run of each that is not counted. Wall time and the largest
process's memory come from the operating system. Numbers are printed, never judged: the machine decides them.
"""

import argparse
import csv
import shutil
import subprocess
import sys
from pathlib import Path

import bench_corpus
import bench_duplicates
import bench_memory
import bench_packages
from bench_measuring import large_store, pair, run

HERE = Path(__file__).resolve().parent


# Run by Debian's Python, which has openpyxl: rows of the corpus's study, all of them signposts, so that only the table counts.
MAKE_WORKBOOK = """
import sys, openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Index")
sheet.append(["url", "artifact", "title", "document_date", "received_date", "version", "status", "language", "source_system",
              "source_id", "Ward", "note"])
for n in range(int(sys.argv[2])):
    sheet.append([f"https://etmf.example.com/d/{n}", "01.01.02", f"Trial Management Plan {n}", "2024-03-05", "05-Apr-2024",
                  f"{n % 9}.0", "approved", "en", "eTMF", n, f"B{n % 40}", None])
book.save(sys.argv[1])
"""
READ_WORKBOOK = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True)))
"""


def workbook(tmf, work, runs, rows=200_000):
    """A manifest of many rows as a workbook: a dry run against reading the same rows."""
    place = work / "workbook"
    place.mkdir(exist_ok=True)
    manifest, store = place / f"manifest-{rows}.xlsx", place / "store.tmf"
    if not manifest.exists():
        subprocess.run(["/usr/bin/python3", "-c", MAKE_WORKBOOK, str(manifest), str(rows)], check=True)
    (place / "study.yaml").write_text("study: BENCH\nmodel: 3.3.1\n")
    (place / "empty").mkdir(exist_ok=True)
    run(f"rm -rf {store}; {tmf} init {store} --study {place}/study.yaml")
    reader = place / "read.py"
    reader.write_text(READ_WORKBOOK)
    pair(f"workbook of {rows} rows, dry run / openpyxl",
         f"{tmf} import {place}/empty --manifest {manifest} --dry-run --store {store}",
         f"/usr/bin/python3 {reader} {manifest}", "0.25, 200 MiB", runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tmf", required=True)
    parser.add_argument("--judging", required=True, help="the program JudgingStudy")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--small", type=int, default=50_000)
    parser.add_argument("--work", default=".build/bench")
    parser.add_argument("--only", action="append", help="run the rows whose name holds this; may be repeated")
    parser.add_argument("--kept", action="store_true", help="take the stores and packages of an earlier run as they are")
    options = parser.parse_args()
    work = Path(options.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    tmf, generator = Path(options.tmf).resolve(), Path(options.judging).resolve()

    def wanted(name):
        return options.only is None or any(part in name for part in options.only)

    sections = {
        "workbook": lambda: workbook(tmf, work, options.runs),
        "judging": lambda: judging(tmf, generator, work, options.runs),
        "text": lambda: texts(tmf, work, options.runs),
        "archive": lambda: bench_packages.beyond(tmf, generator, work),
        "packages": lambda: bench_packages.large(tmf, generator, work, options.runs),
        "viewer": lambda: bench_packages.first_document(tmf, generator, work, options.runs),
        "compare": lambda: bench_packages.compare(tmf, generator, work, options.runs),
        "exchange": lambda: bench_packages.exchange(tmf, generator, work, options.runs),
        "duplicates": lambda: duplicates(tmf, work, options.runs),
        "memory": lambda: bench_memory.growth(tmf, work, options.files),
    }
    for name, section in sections.items():
        if options.only is None or name in options.only:
            section()
    if options.only and set(options.only) <= set(sections):
        return
    for profile, count in (("realistic", options.files), ("small", options.small)):
        bench_corpus.rows(tmf, work, profile, count, options.runs, wanted, options.kept)


def filed_texts(tmf, work, count, *kind):
    """A store with so many files of text, not yet looked into, and the folder they came from."""
    place = work / f"texts-{count}"
    files, store = place / "files", place / "store.tmf"
    if not store.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        subprocess.run([sys.executable, str(HERE / "make_bench_texts.py"), "--files", str(count), *kind,
                        "--out", str(files)], check=True)
        (place / "study.yaml").write_text("study: BENCH-2\ntitle: Benchmark\nsponsor: Example Pharma\nmodel: 3.3.1\n", encoding="utf-8")
        with open(place / "manifest.csv", "w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target)
            writer.writerow(["path", "artifact", "level", "title", "document_date"])
            for path in sorted(path for path in files.rglob("*") if path.is_file()):
                writer.writerow([path.relative_to(files), "01.01.02", "trial", path.stem, "2024-01-15"])
        run(f"{tmf} init {store} --study {place}/study.yaml && {tmf} import {files} --manifest {place}/manifest.csv --store {store}")
    return files, store


def texts(tmf, work, runs):
    """Looking into files against the same programs by hand; finding words in 60,000 texts."""
    files, store = filed_texts(tmf, work, 2_000)
    by_hand = f"find {files} -name '*.pdf' -print0"
    pair("text: examine 2,000 PDFs / pdftotext, pdfinfo -P2", f"{tmf} examine --again --store {store}",
         f"{by_hand} | xargs -0 -P2 -I@ pdftotext @ - && {by_hand} | xargs -0 -P2 -n1 pdfinfo", "1.3", min(runs, 3))
    _, store = filed_texts(tmf, work, 60_000, "--plain", "--pages", "1-5")
    run(f"{tmf} examine --store {store}")
    for words in ("randomisation1234", "amendment17", "'\"consent participant\"'", "protocol site consent"):
        pair(f"text: search {words}", f"{tmf} search {words} --store {store}", None, "0.1 s", runs)


def duplicates(tmf, work, runs):
    """Finding duplicates: precision and recall on a labelled set, and 60,000 texts."""
    bench_duplicates.labelled(tmf, work)
    _, store = filed_texts(tmf, work, 60_000, "--plain", "--pages", "1-5")
    bench_duplicates.many(tmf, store, runs)


def judging(tmf, generator, work, runs):
    """What judging a study of 300,000 documents costs, and how that grows from a tenth of it."""
    stores = {count: large_store(generator, work, count) for count in (30_000, 300_000)}
    for name, command, limit in (
            ("status", "status", "3 s, 800 MiB"), ("check", "check", "3 s, 800 MiB"),
            ("status --as-of", "status --as-of 2024-06-30", "10 s")):
        medians = [
            pair(f"judging {count:,}: {name}", f"{tmf} {command} --store {store}", None, limit, runs)
            for count, store in stores.items()
        ]
        print(f"judging: {name}, 300,000 / 30,000: {medians[1][0] / medians[0][0]:.1f}   (asked: 12)", flush=True)


if __name__ == "__main__":
    main()
