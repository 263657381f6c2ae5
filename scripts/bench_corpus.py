"""What filing, packing, checking and looking cost on a corpus of files, against public tools."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bench_packages
from bench_measuring import pair, run

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent / "tmf-reference-model" / "3.3.1" / "artifacts.csv"


class Corpus:
    """Files made here once, a study and a manifest for them, and the store and package that rows need."""

    def __init__(self, tmf, work, profile, count, kept=False):
        corpus = work / f"{profile}-{count}"
        if not corpus.exists():
            subprocess.run([sys.executable, str(HERE / "make_bench_corpus.py"), "--files", str(count), "--seed", "1",
                            "--profile", profile, "--out", str(corpus)], check=True)
        self.place = work / f"{profile}-{count}-run"
        self.place.mkdir(exist_ok=True)
        study_and_manifest(corpus, self.place)
        self.files, self.store, self.package = corpus / "files", self.place / "store.tmf", self.place / "package.zip"
        self.new = f"rm -rf {self.store}; {tmf} init {self.store} --study {self.place}/study.yaml; sync"
        self.imports = f"{tmf} import {self.files} --manifest {self.place}/manifest.csv --store {self.store}"
        self.pack = f"rm -f {self.package}; {tmf} package {self.package} --store {self.store}"
        self.digest = f"cd {self.files} && find . -type f -print0 | xargs -0 -P2 -n500 openssl dgst -sha256"
        self.is_filed = kept and self.store.exists()
        self.is_packed = kept and self.package.exists()

    def filed(self):
        """Sees to it that the store holds the corpus, filed by this program."""
        if not self.is_filed:
            run(self.new)
            run(self.imports)
            self.is_filed = True

    def packed(self):
        self.filed()
        if not self.is_packed:
            run(self.pack)
            self.is_packed = True


def rows(tmf, work, profile, count, runs, wanted, kept):
    """Every row of one corpus."""
    corpus = Corpus(tmf, work, profile, count, kept)
    files, place, store, package = corpus.files, corpus.place, corpus.store, corpus.package
    name = f"{profile}: import / cp -r && sync"
    if wanted(name):
        pair(name, corpus.imports, f"cp -r {files} {place}/copy && sync", "1.0", runs, corpus.new,
             f"rm -rf {place}/copy; sync")
        shutil.rmtree(place / "copy", ignore_errors=True)
        corpus.is_filed = True
    name = f"{profile}: import / restic backup"
    if profile == "realistic" and wanted(name) and shutil.which("restic"):
        restic = f"RESTIC_PASSWORD=x restic -q -r {place}/restic"
        pair(name, corpus.imports, f"{restic} backup {files}", "0.7", runs, corpus.new,
             f"rm -rf {place}/restic; {restic} init; sync")
        shutil.rmtree(place / "restic", ignore_errors=True)
        corpus.is_filed = True
    name = f"{profile}: import again / openssl dgst -P2"
    if wanted(name):
        corpus.filed()
        pair(name, corpus.imports, corpus.digest, "1.2", runs)
    if profile == "realistic":
        packing(tmf, corpus, runs, wanted)
        looking(tmf, corpus, runs, wanted)


def packing(tmf, corpus, runs, wanted):
    files, place, store, package = corpus.files, corpus.place, corpus.store, corpus.package
    fresh = f"rm -f {package}; sync"
    name = "package / cat into one file && sync"
    if wanted(name):
        corpus.filed()
        pair(name, corpus.pack, f"find {files} -type f -print0 | xargs -0 cat > {place}/one && sync", "1.1", runs,
             fresh, f"rm -f {place}/one; sync")
    name = "package --agreement / cat into one file && sync"
    if wanted(name):
        corpus.filed()
        pair(name, f"{corpus.pack} --agreement BENCH", f"find {files} -type f -print0 | xargs -0 cat > {place}/one && sync",
             "1.3", runs, fresh, f"rm -f {place}/one; sync")
    (place / "one").unlink(missing_ok=True)
    name = "package / bagit.py then zip -0"
    bagit = shutil.which("bagit.py") or str(Path(".build/tools/bin/bagit.py").resolve())
    if wanted(name):
        corpus.filed()
        pair(name, corpus.pack,
             f"cd {place} && {bagit} --sha256 --processes 2 --quiet copy && zip -0 -q -r copy.zip copy && sync", "0.5",
             min(runs, 3), fresh, f"rm -rf {place}/copy {place}/copy.zip; cp -r {files} {place}/copy; sync")
        shutil.rmtree(place / "copy", ignore_errors=True)
        (place / "copy.zip").unlink(missing_ok=True)
    name = "package / 7zz a -tzip -mx0"
    if wanted(name) and shutil.which("7zz"):
        corpus.filed()
        pair(name, corpus.pack, f"7zz a -tzip -mx0 -bd {place}/seven.zip {files} && sync", "1.3", runs, fresh,
             f"rm -f {place}/seven.zip; sync")
        (place / "seven.zip").unlink(missing_ok=True)
    name = "package beyond 4 GiB: unzip -t"
    if wanted(name):
        corpus.packed()
        subprocess.run(["unzip", "-tqq", str(package)], check=True)
        print(f"{name:<44} {package.stat().st_size:,} bytes, no error   (asked: none)", flush=True)
    name = "verify / openssl dgst -P2"
    if wanted(name):
        corpus.packed()
        pair(name, f"{tmf} verify {package}", corpus.digest, "1.2", runs)
    bench_packages.against_others(tmf, corpus, bagit, runs, wanted)


def looking(tmf, corpus, runs, wanted):
    for name, command, limit in (("status", "status", "0.3 s"), ("list --format csv", "list --format csv", "0.5 s")):
        if wanted(name):
            corpus.filed()
            pair(name, f"{tmf} {command} --store {corpus.store}", None, limit, runs)
    if wanted("browser") and shutil.which("wrk"):
        corpus.filed()
        browser(tmf, corpus.store)


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
