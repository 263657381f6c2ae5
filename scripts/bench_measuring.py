"""How the benchmarks measure: wall time, the largest process's memory, and the bytes a process read."""

import os
import shutil
import statistics
import subprocess
import sys
import time


def run(command, environment=None):
    """Seconds and peak memory in MiB of one shell command; its output is thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(["sh", "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"bench: {command}\n{errors.decode(errors='replace')}exit {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def pair(name, a, b, limit, runs, before_a="true", before_b="true"):
    """Prints what `a` costs against `b`, or alone if that is None. Returns the median of its seconds, and MiB."""
    times_a, times_b, memory, other_memory = [], [], 0, 0
    for round in range(runs + 1):
        run(before_a)
        seconds, peak = run(a)
        run(before_b)
        other, other_peak = run(b) if b else (0, 0)
        if round > 0:
            times_a.append(seconds)
            times_b.append(other)
            memory, other_memory = max(memory, peak), max(other_memory, other_peak)
    median = statistics.median(times_a)
    row = f"{name:<44} {median:8.2f} s"
    if b:
        ratios = [x / y for x, y in zip(times_a, times_b)]
        row += f"  against {statistics.median(times_b):8.2f} s   ratio {statistics.median(ratios):5.2f}"
    print(f"{row}   (asked: {limit})   peak {memory:6.0f} MiB"
          + (f" against {other_memory:6.0f} MiB" if b else ""), flush=True)
    return median, memory


def bytes_read(command):
    """Bytes that one program asked the system for by reading, until its end; `command` runs it and nothing else."""
    process = subprocess.Popen(["sh", "-c", f"exec {command}"], stdout=subprocess.DEVNULL)
    # It has ended and is still there: what it read stands in /proc until somebody waits for it.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    with open(f"/proc/{process.pid}/io", encoding="ascii") as file:
        read = dict(line.split(": ") for line in file.read().splitlines())
    if process.wait() != 0:
        sys.exit(f"bench: {command}\nexit {process.returncode}")
    return int(read["rchar"])


def large_store(generator, work, count, size=None):
    """The store of a large study, made once; with contents of about `size` bytes each if that is given."""
    store = work / f"judging-{count}{f'-{size}' if size else ''}.tmf"
    if not store.exists():
        making = store.with_suffix(".new")
        shutil.rmtree(making, ignore_errors=True)
        subprocess.run([str(generator), str(making), str(count)] + ([str(size)] if size else []), check=True)
        making.rename(store)
    return store
