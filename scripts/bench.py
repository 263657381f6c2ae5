#!/usr/bin/env python3
"""Times tmf against public tools doing the same work in the same run, and prints medians, ratios and peak memory.

Each pair of commands runs in turn, A B A B …, after one run of each that is not counted. Wall time and the largest
process's memory come from the operating system. Numbers are printed, never judged: the machine decides them.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bench_packages
from bench_measuring import large_store, pair, run

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent / "tmf-reference-model" / "3.3.1" / "artifacts.csv"


def study_and_manifest(corpus, out):
    """A study with the corpus's sites, and a manifest that names a real artifact for each file."""
    artifacts = {}
    with open(MODEL, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            artifacts[row["number"]] = row
    by_section = {}
    for number, row in artifacts.items():
        by_section.setdefault(number[:5], []).append(row)
    sites = "".join(f"      - {{id: \"{n:03d}\", name: \"Site {n:03d}\"}}\n" for n in range(1, 61))
    (out / "study.yaml").write_text(
        "study: BENCH-1\ntitle: Benchmark\nsponsor: Example Pharma\nmodel: 3.3.1\n"
        f"countries:\n  - code: DEU\n    sites:\n{sites}", encoding="utf-8")
    with open(corpus / "manifest.csv", encoding="utf-8", newline="") as file, \
            open(out / "manifest.csv", "w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(["path", "artifact", "level", "country", "site", "version", "document_date"])
        for row in csv.DictReader(file):
            parts = row["path"].split("/")
            number, site = parts[2], parts[3][5:] if len(parts) > 4 else ""
            artifact = artifacts.get(number)
            # The corpus has sections of its own; a file of one that the model lacks goes to the zone's first.
            section = by_section.get(number[:5]) or by_section[number[:2] + ".01"]
            level = "site" if site else "trial"
            if artifact is None or artifact[f"{level}_level"] != "Y":
                fitting = [r for r in section if r[f"{level}_level"] == "Y"]
                if fitting:
                    artifact = fitting[int(number[-2:]) % len(fitting)]
                else:
                    artifact = section[0]
                    level = next(l for l in ("trial", "country", "site") if artifact[f"{l}_level"] == "Y")
            site = (site or "001") if level == "site" else ""
            country = "DEU" if level != "trial" else ""
            label = parts[-1].split(" v")[-1].split(" ")[0]
            writer.writerow([row["path"], artifact["number"], level, country, site, label, "2024-01-15"])


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
    parser.add_argument("--only", help="run the rows whose name holds this")
    options = parser.parse_args()
    work = Path(options.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    tmf = Path(options.tmf).resolve()

    def wanted(name):
        return options.only is None or options.only in name

    if wanted("workbook"):
        workbook(tmf, work, options.runs)
        if options.only == "workbook":
            return
    if wanted("judging"):
        judging(tmf, Path(options.judging).resolve(), work, options.runs)
        if options.only == "judging":
            return
    if wanted("text"):
        texts(tmf, work, options.runs)
        if options.only == "text":
            return
    if wanted("packages"):
        bench_packages.large(tmf, Path(options.judging).resolve(), work, options.runs)
        if options.only == "packages":
            return
    for profile, count in (("realistic", options.files), ("small", options.small)):
        corpus = work / f"{profile}-{count}"
        if not corpus.exists():
            subprocess.run([sys.executable, str(HERE / "make_bench_corpus.py"), "--files", str(count), "--seed", "1",
                            "--profile", profile, "--out", str(corpus)], check=True)
        place = work / f"{profile}-{count}-run"
        place.mkdir(exist_ok=True)
        study_and_manifest(corpus, place)
        files, store = corpus / "files", place / "store.tmf"
        new = f"rm -rf {store}; {tmf} init {store} --study {place}/study.yaml; sync"
        imports = f"{tmf} import {files} --manifest {place}/manifest.csv --store {store}"
        digest = f"cd {files} && find . -type f -print0 | xargs -0 -P2 -n500 openssl dgst -sha256"

        name = f"{profile}: import / cp -r && sync"
        if wanted(name):
            pair(name, imports, f"cp -r {files} {place}/copy && sync", "1.0", options.runs, new, f"rm -rf {place}/copy; sync")
            shutil.rmtree(place / "copy", ignore_errors=True)
        name = f"{profile}: import / restic backup"
        if profile == "realistic" and wanted(name) and shutil.which("restic"):
            restic = f"RESTIC_PASSWORD=x restic -q -r {place}/restic"
            pair(name, imports, f"{restic} backup {files}", "0.7", options.runs, new,
                 f"rm -rf {place}/restic; {restic} init; sync")
            shutil.rmtree(place / "restic", ignore_errors=True)
        run(new)
        run(imports)
        name = f"{profile}: import again / openssl dgst -P2"
        if wanted(name):
            pair(name, imports, digest, "1.2", options.runs)
        if profile == "small":
            continue

        package = place / "package.zip"
        pack = f"rm -f {package}; {tmf} package {package} --store {store}"
        name = "package / cat into one file && sync"
        if wanted(name):
            pair(name, pack, f"rm -f {place}/one; find {files} -type f -print0 | xargs -0 cat > {place}/one && sync", "1.1",
                 options.runs, f"rm -f {package}; sync", f"rm -f {place}/one; sync")
            (place / "one").unlink(missing_ok=True)
        name = "package / bagit.py then zip -0"
        bagit = shutil.which("bagit.py") or str(Path(".build/tools/bin/bagit.py").resolve())
        if wanted(name):
            pair(name, pack,
                 f"cd {place} && {bagit} --sha256 --processes 2 --quiet copy && zip -0 -q -r copy.zip copy && sync", "0.5",
                 min(options.runs, 3), f"rm -f {package}; sync", f"rm -rf {place}/copy {place}/copy.zip; cp -r {files} {place}/copy; sync")
            shutil.rmtree(place / "copy", ignore_errors=True)
            (place / "copy.zip").unlink(missing_ok=True)
        name = "package / 7zz a -tzip -mx0"
        if wanted(name) and shutil.which("7zz"):
            pair(name, pack, f"7zz a -tzip -mx0 -bd {place}/seven.zip {files} && sync", "1.3", options.runs,
                 f"rm -f {package}; sync", f"rm -f {place}/seven.zip; sync")
            (place / "seven.zip").unlink(missing_ok=True)
        run(pack)
        name = "verify / openssl dgst -P2"
        if wanted(name):
            pair(name, f"{tmf} verify {package}", digest, "1.2", options.runs)
        bench_packages.against_others(tmf, store, files, package, place, bagit, options.runs, wanted)
        if wanted("status"):
            pair("status", f"{tmf} status --store {store}", None, "0.3 s", options.runs)
        if wanted("list"):
            pair("list --format csv", f"{tmf} list --format csv --store {store}", None, "0.5 s", options.runs)
        if wanted("browser") and shutil.which("wrk"):
            browser(tmf, store)


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
        print(f"judging: {name}, 300,000 / 30,000: {medians[1] / medians[0]:.1f}   (asked: 12)", flush=True)


def browser(tmf, store):
    listing = json.loads(subprocess.run([str(tmf), "list", "--format", "json", "--store", str(store)], check=True,
                                        capture_output=True).stdout)
    counts = {}
    for document in listing["documents"]:
        counts[document["artifact"]] = counts.get(document["artifact"], 0) + 1
    number = min(counts, key=lambda n: abs(counts[n] - 200))
    server = subprocess.Popen([str(tmf), "serve", str(store), "--port", "8765"], stdout=subprocess.PIPE, text=True)
    try:
        server.stdout.readline()
        address = f"http://127.0.0.1:8765/studies/BENCH-1/tree/{number[:2]}/{number[:5]}/{number}"
        subprocess.run(["curl", "-sf", "-o", os.devnull, address], check=True)
        result = subprocess.run(["wrk", "-t2", "-c16", "-d10s", "--latency", address], check=True, capture_output=True, text=True)
        print(f"browser: artifact page with {counts[number]} rows, wrk -t2 -c16")
        for line in result.stdout.splitlines():
            if any(word in line for word in ("99%", "50%", "Requests/sec", "Non-2xx")):
                print("   ", line.strip(), "  (asked: p99 <= 25 ms)" if "99%" in line else "")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
