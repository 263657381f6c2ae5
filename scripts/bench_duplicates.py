"""Finding duplicates: how many of a labelled set are found, how many that are none are called so, and what 60,000 take."""

import csv
import json
import subprocess
import sys
from pathlib import Path

from bench_measuring import pair, run

HERE = Path(__file__).resolve().parent


def labelled(tmf, work, seed=20_261_121, documents=120):
    """Precision and recall over pairs of documents, with a seed on which nothing was tuned."""
    place = work / f"duplicates-{seed}-{documents}"
    corpus, store = place / "corpus", place / "store.tmf"
    if not corpus.exists():
        subprocess.run([sys.executable, str(HERE / "make_duplicates.py"), "--documents", str(documents), "--seed", str(seed),
                        "--out", str(corpus)], check=True)
    (place / "study.yaml").write_text("study: BENCH-3\nmodel: 3.3.1\n", encoding="utf-8")
    run(f"rm -rf {store}; {tmf} init {store} --study {place}/study.yaml && "
        f"{tmf} import {corpus}/files --manifest {corpus}/manifest.csv --store {store} && {tmf} examine --store {store}")
    told = json.loads(subprocess.run([str(tmf), "duplicates", "--all", "--format", "json", "--store", str(store)], check=True,
                                     capture_output=True).stdout)["pairs"]
    found = {frozenset((row["title"], row["other_title"])): row["kind"] for row in told}
    with open(corpus / "duplicates.csv", encoding="utf-8", newline="") as file:
        wanted = {frozenset((row["first"], row["second"])): row["sort"] for row in csv.DictReader(file)}
    right = wanted.keys() & found.keys()
    print(f"duplicates of a labelled set: precision {len(right) / max(len(found), 1):.3f}, recall {len(right) / max(len(wanted), 1):.3f} "
          f"over {len(wanted)} pairs   (asked: 0.95 each)", flush=True)
    tally("missed", [wanted[pair] for pair in wanted.keys() - right])
    tally("wrongly called duplicates", [found[pair] for pair in found.keys() - right])
    return wanted, found


def tally(words, sorts):
    if sorts:
        print(f"   {words}: " + ", ".join(f"{sorts.count(sort)} {sort}" for sort in sorted(set(sorts))), flush=True)


def many(tmf, store, runs):
    """What comparing 60,000 texts takes once they were read."""
    run(f"{tmf} examine --store {store}")
    pair("duplicates over 60,000 documents", f"{tmf} duplicates --again --store {store}", None, "60 s, 500 MiB", min(runs, 3))
