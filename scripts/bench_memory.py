"""How the memory of each command grows from a quarter of the files to all of them."""

from bench_corpus import Corpus
from bench_measuring import run


def growth(tmf, work, files):
    """Peaks of each command on a realistic corpus and on a quarter of it."""
    peaks = [measured(tmf, Corpus(tmf, work, "realistic", count)) for count in (files // 4, files)]
    for name, large in peaks[1].items():
        small = peaks[0][name]
        print(f"memory: {name:<36} {large:6.0f} MiB  against {small:6.0f} MiB   ratio {large / small:5.2f}   "
              f"(asked: 1.2, 200 MiB)   {files:,} files / {files // 4:,}", flush=True)


def measured(tmf, corpus):
    """MiB by command."""
    back = corpus.place / "back.tmf"
    run(corpus.new)
    commands = {
        "import": corpus.imports,
        "import again": corpus.imports,
        "package": f"{tmf} package {corpus.package} --store {corpus.store}",
        "verify": f"{tmf} verify {corpus.package}",
        "restore": f"{tmf} restore {corpus.package} {back}",
        "status": f"{tmf} status --store {corpus.store}",
        "check": f"{tmf} check --store {corpus.store}",
        "list": f"{tmf} list --format csv --store {corpus.store}",
    }
    run(f"rm -rf {corpus.package} {back}")
    peaks = {name: run(f"exec {command}")[1] for name, command in commands.items()}
    run(f"rm -rf {corpus.package} {back}")
    return peaks
