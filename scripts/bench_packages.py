"""What packing, verifying, restoring, comparing and exchanging cost, against public tools and against each other."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench_measuring import bytes_read, large_store, pair, run


def against_others(tmf, corpus, bagit, runs, wanted):
    """A study of realistic files: what was read for its package, a bag of another program, and the way back."""
    files, place, store, package = corpus.files, corpus.place, corpus.store, corpus.package
    name = "package: bytes read / bytes of content"
    if wanted(name):
        corpus.filed()
        package.unlink(missing_ok=True)
        read = bytes_read(f"{tmf} package {package} --store {store}")
        corpus.is_packed = True
        # What was filed twice lies in the store once, and in the package twice.
        content = sum(file.stat().st_size for file in files.rglob("*") if file.is_file())
        print(f"{name:<44} {read:,} / {content:,} = {read / content:.3f}   (asked: 1.02 of the store; "
              "this counts its own scratch, too)", flush=True)
    name = "verify a bag of bagit.py / bagit.py --validate"
    if wanted(name):
        bag = place / "bag"
        if not bag.exists():
            run(f"cp -r {files} {bag} && {bagit} --sha256 --processes 2 --quiet {bag}")
        pair(name, f"{tmf} verify {bag}", f"{bagit} --validate --quiet --processes 2 {bag}", "1.0", runs)
        shutil.rmtree(bag, ignore_errors=True)
    name = "restore / unzip && sync"
    if wanted(name):
        corpus.packed()
        back, loose = place / "back.tmf", place / "unzipped"
        pair(name, f"{tmf} restore {package} {back}", f"unzip -q {package} -d {loose} && sync", "1.4", runs,
             f"rm -rf {back}; sync", f"rm -rf {loose}; sync")
        shutil.rmtree(back, ignore_errors=True)
        shutil.rmtree(loose, ignore_errors=True)


# Counts the members and finds the first that is not whole.
PYTHON = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(len(z.namelist())); sys.exit(z.testzip() is not None)"


def beyond(tmf, generator, work):
    """A ZIP beyond 4 GiB and beyond 65,535 entries, as other people's programs see it: each must find every entry sound."""
    store = large_store(generator, work, 70_000, 300)
    package, long = work / "beyond.zip", work / "beyond.bin"
    package.unlink(missing_ok=True)
    held = json.loads(subprocess.check_output([tmf, "list", "--store", store, "--artifact", "06.05.01", "--format", "json"]))
    if not any(document["title"] == "beyond" for document in held["documents"]):
        # Zeros, of which the file system keeps none.
        with open(long, "wb") as file:
            file.truncate(4_300 << 20)
        run(f"{tmf} file {long} --artifact 06.05.01 --title beyond --document-date 2024-02-10 --store {store}")
        long.unlink()
    seconds, peak = run(f"{tmf} package {package} --store {store}")
    size = package.stat().st_size
    entries = int(subprocess.check_output(["python3", "-c", PYTHON, package]))
    print(f"archive of {entries:,} entries, {size:,} bytes: {seconds:.1f} s, peak {peak:.0f} MiB", flush=True)
    if size <= 1 << 32 or entries <= 65_535:
        sys.exit("bench: the archive is not beyond 4 GiB and 65,535 entries")
    for name, command in [
        ("unzip -t", f"unzip -tq {package}"), ("7zz t", f"7zz t -bd {package}"),
        ("bsdtar", f"bsdtar -xOf {package} | wc -c"), ("zipfile", f"python3 -c '{PYTHON}' {package}"),
        ("tmf verify", f"{tmf} verify {package}"),
    ]:
        outcome = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
        last = (outcome.stdout.strip().splitlines() or [""])[-1]
        print(f"  {name:<12} exit {outcome.returncode}   {last}", flush=True)
        if outcome.returncode != 0:
            sys.exit(f"bench: {name} does not open the archive\n{outcome.stderr}")
    package.unlink()


def large(tmf, generator, work, runs):
    """Studies of many small files, made here."""
    seconds, memory = {}, {}
    for count in (30_000, 300_000):
        store = large_store(generator, work, count, 1_000)
        package = work / f"packages-{count}.zip"
        seconds[count], memory[count] = pair(
            f"package of {count:,} small documents", f"{tmf} package {package} --store {store}", None, "300 MiB",
            min(runs, 3), f"rm -f {package}; sync")
        package.unlink(missing_ok=True)
    print(f"package: 300,000 / 30,000: {seconds[300_000] / seconds[30_000]:.1f}   (asked: 11)   "
          f"memory {memory[300_000] / memory[30_000]:.2f}   (asked: 1.2)", flush=True)


def first_document(tmf, generator, work, runs):
    """From a ZIP of 60,000 documents to the first of them on screen: what an inspector waits for."""
    store = large_store(generator, work, 60_000, 1_000)
    package, place = work / "viewer.zip", work / "viewer"
    run(f"rm -f {package}; {tmf} package {package} --store {store}")
    program = Path(__file__).resolve().parent / "first_document.py"
    pair("first document of 60,000 on screen", f"{sys.executable} {program} {package} {place}", None, "60 s",
         min(runs, 3), f"rm -rf {place}; sync")
    shutil.rmtree(place)
    package.unlink()


def compare(tmf, generator, work, runs):
    """Two stores that hold the same."""
    store = large_store(generator, work, 300_000)
    copy = work / "judging-copy.tmf"
    run(f"rm -rf {copy}; cp -r {store} {copy}")
    pair("compare two stores of 300,000", f"{tmf} compare {store} {copy}", None, "5 s", runs)
    shutil.rmtree(copy)


def exchange(tmf, generator, work, runs):
    """A transfer of 20,000 objects against the same files with a manifest."""
    store = large_store(generator, work, 20_000, 4_000)
    sent, target = work / "exchange", work / "exchange.tmf"
    shutil.rmtree(sent, ignore_errors=True)
    run(f"{tmf} package {sent} --kind transfer --agreement BENCH --store {store} && {tmf} study export --store {store} > {work}/exchange.yaml")
    manifest(sent / "data", work / "exchange.csv")
    new = f"rm -rf {target}; {tmf} init {target} --study {work}/exchange.yaml; sync"
    pair("import of a transfer of 20,000 / by manifest", f"{tmf} import {sent}/data/exchange.xml --store {target}",
         f"{tmf} import {sent}/data --manifest {work}/exchange.csv --store {target}", "1.3", runs, new, new)
    shutil.rmtree(sent)
    shutil.rmtree(target)


def manifest(data, path):
    """The manifest that says of a package's files what its index says."""
    columns = ["path", "artifact", "sub_artifact", "level", "country", "site", "person", "organization", "title",
               "document", "version", "document_date", "received_date", "expiry_date"]
    with open(data / "index.csv", encoding="utf-8", newline="") as file, \
            open(path, "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns)
        writer.writeheader()
        for row in csv.DictReader(file):
            row["document"], row["version"] = f"k-{row['document']}", row["label"]
            writer.writerow({column: row[column] for column in columns})
