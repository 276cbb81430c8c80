"""What a tagger costs on one core: processor time for a megabyte of text, time to start, memory."""

import os
import statistics
import subprocess
import tempfile
import time

import documents

CORE = str(min(os.sched_getaffinity(0)))
RUNS = 3
ENOUGH = 2.0  # seconds of processor time that a measurement is to last at least
MEGABYTE = 1_000_000
TINY = documents.Document("0", "", "Talks in Astana.", [])


def of(tagger, texts, folder):
    """The whole process less its start, which is the same process over one tiny document."""
    start_cpu, start, _ = median(tagger.command, tagger.input([TINY], folder))
    size = tagger.megabytes * MEGABYTE
    while True:
        many = list(documents.repeated(texts, size))
        cpu, _, memory = median(tagger.command, tagger.input(many, folder))
        if cpu - start_cpu >= ENOUGH:
            return {"cpu_per_mb": (cpu - start_cpu) / (documents.text_size(many) / MEGABYTE), "start": start,
                    "start_cpu": start_cpu, "memory": memory, "mb": documents.text_size(many) / MEGABYTE}
        size *= 4


def median(command, input):
    """Each figure's median over a few runs."""
    return tuple(map(statistics.median, zip(*(measured(command, input) for _ in range(RUNS)))))


def measured(command, input):
    """Processor seconds, seconds and peak memory in MB of one run.

    Memory is measured by a small program in between, since a process inherits the peak of the one that starts it."""
    with open(input, "rb") as text, tempfile.NamedTemporaryFile("r") as peak, tempfile.TemporaryFile("w+") as log:
        begin = time.perf_counter()
        process = subprocess.Popen(["taskset", "-c", CORE, "time", "-f", "%M", "-o", peak.name, *command],
                                   stdin=text, stdout=subprocess.DEVNULL, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{log.read()[-2000:]}")
        return usage.ru_utime + usage.ru_stime, wall, int(peak.read()) * 1024 / MEGABYTE
